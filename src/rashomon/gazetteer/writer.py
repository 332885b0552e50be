"""Writes a gazetteer file: places, the names they go by, and in some countries the sounds of their names.

The file is one SQLite database, read-only once written. `names` and `sounds` hold, for a folded name or a skeleton, the ids of
the places as packed 32-bit numbers (the top bit: it is not the place's first name).
"""

import sqlite3
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from rashomon.errors import BadData
from rashomon.gazetteer.spelling import droppable, fold, seldom_dropped, skeleton, transliterated, without_kind

SCHEMA = """
create table about (key text primary key, value text not null) without rowid;
create table places (id integer primary key, geonames integer, name text not null, code text, iso text, country integer,
    admin1 integer, admin2 integer, lat integer, lon integer, feature text not null, population integer not null);
create table names (name text primary key, places blob not null) without rowid;
create table sounds (skeleton text primary key, places blob not null) without rowid;
"""
VERSION = "1"
DEGREE = 10_000
"""Degrees are kept as whole numbers of a ten-thousandth: 11 metres."""
OTHER_NAME = 1 << 31
_COARSEST_SKELETON = 2


@dataclass(slots=True)
class Row:
    """A place to be written. `country`, `admin1`, `admin2` are ids of other rows; `code` and `iso` are a country's
    alpha-3 and alpha-2 codes.

    `known_as` are names as good as the first ("Britain"), `names` all others ("Albion").
    """

    id: int
    name: str
    feature: str
    geonames: int | None = None
    code: str | None = None
    iso: str | None = None
    country: int = 0
    admin1: int = 0
    admin2: int = 0
    at: tuple[float, float] | None = None
    population: int = 0
    known_as: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def write(path: Path, rows: Iterable[Row], about: Mapping[str, str]) -> dict[str, int]:
    """Write the rows to `path`, which must not exist. Returns how many places and names there are."""
    if path.exists():
        raise BadData(f"{path} exists; remove it or name another file")
    if not path.parent.is_dir():
        raise BadData(f"there is no folder {path.parent} to write {path.name} to; make it first")
    database = sqlite3.connect(path)
    try:
        with database:
            database.executescript("pragma page_size = 4096; pragma journal_mode = off;" + SCHEMA)
            counts = _fill(database, rows)
            told = {**about, "version": VERSION, **{key: str(count) for key, count in counts.items()}}
            database.executemany("insert into about values (?, ?)", sorted(told.items()))
        database.execute("vacuum")
    except BaseException:
        database.close()
        path.unlink(missing_ok=True)  # half a gazetteer is none
        raise
    database.close()
    return counts


def _fill(database: sqlite3.Connection, rows: Iterable[Row]) -> dict[str, int]:
    """Names are sorted by the database, on disk: a full dump of GeoNames has more than fit in memory."""
    database.execute("create temp table spoken (name text, id integer, sounded integer)")
    codes: dict[int, str] = {}
    places = 0
    for row in rows:
        if row.code:
            codes[row.id] = row.code
        sounded = codes.get(row.country) in transliterated()
        database.execute("insert into places values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _columns(row))
        spoken = ((name, row.id | flag, sounded) for name, flag in spoken_names(row).items())
        database.executemany("insert into spoken values (?, ?, ?)", spoken)
        places += 1
    names = _group(database, "names", database.execute("select name, id from spoken order by name, id"))
    database.create_function("skeleton", 1, skeleton, deterministic=True)
    sounds = (
        "select distinct skeleton(name) as bones, id & ? from spoken where sounded and length(bones) >= ? order by 1, 2"
    )
    _group(database, "sounds", database.execute(sounds, (OTHER_NAME - 1, _COARSEST_SKELETON)))
    database.execute("drop table spoken")
    return {"places": places, "names": names}


def _group(database: sqlite3.Connection, table: str, pairs: Iterable[tuple[str, int]]) -> int:
    count = 0
    for key, members in groupby(pairs, itemgetter(0)):
        ids = array("I", (id for _, id in members))
        database.execute(f"insert into {table} values (?, ?)", (key, ids.tobytes()))
        count += 1
    return count


def spoken_names(row: Row) -> dict[str, int]:
    """The folded names of a row, each with OTHER_NAME or 0; a name with a generic word is found without it, too.

    Where the word is seldom left out, that is an other name: Arlington is the town before Arlington County.
    """
    found: dict[str, int] = {}
    first = (row.name, *row.known_as)
    for n, name in enumerate((*first, *row.names)):
        folded, flag = fold(name), OTHER_NAME if n >= len(first) else 0
        found[folded] = min(flag, found.get(folded, OTHER_NAME))
        bare = without_kind(folded)
        if bare and bare[1] in droppable():
            found[bare[0]] = min(OTHER_NAME if bare[1] in seldom_dropped() else flag, found.get(bare[0], OTHER_NAME))
    found.pop("", None)
    return found


def _columns(row: Row) -> tuple[object, ...]:
    lat, lon = (None, None) if row.at is None else (round(row.at[0] * DEGREE), round(row.at[1] * DEGREE))
    parents = (row.country or None, row.admin1 or None, row.admin2 or None)
    return (row.id, row.geonames, row.name, row.code, row.iso, *parents, lat, lon, row.feature, row.population)
