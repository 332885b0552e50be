"""Readings and a way of linking them so simple that one sees at once what must come out.

Every incident is a number of killed: those that differ by half a man at most are one, those that differ by more than one and a
half are not compared, and a person is asked about what lies between.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import product
from math import floor

from rashomon.archive import Record
from rashomon.archive.linking import link_unlinked
from rashomon.linking.linkable import Linkable, Step, Waterfall
from rashomon.linking.mention import Edge, Mention, Shelved, Sort
from rashomon.record import (
    Account,
    Actor,
    ActorKind,
    Figure,
    FigureKind,
    Incident,
    Reader,
    Reading,
    Report,
    Source,
    SourceKind,
)

WORD = "attack "


def reading(report: str, *killed: float, version: str = "1", words: str = WORD, shift: int = 0) -> Reading:
    """A report with an incident for each number, in which so many (in tenths) were killed, by the Front of the first one's size."""
    text = " " * shift + words * max(1, len(killed))
    place = [(shift + n * len(words), shift + n * len(words) + len(words) - 1) for n in range(len(killed))]
    incidents = tuple(
        _incident(f"i{n}", span, dead) for n, (span, dead) in enumerate(zip(place, killed, strict=True), 1)
    )
    actors = (Actor(id="a1", name="the Front", kind=ActorKind.armed_group, mentions=((0, 1),)),)
    of = Report(id=report, title=report, text=text, sha256=sha256(text.encode()).hexdigest())
    return Reading(reader=Reader(name="toy", version=version), report=of, actors=actors, incidents=incidents)


def _incident(id: str, span: tuple[int, int], dead: float) -> Incident:
    killed = Figure(kind=FigureKind.killed, low=round(dead * 10), high=round(dead * 10), text="some", span=span)
    told = Account(source=Source(kind=SourceKind.author), evidence=(span,), figures=(killed,))
    return Incident(id=id, kind="killing", trigger=span, evidence=(span,), figures=(killed,), accounts=(told,))


def mentions(reading: Reading) -> list[Mention]:
    return [_mention(reading.report.id, incident) for incident in reading.incidents]


def _mention(report: str, incident: Incident) -> Mention:
    dead = (incident.figures[0].low or 0) / 10
    near = tuple(f"about {floor(dead) + off}" for off in (-1, 0, 1, 2))
    return Mention(report, incident.id, f"{report}/{incident.trigger[0]}", {"dead": dead}, near)


def weight(left: Shelved, right: Shelved) -> float:
    return 6 - 4 * abs(left.features["dead"] - right.features["dead"])


def compare(new: Sequence[Shelved], known: Sequence[Shelved]) -> Iterator[Edge]:
    for left, right in product(new, (*new, *known)):
        if left.number < right.number or right in known:
            one, other = sorted((left, right), key=lambda m: m.number)
            if one.number != other.number and weight(one, other) >= 0:
                yield Edge(one.number, other.number, weight(one, other))


def _why(left: Shelved, right: Shelved) -> Waterfall:
    step = Step("killed", str(left.features["dead"]), str(right.features["dead"]), "near", weight(left, right))
    return Waterfall(0.0, (step,))


INCIDENTS = Linkable(
    Sort.incident, mentions, compare, _why, ask=0.0, sure=4.0, missing=0.0, hold=2.0, one_a_report=True
)


def _named(reading: Reading) -> list[Mention]:
    return [
        Mention(reading.report.id, a.id, a.name, {"name": a.name, "kind": a.kind, "country": None}, (a.name,))
        for a in reading.actors
    ]


ACTORS = Linkable(Sort.actor, _named, lambda new, known: [], _why, ask=0.0, sure=4.0)


def linkables() -> Mapping[Sort, Linkable]:
    return {Sort.actor: ACTORS, Sort.incident: INCIDENTS}


def use(record: Record) -> Record:
    """Have a record linked in this way."""
    record.__dict__["linkables"] = linkables()
    return record


def linked(record: Record, *readings: Reading) -> None:
    """Put readings and link them, one batch."""
    use(record)
    record.readings.put(readings)
    assert sum(link_unlinked(record)) >= len(readings)


def groups(record: Record, sort: Sort = Sort.incident) -> set[frozenset[int]]:
    """The groups of a record."""
    return set(record.shelf.members(sort, range(1, record.shelf.last(sort) + 1)).values())


def of(*groups: Iterable[int]) -> set[frozenset[int]]:
    return set(map(frozenset, groups))
