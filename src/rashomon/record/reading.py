"""Everything found in one report."""

from typing import Literal

from pydantic import Field

from rashomon.record.actor import Actor
from rashomon.record.base import Noun
from rashomon.record.incident import Incident
from rashomon.record.place import PlaceMention
from rashomon.record.report import Report
from rashomon.record.statement import Statement
from rashomon.record.tie import Tie
from rashomon.record.time import Time

SCHEMA: Literal["rashomon/reading/1"] = "rashomon/reading/1"


class Reader(Noun):
    """Which reader made a reading: a reading is a pure function of the report and this."""

    name: str
    version: str


class LeftOut(Noun):
    """How much of each sort the reader found and held too unlikely to be right to write it down (docs/accuracy.md)."""

    statements: int = 0
    incidents: int = 0
    participants: int = 0


class Reading(Noun):
    """What one reader found in one report: a line of `readings.jsonl`."""

    schema_: Literal["rashomon/reading/1"] = Field(default=SCHEMA, alias="schema")
    reader: Reader
    report: Report
    times: tuple[Time, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    incidents: tuple[Incident, ...] = ()
    ties: tuple[Tie, ...] = ()
    left_out: LeftOut = LeftOut()

    def to_json(self) -> str:
        """One line of JSON, keys as in RECORD.md."""
        return self.model_dump_json(by_alias=True)

    @classmethod
    def from_json(cls, line: str | bytes) -> "Reading":
        """The reading that `to_json` wrote. Raises pydantic's ValidationError on anything else."""
        return cls.model_validate_json(line)
