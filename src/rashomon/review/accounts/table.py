"""Accounts as columns, attributes as rows: what differs is marked, nothing is chosen, every cell says where it was read."""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.archive.coding.coding import Coding
from rashomon.export.rows import Row, rows
from rashomon.export.story import Story
from rashomon.export.voices import Column
from rashomon.record import FigureKind, Noun, Span

CODED: Mapping[str, tuple[str, ...]] = {
    "what": ("kind", "status"),
    "act": ("act",),
    "firmness": ("firmness",),
    "channel": (),
    "when": ("time",),
    "where": ("place",),
    "who": ("responsible",),
    "whom": (),
    "figures": tuple(kind.value for kind in FigureKind),
    "verified": ("verified",),
}
"""Attribute of a column → what of an account a person can say that makes it so."""


class At(Noun):
    """A stretch of a report: "mosul, 412–430"."""

    report: str
    span: Span


class Said(Noun):
    """That a person said so: "Amal, judgement 12"."""

    judgement: int
    who: str


class Cell(Noun):
    """What one account has for one attribute, "" where it states nothing; where that was read, and who said so if not a machine.

    `differs` says that it is not what most accounts have.
    """

    text: str
    differs: bool
    at: tuple[At, ...]
    said: Said | None = None


class Line(Noun):
    """One attribute in every account. `alike`: all that state it have it alike; `disputed`: they cannot all be right."""

    attribute: str
    label: str
    disputed: bool
    alike: bool
    cells: tuple[Cell, ...]


def table(story: Story, codings: Iterable[Coding] = ()) -> tuple[Line, ...]:
    """The accounts of a story beside one another; `codings` are what people said of values of its reports."""
    columns, said = story.columns, _Sayings(codings)
    return tuple(_line(row, columns, said) for row in rows(story, headed=False))


class _Sayings:
    """Who said what of which value, by judgement and by where the value is."""

    def __init__(self, codings: Iterable[Coding]) -> None:
        self._by_number: dict[int, Said] = {}
        self._by_place: dict[tuple[str, str | None, str], dict[str, int]] = {}
        for each in codings:
            self._by_number[each.judgement] = Said(judgement=each.judgement, who=each.who)
            if not each.lost:
                self._by_place.setdefault((each.report, each.local, each.account), {})[each.attribute] = each.judgement

    def of(self, column: Column, attribute: str) -> Said | None:
        """The latest by which a cell is as it is; that there is none of something can only be known from who said so."""
        numbers = {each.said[attribute] for each in column.in_reports if attribute in each.said}
        for each in column.in_reports:
            here = self._by_place.get((each.report, each.incident, each.account), {})
            numbers |= {here[of] for of in CODED[attribute] if of in here}
        return self._by_number.get(max(numbers)) if numbers else None


def _line(row: Row, columns: Sequence[Column], said: _Sayings) -> Line:
    return Line(
        attribute=row.attribute,
        label=row.label,
        disputed=row.disputed,
        alike=not any(row.differs),
        cells=tuple(
            Cell(text=text, differs=differs, at=_at(column, row.attribute), said=said.of(column, row.attribute))
            for text, differs, column in zip(row.cells, row.differs, columns, strict=True)
        ),
    )


def _at(column: Column, attribute: str) -> tuple[At, ...]:
    return tuple(
        At(report=each.report, span=span) for each in column.in_reports for span in each.read.get(attribute, ())
    )
