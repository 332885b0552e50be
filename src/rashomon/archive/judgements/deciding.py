"""Deciding what is one and what is not, what it is called, and which reports count."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import insert, select, update

from rashomon.archive.judgements import judged
from rashomon.archive.judgements.judgement import Judgement, Seen
from rashomon.archive.judgements.judging import Judging, listed_refs
from rashomon.archive.judgements.rulings import keep
from rashomon.archive.judgements.verdicts import listed
from rashomon.archive.refs import Found
from rashomon.archive.shelf import ArchiveShelf
from rashomon.archive.tables import bearing, given_name, judgement, ruling
from rashomon.errors import CannotDecide
from rashomon.linking.grouping import groups
from rashomon.linking.link import regroup
from rashomon.linking.mention import Ruling, Sort


class Deciding(Judging):
    """A decision is one transaction: it is logged, and the groups that it concerns are formed anew at once."""

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
                raise CannotDecide(f"{listed_refs(refs)} are one already; there is nothing to merge")
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
                raise CannotDecide(f"{listed_refs(unknown)} tells nothing of {found.ref}; those who do are {tell}")
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
                raise CannotDecide(f"{listed_refs(refs)}: name two things that are not the same")
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
            self._mark(sort, [found.number])
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

    def _sides(self, found: Sequence[Found], expect: Seen | None) -> tuple[frozenset[int], ...]:
        """The mentions of each group that reports tell of; with `expect`, those that were seen."""
        sides = []
        for each in found:
            numbers = self.record.shelf.members(each.sort, [each.group])[each.group]
            living = frozenset(m.number for m in self.record.shelf.plain(each.sort, numbers) if m.reports)
            sides.append(living & expect.groups.get(each.asked, living) if expect else living)
        return tuple(sides)

    def _held(self, found: Found, group: frozenset[int]) -> frozenset[int]:
        """Of a group what a ruling must name to have it whole: not what an earlier ruling holds to the mention that was asked for.

        So, when that ruling is undone, what was merged since is as if it had never been.
        """
        if not any(ruling.same for ruling in self.record.shelf.rulings_about(found.sort, [found.number])):
            return group  # as most often; to see what likeness alone holds takes as long as the ruling itself
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
            judged.note(connection, [(number, sort, frozenset().union(*sides))])
            self._regroup(number, sort, frozenset().union(*sides))
            return self.get(number)

    def _regroup(self, number: int, sort: Sort, about: Collection[int]) -> None:
        """Form the groups anew; what changes is written down as this judgement's doing."""
        shelf = _Deciding(self.record)
        before = self._groups(sort, about)
        regroup(about, shelf, self.record.linkables[sort])
        self._outcome(number, sort, before | shelf.before, self._groups(sort, about) | shelf.after)

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

    def _ruled(self, number: int) -> set[int]:
        with self.record.looking() as connection:
            return set(connection.execute(select(ruling.c.number).where(ruling.c.judgement == number)).scalars())

    def _outcome(self, number: int, sort: Sort, before: set[frozenset[int]], after: set[frozenset[int]]) -> None:
        """Complete a judgement that this transaction has made: its rulings have to be there before it is known what they change."""
        outcome = {"before": listed(sorted(before, key=min)), "after": listed(sorted(after, key=min))}
        with self.record.writing() as connection:
            connection.execute(update(judgement).where(judgement.c.number == number).values(outcome))
            judged.note(connection, [(number, sort, frozenset().union(*before, *after))])


class _Deciding(ArchiveShelf):
    """A shelf that logs nothing, for what changes is what a person decided; it keeps the groups that changed."""

    before: set[frozenset[int]]
    after: set[frozenset[int]]

    def settle(self, sort: Sort, groups: Mapping[int, int], covers: Mapping[int, frozenset[int]]) -> None:
        """See `Shelf`."""
        self.before, self.after = self.regroup(sort, groups, covers)


def _bound(number: int, rulings: Iterable[Ruling]) -> set[int]:
    """All that rulings hold to a mention, directly or by way of others."""
    sides = [set().union(*ruling.sides) for ruling in rulings]
    bound = {number}
    while more := set().union(*(side for side in sides if side & bound)) - bound:
        bound |= more
    return bound
