"""The record as whoever asks may see it, by the rule and as of the day that they ask for."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request
from pydantic import BeforeValidator
from starlette.exceptions import HTTPException

from rashomon.archive import Record
from rashomon.export import Viewing
from rashomon.review.access.asking import needs
from rashomon.review.access.roles import Analyst, Role
from rashomon.weighing import RULES

Viewer = Annotated[Analyst, Depends(needs(Role.viewer))]
Coder = Annotated[Analyst, Depends(needs(Role.coder))]
Adjudicator = Annotated[Analyst, Depends(needs(Role.adjudicator))]
Admin = Annotated[Analyst, Depends(needs(Role.admin))]


async def the_record(request: Request) -> Record:
    """The record on the desk. It waits for nothing, and so is worth no thread of its own."""
    record: Record = request.app.state.desk.record
    return record


TheRecord = Annotated[Record, Depends(the_record)]


def viewing(
    record: TheRecord,
    analyst: Viewer,
    rule: Annotated[str, Query(description=f"How figures follow from accounts: {', '.join(RULES)}.")] = "range",
    as_of: Annotated[
        date | None,
        BeforeValidator(lambda day: day or None),
        Query(description="What was known that day, from reports published by then."),
    ] = None,
) -> Viewing:
    """One look at the record."""
    if rule not in RULES:
        raise HTTPException(422, f"{rule!r} is not a rule; there are {', '.join(RULES)}")
    return Viewing(record, analyst.profile, rule, as_of)


Looking = Annotated[Viewing, Depends(viewing)]
