"""Full text: which reports say "market bombing", the same answers from both databases.

What words are we say ourselves (`words.py`); SQLite's FTS5 and PostgreSQL's tsvector only keep and look up what they are given.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    MetaData,
    Select,
    Table,
    Text,
    cast,
    delete,
    false,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from rashomon.archive.tables import report
from rashomon.archive.words import Query, query_of, words_of
from rashomon.engines.engine import batches
from rashomon.record import Report, Span

if TYPE_CHECKING:
    from rashomon.archive.record import Record

_SQLITE = Table("search", MetaData(), Column("rowid", BigInteger), Column("words", Text))
_COMMAND = Table(
    "search", MetaData(), Column("search", Text)
)  # FTS5 takes orders as rows of a column called as the table
_POSTGRESQL = Table("search", MetaData(), Column("rowid", BigInteger), Column("words", TSVECTOR))

_LAST_PLACE = 16_383
"""The last place in a text that PostgreSQL can tell from others; it keeps no more than 256 places of a word."""

_AROUND = 90
"""Characters of a passage on either side of what was found."""

_PAGE = 50
"""Hits that are looked at together."""


class Hit(NamedTuple):
    """A report that says what was looked for: its id, a passage with the first place where it does, and all places in its text."""

    report: str
    passage: str
    spans: tuple[Span, ...]


class Search:
    """Looks for words in the titles and texts of a record's reports."""

    def __init__(self, record: "Record") -> None:
        self.record = record
        self.table = _SQLITE if self._sqlite else _POSTGRESQL

    def __call__(self, words: str, limit: int | None = None) -> Iterator[Hit]:
        """The reports that have all of the words, the latest published first: `taliban "market bombing" kill*`.

        Words in double quotes stand one behind the other, a star is for any ending; case and accents do not count. Nothing that can
        be asked is an error; a question without a word finds nothing.
        """
        query = query_of(words)
        for ids in batches(self.reports(words, limit), _PAGE):
            found = {each.report.id: each.report for each in self.record.readings.some(ids)}
            yield from (_hit(found[id], query) for id in ids if id in found)

    def reports(self, words: str, limit: int | None = None) -> list[str]:
        """The ids of the reports that have all of the words, the latest published first."""
        query = query_of(words)
        if not query:
            return []
        found = self.table.join(report, report.c.position == self.table.c.rowid)
        asked = (
            select(report.c.id)
            .select_from(found)
            .where(self._matches(query), ~report.c.withdrawn)
            .order_by(report.c.latest.desc().nulls_last(), report.c.position)
            .limit(limit)
        )
        with self.record.looking() as connection:
            return list(connection.execute(asked).scalars())

    def having(self, words: str) -> Select[tuple[int]]:
        """How to ask for the positions of the reports that have all of the words: part of a larger question."""
        query = query_of(words)
        asked = select(self.table.c.rowid)
        return asked.where(self._matches(query)) if query else asked.where(false())

    def positions(self, words: str) -> NDArray[np.int64]:
        """The positions of the reports that have all of the words, withdrawn or not, and of some that are there no longer."""
        there = self.having(words).subquery()
        with self.record.looking() as connection:
            # as one text: at each row of an answer, a thread of ours has to wait until it may go on
            found = connection.execute(select(func.aggregate_strings(cast(there.c.rowid, Text), " "))).scalar()
        return np.fromstring(found or "", np.int64, sep=" ")  # row by row takes five times as long

    def add(self, reports: Mapping[int, str]) -> None:
        """Make reports findable: by their positions, what `words_about` says of them."""
        kept = " ".join if self._sqlite else _vector
        rows = [{"rowid": position, "words": kept(words_of(said))} for position, said in reports.items()]
        with self.record.writing() as connection:
            connection.execute(insert(self.table), rows)

    def forget(self, position: int) -> None:
        """What was at a position is there no longer. SQLite's index forgets nothing, but what it finds there leads to no report."""
        if not self._sqlite:
            with self.record.writing() as connection:
                connection.execute(delete(self.table).where(self.table.c.rowid == position))

    def clear(self) -> None:
        """Nothing is findable any longer."""
        with self.record.writing() as connection:
            if self._sqlite:
                connection.execute(insert(_COMMAND).values(search="delete-all"))
            else:
                connection.execute(delete(self.table))

    @property
    def _sqlite(self) -> bool:
        return self.record.engine.dialect.name == "sqlite"

    def _matches(self, query: Query) -> ColumnElement[bool]:
        if self._sqlite:
            return self.table.c.words.match(query.for_fts5())
        return self.table.c.words.op("@@", is_comparison=True)(cast(query.for_tsquery(), TSQUERY))


def words_about(report: Report) -> str:
    """What a report can be found by."""
    return f"{report.title or ''}\n{report.text}"


def _vector(words: Sequence[str]) -> str:
    """Words with their places as PostgreSQL writes them: 'fire':2 'market':1,3."""
    places: dict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(words, 1):
        places[word].append(str(min(place, _LAST_PLACE)))
    return " ".join(f"'{word}':{','.join(there)}" for word, there in places.items())


def _hit(report: Report, query: Query) -> Hit:
    spans = tuple(query.spans(report.text))
    return Hit(report.id, _passage(report.text, spans[0] if spans else (0, 0)), spans)


def _passage(text: str, span: Span) -> str:
    """The words around a place, cut between words."""
    start, end = max(0, span[0] - _AROUND), min(len(text), span[1] + _AROUND)
    before = text[start : span[0]].partition(" ")[2] if start else text[: span[0]]
    behind = text[span[1] : end].rpartition(" ")[0] if end < len(text) else text[span[1] :]
    cut = f"{'…' if start else ''}{before}{text[slice(*span)]}{behind}{'…' if end < len(text) else ''}"
    return " ".join(cut.split())
