"""What is known of a made report: which incidents, actors and tales it has."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from rashomon.record import Reading


@dataclass(frozen=True, slots=True)
class Truth:
    """The truth of one report.

    `incidents` and `actors` say which one each local id is ("i1": "E12"; an aggregate claim is an incident of its own, "W3", and
    `covers` says of which). Reports that share one of `tales` are copies, in whole or in part.
    """

    report: str
    incidents: dict[str, str]
    covers: dict[str, tuple[str, ...]]
    actors: dict[str, str]
    tales: tuple[str, ...]

    def to_json(self) -> str:
        """One line of the truth."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, line: str) -> "Truth":
        """The truth that `to_json` wrote."""
        values: dict[str, Any] = json.loads(line)
        values["tales"] = tuple(values["tales"])
        values["covers"] = {id: tuple(covered) for id, covered in values["covers"].items()}
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Made:
    """A made reading and its truth."""

    reading: Reading
    truth: Truth
