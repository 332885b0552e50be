"""The scene of a report: where and when an incident happened whose own sentences do not say it.

"Troops searched a village in Logar on Monday. Two men were detained." The second has the scene of the first. What the report looks
back on ("had been killed") keeps its own time, stated or not.
"""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from rashomon.reading.incidents import when, where
from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.nearness import looks_back
from rashomon.reading.incidents.when import Dated, incident_time, sets_out
from rashomon.reading.incidents.where import STREET, Located, incident_place
from rashomon.record import IncidentPlace, IncidentTime, Status

BEFORE, BEHIND = 4, 2  # sentences over which a scene holds, forwards and (for a headline) backwards
NAMED = 2  # sentences over which a place holds that is named where nothing happens


def set_scene(drafts: Sequence[Draft], places: Sequence[Located] = (), times: Sequence[Dated] = ()) -> None:
    """Give the drafts that have no time or no place those of the scene they stand in.

    `places` and `times`: all that the report names, also where no draft is told.
    """
    for n, draft in enumerate(drafts):
        if draft.main.status is not Status.happened or looks_back(draft.main.trigger) or draft.main.caption:
            continue
        around = [*reversed(drafts[:n]), *drafts[n + 1 :]]
        near = [d for d in around if _in_scene(d, draft) and not _elsewhere(d, draft)]
        main = draft.main
        if draft.place is None or draft.place.by == STREET:
            towns = (_moved(d.place) for d in near if d.place and d.place.by != STREET)
            main.place = next(towns, None) or _nearby(main.trigger, places) or draft.place
        if draft.time is None:
            told = (_dated(d.time) for d in near if d.time and not looks_back(d.main.trigger))
            main.time = next(told, None) or _set_day(main.trigger, times)
        if draft.time is None and draft is drafts[0]:
            main.time = _by_publication(main.trigger.doc)


def _by_publication(doc: Doc) -> IncidentTime | None:
    """What a report leads with happened no later than it was published; how much earlier, it does not say."""
    report = doc._.report
    published = report.published if report is not None else None
    if published is None or published.latest is None:
        return None
    return IncidentTime(latest=published.latest, by="incidents.when.published")


def _nearby(trigger: Token, places: Sequence[Located]) -> IncidentPlace | None:
    """The town that the sentences just before name as where something is: "Soldiers came to Cayo. The men were shot."."""
    start = sentences_before(trigger, NAMED)
    named = [p for p in places if start <= p.head.i < trigger.sent.start and p.explicit and p.saying is None]
    towns = [p for p in named if p.place is not None and not p.is_country]
    return _moved(incident_place(towns[-1])) if towns else None


def _set_day(trigger: Token, times: Sequence[Dated]) -> IncidentTime | None:
    """The day on which a sentence before sets out: "Troops went to Cayo on Monday. Two men were detained."."""
    start = sentences_before(trigger, BEFORE)
    before = [d for d in times if start <= d.head.i < trigger.sent.start and sets_out(d)]
    return _dated(incident_time(before[-1].time)) if before else None


def _elsewhere(other: Draft, draft: Draft) -> bool:
    """Another day or another place: what the report looks back on, or across."""
    return when.apart(other.time, draft.time) or where.apart(other.place, draft.place)


def _moved(place: IncidentPlace | None) -> IncidentPlace | None:
    return place and place.model_copy(update={"by": "incidents.where.scene"})


def _dated(time: IncidentTime | None) -> IncidentTime | None:
    return time and time.model_copy(update={"by": "incidents.when.scene"})


def _in_scene(other: Draft, draft: Draft) -> bool:
    if other.main.caption or other.main.status is not Status.happened:
        return False
    gap = draft.mentions[0].sentence - other.mentions[0].sentence
    return -BEHIND <= gap <= BEFORE


def sentences_before(token: Token, count: int) -> int:
    """Where the sentence begins that stands `count` before the token's."""
    start: int = token.sent.start
    for _ in range(count):
        start = token.doc[start - 1].sent.start if start else 0
    return start
