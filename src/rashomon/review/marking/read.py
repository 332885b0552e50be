"""What was read in a report, as its page lists it: each thing in words, with the places in the shown text where it stands."""

from datetime import datetime

from rashomon.record import LeftOut, Noun, Span


class Item(Noun):
    """One thing in words and where it stands: "as many as 30", killed. `id` is its own on the page.

    `by` is what found it, a component or a person's judgement; `confidence` is null where a rule without one did.
    `ref` is what the record calls it: an actor's "A7".
    """

    id: str
    words: str
    spans: tuple[Span, ...] = ()
    by: str | None = None
    confidence: float | None = None
    ref: str | None = None

    @property
    def by_person(self) -> bool:
        """Whether a person said it, of this or of what it follows from: the accounts of an incident follow its figures."""
        return (self.by or "").startswith("judgement ")


class Coded(Noun):
    """Who said that this is so: "Amal, judgement 12, 2026-11-02: the agency says 22"."""

    judgement: int
    who: str
    made: datetime
    why: str


class Value(Noun):
    """What is held of one attribute of an incident, or of one account of it (`account`: "" is the incident itself).

    `now` is the value in JSON, for whoever decides about it: what they saw. `items` are empty where there is none.
    """

    id: str
    ref: str
    account: str
    attribute: str
    items: tuple[Item, ...]
    listed: bool
    coded: Coded | None = None
    now: str | None = None


class AccountRead(Noun):
    """One source's version of an incident: who, by which statement, and what of it differs from the incident."""

    id: str
    account: str
    source: str
    kind: str
    protected: bool
    statement: str | None
    spans: tuple[Span, ...]
    values: tuple[Value, ...]


class IncidentRead(Noun):
    """An incident as the report tells it: "i3" here, "I12" in the record."""

    id: str
    ref: str | None
    words: str
    trigger: Span
    spans: tuple[Span, ...]
    values: tuple[Value, ...]
    accounts: tuple[AccountRead, ...]
    confidence: float | None = None


class StatementRead(Noun):
    """Somebody's saying. `tint` is the number of its source among those of the report, and so of the colour that it has there."""

    id: str
    source: str
    kind: str
    tint: int
    protected: bool
    act: str
    firmness: str
    direct: bool
    channel: str | None
    within: str | None
    content: tuple[Span, ...]
    about: tuple[Span, ...]
    confidence: float | None = None


class Everything(Noun):
    """All that was read in a report."""

    incidents: tuple[IncidentRead, ...] = ()
    statements: tuple[StatementRead, ...] = ()
    times: tuple[Item, ...] = ()
    places: tuple[Item, ...] = ()
    actors: tuple[Item, ...] = ()
    ties: tuple[Item, ...] = ()
    less_sure: int = 0
    left_out: LeftOut = LeftOut()
