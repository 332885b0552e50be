"""What was decided about the record, by people and by the machine: a log that is only ever added to, and what follows from it.

A decision is one transaction: it is logged with what was before and after, and what it concerns is as it says at once.
To undo one is a decision, too, and can itself be undone; every undoing restores exactly what was.
"""

import json

from sqlalchemy import select

from rashomon.archive.judgements.deciding import Deciding
from rashomon.archive.judgements.judgement import Judgement
from rashomon.archive.judgements.rulings import keep, taken_back
from rashomon.archive.judgements.saying import Saying
from rashomon.archive.tables import judgement
from rashomon.errors import CannotDecide
from rashomon.linking.mention import Ruling

OF_VALUES = frozenset({"rename", "review", "opine"})
"""Judgements that say something of an incident or actor, and move nothing."""


class Judgements(Deciding, Saying):
    """The log, and how to add to it. `who` is by default the name of the operating system's user; `why` is asked of everybody."""

    def undo(self, number: int, *, why: str, who: str | None = None) -> Judgement:
        """Take a judgement back, a person's or the machine's: what it did no longer holds, and all is as it would be without it."""
        with self.record.writing() as connection:
            target = self.get(number)
            if target.undone:
                raise CannotDecide(f"judgement {number} is undone already; to do it again, undo the undoing")
            back = {"before": target.after, "after": target.before}  # what groups become is seen when they are formed
            undoing = self._log("undo", why, who, sort=target.sort, undoes=number, **back)
            if target.machine and target.sort:
                same = target.what == "split"
                keep(connection, target.sort, Ruling(undoing, same, tuple(frozenset(part) for part in target.before)))
            root = self._root(target)
            if root.what == "withdraw":
                id = str(root.after[0][0])
                self._take_out(id, bool(self._withdrawals(id) - taken_back(connection)))
            elif root.what == "code":
                self._follow(root.number)
            elif target.sort and root.what in OF_VALUES:
                self._mark(target.sort, root.numbers)
            elif target.sort:
                self._regroup(undoing, target.sort, target.numbers | root.numbers | self._ruled(root.number))
            return self.get(undoing)

    def _withdrawals(self, id: str) -> set[int]:
        """Every judgement that withdrew a report: while any of them holds, it counts no longer."""
        there = (judgement.c.what == "withdraw", judgement.c.after == json.dumps([[id]], ensure_ascii=False))
        with self.record.looking() as connection:
            return set(connection.execute(select(judgement.c.number).where(*there)).scalars())

    def _root(self, one: Judgement) -> Judgement:
        """What an undoing of an undoing is about in the end."""
        return self._root(self.get(one.undoes)) if one.undoes else one
