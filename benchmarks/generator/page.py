"""Tales → a Reading: the page is set, and every mark in it becomes the span of what a reader would have found there."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from benchmarks.generator.nouns import noun
from benchmarks.generator.tale import Said, Tale
from benchmarks.generator.truth import Made, Truth
from benchmarks.generator.versions import MONTHS
from benchmarks.generator.words import Piece, marked
from rashomon.record import (
    Account,
    Act,
    Actor,
    Basis,
    Dateline,
    Figure,
    FigureKind,
    Firmness,
    Incident,
    IncidentPlace,
    IncidentTime,
    Participant,
    Place,
    PlaceMention,
    Published,
    Reader,
    Reading,
    Region,
    RegionKind,
    Relation,
    Report,
    Role,
    Source,
    SourceKind,
    Span,
    Statement,
    Status,
    Tie,
    TieStatus,
    Time,
    TimeType,
    kinds,
)
from rashomon.version import __version__

_READER = Reader(name="rules", version=__version__)
_FIGURE_KINDS = {kind.value: kind for kind in FigureKind}
_RELATIONS = {relation.value: relation for relation in Relation}
_ROLES = {role.value: role for role in Role}
_AUTHOR = Source(kind=SourceKind.author)


@dataclass(frozen=True, slots=True)
class Head:
    """What a page has beside its tales."""

    id: str
    publisher: str
    published: date
    title: list[Piece]
    city: Place
    credit: str | None


Spans = dict[str, list[Span]]


@dataclass(slots=True)
class Page:
    """A page being set: its text so far, and for each tale the spans of its marks."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    regions: list[Region] = field(default_factory=list)

    def set(self, kind: RegionKind, pieces: Iterable[Piece], spans: Spans, gap: str) -> None:
        """One paragraph, after a gap."""
        parts = self.parts
        parts.append(gap)
        start = at = self.length + len(gap)
        opened: dict[str, int] = {}
        for piece in pieces:
            if isinstance(piece, str):
                parts.append(piece)
                at += len(piece)
            elif piece[0]:
                opened[piece[1]] = at
            else:
                spans.setdefault(piece[1], []).append((opened[piece[1]], at))
        self.length = at
        self.regions.append(noun(Region, kind=kind, span=(start, at)))


def set_page(head: Head, tales: Sequence[tuple[Tale, int]]) -> Made:
    """The reading of a report that carries these tales, each up to so many paragraphs, and its truth."""
    page = Page()
    found: list[Spans] = [{} for _ in tales]
    page.set(RegionKind.title, head.title, found[0], "")
    own: Spans = {}
    page.set(RegionKind.dateline, _dateline(head), own, "\n\n")
    gap = " "
    for (tale, paragraphs), spans in zip(tales, found, strict=True):
        for paragraph in tale.paragraphs[:paragraphs]:
            page.set(RegionKind.body, paragraph, spans, gap)
            gap = "\n\n"
    if head.credit:
        page.set(RegionKind.credit, [head.credit], own, "\n\n")
    text = "".join(page.parts)
    report = noun(
        Report,
        id=head.id,
        title="".join(piece for piece in head.title if isinstance(piece, str)),
        publisher=head.publisher,
        language="en",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        dateline=noun(Dateline, place=head.city.name.upper(), date=head.published, span=own["line"][0]),
        published=noun(Published, earliest=head.published, latest=head.published, basis=Basis.given),
        credits=(head.credit.strip("()"),) if head.credit else (),
        regions=tuple(page.regions),
    )
    return _Found(report, text, [(tale, spans) for (tale, _), spans in zip(tales, found, strict=True)]).made(
        noun(PlaceMention, span=own["city"][0], place=head.city, by="places.name")
    )


def _dateline(head: Head) -> list[Piece]:
    """ "KABUL, Jan. 14 --"."""
    day = f", {MONTHS[head.published.month - 1]} {head.published.day} --"
    return [(True, "line"), *marked("city", head.city.name.upper()), day, (False, "line")]


