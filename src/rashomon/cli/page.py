"""`rashomon page`: a record as one page for a colleague."""

from pathlib import Path
from typing import Annotated

import typer

from rashomon.archive import RecordFolder
from rashomon.export import Profile
from rashomon.export import page as render
from rashomon.weighing import RULES


def page(
    record: Annotated[Path, typer.Argument(help="The record's folder.")],
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("record.html"),
    profile: Annotated[
        Profile,
        typer.Option(help="public masks protected sources and private persons; internal shows all, and is logged."),
    ] = Profile.public,
    rule: Annotated[str, typer.Option(help=f"How figures follow from accounts: {', '.join(RULES)}.")] = "range",
    title: Annotated[str, typer.Option(help="The page's title.")] = "Who says what about which incident",
) -> None:
    """Write one self-contained HTML page: every incident with its accounts side by side, the most disputed first."""
    if rule not in RULES:
        raise typer.BadParameter(f"{rule!r} is not a rule; there are {', '.join(RULES)}", param_hint="--rule")
    folder = RecordFolder(record)
    html = render(folder.incidents(), profile=profile, rule=rule, title=title)
    if profile is Profile.internal:
        folder.log("export", what_kind="page", profile=profile.value, out=str(out))
    out.write_text(html, encoding="utf-8")
    typer.echo(f"wrote {out} ({profile.value} profile)")
