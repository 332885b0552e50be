"""How well a record's groups agree with the truth: true pairs and pairs that were put together, counted over groups.

Pairwise precision and recall as in the evaluation of record linkage (Christen 2012, section 7.2). No pair is ever formed: a group
of n has n (n - 1) / 2 pairs, and what truth and record have in common are the pairs within their intersections. DuckDB counts, on
disk where need be.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

LARGEST = 500
"""A group of copies with more reports than this counts as wrong as a whole: its pairs are not looked at one by one."""


@dataclass(frozen=True)
class Pairs:
    """Pairs of the truth, pairs that were found, and those of both."""

    true: int
    found: int
    both: int

    @property
    def precision(self) -> float:
        """Of the pairs found, those that are true."""
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Of the true pairs, those that were found."""
        return self.both / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.true + self.found
        return 2 * self.both / total if total else 1.0


def write_table(path: Path, rows: Iterable[Sequence[object]]) -> None:
    """Rows as CSV, streamed."""
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)


def of_groups(truth: Path, found: Path) -> Pairs:
    """Pairs of mentions: both tables say of a report's mention (report, local id) in which group it is.

    A mention of which the truth says nothing does not count; one that was not found is alone.
    """
    with duckdb.connect() as database:
        database.execute(
            "create temp table told as select t.place, coalesce(f.place, t.report || '/' || t.local) as found "
            f"from ({_table(truth)}) t left join ({_table(found)}) f on f.report = t.report and f.local = t.local"
        )
        return Pairs(_pairs(database, "place"), _pairs(database, "found"), _pairs(database, "place, found"))


def of_copies(truth: Path, found: Path) -> Pairs:
    """Pairs of reports that share a tale, and pairs that share a passage; a report may have several of either."""
    with duckdb.connect() as database:
        for name, path in (("true", truth), ("found", found)):
            database.execute(f"create temp table of_{name} as select distinct report, place from ({_table(path)})")
            database.execute(f"create temp table large_{name} as {_large(f'of_{name}')}")
            database.execute(
                f"create temp table pairs_{name} as select distinct a.report as one, b.report as other from of_{name} a "
                f"join of_{name} b on a.place = b.place and a.report < b.report "
                f"where a.place not in (select place from large_{name})"
            )
        both = _one(database, "select count(*) from (select * from pairs_true intersect select * from pairs_found)")
        return Pairs(_distinct(database, "true"), _distinct(database, "found"), both)


def _table(path: Path) -> str:
    columns = "{'report': 'VARCHAR', 'local': 'VARCHAR', 'place': 'VARCHAR'}"
    return f"select * from read_csv('{path}', header = false, columns = {columns})"


def _pairs(database: duckdb.DuckDBPyConnection, by: str) -> int:
    counted = f"select count(*) as n from told group by {by}"
    return _one(database, f"select coalesce(sum(n * (n - 1) // 2), 0) from ({counted})")


def _large(table: str) -> str:
    return f"select place, count(*) as n from {table} group by place having count(*) > {LARGEST}"


def _distinct(database: duckdb.DuckDBPyConnection, name: str) -> int:
    few = _one(database, f"select count(*) from pairs_{name}")
    return few + _one(database, f"select coalesce(sum(n * (n - 1) // 2), 0) from large_{name}")


def _one(database: duckdb.DuckDBPyConnection, query: str) -> int:
    row = database.execute(query).fetchone()
    assert row is not None
    return int(row[0])
