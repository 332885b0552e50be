"""`rashomon page`: a record as one page for a colleague."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from rashomon.archive import open_record
from rashomon.cli.options import RecordPlace, Rule
from rashomon.export import Profile, Viewing
from rashomon.export import page as render


def page(
    record: RecordPlace,
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("record.html"),
    profile: Annotated[
        Profile,
        typer.Option(help="public masks protected sources and private persons; internal shows all, and is logged."),
    ] = Profile.public,
    limit: Annotated[int, typer.Option(min=0, help="How many incidents to show; 0 shows all.")] = 200,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="What was known that day, from reports published by then."),
    ] = None,
    rule: Rule = "range",
    title: Annotated[str, typer.Option(help="The page's title.")] = "Who says what about which incident",
) -> None:
    """Write one self-contained HTML page: the incidents with their accounts side by side, the most disputed first."""
    with open_record(record) as opened:
        html = render(Viewing(opened, profile, rule, as_of.date() if as_of else None), limit=limit or None, title=title)
        if profile is Profile.internal:
            opened.log("export", what_kind="page", profile=profile.value, out=str(out))
    out.write_text(html, encoding="utf-8")
    typer.echo(f"wrote {out} ({profile.value} profile)")
