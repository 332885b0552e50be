"""A reading → what its page lists, in words, with places in the text as whoever looks may see it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from rashomon.export import Profile, Redaction
from rashomon.export.redaction import PROTECTED
from rashomon.export.words import when, where
from rashomon.record import (
    Actor,
    Found,
    Incident,
    IncidentPlace,
    PlaceMention,
    Reading,
    Source,
    SourceKind,
    Span,
    Statement,
    Tie,
    Time,
)
from rashomon.review.marking.read import Coded, Everything, IncidentRead, Item, StatementRead
from rashomon.review.marking.shown import Shown
from rashomon.review.marking.values import Values
from rashomon.weighing.dispute import days

FoundT = TypeVar("FoundT", bound=Found)

THRESHOLD = 0.5
"""A value less probable than this is more likely wrong than right: one may hide it. Nothing is hidden unasked:
a doubtful find may be the only denial of a report."""


class Known(NamedTuple):
    """What the record knows of a report's incidents and actors ("i3" → "I12"), and what people said of its values."""

    incidents: Mapping[str, str] = {}
    actors: Mapping[str, str] = {}
    codings: Mapping[tuple[str, str, str], Coded] = {}


@dataclass
class Listing:
    """One report's reading, being listed for somebody; `sure`: without what is less probable than not."""

    reading: Reading
    redaction: Redaction
    known: Known
    sure: bool = False
    less_sure: int = 0
    _tints: dict[str, int] = field(default_factory=dict)

    @cached_property
    def shown(self) -> Shown:
        """The text as they may see it."""
        text = self.reading.report.text
        return Shown(text, self.redaction.found(text))

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The report's actors by what its reading calls them."""
        return {actor.id: actor for actor in self.reading.actors}

    @cached_property
    def decides(self) -> bool:
        """Whether they are given what deciding takes: it names everybody."""
        return self.redaction.profile is Profile.internal

    @cached_property
    def coded(self) -> dict[tuple[str, str], set[str]]:
        """Of which attributes of an incident (and account) people said what they are."""
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for ref, account, attribute in self.known.codings:
            found[ref, account].add(attribute)
        return found

    def everything(self) -> Everything:
        """All that was read."""
        of = self.reading
        found = Everything(
            statements=tuple(map(self._statement, self.shown_of(of.statements))),
            incidents=tuple(self._incident(each) for each in self.shown_of(of.incidents)),
            times=tuple(self._plain("t", of.times, [_days(each) for each in of.times])),
            places=tuple(self._plain("p", of.places, [_where(each) for each in of.places])),
            actors=tuple(map(self._actor, self.shown_of(of.actors))),
            ties=tuple(self._tie(number, tie) for number, tie in enumerate(of.ties) if self.is_sure(tie)),
        )
        return found.model_copy(update={"less_sure": self.less_sure, "left_out": of.left_out})

    def is_sure(self, found: Found) -> bool:
        """Whether it is shown; what is less probable than not is counted."""
        likely = found.confidence is None or found.confidence >= THRESHOLD
        self.less_sure += not likely
        return likely or not self.sure

    def shown_of(self, found: Iterable[FoundT]) -> Iterator[FoundT]:
        """Those that are shown."""
        return filter(self.is_sure, found)

    def name(self, id: str) -> str:
        """What an actor is called, to whoever looks."""
        actor = self.actors.get(id)
        if actor is None:
            return id
        return PROTECTED if self._kept_apart(actor) else self.redaction.text(actor.name)

    def ref(self, id: str | None) -> str | None:
        """What the record calls an actor: "A7". Of those who asked for protection nobody outside is told who is whom."""
        actor = self.actors.get(id or "")
        return None if actor is None or self._kept_apart(actor) else self.known.actors.get(actor.id)

    def _kept_apart(self, actor: Actor) -> bool:
        return actor.protected and not self.decides

    def source(self, source: Source) -> str:
        """What a source is called; the report's own voice is its own."""
        if source.kind is SourceKind.author:
            return "the report itself"
        return self.redaction.speaker(source, self.actors.get(source.actor or ""))

    def said(self, spans: Iterable[Span]) -> str:
        """The report's words at some spans, on one line."""
        return " … ".join(" ".join(self.shown.text[slice(*span)].split()) for span in self.shown.spans(spans))

    def _plain(self, letter: str, found: Sequence[Time | PlaceMention], means: Sequence[str]) -> Iterator[Item]:
        """Times and places: the report's words, and what they mean."""
        for number, (each, meaning) in enumerate(zip(found, means, strict=True)):
            if self.is_sure(each):
                said = f"{self.said([each.span])}: {self.redaction.text(meaning)}"
                yield self.item(f"{letter}{number}", said, [each.span], each)

    def item(self, id: str, words: str, spans: Iterable[Span], found: Found | None, ref: str | None = None) -> Item:
        """A thing in words, which must have been masked."""
        by = (found.by, found.confidence) if isinstance(found, Found) else (None, None)
        return Item(id=id, words=words, spans=self.shown.spans(spans), by=by[0], confidence=by[1], ref=ref)

    def _actor(self, actor: Actor) -> Item:
        """An actor by name; what describes somebody whose name is withheld is withheld, too."""
        name = self.name(actor.id)
        described = f", {actor.description}" if actor.description and name == actor.name else ""
        words = name + self.redaction.text(described)
        words += " (asked for protection)" if actor.protected and self.decides else ""
        return self.item(actor.id, words, actor.mentions, actor, self.ref(actor.id))

    def _tie(self, number: int, tie: Tie) -> Item:
        role = f" ({self.redaction.text(tie.role)})" if tie.role and tie.role != tie.relation.value else ""
        held = ", ".join(filter(None, (tie.status.value, _since(tie.since, tie.until))))
        words = f"{self.name(tie.a)} – {tie.relation.value.replace('_', ' ')}{role} – {self.name(tie.b)}, {held}"
        return self.item(f"r{number}", words, tie.evidence, tie)

    def _statement(self, said: Statement) -> StatementRead:
        about = [span for span in (said.cue, said.source.span) if span]
        hidden = said.source.protected and not self.decides
        key = PROTECTED if hidden else said.source.actor or said.source.text or said.source.kind.value
        return StatementRead(
            id=said.id,
            source=self.source(said.source),
            kind=said.source.kind.value,
            tint=self._tints.setdefault(key, len(self._tints)),
            protected=said.source.protected,
            act=said.act.value,
            firmness=said.firmness.value,
            direct=said.direct,
            channel=self.redaction.text(said.channel) if said.channel else None,
            within=said.within,
            content=self.shown.spans(said.content),
            about=self.shown.spans(about),
            confidence=said.confidence,
        )

    def _incident(self, incident: Incident) -> IncidentRead:
        values = Values(self, incident)
        return IncidentRead(
            id=incident.id,
            ref=self.known.incidents.get(incident.id),
            words=self.redaction.text(
                f"{incident.kind.replace('_', ' ')}, {when(incident.time)}, {where(incident.place)}"
            ),
            trigger=self.shown.span(incident.trigger),
            spans=self.shown.spans(incident.evidence),
            values=tuple(values.of_incident()),
            accounts=tuple(values.accounts()),
            confidence=incident.confidence,
        )


def listed(reading: Reading, redaction: Redaction, known: Known, sure: bool = False) -> tuple[Shown, Everything]:
    """The text of a report and what was read in it, as whoever looks by these masks may see them."""
    listing = Listing(reading, redaction, known, sure)
    return listing.shown, listing.everything()


def _days(time: Time) -> str:
    """The days that an expression means; a duration or a set means none by itself."""
    return days(time.earliest, time.latest) if time.earliest or time.latest else time.value


def _where(mention: PlaceMention) -> str:
    place = mention.place
    return where_is(place.name, place.admin1, place.country) if place else "not in the gazetteer"


@lru_cache(4096)
def where_is(name: str, admin1: str | None, country: str | None) -> str:
    """A place in words. Names are compared for it, and a long report names Kabul a hundred times."""
    return where(IncidentPlace(name=name, admin1=admin1, country=country))


def _since(since: str | None, until: str | None) -> str:
    """ "since 2001", "until 2005", "2001 to 2005"."""
    if since and until:
        return f"{since} to {until}"
    return f"since {since}" if since else f"until {until}" if until else ""
