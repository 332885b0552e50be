"""What somebody asks of the list of incidents, as it stands in the address of the page."""

from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import parse_qsl, urlencode

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from rashomon.archive.catalogue import Box, Narrowing, Order

Word = Annotated[str, Field(max_length=1_000)]
Words = Annotated[list[Word], Field(max_length=100)]
Day = Annotated[date | None, BeforeValidator(lambda day: day or None)]


def _box(text: str) -> Box | None:
    """ "60,29,75,39" is from 60 to 75 degrees east and from 29 to 39 north."""
    if not text.strip():
        return None
    try:
        west, south, east, north = (float(degree) for degree in text.split(","))
    except ValueError:
        raise ValueError("write west,south,east,north in degrees: 60,29,75,39") from None
    return Box(west, south, east, north)


def _checked(text: str) -> str:
    _box(text)
    return text


class Asked(BaseModel):
    """Which incidents, in which order, and which page of them. What is left empty is not asked.

    `search` are words that their reports have, or a number ("I12"); `since` and `until` are days between which they may have been;
    `actor` ("A7") is in them, as `part` if that is given; `disputed` are attributes, or "any"; `box` is a part of the map.
    `map` and `timeline` say whether these are shown.
    """

    model_config = ConfigDict(extra="ignore")

    search: Word = ""
    kind: Words = []
    status: Words = []
    country: Words = []
    admin1: Word = ""
    since: Day = None
    until: Day = None
    actor: Annotated[str, Field(pattern=r"^(A\d{1,15})?$")] = ""
    part: Word = ""
    standing: Words = []
    disputed: Words = []
    reviewed: Literal["", "yes", "no"] = ""
    box: Annotated[Word, AfterValidator(_checked)] = ""
    order: Order = Order.dispute
    map: bool = False
    timeline: bool = True
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    size: Annotated[int, Field(ge=1, le=200)] = 50

    @property
    def narrowing(self) -> Narrowing:
        """What the catalogue is asked."""
        return Narrowing(
            words=self.search,
            kind=_given(self.kind),
            status=_given(self.status),
            country=_given(self.country),
            admin1=self.admin1 or None,
            since=self.since,
            until=self.until,
            actor=int(self.actor[1:]) if self.actor else None,
            part=self.part or None,
            standing=_given(self.standing),
            disputed=_given(self.disputed),
            reviewed={"yes": True, "no": False}.get(self.reviewed),
            box=self.within,
        )

    @property
    def within(self) -> Box | None:
        """The part of the map."""
        return _box(self.box)

    @property
    def is_narrow(self) -> bool:
        """Whether anything is asked."""
        return self.narrowing != Narrowing()

    def query(self, **changes: object) -> str:
        """This as the query of an address, with some of it changed; where that is not the page, from the first page on."""
        changed = self.model_copy(update={"page": 1, **changes} if "page" not in changes else changes)
        fields = changed.model_dump(mode="json", exclude_defaults=True)
        return urlencode([(name, each) for name, value in fields.items() for each in _listed(value)])

    def fields(self, but: str) -> list[tuple[str, str]]:
        """What is asked, but for one thing and the page, as the fields of a form."""
        return [(name, value) for name, value in parse_qsl(self.query()) if name != but]

    def link(self, **changes: object) -> str:
        """The address of the list with some of it changed."""
        query = self.query(**changes)
        return f"/incidents?{query}" if query else "/incidents"


def _given(values: list[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value)


def _listed(value: Any) -> list[str]:
    return [str(each) for each in value if each] if isinstance(value, list) else [str(value)]
