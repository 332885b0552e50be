"""The gold of the sample as typed models. The head of `sample/gold.toml` says how an entry is read."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from benchmarks.sample import SAMPLE
from benchmarks.sample.measures import Amount, Days
from rashomon.record import Act, FigureKind, Span, Status, kinds


def _alternatives(text: str) -> list[str]:
    return text.split("|")


def _known(kind: str) -> str:
    if kind not in kinds():
        raise ValueError(f"there is no kind {kind!r}; see `rashomon kinds`")
    return kind


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


Pattern = Annotated[re.Pattern[str], BeforeValidator(_pattern)]
Acts = Annotated[frozenset[Act], BeforeValidator(_alternatives)]
Statuses = Annotated[frozenset[Status], BeforeValidator(_alternatives)]
Kinds = Annotated[frozenset[Annotated[str, AfterValidator(_known)]], BeforeValidator(_alternatives)]
SomeDays = Annotated[Days, BeforeValidator(Days.of)]
SomeAmount = Annotated[Amount, BeforeValidator(Amount.of)]


class Entry(BaseModel):
    """Part of the gold. A field that the models do not know is an error in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class GoldAccount(Entry):
    """One source's version of an incident: "the ministry blames Ukraine and tells of 40 dead"."""

    source: Pattern
    act: Acts
    responsible: Pattern | None = None
    killed: SomeAmount | None = None
    wounded: SomeAmount | None = None
    arrested: SomeAmount | None = None

    @property
    def figures(self) -> dict[FigureKind, Amount]:
        """The figures of this account, by kind."""
        given = {
            FigureKind.killed: self.killed,
            FigureKind.wounded: self.wounded,
            FigureKind.arrested: self.arrested,
        }
        return {kind: amount for kind, amount in given.items() if amount is not None}


class GoldIncident(Entry):
    """An incident of a report. What is left out is not asked for."""

    name: str
    kind: Kinds
    status: Statuses = frozenset({Status.happened})
    days: SomeDays | None = None
    place: Pattern | None = None
    victims: tuple[Pattern, ...] = ()
    perpetrators: tuple[Pattern, ...] = ()
    actors: tuple[Pattern, ...] = ()
    figures: dict[FigureKind, tuple[SomeAmount, ...]] = Field(default_factory=dict)
    evidence: tuple[str, ...]
    accounts: tuple[GoldAccount, ...] = ()
    verified: bool | None = None


class GoldStatement(Entry):
    """Who says what: "Borodai denies that his men were responsible"."""

    speaker: Pattern
    quote: str
    act: Acts


class GoldTie(Entry):
    """How two actors stand to one another: "Girkin, a commander of the rebels". The ends may be read either way round."""

    a: Pattern
    relation: Pattern
    b: Pattern


class GoldReport(Entry):
    """Everything that is asked for of one report."""

    name: str
    title: str
    published: SomeDays
    aliases: tuple[tuple[Pattern, Pattern], ...] = ()
    protected: tuple[Pattern, ...] = ()
    also: tuple[str, ...] = ()
    ties: tuple[GoldTie, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    incidents: tuple[GoldIncident, ...]

    def violent_passages(self) -> Iterator[str]:
        """The passages that a violent incident may be read from."""
        yield from self.also
        for incident in self.incidents:
            yield from incident.evidence


class Gold(Entry):
    """The whole file."""

    features: dict[str, str]
    reports: tuple[GoldReport, ...]


@cache
def gold() -> Gold:
    """The gold of the sample. Raises pydantic's ValidationError naming the entry that is wrong."""
    entries: dict[str, Any] = tomllib.loads((SAMPLE / "gold.toml").read_text(encoding="utf-8"))
    return Gold.model_validate(entries)


def find(text: str, quote: str) -> Span | None:
    """Where a quotation stands: verbatim but for white space, "first words … last words" from the one to the other.

    >>> find("He said that ten men died.", "that … died")
    (8, 25)
    """
    parts = (r"\s+".join(map(re.escape, part.split())) for part in quote.split(" … "))
    found = re.search(".*?".join(parts), text, re.DOTALL)
    return found.span() if found else None


def passages(quotes: Iterator[str] | tuple[str, ...], text: str) -> list[Span]:
    """Where the quotations stand. `tests/test_sample.py` sees to it that all do."""
    return [span for quote in quotes if (span := find(text, quote))]
