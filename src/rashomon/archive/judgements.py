"""What was decided about the record, by people and by the machine: a log that is only ever added to, and what follows from it.

A decision is one transaction: it is logged with what was before and after, and the groups that it concerns are formed anew at once.
To undo one is a decision, too, and can itself be undone; every undoing restores exactly what was.
"""

import getpass
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, select, update

from rashomon.archive.judgement import Judgement, Seen
from rashomon.archive.judgement_log import JudgementLog
from rashomon.archive.refs import Found, find, ref
from rashomon.archive.rulings import keep, taken_back
from rashomon.archive.shelf import ArchiveShelf
from rashomon.archive.tables import bearing, given_name, judgement, ruling
from rashomon.archive.verdicts import listed
from rashomon.errors import CannotDecide
from rashomon.linking.grouping import groups
from rashomon.linking.link import regroup
from rashomon.linking.mention import Ruling, Sort


class Judgements(JudgementLog):
    """The log, and how to add to it. `who` is by default the name of the operating system's user; `why` is asked of everybody."""

    def merge(
        self,
        refs: Sequence[str],
        *,
        why: str,
        who: str | None = None,
        sort: Sort = Sort.incident,
        expect: Seen | None = None,
    ) -> Judgement:
        """All these are one."""
        with self.record.writing():
            found = self._found(refs, sort, expect)
            if len({each.group for each in found}) < 2:
                raise CannotDecide(f"{_listed(refs)} are one already; there is nothing to merge")
            sides = self._sides(found, expect)
            whole = frozenset().union(*(self._held(each, side) for each, side in zip(found, sides, strict=True)))
            return self._rule("same-actor" if sort is Sort.actor else "merge", sort, why, who, True, (whole,))

    def split(
        self, asked: str, parts: Sequence[str], *, why: str, who: str | None = None, expect: Seen | None = None
    ) -> Judgement:
        """What these reports tell is another incident than the rest of it; `parts` are reports, or REPORT/i3 for one of several."""
        with self.record.writing():
            (found,) = self._found([asked], Sort.incident, expect)
            borne = self._borne(found)
            parted = frozenset(n for (id, local), n in borne.items() if id in parts or f"{id}/{local}" in parts)
            unknown = [p for p in parts if not any(p in (id, f"{id}/{local}") for id, local in borne)]
            if unknown:
                tell = ", ".join(sorted({id for id, _ in borne}))
                raise CannotDecide(f"{_listed(unknown)} tells nothing of {found.ref}; those who do are {tell}")
            rest = frozenset(borne.values()) - parted
            if not rest:
                raise CannotDecide(f"nothing of {found.ref} would be left; name some of its reports, not all")
            return self._rule("split", Sort.incident, why, who, False, (rest, parted))

    def not_same(
        self,
        refs: Sequence[str],
        *,
        why: str,
        who: str | None = None,
        sort: Sort = Sort.incident,
        expect: Seen | None = None,
    ) -> Judgement:
        """No two of these are one: two groups, or two mentions of one group (I12 and I40, which was merged into it)."""
        with self.record.writing():
            found = self._found(refs, sort, expect)
            if len({each.number for each in found}) < 2:
                raise CannotDecide(f"{_listed(refs)}: name two things that are not the same")
            apart = len({each.group for each in found}) == len(found)
            sides = self._sides(found, expect) if apart else tuple(frozenset({each.number}) for each in found)
            return self._rule("not-same", sort, why, who, False, sides)

    def rename(
        self,
        asked: str,
        name: str,
        *,
        why: str,
        who: str | None = None,
        sort: Sort = Sort.incident,
        expect: Seen | None = None,
    ) -> Judgement:
        """Call it so. A name stays with the thing whatever it is merged with; of several the latest is shown."""
        with self.record.writing() as connection:
            (found,) = self._found([asked], sort, expect)
            if not name.strip():
                raise CannotDecide(f"{asked}: a name has letters; `undo` takes one back")
            former = self.names(sort, [found.group]).get(found.group)
            before = [[found.number, former]] if former else []
            number = self._log("rename", why, who, sort=sort, before=before, after=[[found.number, name]])
            named = {"judgement": number, "sort": sort, "number": found.number, "name": name}
            connection.execute(insert(given_name), named)
            return self.get(number)

    def withdraw(self, id: str, *, why: str, who: str | None = None) -> Judgement:
        """This report counts no longer: its accounts are gone, and what only it held together comes apart."""
        with self.record.writing():
            self.record.readings.get(id)
            if id in self.withdrawn():
                raise CannotDecide(f"{id} is withdrawn already")
            number = self._log("withdraw", why, who, after=[[id]])
            self._take_out(id, True)
            return self.get(number)

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
                self._take_out(str(root.after[0][0]), root.number not in taken_back(connection))
            elif target.sort and root.what != "rename":
                self._regroup(undoing, target.sort, target.numbers | root.numbers | self._ruled(root.number))
            return self.get(undoing)

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

    def _sides(self, found: Sequence[Found], expect: Seen | None) -> tuple[frozenset[int], ...]:
        """The mentions of each group that reports tell of; with `expect`, those that were seen."""
        sides = []
        for each in found:
            numbers = self.record.shelf.members(each.sort, [each.group])[each.group]
            living = frozenset(m.number for m in self.record.shelf.named(each.sort, numbers) if m.reports)
            sides.append(living & expect.groups.get(each.asked, living) if expect else living)
        return tuple(sides)

    def _held(self, found: Found, group: frozenset[int]) -> frozenset[int]:
        """Of a group what a ruling must name to have it whole: not what an earlier ruling holds to the mention that was asked for.

        So, when that ruling is undone, what was merged since is as if it had never been.
        """
        components = self.record.shelf.components(found.sort, [found.number])
        component = next(c for c in components if any(m.number == found.number for m in c.members))
        same = [ruling for ruling in component.rulings if ruling.same]
        alone = replace(component, rulings=tuple(ruling for ruling in component.rulings if not ruling.same))
        likeness = next(g for g in groups(alone, self.record.linkables[found.sort]) if found.number in g)
        return (group - _bound(found.number, same)) | (group & (likeness | {found.number}))

    def _borne(self, found: Found) -> dict[tuple[str, str], int]:
        numbers = self.record.shelf.members(found.sort, [found.group])[found.group]
        return {(each.report, each.local): each.number for each in self.record.shelf.bearings(found.sort, numbers)}

    def _rule(
        self, what: str, sort: Sort, why: str, who: str | None, same: bool, sides: tuple[frozenset[int], ...]
    ) -> Judgement:
        with self.record.writing() as connection:
            number = self._log(what, why, who, sort=sort)
            keep(connection, sort, Ruling(number, same, sides))
            self._regroup(number, sort, frozenset().union(*sides))
            return self.get(number)

    def _regroup(self, number: int, sort: Sort, about: Collection[int]) -> None:
        """Form the groups anew; what changes is written down as this judgement's doing."""
        shelf = _Deciding(self.record)
        before = self._groups(sort, about)
        regroup(about, shelf, self.record.linkables[sort])
        self._outcome(number, before | shelf.before, self._groups(sort, about) | shelf.after)

    def _groups(self, sort: Sort, about: Collection[int]) -> set[frozenset[int]]:
        shelf = self.record.shelf
        return set(shelf.members(sort, set(shelf.groups_of(sort, about).values())).values())

    def _take_out(self, id: str, withdrawn: bool) -> None:
        """Let a report count no longer, or again; what then parts or joins is the machine's judgement."""
        self.record.readings.withdraw([id], withdrawn)
        with self.record.looking() as connection:
            rows = connection.execute(select(bearing.c.sort, bearing.c.number).where(bearing.c.report == id)).all()
        for sort, linkable in self.record.linkables.items():
            regroup({number for of, number in rows if of == sort}, self.record.shelf, linkable)

    def _root(self, one: Judgement) -> Judgement:
        """What an undoing of an undoing is about in the end."""
        return self._root(self.get(one.undoes)) if one.undoes else one

    def _ruled(self, number: int) -> set[int]:
        with self.record.looking() as connection:
            return set(connection.execute(select(ruling.c.number).where(ruling.c.judgement == number)).scalars())

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
            return int(connection.execute(insert(judgement).returning(judgement.c.number), row).scalar_one())

    def _outcome(self, number: int, before: set[frozenset[int]], after: set[frozenset[int]]) -> None:
        """Complete a judgement that this transaction has made: its rulings have to be there before it is known what they change."""
        outcome = {"before": listed(sorted(before, key=min)), "after": listed(sorted(after, key=min))}
        with self.record.writing() as connection:
            connection.execute(update(judgement).where(judgement.c.number == number).values(outcome))


class _Deciding(ArchiveShelf):
    """A shelf that logs nothing, for what changes is what a person decided; it keeps the groups that changed."""

    before: set[frozenset[int]]
    after: set[frozenset[int]]

    def settle(self, sort: Sort, groups: Mapping[int, int], covers: Mapping[int, frozenset[int]]) -> None:
        """See `Shelf`."""
        self.before, self.after = self.regroup(sort, groups, covers)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # in a container, the system may know the user by number alone
        raise CannotDecide("the system does not say who you are; give your name with --who") from None


def _bound(number: int, rulings: Iterable[Ruling]) -> set[int]:
    """All that rulings hold to a mention, directly or by way of others."""
    sides = [set().union(*ruling.sides) for ruling in rulings]
    bound = {number}
    while more := set().union(*(side for side in sides if side & bound)) - bound:
        bound |= more
    return bound


def _listed(refs: Iterable[str]) -> str:
    *others, last = refs
    return f"{', '.join(others)} and {last}" if others else last


def _refs(sort: Sort, numbers: Iterable[int]) -> str:
    return _listed([ref(sort, number) for number in sorted(numbers)])
