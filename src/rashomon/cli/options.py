"""Arguments and options that several commands have."""

from typing import Annotated

import typer

from rashomon.weighing import RULES


def _known(rule: str) -> str:
    if rule not in RULES:
        raise typer.BadParameter(f"{rule!r} is not a rule; there are {', '.join(RULES)}")
    return rule


RecordPlace = Annotated[str, typer.Argument(help="The record: its folder, or its PostgreSQL address (postgresql://…).")]

Rule = Annotated[str, typer.Option(help=f"How figures follow from accounts: {', '.join(RULES)}.", callback=_known)]
