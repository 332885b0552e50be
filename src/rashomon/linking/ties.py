"""Ties across reports: every version of each side by side, who affirms, alleges or denies it, and from when to when it held.

A pure function of readings and of what their actors are called in the record. Nothing is decided here: where one report has
a man as a group's commander and another denies it, the tie has both versions.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rashomon.record import ActorKind, Reading, Relation, Tie, TieStatus
from rashomon.record.linked import LinkedTie, TieVersion

Called = Mapping[tuple[str, str], str]
"""What the actor of a report is called in the record: ("REPORT", "a1") gives "A7". Who is in no other report is not there."""

MUTUAL = frozenset({Relation.ally, Relation.enemy, Relation.associate, Relation.alias})
"""Relations that hold both ways: a's ally has a for an ally."""
SIDES = frozenset(
    {
        Relation.member,
        Relation.leader,
        Relation.commander,
        Relation.spokesman,
        Relation.official,
        Relation.supporter,
        Relation.part_of,
    }
)
"""Relations by which somebody is on a side."""


def linked_ties(readings: Iterable[Reading], called: Called, actor: str | None = None) -> list[LinkedTie]:
    """The ties that these reports tell of, each between two of the record, in order of their ids; of one actor where one is given.

    Whoever is in one report alone ("his brother") has a place in the ties of persons who are in the record, as "REPORT/a3".
    """
    found: dict[tuple[str, Relation, str], list[TieVersion]] = {}
    for reading in readings:
        for ends, version in _versions(reading, called):
            if actor is None or actor in (ends[0], ends[2]):
                found.setdefault(ends, []).append(version)
    ties = [LinkedTie(a=a, relation=relation, b=b, versions=_sorted(v)) for (a, relation, b), v in found.items()]
    return sorted(ties, key=lambda tie: (_order(tie.a), tie.relation, _order(tie.b)))


def _versions(reading: Reading, called: Called) -> Iterator[tuple[tuple[str, Relation, str], TieVersion]]:
    kinds = {actor.id: actor.kind for actor in reading.actors}
    report = reading.report.id
    for tie in reading.ties:
        a, b = called.get((report, tie.a)), called.get((report, tie.b))
        persons = [end for end, of in ((tie.a, a), (tie.b, b)) if of and kinds.get(end) is ActorKind.person]
        if not (persons or (a and b)) or (a and a == b):
            continue
        ends = a or f"{report}/{tie.a}", b or f"{report}/{tie.b}"
        if tie.relation in MUTUAL:
            ends = min(ends, key=_order), max(ends, key=_order)
        source = _source(reading, tie, called)
        yield (ends[0], tie.relation, ends[1]), TieVersion(report=report, tie=tie, source=source)


def _source(reading: Reading, tie: Tie, called: Called) -> str | None:
    """Who says so: the record's id of the source, or its words; null where the report itself does."""
    said = next((s.source for s in reading.statements if s.id == tie.statement), None) if tie.statement else None
    if said is None:
        return None
    known = called.get((reading.report.id, said.actor)) if said.actor and not said.protected else None
    return known or said.text or said.kind.value


def _order(ref: str) -> tuple[bool, int, str]:
    """ "A7" before "A12" before who is in one report alone."""
    number = ref[1:]
    return (not number.isdigit(), int(number) if number.isdigit() else 0, ref)


def _sorted(versions: Iterable[TieVersion]) -> tuple[TieVersion, ...]:
    """The earliest first, as far as reports date them."""
    return tuple(sorted(versions, key=lambda v: (v.tie.since or v.tie.until or "9", v.report, v.tie.evidence)))


class Standing(NamedTuple):
    """The versions of a tie by what they do with it."""

    affirmed: tuple[TieVersion, ...]
    alleged: tuple[TieVersion, ...]
    denied: tuple[TieVersion, ...]

    @property
    def disputed(self) -> bool:
        """Whether one denies what another affirms or alleges."""
        return bool(self.denied and (self.affirmed or self.alleged))


def standing(tie: LinkedTie) -> Standing:
    """Who affirms, alleges and denies a tie; a tie of the past is affirmed."""

    def by(*statuses: TieStatus) -> tuple[TieVersion, ...]:
        return tuple(version for version in tie.versions if version.tie.status in statuses)

    return Standing(by(TieStatus.current, TieStatus.former), by(TieStatus.alleged), by(TieStatus.denied))


class Moment(NamedTuple):
    """A tie begins, holds or ends, by one report: "2001 · ends · A7 member of A2 · … who left the Taliban in 2001"."""

    when: str
    what: str
    stated: bool
    tie: LinkedTie
    version: TieVersion
    sentence: str


def timeline(ties: Iterable[LinkedTie], reading: Callable[[str], Reading]) -> list[Moment]:
    """Ties as they begin and end, in time, each with the sentence that says so.

    When is what the report says ("2001", "2001-11"); where it says nothing, its own day, by which the tie holds or is over
    (`stated` is then false). What is denied neither begins nor ends.
    """
    moments = [
        Moment(when or _day(reading(version.report)), what, when is not None, tie, version, sentence)
        for tie in ties
        for version in tie.versions
        if version.tie.status is not TieStatus.denied
        for sentence in [_sentence(reading(version.report), version.tie)]
        for when, what in _turns(version.tie)
    ]
    return sorted(moments, key=lambda m: (m.when, _ENDS_FIRST[m.what], m.tie.a, m.tie.b, m.version.report))


_ENDS_FIRST = {"ends": 0, "begins": 1, "holds": 2}


def _turns(tie: Tie) -> list[tuple[str | None, str]]:
    """A defector's tie is the end of one to the side he left."""
    turns: list[tuple[str | None, str]] = [(tie.since, "begins")] if tie.since else []
    if tie.relation is Relation.defector:
        return [(tie.since or tie.until, "ends")]
    if tie.until or tie.status is TieStatus.former:
        return [*turns, (tie.until, "ends")]
    return turns or [(None, "holds")]


def _day(reading: Reading) -> str:
    published = reading.report.published
    return str(published.latest) if published and published.latest else "9999"


def _sentence(reading: Reading, tie: Tie) -> str:
    return " … ".join(" ".join(reading.report.text[start:end].split()) for start, end in tie.evidence)


class Change(NamedTuple):
    """Somebody leaves one side and is on another: `left` ends, `joined` begins or holds."""

    actor: str
    left: Moment
    joined: Moment


def changes_of_side(moments: Sequence[Moment]) -> list[Change]:
    """Who is on another side than before, in the order of a timeline: each end with what the same actor is on next, once."""
    found: dict[tuple[str, str, str], Change] = {}
    for n, left in enumerate(moments):
        if left.what != "ends" or left.tie.relation not in SIDES | {Relation.defector}:
            continue
        actor, side = left.tie.a, left.tie.b
        joined = next((m for m in moments[n + 1 :] if m.tie.a == actor and _is_on_other(m, side)), None)
        if joined is not None and not _already(moments[:n], joined):
            found.setdefault((actor, side, joined.tie.b), Change(actor, left, joined))
    return list(found.values())


def _is_on_other(moment: Moment, side: str) -> bool:
    return moment.what != "ends" and moment.tie.relation in SIDES and moment.tie.b != side


def _already(before: Iterable[Moment], joined: Moment) -> bool:
    """Whether the actor was on that side before it left the other: a post that goes on is no change."""
    return any(m.tie.a == joined.tie.a and m.tie.b == joined.tie.b and m.what != "ends" for m in before)
