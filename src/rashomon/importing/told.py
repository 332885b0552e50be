"""What is told of an import: as it goes on, and what became of it."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from rashomon.record import Noun, Reading, Report

SHOWN = 500
"""Lines of each sort that are told one by one; of what is more, how many there are."""


COUNTED = {"read": "reports", "known": "known", "refused": "not_read"}
"""What is counted, and what that is called in the record's history."""


class State(StrEnum):
    """Where an import is. What was read before it was cancelled, or failed, is kept."""

    waiting = "waiting"
    reading = "reading"
    linking = "linking"
    done = "done"
    cancelled = "cancelled"
    failed = "failed"

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self in {State.done, State.cancelled, State.failed}


class Refused(Noun):
    """An input that is no report that can be read, why, and what to do about it."""

    input: str
    reason: str
    advice: str


class Came(Noun):
    """A report that came, and how many incidents were read in it; None for one that was known."""

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    incidents: int | None = None


class Grown(Noun):
    """An incident that reports of this import tell with others: "I12, shelling, 14 January 2006, Goma, told by 3 reports"."""

    id: str
    about: str
    reports: int


class Import(Noun):
    """An import: `what` was given ("3 files", an address), `inputs` of how many if they can be counted, and what came of it.

    `read`, `known` and `refused` are the first of so many as `counts` says; `merges` are by sort; `pairs` wait for a person.
    """

    id: str
    who: str
    made: datetime
    what: str
    state: State
    inputs: int | None = None
    counts: dict[str, int] = Field(default_factory=lambda: dict.fromkeys(COUNTED, 0))
    read: tuple[Came, ...] = ()
    known: tuple[Came, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[str, ...] = ()
    linked: int = 0
    to_link: int = 0
    merges: dict[str, int] = Field(default_factory=dict)
    grown: tuple[Grown, ...] = ()
    pairs: dict[str, int] = Field(default_factory=dict)
    problem: str | None = None

    @property
    def done_with(self) -> int:
        """Of how many reports it is known what becomes of them."""
        return sum(self.counts.values())

    def details(self) -> dict[str, str | int]:
        """The same as an entry in the record's history."""
        shown = self.model_dump(mode="json", exclude={"id", "who", "what", "state", "counts"}, exclude_defaults=True)
        counted = {name: self.counts[key] for key, name in COUNTED.items()}
        told = json.dumps(shown, ensure_ascii=False)
        return {"import": self.id, "who": self.who, "given": self.what, "ended": self.state, **counted, "told": told}


def import_of(details: Mapping[str, Any]) -> Import:
    """An import out of the record's history."""
    about = {"id": details["import"], "who": details["who"], "what": details["given"], "state": details["ended"]}
    counts = {key: details[name] for key, name in COUNTED.items()}
    return Import.model_validate(about | {"counts": counts} | json.loads(details["told"]))


def came(report: Report, reading: Reading | None = None) -> Came:
    """A report in a line."""
    return Came(
        id=report.id,
        title=report.title,
        publisher=report.publisher,
        published=report.published.latest if report.published else None,
        incidents=len(reading.incidents) if reading else None,
    )
