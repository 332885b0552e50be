"""Who works on a record, and in which role; and who is signed in. Nobody is ever struck off: what they decided stays theirs.

Whatever changes about somebody ends their sessions. Once there was an admin there always is one: or nobody could let others in.
"""

from collections.abc import Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, exists, func, insert, select, update

from rashomon.archive.tables import analyst, session
from rashomon.errors import BadSetting, CannotDecide, NotInRecord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from rashomon.archive.record import Record

ADMIN = "admin"
"""The role of those who let others in."""

LONGEST = 80
"""Characters of a name, which stands beside everything that its bearer decides."""


class Enrolled(NamedTuple):
    """Somebody who works on the record. `password` is a hash."""

    name: str
    role: str
    password: str
    made: datetime
    disabled: bool


class SignedIn(NamedTuple):
    """Somebody who is signed in, since when and until when."""

    name: str
    role: str
    made: datetime
    until: datetime


class Analysts:
    """Those who work on a record. `who` is always whoever makes the change, for the record's log."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def any(self) -> bool:
        """Whether anybody was ever enrolled: from then on, everybody signs in."""
        with self.record.looking() as connection:
            return bool(connection.execute(select(exists().select_from(analyst))).scalar())

    def all(self) -> Sequence[Enrolled]:
        """Everybody, by name."""
        with self.record.looking() as connection:
            rows = connection.execute(select(analyst).order_by(func.lower(analyst.c.name))).all()
        return [Enrolled(*row) for row in rows]

    def get(self, name: str) -> Enrolled | None:
        """Somebody by name."""
        with self.record.looking() as connection:
            row = connection.execute(select(analyst).where(analyst.c.name == name)).first()
        return Enrolled(*row) if row else None

    def add(self, name: str, role: str, password: str, *, who: str) -> None:
        """Enrol somebody. Raises BadSetting for what is no name, CannotDecide where somebody is called so already."""
        name = _checked(name)
        with self.record.writing() as connection:
            for each in self.all():
                if each.name.casefold() == name.casefold():
                    raise CannotDecide(f"there is an analyst {each.name!r} already; take another name")
            row = {"name": name, "role": role, "password": password, "made": datetime.now(UTC), "disabled": False}
            connection.execute(insert(analyst), row)
            self.record.log("analyst", name=name, change=f"added as {role}", who=who)

    def give_role(self, name: str, role: str, *, who: str) -> None:
        """Let somebody do more, or less."""
        self._change(name, who, f"is now {role}", role=role)

    def give_password(self, name: str, password: str, *, who: str) -> None:
        """Give somebody another password."""
        self._change(name, who, "has another password", password=password)

    def disable(self, name: str, *, who: str) -> None:
        """Let somebody in no longer."""
        self._change(name, who, "disabled", disabled=True)

    def enable(self, name: str, *, who: str) -> None:
        """Let somebody in again."""
        self._change(name, who, "enabled", disabled=False)

    def _change(self, name: str, who: str, said: str, **values: Any) -> None:
        with self._with_an_admin_left() as connection:
            if self.get(name) is None:
                raise NotInRecord(
                    f"no analyst {name!r}; there are {', '.join(each.name for each in self.all()) or 'none'}"
                )
            connection.execute(update(analyst).where(analyst.c.name == name).values(values))
            connection.execute(delete(session).where(session.c.analyst == name))
            self.record.log("analyst", name=name, change=said, who=who)

    @contextmanager
    def _with_an_admin_left(self) -> "Iterator[Connection]":
        admins = select(func.count()).where(analyst.c.role == ADMIN, ~analyst.c.disabled)
        with self.record.writing() as connection:
            before = connection.execute(admins).scalar_one()
            yield connection
            if before and not connection.execute(admins).scalar_one():
                raise CannotDecide(
                    "the last admin must stay one, or nobody could let others in; make somebody else admin first"
                )

    def sign_in(self, name: str, token: str, made: datetime, until: datetime) -> None:
        """Begin a session, known by the hash of its token; those that have ended are forgotten."""
        with self.record.writing() as connection:
            connection.execute(delete(session).where(session.c.until < made))
            connection.execute(insert(session), {"token": token, "analyst": name, "made": made, "until": until})

    def signed_in(self, token: str, now: datetime) -> SignedIn | None:
        """Whose session this is; None where it has ended."""
        asked = select(analyst.c.name, analyst.c.role, session.c.made, session.c.until).join_from(session, analyst)
        there = (session.c.token == token, session.c.until > now, ~analyst.c.disabled)
        with self.record.looking() as connection:
            row = connection.execute(asked.where(*there)).first()
        return SignedIn(*row) if row else None

    def extend(self, token: str, until: datetime) -> None:
        """Let a session last longer."""
        with self.record.writing() as connection:
            connection.execute(update(session).where(session.c.token == token).values(until=until))

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self.record.writing() as connection:
            connection.execute(delete(session).where(session.c.token == token))


def _checked(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST or not name.isprintable():
        raise BadSetting(f"{name[:LONGEST]!r} is no name; one has 1 to {LONGEST} characters, all of them to be seen")
    return name
