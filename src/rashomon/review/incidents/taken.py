"""Incidents of the list taken along as a file: a line each, as JSON or as a table.

The first line says how many values were withheld, never which: in JSON it is of its own, in a table the name of an empty column.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rashomon.archive import Record
from rashomon.engines.engine import batches
from rashomon.export import Profile
from rashomon.export.headline import Headline

AT_ONCE = 500
"""Lines that are fetched at once."""

COLUMNS = (
    "id", "name", "kind", "status", "when", "earliest", "latest", "where", "country",
    "killed_low", "killed_best", "killed_high", "wounded_low", "wounded_best", "wounded_high",
    "disputed", "reports", "origins", "accounts",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula begins so; ours are words."""


def as_json_lines(record: Record, numbers: Sequence[int], profile: Profile) -> Iterator[str]:
    """The lines as the list has them, as JSON; before them `{"profile": "public", "withheld": 3}`."""
    yield f"{json.dumps({'profile': profile, 'withheld': _withheld(record, numbers, profile)})}\n"
    yield from (f"{line}\n" for line in _lines(record, numbers, profile))


def as_csv(record: Record, numbers: Sequence[int], profile: Profile) -> Iterator[str]:
    """The lines as a table: of figures, the killed and the wounded."""
    yield _row([*COLUMNS, f"withheld: {_withheld(record, numbers, profile)}"])
    for line in _lines(record, numbers, profile):
        yield _row(_values(Headline.model_validate_json(line)))


def _withheld(record: Record, numbers: Sequence[int], profile: Profile) -> int:
    return record.catalogue.withheld(numbers) if profile is Profile.public else 0


def _lines(record: Record, numbers: Sequence[int], profile: Profile) -> Iterator[str]:
    for some in batches(numbers, AT_ONCE):
        yield from record.catalogue.lines(some, profile is Profile.public)


def _values(line: Headline) -> list[str]:
    figures = {figure.kind.value: figure for figure in line.figures}
    values: dict[str, object] = dict(line)
    for kind in ("killed", "wounded"):
        figure = figures.get(kind)
        values |= {f"{kind}_{end}": getattr(figure, end, None) for end in ("low", "best", "high")}
    values["disputed"] = "; ".join(line.disputed)
    return ["" if (value := values[name]) is None else str(value) for name in COLUMNS] + [""]


def _row(values: Iterable[str]) -> str:
    written = StringIO()
    csv.writer(written).writerow([f"'{value}" if value.startswith(FORMULA) else value for value in values])
    return written.getvalue()
