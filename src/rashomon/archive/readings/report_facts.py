"""What the record knows of a report beside what was read in it: how far it has come, and which others print passages of it."""

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from rashomon.archive.sharing import sharing
from rashomon.archive.tables import judgement, report

if TYPE_CHECKING:
    from rashomon.archive.judgements.judgement import Judgement
    from rashomon.archive.record import Record


class Progress(NamedTuple):
    """How far a report has come: whether it is linked with the others or waits to be, and whether it counts."""

    linked: bool
    withdrawn: bool

    @property
    def state(self) -> str:
        """In a word."""
        return "withdrawn" if self.withdrawn else "linked" if self.linked else "waiting"


class Sharer(NamedTuple):
    """A report that prints passages of another."""

    report: str
    title: str | None
    publisher: str | None
    latest: date | None


def progress(record: "Record", id: str) -> Progress | None:
    """How far a report has come; None where there is none of this id."""
    with record.looking() as connection:
        row = connection.execute(select(report.c.linked, report.c.withdrawn).where(report.c.id == id)).first()
    return Progress(*row) if row else None


def withdrawal(record: "Record", id: str) -> "Judgement | None":
    """The judgement by which a report was withdrawn last; None where it never was."""
    there = (judgement.c.what == "withdraw", judgement.c.after == json.dumps([[id]], ensure_ascii=False))
    asked = select(judgement.c.number).where(*there).order_by(judgement.c.number.desc()).limit(1)
    with record.looking() as connection:
        number = connection.execute(asked).scalar()
    return record.judgements.get(number) if number else None


def sharers(record: "Record", id: str, as_of: date | None = None) -> list[Sharer]:
    """The first reports that print passages of one, in the order in which they appeared; the undated come last."""
    others = sharing(record, [id], as_of).get(id, set())
    asked = select(report.c.id, report.c.title, report.c.publisher, report.c.latest)
    asked = asked.where(report.c.id.in_(others)).order_by(report.c.latest.asc().nulls_last(), report.c.id)
    with record.looking() as connection:
        return [Sharer(*row) for row in connection.execute(asked)]
