"""`rashomon schema`."""

import json

import typer

from rashomon.record import json_schema


def schema() -> None:
    """Print the JSON Schema of a line of `readings.jsonl`."""
    typer.echo(json.dumps(json_schema(), indent=2))
