"""The component: triggers, roles, status, kind, time and place of each mention; mentions merged into incidents."""

from bisect import bisect_right
from collections.abc import Callable
from pathlib import Path

from spacy.tokens import Doc, Token

from rashomon.reading.document import covers, span_of
from rashomon.reading.figures import figures_of
from rashomon.reading.heads.confidence import Judge, judge
from rashomon.reading.incidents.acled import acled_of
from rashomon.reading.incidents.belonging import hand_out
from rashomon.reading.incidents.country import country_of, in_country
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.filling import participants
from rashomon.reading.incidents.forces import set_doers
from rashomon.reading.incidents.judging import judged
from rashomon.reading.incidents.kinds import clues_of, refined, settled
from rashomon.reading.incidents.mention import Mention
from rashomon.reading.incidents.merging import merge
from rashomon.reading.incidents.nearness import chain, is_aside, looks_back
from rashomon.reading.incidents.roles import fill_roles
from rashomon.reading.incidents.scene import set_scene
from rashomon.reading.incidents.status import is_generic, status_of
from rashomon.reading.incidents.triggers import find_mentions, is_told
from rashomon.reading.incidents.victims import SUFFERED, is_borne_out, uncounted
from rashomon.reading.incidents.when import Dated, dated, time_of
from rashomon.reading.incidents.where import Located, located, place_of
from rashomon.reading.incidents.words import mark_places
from rashomon.reading.syntax import clause
from rashomon.record import Figure, Incident, IncidentPlace, Participant, RegionKind, Span, kinds


class IncidentReader:
    """Fills `doc._.incidents`."""

    def __init__(self, kinds_file: str = "", judge: Callable[[str], Judge] = judge) -> None:
        self.kinds = kinds().with_file(Path(kinds_file)) if kinds_file else kinds()
        self.judge = judge

    def __call__(self, doc: Doc) -> Doc:
        """Read the incidents of one Doc."""
        places = located(doc)
        doc._.incidents = self.incidents(doc, self.drafts(doc, places), places)
        return doc

    def drafts(self, doc: Doc, places: list[Located]) -> list[Draft]:
        """What the rules take for an incident, in text order."""
        times = dated(doc)
        drafts = [draft for draft in merge(self.mentions(doc, times, places)) if _tells(draft)]
        set_scene(drafts, places, times)
        set_doers(drafts)
        return sorted(drafts, key=lambda draft: min(m.trigger.i for m in draft.mentions))

    def incidents(self, doc: Doc, drafts: list[Draft], places: list[Located]) -> list[Incident]:
        """Drafts as incidents; where there are heads, those that they bear out, with whom they propose."""
        if doc._.heads is not None:
            drafts = judged(doc, drafts, self.judge("incidents"))
            hand_out(doc, [draft for draft in drafts if draft.confidence is not None])
        country = country_of(doc, places) if drafts else None
        return [self.incident(f"i{n}", draft, country) for n, draft in enumerate(drafts, 1)]

    def mentions(self, doc: Doc, times: list[Dated], places: list[Located]) -> list[Mention]:
        """All mentions that tell of an incident, with all that their own sentence says of it."""
        mark_places(doc)
        found = find_mentions(doc)
        triggers = frozenset(m.trigger.i for m in found)
        starts = [sentence.start for sentence in doc.sents] if found else []
        said = [content for statement in doc._.statements for content in statement.content]
        kept = []
        for mention in found:
            status = status_of(mention.trigger)
            if status is None or not is_told(mention) or is_generic(mention.trigger, lead=_is_lead(mention.trigger)):
                continue
            mention.status = status
            mention.sentence = bisect_right(starts, mention.trigger.i)
            fill_roles(mention, triggers)
            mention.clues = clues_of(mention)
            mention.kind = refined(mention)
            mention.time = time_of(mention.trigger, times)
            mention.place = place_of(mention.trigger, places)
            mention.definite = _is_definite(mention)
            mention.headline = _is_headline(mention.trigger)
            mention.caption = _stands_in(mention.trigger, RegionKind.caption)
            mention.attributed = any(covers(content, span_of([mention.trigger])) for content in said)
            mention.aside = _is_aside(mention)
            mention.figures = figures_of(doc, mention.trigger, mention.frame.counts)
            kept.append(mention)
        return kept

    def incident(self, id: str, draft: Draft, country: IncidentPlace | None) -> Incident:
        """The incident that a draft has come to, in a report that plays in `country`."""
        main, doc = draft.main, draft.main.trigger.doc
        kind, taking_part, figures = settled(draft), self.participants(draft), _figures(doc, draft)
        return Incident(
            id=id,
            kind=kind,
            acled=acled_of(draft, kind, self.kinds),
            status=main.status,
            trigger=span_of([main.trigger]),
            evidence=_evidence(draft),
            time=draft.time,
            place=in_country(draft.place, country),
            participants=taking_part,
            figures=(*figures, *uncounted(doc, draft, taking_part, figures)),
            by=f"incidents.{main.frame.name}",
            confidence=draft.confidence,
        )

    def participants(self, draft: Draft) -> tuple[Participant, ...]:
        """Who takes part, in a draft that was not judged by the rules alone."""
        if draft.confidence is None:
            return _participants(draft)
        return participants(draft.main.trigger.doc, draft, self.judge("participants"))


