"""A full GeoNames dump → a gazetteer file of one's own: every hamlet, border post and valley of a country, or of the world.

Reads the 19-column tables of https://download.geonames.org/export/dump/ (allCountries.zip, XX.zip, or the .txt in them), and, where
it lies beside, alternateNamesV2.txt or .zip for names such as "Burma" that the main table leaves out.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rashomon.errors import BadData
from rashomon.gazetteer import writer
from rashomon.gazetteer.assembly import Assembly, Country, Division, Town
from rashomon.gazetteer.shipped import open_gazetteer

_COLUMNS = 19
_ALTERNATE_COLUMNS = 8
# Kept beside populated places (P): water and land forms, sites that reports name. Hotels, farms and single buildings are left out.
_KEPT_CLASSES = frozenset("PTHLVU")
_KEPT_SITES = frozenset(
    "AIRB AIRP AIRF INSM MILB CMP CMPRF CHKP CSTM BDRY PRN HSP UNIV DAM BDG PRT MSQE CH FT OILR OILW MN PS TNL PASS".split()
)
_DIVISIONS = frozenset({"ADM1", "ADM2"})
_GONE = frozenset({"PPLH", "PPLQ", "PPLW", "PPLCH", "ADM1H", "ADM2H", "PCLH"})
_ENGLISH = frozenset({"", "en", "abbr"})


@dataclass(slots=True)
class Line:
    """A row of a dump, the columns that are used."""

    geonames: int
    name: str
    names: list[str]
    at: tuple[float, float]
    group: str
    feature: str
    country: str
    admin1: str
    admin2: str
    population: int


def import_dump(dump: Path, out: Path, alternate_names: Path | None = None) -> dict[str, int]:
    """Write a gazetteer of the dump to `out`. Returns the counts. Raises BadData where the dump is none; reads it twice."""
    others = dict(_alternate_names(alternate_names)) if alternate_names else {}
    countries, divisions = list(_known_countries()), []
    for line in read_dump(dump):
        if line.feature in _DIVISIONS:
            codes = (line.country, line.admin1, line.admin2)[: 1 + int(line.feature[3])]
            divisions.append(
                Division(".".join(codes), line.name, line.at, line.geonames, others.get(line.geonames, []))
            )
    towns = (
        Town(line.geonames, line.name, line.country, line.admin1, line.admin2, line.at, line.feature, line.population,
             line.names + others.get(line.geonames, []))
        for line in read_dump(dump)
        if _is_kept(line)
    )  # fmt: skip
    about = {"source": f"GeoNames dump {dump.name}, CC BY 4.0", "made": date.today().isoformat()}
    return writer.write(out, Assembly(countries, divisions).rows(towns), about)


def read_dump(path: Path) -> Iterator[Line]:
    """The rows of a dump, plain or zipped."""
    with _opened(path) as lines:
        for number, text in enumerate(lines, 1):
            if text.strip():
                yield _line(text, f"{path}, line {number}")


def _line(text: str, where: str) -> Line:
    cells = text.rstrip("\n").split("\t")
    if len(cells) != _COLUMNS:
        raise BadData(f"{where}: {len(cells)} columns instead of {_COLUMNS}; is this a table of GeoNames' export/dump?")
    try:
        at = (float(cells[4]), float(cells[5]))
        names = [name for name in cells[3].split(",") if name]
        return Line(
            int(cells[0]), cells[1], names, at, cells[6], cells[7], cells[8], cells[10], cells[11], int(cells[14] or 0)
        )
    except ValueError as error:
        raise BadData(f"{where}: {error}; is this a table of GeoNames' export/dump?") from None


def _is_kept(line: Line) -> bool:
    if line.feature in _GONE or line.feature in _DIVISIONS or not line.name:
        return False
    return line.group in _KEPT_CLASSES or line.feature in _KEPT_SITES


def _alternate_names(path: Path) -> Iterator[tuple[int, list[str]]]:
    """English and unmarked names by GeoNames id; consecutive rows are one place's."""
    found: dict[int, list[str]] = {}
    with _opened(path) as lines:
        for number, text in enumerate(lines, 1):
            cells = text.rstrip("\n").split("\t")
            if len(cells) < _ALTERNATE_COLUMNS or not cells[1].isdecimal():
                raise BadData(f"{path}, line {number}: no row of GeoNames' alternateNamesV2 table; download it anew")
            if cells[2] in _ENGLISH:
                found.setdefault(int(cells[1]), []).append(cells[3])
    yield from found.items()


def _known_countries() -> Iterator[Country]:
    """The countries of the shipped gazetteer: a dump of one country has no others, and none has their codes."""
    gazetteer = open_gazetteer()
    for code, id in gazetteer.countries.items():
        entry = gazetteer.entry(id)
        at = None if entry.lat is None or entry.lon is None else (entry.lat, entry.lon)
        yield Country(gazetteer.iso[code], code, entry.name, entry.geonames or 0, entry.population, at)


@contextmanager
def _opened(path: Path) -> Iterator[io.TextIOBase]:
    """The lines of a text file, or of the table in a zip file."""
    if not path.is_file():
        raise BadData(f"there is no file {path}; download one of GeoNames' export/dump")
    try:
        with _table_in(path) as lines:
            yield lines
    except (UnicodeDecodeError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise BadData(f"{path} is broken or no table of GeoNames ({error}); download it anew") from None


@contextmanager
def _table_in(path: Path) -> Iterator[io.TextIOBase]:
    if not zipfile.is_zipfile(path):
        with path.open(encoding="utf-8", newline="\n") as lines:
            yield lines
        return
    with zipfile.ZipFile(path) as archive:
        tables = [
            name for name in archive.namelist() if re.fullmatch(r"(?!readme|iso-)[^/]+\.txt", name, re.IGNORECASE)
        ]
        if not tables:
            raise BadData(f"{path} has no table (.txt) in it; download one of GeoNames' export/dump")
        with archive.open(tables[0]) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
