"""What a person said of a single value: "the governor's account of cnn-3 has 15 killed, not up to 30"."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from rashomon.archive.coding.values import Value


@dataclass(frozen=True)
class Coding:
    """Who said by which judgement what a value is, and what it was before.

    It is a value of an incident of a report (`number` is the incident's, `local` what the reading calls it now, None where it has
    it no more), or of the account of it at an address. `actors` are those whom the value names: id → name. `lost` says
    that the report was read anew and has no longer what this is about: it is kept, and holds of nothing.
    """

    judgement: int
    who: str
    made: datetime
    report: str
    number: int
    local: str | None
    account: str
    attribute: str
    value: Value
    former: Value
    why: str
    actors: dict[str, str]
    lost: bool


def coding_of(row: Row[Any]) -> Coding:
    """A row of the table, with its judgement's."""
    return Coding(
        judgement=row.judgement,
        who=row.who,
        made=row.made,
        report=row.report,
        number=row.number,
        local=row.local,
        account=row.account,
        attribute=row.attribute,
        value=json.loads(row.value) if row.value is not None else None,
        former=json.loads(row.former) if row.former is not None else None,
        why=row.why,
        actors=json.loads(row.actors),
        lost=row.lost,
    )
