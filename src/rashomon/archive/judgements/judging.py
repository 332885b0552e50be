"""How a judgement comes about: by whom, why, about what as it is now or as somebody saw it, and into the log."""

import getpass
import json
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert

from rashomon.archive import stale
from rashomon.archive.judgements import judged
from rashomon.archive.judgements.judgement import Seen, numbers_in
from rashomon.archive.judgements.log import JudgementLog
from rashomon.archive.refs import Found, find, ref
from rashomon.archive.tables import judgement
from rashomon.errors import CannotDecide
from rashomon.linking.mention import Sort


class Judging(JudgementLog):
    """The log, and how something is added to it."""

    def seen(self, refs: Sequence[str], sort: Sort = Sort.incident) -> Seen:
        """What there is now, to be passed as `expect` by whoever decides about it later."""
        with self.record.looking():
            groups = {
                each.asked: self.record.shelf.members(sort, [each.group])[each.group]
                for each in self._found(refs, sort)
            }
            return Seen(groups, self.record.shelf.last(sort))

    def _found(self, refs: Sequence[str], sort: Sort, expect: Seen | None = None) -> list[Found]:
        found = [find(self.record, each, sort) for each in refs]
        if expect:
            for each in found:
                self._check(each, expect)
        return found

    def _check(self, found: Found, expect: Seen) -> None:
        """Whether what somebody saw is still so: what new reports have added does not matter, what came or went otherwise does."""
        was = expect.groups.get(found.asked)
        if was is None:
            return
        now = self.record.shelf.members(found.sort, [found.group])[found.group]
        gone = was - now
        come = {number for number in now - was if number <= expect.last}
        if gone or come:
            parts = ((gone, "left it"), (come, "came to it"))
            said = [f"{_refs(found.sort, numbers)} {did}" for numbers, did in parts if numbers]
            latest = next((j for j in self.log(found) if j.numbers & (gone | come)), None)
            by = f" (judgement {latest.number} by {latest.who}: {latest.why})" if latest else ""
            raise CannotDecide(
                f"{found.asked} has changed since you looked: {' and '.join(said)}{by}; look again, then decide"
            )

    def _mark(self, sort: Sort, numbers: Collection[int]) -> None:
        """What names these is to be derived anew."""
        with self.record.writing() as connection:
            if sort is Sort.incident:
                stale.mark(connection, numbers)
            else:
                members = self.record.shelf.members(sort, self.record.shelf.groups_of(sort, numbers).values())
                stale.mark_told_by(connection, sort, frozenset().union(*members.values()))

    def _log(
        self,
        what: str,
        why: str,
        who: str | None,
        *,
        sort: Sort | None = None,
        before: Any = (),
        after: Any = (),
        undoes: int | None = None,
    ) -> int:
        if not why.strip():
            raise CannotDecide("a decision needs a reason, for those who come after you: say why")
        row = {
            "made": datetime.now(UTC),
            "who": who or _user(),
            "machine": False,
            "what": what,
            "why": why.strip(),
            "sort": sort,
            "before": json.dumps(before, ensure_ascii=False),
            "after": json.dumps(after, ensure_ascii=False),
            "undoes": undoes,
        }
        with self.record.writing() as connection:
            number = int(connection.execute(insert(judgement).returning(judgement.c.number), row).scalar_one())
            judged.note(connection, [(number, sort, numbers_in((*before, *after)))])
            return number


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # in a container, the system may know the user by number alone
        raise CannotDecide("the system does not say who you are; give your name with --who") from None


def listed_refs(refs: Iterable[str]) -> str:
    """What was asked for, in words: "I12, I40 and I7"."""
    *others, last = refs
    return f"{', '.join(others)} and {last}" if others else last


def _refs(sort: Sort, numbers: Iterable[int]) -> str:
    return listed_refs([ref(sort, number) for number in sorted(numbers)])
