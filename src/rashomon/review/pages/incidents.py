"""Incidents: those that somebody asks for in a table, on a map and along the days, and by what else they can be narrowed."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from markupsafe import Markup
from pydantic import PrivateAttr

from rashomon.archive import Record, listing
from rashomon.archive.catalogue import Look
from rashomon.archive.judgements.judgement import Seen
from rashomon.export import Profile
from rashomon.export.headline import Headline
from rashomon.linking.mention import Sort
from rashomon.record import Noun
from rashomon.review.access.roles import Role
from rashomon.review.cataloguing import bring_up_to_date
from rashomon.review.drawing import Bin, Stretch, timeline
from rashomon.review.expecting import as_text
from rashomon.review.incidents.asked import Asked
from rashomon.review.incidents.facets import Facet, facets
from rashomon.review.incidents.looked import looked
from rashomon.review.incidents.where import Place, Where, where
from rashomon.review.looking import TheRecord, Viewer
from rashomon.review.twins import twin

router = APIRouter()


class Line(Headline):
    """An incident in a line, and whether somebody has reviewed it as it is now."""

    reviewed: bool


class Days(Noun):
    """How many of the incidents began between two days, both included."""

    first: date
    last: date
    count: int


class IncidentsPage(Noun):
    """The incidents asked for: `total` of the `of` in the list. `waiting` are not in it as they are now, but soon will be;
    there are none before the record was `linked`.

    `unplaced` cannot be put on the map, `undated` not on the timeline, where `beyond` are too far from all others. `seen` is to be
    sent with a decision about those that are shown; it is null for those who may not decide.
    """

    asked: Asked
    total: int
    of: int
    waiting: int
    linked: bool
    pages: int
    lines: tuple[Line, ...]
    facets: tuple[Facet, ...]
    places: tuple[Place, ...]
    unplaced: int
    days: tuple[Days, ...]
    undated: int
    beyond: int
    seen: str | None
    _map: Markup = PrivateAttr(default=Markup(""))

    @property
    def map(self) -> Markup:
        """Where they are."""
        return self._map

    @property
    def timeline(self) -> Markup:
        """When they were: each by itself where all are on this page."""
        if self.total == len(self.lines):
            stretches = [
                Stretch(i.earliest, i.latest, f"{i.id} {i.name or i.kind}", f"/incidents/{i.id}") for i in self.lines
            ]
            return timeline(stretches=stretches)
        bins = [Bin(d.first, d.last, d.count, href=self.asked.link(since=d.first, until=d.last)) for d in self.days]
        return timeline(bins, undated=self.undated)


@twin(router, "/incidents", "incidents.html")
def incidents(asked: Annotated[Asked, Query()], record: TheRecord, analyst: Viewer) -> IncidentsPage:
    """The incidents asked for, with their map, their timeline and by what else they can be narrowed."""
    waiting = bring_up_to_date(record)
    look = looked(record, asked, analyst.profile)
    pages = max(-(-look.total // asked.size), 1)
    at = asked.model_copy(update={"page": min(asked.page, pages)})
    numbers = look.page(at.order, at.size, (at.page - 1) * at.size)
    drawn = where(record, at, analyst.profile) if at.map else Where((), Markup(""))
    days, beyond = look.spans() if at.timeline else ([], 0)
    page = IncidentsPage(
        asked=at,
        total=look.total,
        of=look.of,
        waiting=waiting,
        linked=look.of > 0 or listing.is_linked(record),
        pages=pages,
        lines=_lines(record, look, numbers, analyst.profile),
        facets=facets(record, look, at, analyst.profile),
        places=drawn.places,
        unplaced=look.unplaced,
        days=tuple(Days(first=d.first, last=d.last, count=d.count) for d in days),
        undated=look.undated,
        beyond=beyond,
        seen=_seen(record, numbers) if analyst.role.may(Role.coder) else None,
    )
    page._map = drawn.map
    return page


def _lines(record: Record, look: Look, numbers: list[int], profile: Profile) -> tuple[Line, ...]:
    reviewed = look.columns["reviewed"]
    lines = map(Headline.model_validate_json, record.catalogue.lines(numbers, profile is Profile.public))
    return tuple(Line(**dict(line), reviewed=bool(reviewed[int(line.id[1:])])) for line in lines)


def _seen(record: Record, numbers: list[int]) -> str:
    """What there is now of these incidents, for decisions about them."""
    with record.looking():
        groups = record.shelf.members(Sort.incident, numbers)
        return as_text(
            Seen({f"I{number}": those for number, those in groups.items()}, record.shelf.last(Sort.incident))
        )
