"""What people call things: I12 and A7 are numbers of the record, REPORT/i3 is what the reading of one report calls it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from rashomon.archive.tables import bearing, mention, report
from rashomon.errors import NotInRecord
from rashomon.linking.mention import Sort

if TYPE_CHECKING:
    from rashomon.archive.coding.coding import Coding
    from rashomon.archive.record import Record

LETTERS = {Sort.incident: "I", Sort.actor: "A", Sort.story: "S", Sort.passage: "P"}
SORTS = {letter: sort for sort, letter in LETTERS.items()}
_NUMBERED = re.compile(r"([IASP])(\d{1,18})")


def ref(sort: Sort, number: int) -> str:
    """What a mention or a group is called: "I12"."""
    return f"{LETTERS[sort]}{number}"


@dataclass(frozen=True)
class Found:
    """A mention that somebody asked for (`asked`, as they called it) and the group in which it is now."""

    asked: str
    sort: Sort
    number: int
    group: int

    @property
    def ref(self) -> str:
        """What its group is called."""
        return ref(self.sort, self.group)

    @property
    def redirect(self) -> str | None:
        """Where one asked for a number that is now another's: "I40 is now I12"."""
        if _NUMBERED.fullmatch(self.asked) and self.number != self.group:
            return f"{self.asked} is now {self.ref}"
        return None


def find(record: "Record", asked: str, sort: Sort) -> Found:
    """The mention called so: I12, or REPORT/i3.

    Raises NotInRecord where there is none, or where no report tells of it any more, and says which.
    """
    asked = asked.strip()
    number = _numbered(asked, sort) or _borne(record, asked, sort)
    with record.looking() as connection:
        there = (mention.c.sort == sort, mention.c.number == number)
        group = connection.execute(select(mention.c.group_number).where(*there)).scalar() if number else None
    if number is None or group is None:
        raise NotInRecord(f"{record.where}: no {sort} {asked!r}; {_there_are(record, sort)}")
    _told(record, asked, sort, group)
    return Found(asked, sort, number, group)


def group_called(record: "Record", asked: str) -> tuple[Sort, int]:
    """The group in which what is called so is now (I12, A7), whether or not any report still tells of it. Raises NotInRecord."""
    match = _NUMBERED.fullmatch(asked.strip())
    if match:
        sort, number = SORTS[match[1]], int(match[2])
        if group := record.shelf.groups_of(sort, [number]).get(number):
            return sort, group
    raise NotInRecord(f"{record.where}: no {asked!r}; incidents are called I12, actors A7")


def is_numbered(asked: str, sort: Sort) -> bool:
    """Whether this is how a number of that sort is written: "A7" for actors."""
    return _numbered(asked.strip(), sort) is not None


def _numbered(asked: str, sort: Sort) -> int | None:
    match = _NUMBERED.fullmatch(asked)
    return int(match[2]) if match and SORTS[match[1]] is sort else None


def _borne(record: "Record", asked: str, sort: Sort) -> int | None:
    id, _, local = asked.rpartition("/")
    there = (bearing.c.sort == sort, bearing.c.report == id, bearing.c.local == local)
    with record.looking() as connection:
        return connection.execute(select(bearing.c.number).where(*there)).scalar()


def _told(record: "Record", asked: str, sort: Sort, group: int) -> None:
    """Raise NotInRecord for a tombstone: a number of which no report tells any more."""
    # no join with `mention`: without statistics, SQLite would go through every bearing there is
    members = select(mention.c.number).where(mention.c.sort == sort, mention.c.group_number == group)
    bears = select(report.c.id, report.c.withdrawn).join(bearing, report.c.id == bearing.c.report)
    bears = bears.where(bearing.c.sort == sort, bearing.c.number.in_(members)).limit(1)
    misread = record.codings.misread() if sort is Sort.incident else {}
    with record.looking() as connection:
        bears = bears.where(bearing.c.number.not_in(misread))
        row = connection.execute(bears.where(~report.c.withdrawn)).first() or connection.execute(bears).first()
        said = _misread(connection.execute(members).scalars(), misread) if row is None else None
    if said:
        raise NotInRecord(
            f"{record.where}: {asked} is gone; {said.who} judged that {said.report} was misread there and tells of no incident "
            f"(judgement {said.judgement}: {said.why}), and `undo` brings it back",
            public=f"{asked} is gone; it was no incident",
        )
    if row is None:
        raise NotInRecord(f"{record.where}: {asked} is gone; its report was read anew and no longer tells of it")
    if row.withdrawn:
        raise NotInRecord(
            f"{record.where}: {asked} is gone; the report that told of it, {row.id}, was withdrawn "
            f"(`rashomon log {record.where}` says by whom, and `undo` brings it back)"
        )


def _misread(numbers: Iterable[int], misread: "Mapping[int, Coding]") -> "Coding | None":
    """Who said last of any of these that it is no incident."""
    return max((misread[n] for n in numbers if n in misread), key=lambda said: said.judgement, default=None)


def _there_are(record: "Record", sort: Sort) -> str:
    with record.looking() as connection:
        last = connection.execute(select(func.max(mention.c.number)).where(mention.c.sort == sort)).scalar()
    if not last:
        return f"there are none yet; `rashomon link {record.where}` finds them"
    return f"they are numbered {ref(sort, 1)} to {ref(sort, last)} (`rashomon show {record.where}`)"