def _tells(draft: Draft) -> bool:
    """Not "violence continued", "the incident": a noun with nobody, nothing, no day and no place to it tells of no incident."""
    if all(m.frame.anaphor for m in draft.mentions):
        return False
    if any(m.fillers or m.figures or m.frame.bare or _is_lead(m.trigger) for m in draft.mentions):
        return True
    return any(
        not (m.is_verbal or m.frame.is_general or m.frame.effect) and (m.time or m.place) for m in draft.mentions
    )


def _stands_in(trigger: Token, *kinds: RegionKind) -> bool:
    regions = trigger.doc._.regions
    return regions is not None and regions[trigger.i] in kinds


def _is_headline(trigger: Token) -> bool:
    return _stands_in(trigger, RegionKind.title, RegionKind.heading)


def _is_aside(mention: Mention) -> bool:
    """Background. What a source said that somebody "had done" looks back on nothing."""
    trigger = mention.trigger
    return is_aside(trigger) or (not mention.attributed and any(looks_back(t) for t in chain(trigger)))


def _is_lead(trigger: Token) -> bool:
    if _is_headline(trigger):
        return True
    first = next(iter(trigger.doc.sents))
    return trigger.i < first.end


def _is_definite(mention: Mention) -> bool:
    trigger = mention.trigger
    if trigger.dep_ == "conj" and trigger.head.pos_ == "NOUN" and not any(c.dep_ == "det" for c in trigger.children):
        trigger = trigger.head  # "the torture and murder"
    return trigger.pos_ == "NOUN" and any(
        (c.dep_ in {"det", "poss"} and c.lower_ in {"the", "this", "that", "these", "those", "its", "their"})
        or c.dep_ == "poss"
        for c in trigger.children
    )


def _evidence(draft: Draft) -> tuple[Span, ...]:
    spans = sorted(span_of(clause(m.trigger)) for m in draft.mentions)
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _participants(draft: Draft) -> tuple[Participant, ...]:
    found: dict[tuple[str, str], Participant] = {}
    for mention in draft.mentions:
        for f in mention.fillers:
            key = (f.role, f.actor or f.text.lower())
            if key not in found or (f.head.pos_ == "PROPN" and len(f.text) > len(found[key].text)):
                by = "incidents.roles.implied" if f.implied else "incidents.roles"
                found[key] = Participant(role=f.role, text=f.text, span=f.span, actor=f.actor, by=by)
    return tuple(found.values())


def _figures(doc: Doc, draft: Draft) -> tuple[Figure, ...]:
    """What was only planned or threatened counts nobody of what then happened, and harmed nobody."""
    found: dict[tuple[str, Span], Figure] = {}
    for mention in draft.mentions:
        for figure in mention.figures:
            if is_borne_out(mention) or (mention.status is draft.main.status and figure.kind not in SUFFERED):
                found.setdefault((figure.kind, figure.span), figure)
    return tuple(sorted(found.values(), key=lambda figure: figure.span))
