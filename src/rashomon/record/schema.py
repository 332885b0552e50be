"""The JSON Schema of the record, for those who read `readings.jsonl` with other tools."""

from typing import Any

from rashomon.record.reading import Reading


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one line of `readings.jsonl`."""
    schema = Reading.model_json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
