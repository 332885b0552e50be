"""`rashomon gazetteer`: look places up, import a GeoNames dump, say where the places come from."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from rashomon.gazetteer import Entry, Gazetteer, open_gazetteer
from rashomon.gazetteer.dump import import_dump
from rashomon.settings import Settings

app = typer.Typer(
    no_args_is_help=True, help="Look up places; use a full GeoNames dump instead of the gazetteer that comes along."
)

_In = Annotated[Path | None, typer.Option("--gazetteer", help=Settings.help("gazetteer"))]
_MOST_SHOWN = 25


@app.command()
def look(
    name: Annotated[
        str, typer.Argument(help='Name of a place, as a report may spell it: "Khost", "Pul-e Khumri", "Calif.".')
    ],
    country: Annotated[
        str | None, typer.Option(help="ISO 3166 alpha-3 code; also finds names that only sound alike there.")
    ] = None,
    gazetteer: _In = None,
) -> None:
    """Show the places that go by a name, largest first."""
    places = _opened(gazetteer)
    entries = found(places, name, country)
    if not entries:
        where = f" in {country}" if country else ""
        typer.echo(f"no place called {name!r}{where}; `rashomon gazetteer import` adds all of GeoNames", err=True)
        raise typer.Exit(1)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("name", "country", "province", "district", "feature", "inhabitants", "lat, lon", "GeoNames"):
        table.add_column(heading, overflow="fold")
    for entry in entries[:_MOST_SHOWN]:
        table.add_row(*_cells(entry))
    Console().print(table)
    if len(entries) > _MOST_SHOWN:
        typer.echo(f"… and {len(entries) - _MOST_SHOWN} more; --country narrows it down")


def _cells(entry: Entry) -> list[str]:
    place = entry.place
    at = "not known" if place.lat is None or place.lon is None else f"{place.lat:.3f}, {place.lon:.3f}"
    inhabitants = f"{entry.population:,}" if entry.population else None
    told = (place.name, place.country, place.admin1, place.admin2, place.feature, inhabitants, at, place.geonames)
    return ["–" if cell is None else str(cell) for cell in told]


def found(gazetteer: Gazetteer, name: str, country: str | None) -> list[Entry]:
    """The places called that, in a country also those whose name sounds the same."""
    entries = [entry for entry, _ in gazetteer.look_up(name)]
    if country is None:
        return entries
    id = gazetteer.countries.get(country.upper())
    if id is None:
        raise typer.BadParameter(
            f"{country!r} is no alpha-3 code of a country, such as AFG or SLV", param_hint="--country"
        )
    entries = [entry for entry in entries if entry.country == id]
    return entries + [entry for entry in gazetteer.sounding_like(name, frozenset({id})) if entry not in entries]


@app.command("import")
def import_(
    dump: Annotated[
        Path, typer.Argument(help="allCountries.zip, XX.zip or the .txt in it, from GeoNames' export/dump.")
    ],
    out: Annotated[Path, typer.Option(help="The gazetteer file to write.")] = Path("gazetteer.sqlite"),
    names: Annotated[Path | None, typer.Option(help="alternateNamesV2.zip or .txt, for more names.")] = None,
) -> None:
    """Make a gazetteer of a full GeoNames dump."""
    counts = import_dump(dump, out, names)
    typer.echo(f"{out}: {counts['places']:,} places under {counts['names']:,} names")
    typer.echo(f"use it with --gazetteer {out} or RASHOMON_GAZETTEER={out}")


@app.command()
def about(gazetteer: _In = None) -> None:
    """Say what is in the gazetteer, where it comes from and under which licence."""
    places = _opened(gazetteer)
    typer.echo(f"file: {places.path}")
    for key, value in places.about.items():
        typer.echo(f"{key}: {value}")


def _opened(path: Path | None) -> Gazetteer:
    return open_gazetteer(str(path) if path else Settings.from_environment().gazetteer)
