"""Lines for the catalogue: what is stale of it is made anew, a few lines while somebody waits, many behind the scenes."""

from collections.abc import Iterable, Iterator, Mapping
from threading import Lock

from rashomon.archive import Record, listing
from rashomon.archive.actors.actors import actor_groups
from rashomon.archive.catalogue import Entry, Seen
from rashomon.archive.exposure.exposing import catch_up
from rashomon.export import Masks, Viewing, masks_of
from rashomon.export.actor import parts_in
from rashomon.export.gathered import Gathered
from rashomon.export.headline import headline
from rashomon.export.settled import settled_place
from rashomon.export.words import published
from rashomon.record import Incident
from rashomon.review.behind import Behind
from rashomon.weighing import Standing, View

AT_ONCE = 256
"""Lines that are made before they are kept: half a second's, and of writing some hundredths."""

WHILE_WAITING = 64
"""Lines that are made while somebody waits for a list."""

SOON, PATIENCE = 500, 2.0
"""Where so many lines are to be made, somebody waits so many seconds for them: the first list of a small record is whole."""

STRONGEST = (
    Standing.contested,
    Standing.claimed_and_blamed,
    Standing.claimed,
    Standing.denied,
    Standing.blamed,
    Standing.reported,
    Standing.unknown,
)
"""Of several alleged perpetrators, the standing that a line shows: first where people contradict one another, then who claims."""

_making = Lock()


def bring_up_to_date(record: Record, most: int = WHILE_WAITING) -> int:
    """Make anew the lines that are stale if they are few; else see to it that somebody is at it. Returns how many still are."""
    waiting = record.catalogue.waiting()
    if not waiting or not listing.is_linked(record):
        return waiting
    if waiting <= most:
        with _making:  # what all of them wait for is made once
            if record.catalogue.waiting():
                make_some(record, most)
        return record.catalogue.waiting()
    behind.see_to(record)
    if waiting <= SOON:
        behind.wait(record, PATIENCE)
        return record.catalogue.waiting()
    return waiting


def make_all(record: Record) -> Iterator[int]:
    """Make every stale line anew; gives after each batch how many mentions were in it."""
    while done := make_some(record, AT_ONCE):
        yield done


def make_some(record: Record, most: int) -> int:
    """Make some stale lines anew. They follow from one state of the record; what changes meanwhile stays stale."""
    catch_up(record)  # in that state, it could not be seen to be done
    with record.looking():
        seen = record.catalogue.stale(most)
        entries = {entry.number: entry for entry in _entries(record, seen)} if seen else {}
    if seen:
        record.catalogue.keep(seen, entries)
    return len(seen)


behind = Behind("cataloguing", lambda record: make_some(record, AT_ONCE))
"""Lines that are made while nobody waits for them."""


def _entries(record: Record, seen: Iterable[Seen]) -> Iterator[Entry]:
    groups = sorted({each.group for each in seen})
    viewing = Viewing(record)
    found = list(viewing.gathered(record.linked.incidents(groups, viewing.at_hand)))
    reports = {id for each in found for id in each.readings}
    masks = masks_of(record, (viewing.at_hand.get(id) for id in sorted(reports)))
    actors = actor_groups(record, reports)
    reviewed = record.judgements.reviewed(groups)
    for each in found:
        number = int(each.incident.id[1:])
        yield _entry(each, viewing.masks, masks, _actors(each, actors), reviewed.get(number))


def _entry(
    each: Gathered, internal: Masks, masks: Masks, actors: Iterable[tuple[int, str]], reviewed: int | None
) -> Entry:
    view = each.view()
    line = headline(each, view, internal.over(each.readings.values()))
    redaction = masks.over(each.readings.values())
    public = headline(each, view, redaction)
    place = settled_place([told.incident.place for told in each.alone if told.incident.place])
    killed = next((figure for figure in view.figures if figure.kind == "killed"), None)
    days = [day for told in each.alone if (day := published(each.readings[told.report].report))]
    return Entry(
        number=int(line.id[1:]),
        kind=line.kind.replace(" ", "_"),
        status=line.status,
        earliest=line.earliest,
        latest=line.latest,
        country=place.country if place else None,
        admin1=place.admin1 if place else None,
        place=place.name if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision if place else None,
        killed_low=killed.low if killed else None,
        killed_best=killed.best if killed else None,
        killed_high=killed.high if killed else None,
        standing=strongest(view),
        disputed=line.disputed,
        reports=line.reports,
        origins=line.origins,
        accounts=line.accounts,
        published=max(days, default=None),
        reviewed=reviewed,
        headline=line.model_dump_json(),
        public=public.model_dump_json(),
        withheld=redaction.withheld,
        actors=tuple(sorted(set(actors))),
    )


def strongest(view: View) -> str:
    """The standing of the incident in a word."""
    found = {entry.standing for entry in view.responsibility}
    return next(standing for standing in STRONGEST if standing in found or standing is Standing.unknown).value


def _actors(each: Gathered, groups: Mapping[tuple[str, str], int]) -> Iterator[tuple[int, str]]:
    """Who is in an incident, and as what."""
    for told in each.alone:
        for local in _named_in(told.incident):
            group = groups.get((told.report, local))
            if group is not None:
                yield from ((group, part) for part in parts_in(told.incident, local))


def _named_in(incident: Incident) -> set[str]:
    taking_part = {participant.actor for participant in incident.participants}
    saying = {actor for account in incident.accounts for actor in (account.source.actor, *account.responsible)}
    return {actor for actor in taking_part | saying if actor}
