"""What is done with many incidents of the list at once: those that were marked, or all that were asked for."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse, StreamingResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from rashomon.archive import Record
from rashomon.archive.refs import find
from rashomon.export import Profile
from rashomon.linking.mention import Sort
from rashomon.review.access.roles import Role
from rashomon.review.cataloguing import bring_up_to_date
from rashomon.review.deciding import Reasoned, Refs
from rashomon.review.decisions import review_all
from rashomon.review.incidents.asked import Asked
from rashomon.review.incidents.looked import looked
from rashomon.review.incidents.taken import as_csv, as_json_lines
from rashomon.review.looking import Coder, TheRecord, Viewer

router = APIRouter()

MOST_REVIEWED = 1_000
"""Incidents that are reviewed at once: some seconds. Nobody has looked through more."""


class Chosen(Reasoned):
    """The incidents that were marked, or `all` that are asked for in the address."""

    refs: Annotated[Refs, Field(default_factory=list)]
    all: bool = False


class Taking(BaseModel):
    """As what file, and how much of them is shown."""

    refs: Annotated[Refs, Field(default_factory=list)]
    all: bool = False
    format: Literal["jsonl", "csv"] = "jsonl"
    profile: Profile = Profile.public


@router.post("/incidents/review")
def review(
    asked: Annotated[Asked, Query()], form: Annotated[Chosen, Form()], record: TheRecord, analyst: Coder
) -> RedirectResponse:
    """Say that all these were looked through, a judgement each."""
    refs = [f"I{number}" for number in _numbers(record, asked, form.refs, form.all, analyst.profile)]
    if len(refs) > MOST_REVIEWED:
        raise HTTPException(422, f"{len(refs):,} incidents: at once, at most {MOST_REVIEWED:,}; narrow the list down")
    last = review_all(record, refs, why=form.why, who=analyst.name)[-1]
    return RedirectResponse(f"/incidents?{asked.query(page=asked.page)}&done={last.number}", 303)


@router.post("/incidents/export")
def export(
    asked: Annotated[Asked, Query()], form: Annotated[Taking, Form()], record: TheRecord, analyst: Viewer
) -> StreamingResponse:
    """The incidents as a file. Whoever takes along everybody's names must ask for that, and it is written down."""
    if form.profile is Profile.internal and not analyst.role.may(Role.coder):
        raise HTTPException(403, f"this takes the role {Role.coder}; yours is {analyst.role}")
    numbers = _numbers(record, asked, form.refs, form.all, analyst.profile)
    if form.profile is Profile.internal:
        record.log("export", profile=form.profile.value, format=form.format, incidents=len(numbers), who=analyst.name)
    lines = (as_csv if form.format == "csv" else as_json_lines)(record, numbers, form.profile)
    name = f"incidents-{form.profile}.{form.format}"
    media = "text/csv" if form.format == "csv" else "application/jsonl"
    return StreamingResponse(lines, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _numbers(record: Record, asked: Asked, refs: Sequence[str], every: bool, profile: Profile) -> list[int]:
    """The incidents meant; raises 422 where none is."""
    if every:
        bring_up_to_date(record)
        numbers = looked(record, asked, profile).page(asked.order)
    else:
        numbers = list(dict.fromkeys(find(record, ref, Sort.incident).group for ref in refs))
    if not numbers:
        raise HTTPException(422, "no incident is marked; mark some in the list, or take all that it has")
    return numbers
