"""Judgements looked up in the log: whose, of which sort, about what, with which words; page by page, from the latest back."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import ColumnElement, Select, select

from rashomon.archive.judgements import judged
from rashomon.archive.judgements.judgement import Judgement, judgement_of
from rashomon.archive.judgements.rulings import taken_back
from rashomon.archive.refs import group_called
from rashomon.archive.tables import bearing, coding, judgement, ruling

if TYPE_CHECKING:
    from rashomon.archive.record import Record


@dataclass(frozen=True)
class Wanted:
    """Which judgements are wanted; what is empty narrows nothing. `about` is I12 or A7, also one that is gone."""

    who: str = ""
    what: str = ""
    machine: bool | None = None
    about: str = ""
    words: str = ""
    number: int | None = None


class LogPage(NamedTuple):
    """Some judgements, the latest first; `more` is the number before which there are more.

    `undone_by`, `orphaned` and, of those that say what a value is, the report in which it stands.
    """

    judgements: list[Judgement]
    undone_by: dict[int, int]
    orphaned: set[int]
    reports: dict[int, str]
    more: int | None


def log_page(record: "Record", wanted: Wanted, before: int | None, limit: int) -> LogPage:
    """The judgements that are wanted, before one of that number. Raises NotInRecord for `about` something that never was."""
    asked = _asked(record, wanted).order_by(judgement.c.number.desc()).limit(limit + 1)
    if before is not None:
        asked = asked.where(judgement.c.number < before)
    with record.looking() as connection:
        rows = connection.execute(asked).all()
        gone = taken_back(connection)
        shown = rows[:limit]
        numbers = [row.number for row in shown]
        undoing = select(judgement.c.undoes, judgement.c.number).where(judgement.c.undoes.in_(numbers))
        spoken_of = select(coding.c.judgement, coding.c.report).where(coding.c.judgement.in_(numbers))
        reports = {each.judgement: each.report for each in connection.execute(spoken_of)}
        undone_by = {of: by for of, by in connection.execute(undoing) if by not in gone}
        orphaned = {each.judgement for those in _orphaned(numbers) for each in connection.execute(those)} - gone
    found = [judgement_of(row, row.number in gone) for row in shown]
    return LogPage(found, undone_by, orphaned, reports, numbers[-1] if len(rows) > limit else None)


def people(record: "Record") -> list[str]:
    """Everybody who ever judged anything."""
    with record.looking() as connection:
        return sorted(connection.execute(select(judgement.c.who).where(~judgement.c.machine).distinct()).scalars())


def _asked(record: "Record", wanted: Wanted) -> Select[Any]:
    asked = select(judgement)
    if wanted.number is not None:
        asked = asked.where(judgement.c.number == wanted.number)
    if wanted.who:
        asked = asked.where(judgement.c.who == wanted.who)
    if wanted.what:
        asked = asked.where(judgement.c.what == wanted.what)
    if wanted.machine is not None:
        asked = asked.where(judgement.c.machine == wanted.machine)
    if wanted.about:
        asked = asked.where(judgement.c.number.in_(judged.about(*group_called(record, wanted.about))))
    for word in wanted.words.split():
        by_person = ~judgement.c.machine & (
            _has(record, judgement.c.before, word) | _has(record, judgement.c.after, word)
        )
        asked = asked.where(_has(record, judgement.c.why, word) | by_person)
    return asked


def _has(record: "Record", column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """Whether a word stands there, in capitals or not; SQLite's LIKE does not tell them apart, and its lower() is slow."""
    sqlite = record.engine.dialect.name == "sqlite"
    return column.contains(word, autoescape=True) if sqlite else column.icontains(word, autoescape=True)


def _orphaned(numbers: Collection[int]) -> tuple[Select[tuple[int]], ...]:
    """Those of the judgements that are about something of which no report tells any more."""
    borne = select(bearing.c.number).where(bearing.c.sort == ruling.c.sort, bearing.c.number == ruling.c.number)
    ruled = select(ruling.c.judgement).where(ruling.c.judgement.in_(numbers), ~borne.exists())
    return ruled, select(coding.c.judgement).where(coding.c.judgement.in_(numbers), coding.c.lost)
