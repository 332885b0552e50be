"""What was published of a record: every incident in a line as anybody may see it, kept as it was then.

A release never changes: who cites it can have it checked. It says of which state of the record it was made, by the number of the
latest judgement, and its hash is that of the file that is given out. That begins with how many values were withheld, never which.
"""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select

from rashomon.archive.tables import catalogue, report
from rashomon.archive.tables import release as release_table
from rashomon.errors import CannotDecide, NotInRecord

if TYPE_CHECKING:
    from rashomon.archive.record import Record

AT_ONCE = 1000
"""Lines that are in memory at a time."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
"""A name that can be a file's on any system, and part of an address."""


@dataclass(frozen=True)
class Release:
    """What a release was made of: reports that count, incidents, the number of the latest judgement; and the hash of its file."""

    name: str
    made: datetime
    who: str
    why: str
    judgement: int
    reports: int
    incidents: int
    sha256: str


class Releases:
    """The releases of a record. Its catalogue is to be brought up to date before one is made."""

    def __init__(self, record: "Record") -> None:
        self.record = record

    def make(self, name: str, *, why: str, who: str) -> Release:
        """Publish what the record now tells. Raises CannotDecide for a name that cannot be, and while lines are stale."""
        self._check(name, why)
        file, digest = zlib.compressobj(), hashlib.sha256()
        data = bytearray()
        with self.record.looking() as connection:
            if self.record.catalogue.waiting():
                raise CannotDecide(f"{name}: the list of incidents is being brought up to date; try again in a moment")
            judgement = self.record.judgements.last()
            reports = connection.execute(select(func.count()).where(~report.c.withdrawn)).scalar_one()
            lines, withheld = connection.execute(select(func.count(), func.sum(catalogue.c.withheld))).one()
            for line in chain([_first(withheld or 0)], self._lines()):
                digest.update(line)
                data += file.compress(line)
        data += file.flush()
        made = Release(name, datetime.now(UTC), who, why.strip(), judgement, reports, lines, digest.hexdigest())
        with self.record.writing() as connection:
            self._check(name, why)
            connection.execute(insert(release_table), {**vars(made), "data": bytes(data)})
            self.record.log("release", name=name, who=who, why=made.why, incidents=lines, sha256=made.sha256)
        return made

    def all(self) -> list[Release]:
        """Every release, the latest first."""
        columns = [column for column in release_table.columns if column.name != "data"]
        with self.record.looking() as connection:
            rows = connection.execute(select(*columns).order_by(release_table.c.made.desc())).all()
        return [Release(**row._mapping) for row in rows]

    def get(self, name: str) -> Release:
        """One by its name. Raises NotInRecord where there is none."""
        for each in self.all():
            if each.name == name:
                return each
        raise NotInRecord(f"{self.record.where}: no release {name!r}")

    def file(self, name: str) -> Iterator[bytes]:
        """The file of a release, JSON lines, piece by piece, exactly as it was made. Raises NotInRecord where there is none."""
        with self.record.looking() as connection:
            asked = select(release_table.c.data).where(release_table.c.name == name)
            data = connection.execute(asked).scalar()
        if data is None:
            raise NotInRecord(f"{self.record.where}: no release {name!r}")
        return _unpacked(data)

    def _check(self, name: str, why: str) -> None:
        if not _NAME.fullmatch(name):
            raise CannotDecide(f"{name!r}: a release is called by letters, digits, points and dashes: 2026-11, v1.2")
        if not why.strip():
            raise CannotDecide("a release needs a reason, for those who come after you: say why")
        if any(each.name == name for each in self.all()):
            raise CannotDecide(f"there is a release {name} already, and it stays as it is; take another name")

    def _lines(self) -> Iterator[bytes]:
        """The public lines of all incidents by number; within one look at the record."""
        last = 0
        while True:
            asked = select(catalogue.c.number, catalogue.c.public).where(catalogue.c.number > last)
            with self.record.looking() as connection:
                rows = connection.execute(asked.order_by(catalogue.c.number).limit(AT_ONCE)).all()
            yield from (f"{row.public}\n".encode() for row in rows)
            if len(rows) < AT_ONCE:
                return
            last = rows[-1].number


def _first(withheld: int) -> bytes:
    return f"{json.dumps({'profile': 'public', 'withheld': withheld})}\n".encode()


def _unpacked(data: bytes) -> Iterator[bytes]:
    file = zlib.decompressobj()
    for at in range(0, len(data), 1 << 16):
        yield file.decompress(data[at : at + (1 << 16)])
    yield file.flush()
