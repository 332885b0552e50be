"""A record as a folder: `readings.jsonl`, a Reading a line, and `log.jsonl`, what was done with them."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from rashomon.errors import BadData, NotInRecord
from rashomon.record import Incident, Reading


@dataclass(frozen=True)
class Located:
    """An incident of the record, where it stands: `ref` is its number in the record's list ("i3")."""

    ref: str
    incident: Incident
    reading: Reading


class RecordFolder:
    """A folder of readings. Reading streams; writing replaces the file at once or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = path / "readings.jsonl"

    def readings(self) -> Iterator[Reading]:
        """Every reading, in order. Raises NotInRecord where there are none, BadData naming a line that is broken."""
        if not self.file.is_file():
            raise NotInRecord(
                f"{self.path}: no readings.jsonl in it; make one with `rashomon read REPORTS --out {self.path}`"
            )
        with self.file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    yield Reading.from_json(line)
                except ValidationError as error:
                    problem = error.errors()[0]
                    where = ".".join(map(str, problem["loc"])) or "the line"
                    raise BadData(
                        f"{self.file}, line {number}: not a reading ({where}: {problem['msg']}); "
                        "read the reports again into a new folder"
                    ) from None

    def incidents(self) -> Iterator[Located]:
        """Every incident with its number in the record."""
        number = 0
        for reading in self.readings():
            for incident in reading.incidents:
                number += 1
                yield Located(f"i{number}", incident, reading)

    def incident(self, ref: str) -> Located:
        """The incident that the record's list numbers so ("i3"), or that a report's reading calls so ("REPORT/i3").

        Raises NotInRecord with what there is.
        """
        count = 0
        for located in self.incidents():
            count += 1
            if ref in {located.ref, f"{located.reading.report.id}/{located.incident.id}"}:
                return located
        there = f"i1 to i{count}" if count else "none"
        raise NotInRecord(
            f"{self.path}: no incident {ref!r}; its incidents are {there} (`rashomon show {self.path}` lists them)"
        )

    @contextmanager
    def replacing(self) -> Iterator["Writer"]:
        """Write readings; they become the record when all are written. Readings of other reports are kept.

        Where nothing was written, the record is left alone.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        fresh = self.file.with_suffix(".jsonl.part")
        with fresh.open("w", encoding="utf-8") as out:
            writer = Writer(lambda line: out.write(line + "\n"))
            yield writer
            for line in self._kept(writer.ids):
                out.write(line)
                writer.kept += 1
        if writer.ids:
            os.replace(fresh, self.file)
        else:
            fresh.unlink()

    def _kept(self, replaced: set[str]) -> Iterator[str]:
        if self.file.is_file():
            with self.file.open(encoding="utf-8") as lines:
                yield from (line for line in lines if json.loads(line)["report"]["id"] not in replaced)

    def log(self, what: str, **details: str | int) -> None:
        """Append to the folder's log what was done, and when (UTC)."""
        entry = {"when": datetime.now(UTC).isoformat(timespec="seconds"), "what": what, **details}
        with (self.path / "log.jsonl").open("a", encoding="utf-8") as out:
            out.write(json.dumps(entry, ensure_ascii=False) + "\n")


class Writer:
    """Takes readings for a record and remembers whose they are."""

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write
        self.ids: set[str] = set()
        self.kept = 0

    def add(self, reading: Reading) -> None:
        """Write one reading."""
        self.ids.add(reading.report.id)
        self._write(reading.to_json())