class _Found:
    """What a reader finds on a page."""

    def __init__(self, report: Report, text: str, tales: Sequence[tuple[Tale, Spans]]) -> None:
        self.report, self.text, self.tales = report, text, tales
        self.ids: dict[str, str] = {}
        self.statements: list[Statement] = []
        self.incidents: list[Incident] = []
        self.truth: dict[str, str] = {}
        self.covers: dict[str, tuple[str, ...]] = {}

    def made(self, city: PlaceMention) -> Made:
        """The reading and its truth."""
        actors, people = self._actors()
        for tale, spans in self.tales:
            self._tell(tale, spans)
        reading = noun(
            Reading,
            reader=_READER,
            report=self.report,
            times=tuple(self._times()),
            places=(city, *self._places()),
            actors=actors,
            statements=tuple(self.statements),
            incidents=tuple(self.incidents),
            ties=tuple(self._ties()),
        )
        tales = tuple(tale.id for tale, _ in self.tales)
        return Made(reading, Truth(self.report.id, self.truth, self.covers, people, tales))

    def _actors(self) -> tuple[tuple[Actor, ...], dict[str, str]]:
        """Actors of all tales, who is who among them merged, and the truth of those who can be told apart."""
        actors: list[Actor] = []
        people: dict[str, str] = {}
        for n, (tale, spans) in enumerate(self.tales):
            for key, said in tale.actors.items():
                own_spans = spans.get(key.removeprefix("counted "))
                if own_spans is None:
                    continue
                own = key if said.truth else f"{n} {key}"
                if own in self.ids:
                    continue
                id = self.ids[own] = f"a{len(actors) + 1}"
                elsewhere = (
                    [span for _, more in self.tales[n + 1 :] for span in more.get(key, ())] if said.truth else []
                )
                if said.truth and not said.protected:  # who asked for secrecy is never linked, copies included
                    people[id] = said.truth
                actors.append(
                    noun(
                        Actor, by=said.by, id=id, name=said.name, kind=said.kind, aliases=said.aliases,
                        description=said.description, mentions=(*own_spans, *elsewhere), country=said.country,
                        wikidata=said.wikidata, protected=said.protected,
                    )
                )  # fmt: skip
        return tuple(actors), people

    def _actor(self, n: int, key: str | None) -> str | None:
        return None if key is None else self.ids.get(key) or self.ids.get(f"{n} {key}")

    def _times(self) -> Iterable[Time]:
        for tale, spans in self.tales:
            when = tale.when
            for span in spans.get("time", ()):
                day = when.earliest == when.latest
                value = when.earliest.isoformat() if day and when.earliest else f"{when.earliest:%G-W%V}"
                by = "times.weekday" if day else "times.near"
                yield noun(
                    Time, span=span, type=TimeType.DATE, value=value, earliest=when.earliest, latest=when.latest, by=by
                )

    def _places(self) -> Iterable[PlaceMention]:
        for tale, spans in self.tales:
            for key, place in tale.places.items():
                for span in spans.get(key, ()):
                    yield noun(PlaceMention, span=span, place=place, by="places.name")

    def _ties(self) -> Iterable[Tie]:
        for n, (tale, spans) in enumerate(self.tales):
            for tie in tale.ties:
                a, b, evidence = self._actor(n, tie.a), self._actor(n, tie.b), spans.get(tie.evidence)
                if a and b and evidence:
                    yield noun(
                        Tie, by="ties.preposition", a=a, relation=_RELATIONS[tie.relation], role=tie.role, b=b,
                        status=TieStatus.current, evidence=tuple(evidence),
                    )  # fmt: skip

    def _tell(self, tale: Tale, spans: Spans) -> None:
        n = next(i for i, (other, _) in enumerate(self.tales) if other is tale)
        accounts = []
        for said in tale.statements:
            if said.content in spans:
                statement = self._statement(n, said, spans)
                self.statements.append(statement)
                accounts.append(self._account(n, tale, said, statement, spans))
        if tale.read and "trigger" in spans:
            self._incident(n, tale, spans, accounts)

    def _incident(self, n: int, tale: Tale, spans: Spans, accounts: list[Account]) -> None:
        id = f"i{len(self.incidents) + 1}"
        self.truth[id] = tale.truth
        if tale.covers:
            self.covers[id] = tale.covers
        figures = self._figures(tale, tale.told, spans)
        evidence = (*spans["evidence"], *spans.get("blame", ()))
        culprit = self._actor(n, tale.culprit)
        own = noun(
            Account, by="accounts.report", source=_AUTHOR, act=Act.asserts, firmness=Firmness.certain, evidence=evidence,
            responsible=(culprit,) if culprit else (), figures=figures,
        )  # fmt: skip
        self.incidents.append(
            noun(
                Incident, by=f"incidents.{tale.kind}", id=id, kind=tale.kind, acled=kinds()[tale.kind].acled,
                status=Status.happened, trigger=spans["trigger"][0], evidence=evidence,
                time=self._time(tale, spans), place=self._place(tale, spans),
                participants=tuple(self._participants(n, tale, spans)), figures=figures, accounts=(own, *accounts),
            )
        )  # fmt: skip

    @staticmethod
    def _time(tale: Tale, spans: Spans) -> IncidentTime | None:
        when, span = tale.when, spans.get("time")
        if span is None and when.text is not None:
            return None
        return noun(
            IncidentTime, by=when.by, earliest=when.earliest, latest=when.latest, precision=when.precision,
            span=span[0] if span else None,
        )  # fmt: skip

    @staticmethod
    def _place(tale: Tale, spans: Spans) -> IncidentPlace | None:
        span = spans.get("place")
        if span is None or tale.where.place is None:
            return None
        about: dict[str, Any] = vars(tale.where.place)
        return noun(
            IncidentPlace, **about, precision=tale.where.precision, span=span[0], by="incidents.where.explicit"
        )  # fmt: skip

    def _figures(self, tale: Tale, keys: Iterable[str], spans: Spans) -> tuple[Figure, ...]:
        return tuple(
            noun(
                Figure, by="figures.passive", kind=_FIGURE_KINDS[said.kind], of=said.of, low=said.low, high=said.high,
                text=self.text[span[0] : span[1]], span=span,
            )
            for key in keys
            for said, span in [(tale.figures[key], spans[key][0])]
        )  # fmt: skip

    def _participants(self, n: int, tale: Tale, spans: Spans) -> Iterable[Participant]:
        for role, key, actor in tale.participants:
            if key in spans:
                span = spans[key][0]
                yield noun(
                    Participant, by="incidents.roles", role=_ROLES[role], text=self.text[slice(*span)], span=span,
                    actor=self._actor(n, actor),
                )  # fmt: skip

    def _statement(self, n: int, said: Said, spans: Spans) -> Statement:
        span = spans[said.source][0]
        source = noun(
            Source, actor=self._actor(n, said.actor), text=self.text[slice(*span)], span=span, kind=said.kind,
            named=said.named, protected=said.protected,
        )  # fmt: skip
        return noun(
            Statement, by="statements.verb", id=f"s{len(self.statements) + 1}", cue=spans[said.cue][0],
            content=tuple(spans[said.content]), direct=False, source=source, act=said.act, firmness=Firmness.certain,
        )  # fmt: skip

    def _account(self, n: int, tale: Tale, said: Said, statement: Statement, spans: Spans) -> Account:
        responsible = tuple(id for key in said.responsible if (id := self._actor(n, key)))
        return noun(
            Account, by="accounts.told", source=statement.source, statement=statement.id, act=said.act, firmness=Firmness.certain,
            evidence=statement.content, responsible=responsible, figures=self._figures(tale, said.figures, spans),
        )  # fmt: skip
