"""A record as it is looked at, by which rule, as of which day, by which profile: what commands, page and desk draw from."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from rashomon.archive import Record, listing
from rashomon.archive.actors import naming
from rashomon.archive.actors.find_actor import find_actor
from rashomon.archive.provenance import RecordProvenance
from rashomon.archive.readings.at_hand import ReadingsAtHand
from rashomon.archive.refs import Found, find, is_numbered, ref
from rashomon.engines.engine import batches
from rashomon.errors import NotInRecord
from rashomon.export.actor import ActorStory, Appearance, actor_story, in_incidents, parts_in
from rashomon.export.by_then import actor_by_then, appeared, ties_by_then
from rashomon.export.decision import Decision, decisions
from rashomon.export.gathered import Gathered, gathered
from rashomon.export.headline import Headline, headline
from rashomon.export.masks import Masks, masks_of
from rashomon.export.redaction import Profile
from rashomon.export.story import Story, story
from rashomon.linking.mention import Sort
from rashomon.record import Reading, Span
from rashomon.record.linked import LinkedActor, LinkedIncident

AT_ONCE = 256
"""Incidents that are gathered at once."""


class Listed(NamedTuple):
    """Some incidents in a line each, and how many there are in all."""

    lines: list[Headline]
    of: int


class Viewing:
    """One look at a record. Nothing is kept but some readings, so that any number of incidents takes little memory.

    Raises NotInRecord where nothing was linked yet.
    """

    def __init__(
        self, record: Record, profile: Profile = Profile.internal, rule: str = "range", as_of: date | None = None
    ) -> None:
        self.record, self.profile, self.rule, self.as_of = record, profile, rule, as_of
        self.at_hand = ReadingsAtHand(record)
        if not listing.is_linked(record):
            raise NotInRecord(f"{record.where}: not linked yet; run `rashomon link {record.where}`")

    @cached_property
    def waiting(self) -> int:
        """How many reports wait to be linked."""
        return listing.waiting(self.record)[0]

    @cached_property
    def masks(self) -> Masks:
        """Whom this look does not name."""
        return Masks(Profile.internal) if self.profile is Profile.internal else masks_of(self.record, ())

    @cached_property
    def provenance(self) -> RecordProvenance:
        """Whose tellings the accounts of the record's reports are, and what it calls its actors."""
        return self.record.linked.provenance(self.at_hand, self.as_of)

    def gathered(self, incidents: Iterable[LinkedIncident]) -> Iterator[Gathered]:
        """Incidents with their readings, but for those of which nobody had told by the day looked at."""
        for some in batches(incidents, AT_ONCE):
            reports = {told.report for incident in some for told in incident.told}
            self.provenance.have(reports)
            self.masks.have(reports)
            for incident in some:
                each = gathered(incident, self.at_hand.get, self.provenance.among, self.as_of)
                if each is not None:
                    yield each

    def _incidents(self, numbers: Iterable[int] | None = None) -> Iterator[Gathered]:
        """The incidents of these numbers, or all, gathered."""
        return self.gathered(self.record.linked.incidents(numbers, self.at_hand))

    def headline(self, each: Gathered) -> Headline:
        """An incident in a line."""
        return headline(each, each.view(self.rule), self.masks.over(each.readings.values()))

    def most_told(self, limit: int | None = None) -> Listed:
        """The incidents that most reports tell first, the latest told first among equals."""
        numbers = listing.most_told(self.record, as_of=self.as_of, limit=limit)
        return Listed(self._lines(numbers), listing.how_many(self.record, as_of=self.as_of))

    def most_disputed(self, limit: int | None = None) -> Listed:
        """The incidents on which accounts differ: those with most disputed attributes first, then those of most origins."""
        ranked = sorted(self._disputed())
        return Listed(self._lines(number for _, number in ranked[:limit]), len(ranked))

    def by_dispute(self, limit: int | None = None) -> tuple[list[int], int]:
        """The numbers of the most disputed incidents and, behind them, of the most told others; and how many there are."""
        disputed = [number for _, number in sorted(self._disputed())]
        others = listing.most_told(self.record, as_of=self.as_of, limit=limit)
        return list(dict.fromkeys([*disputed, *others]))[:limit], listing.how_many(self.record, as_of=self.as_of)

    def stories(self, numbers: Iterable[int]) -> Iterator[Story]:
        """Incidents in full, but for what was decided about them."""
        return (story(each, self.masks, self.rule) for each in self._incidents(numbers))

    def _disputed(self) -> Iterator[tuple[tuple[int, int, int], int]]:
        """The number of each disputed incident with its rank. One account alone disputes nothing and is not weighed."""
        several = (
            i
            for i in self.record.linked.incidents(readings=self.at_hand)
            if sum(len(told.incident.accounts) for told in i.told) > 1
        )
        for each in self.gathered(several):
            view = each.view(self.rule)
            if view.disputes:
                rank = -len(view.disputes), -view.corroboration.independent, -len(each.readings)
                yield rank, int(each.incident.id[1:])

    def searched(self, words: str, limit: int | None = None, disputed: bool = False) -> Listed:
        """The incidents told with these words, those of the latest reports first; only the disputed, if asked.

        Where a report has the words in a paragraph that tells of an incident, its other incidents are left out.
        """
        spans = {hit.report: hit.spans for hit in self.record.search(words)}
        numbers = listing.told_in(self.record, spans, as_of=self.as_of)
        found = [(_told_there(each, spans), self.headline(each)) for each in self._incidents(numbers)]
        near = [line for there, line in found if there] or [line for _, line in found]
        lines = [line for line in near if line.disputed or not disputed]
        return Listed(lines[:limit], len(lines))

    def story(self, asked: str) -> Story:
        """An incident in full, by its number or as a report's reading calls it. Raises NotInRecord."""
        there = find(self.record, asked, Sort.incident)
        return story(self.told(there.ref), self.masks, self.rule, self._decisions(there))

    def told(self, asked: str) -> Gathered:
        """An incident with all that its story is told from. Raises NotInRecord."""
        found = find(self.record, asked, Sort.incident)
        for each in self._incidents([found.group]):
            return each
        raise NotInRecord(f"{self.record.where}: nobody had told of {asked} by {self.as_of}, as far as is known")

    def actor(self, asked: str, among: Collection[str] | None = None, *, incidents: bool = True) -> ActorStory:
        """An actor in full, by name or number; as only some reports tell of it, if these are given. Raises NotInRecord."""
        there = find(self.record, ref(Sort.actor, find_actor(self.record, asked)), Sort.actor)
        members = self.record.shelf.members(Sort.actor, [there.group])[there.group]
        reports = {each.report for each in self.record.shelf.bearings(Sort.actor, members, among)}
        self.at_hand.have(reports)
        self.masks.have(reports)
        found = self.record.linked.actor(there.ref, reports, self.at_hand)
        actor = actor_by_then(found, self._appeared)
        if actor is None:
            raise NotInRecord(f"{self.record.where}: nobody had named {asked} by {self.as_of}, as far as is known")
        ties = ties_by_then(self.record.linked.ties(actor.id, reports), self._appeared)
        names = self._names({actor.id, *(end for tie in ties for end in (tie.a, tie.b))})
        told = actor_story(
            actor.model_copy(update={"name": names[actor.id]}),
            ties,
            names.__getitem__,
            self.at_hand.get,
            self.masks,
            decisions=self._decisions(there),
        )
        return in_incidents(told, self._appearances(actor)) if incidents and told.reports else told

    def _names(self, ids: Iterable[str]) -> dict[str, str]:
        """What the record calls its actors ("A7"), and reports those that are in no other ("REPORT/a3"): all at once."""
        numbers = {id: int(id[1:]) for id in ids if is_numbered(id, Sort.actor)}
        called = naming.names(self.record, numbers.values(), self.as_of)
        alone = (id.rpartition("/") for id in ids if id not in numbers)
        return {id: called.get(number, id) for id, number in numbers.items()} | {
            f"{report}/{local}": next(a.name for a in self.at_hand.get(report).actors if a.id == local)
            for report, _, local in alone
        }

    def redirect(self, asked: str, sort: Sort = Sort.incident) -> str | None:
        """Where a number is now another's, that one and since when: "I40 is now I12, merged on 2026-11-20 by Amal".

        By whom is nobody's business outside.
        """
        there = find(self.record, asked, sort)
        if there.redirect is None or self.profile is Profile.public:
            return there.redirect
        merged = next(
            (j for j in self.record.judgements.log(there) if there.number in j.numbers and not j.undone), None
        )
        by = (
            f", by judgement {merged.number} ({merged.what}) of {merged.made:%Y-%m-%d} by {merged.who}"
            if merged
            else ""
        )
        return there.redirect + by

    def _appeared(self, report: str) -> bool:
        return appeared(self.at_hand.get(report).report, self.as_of)

    def _lines(self, numbers: Iterable[int]) -> list[Headline]:
        return [self.headline(each) for each in self._incidents(numbers)]

    def _decisions(self, there: Found) -> list[Decision]:
        """What was decided about it, and by whom: nobody's business outside."""
        return decisions(self.record.judgements.log(there)) if self.profile is Profile.internal else []

    def _appearances(self, actor: LinkedActor) -> list[Appearance]:
        """The incidents in which an actor is, and as what."""
        locals_: dict[str, set[str]] = {}
        for mention in actor.mentions:
            locals_.setdefault(mention.report, set()).add(mention.actor.id)
        numbers = listing.told_in(self.record, locals_, as_of=self.as_of)
        found = ((each, _parts(each, locals_)) for each in self._incidents(numbers))
        return [Appearance(parts=parts, incident=self.headline(each)) for each, parts in found if parts]


def _parts(each: Gathered, actor: dict[str, set[str]]) -> tuple[str, ...]:
    parts = (
        part for told in each.alone for local in actor.get(told.report, ()) for part in parts_in(told.incident, local)
    )
    return tuple(dict.fromkeys(parts))


def _told_there(each: Gathered, spans: dict[str, tuple[Span, ...]]) -> bool:
    """Whether any of these stretches of the reports stands in a paragraph that tells of the incident."""
    return any(
        start < end_of_paragraph and end > start_of_paragraph
        for told in each.incident.told
        for start_of_paragraph, end_of_paragraph in _paragraphs(told.incident.evidence, each.readings[told.report])
        for start, end in spans.get(told.report, ())
    )


def _paragraphs(evidence: Sequence[Span], reading: Reading) -> list[Span]:
    regions = [region.span for region in reading.report.regions]
    return [r for r in regions if any(s < r[1] and e > r[0] for s, e in evidence)] or list(evidence)
