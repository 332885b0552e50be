"""Releases: what was published of the record, as a file that never changes."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from pydantic import BaseModel, Field

from rashomon.archive.releases import Release
from rashomon.record import Noun
from rashomon.review.access.back import local
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.cataloguing import bring_up_to_date
from rashomon.review.looking import Adjudicator, TheRecord, Viewer
from rashomon.review.twins import twin

router = APIRouter()

MADE_FIRST = 2_000
"""Lines of the catalogue that a release makes anew before it is made: some seconds. With more, somebody has to come back."""


class Published(Noun):
    """A release: what it was made of, and the hash of its file. Who made it and why is told to those who work on the record."""

    name: str
    made: datetime
    judgement: int
    reports: int
    incidents: int
    sha256: str
    file: str
    who: str | None = None
    why: str | None = None


class ReleasesNoun(Noun):
    """Every release, the latest first."""

    releases: tuple[Published, ...]


class NewRelease(BaseModel):
    """What a release is to be called, and what it is made for."""

    name: Annotated[str, Field(max_length=64)]
    why: Annotated[str, Field(max_length=10_000)]
    back: str = "/releases"


@twin(router, "/releases", "releases.html", Role.viewer)
def releases(record: TheRecord, analyst: Viewer) -> ReleasesNoun:
    """What was published of the record."""
    return ReleasesNoun(releases=tuple(_published(each, analyst) for each in record.releases.all()))


@router.get("/releases/{name}.jsonl", response_class=StreamingResponse)
def file(name: str, record: TheRecord, _: Viewer) -> StreamingResponse:
    """The file of a release: an incident a line, as anybody may see it."""
    release = record.releases.get(name)
    headers = {"Content-Disposition": f'attachment; filename="{name}.jsonl"', "ETag": f'"{release.sha256}"'}
    return StreamingResponse(record.releases.file(name), media_type="application/x-ndjson", headers=headers)


@router.post("/releases", response_model=Published)
def make(form: Annotated[NewRelease, Form()], request: Request, record: TheRecord, analyst: Adjudicator) -> Response:
    """Publish what the record now tells of its incidents, in the public profile."""
    bring_up_to_date(record, MADE_FIRST)
    made = _published(record.releases.make(form.name.strip(), why=form.why, who=analyst.name), analyst)
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse(made.model_dump(mode="json"), 201)
    return RedirectResponse(local(form.back, "/releases"), 303)


def _published(each: Release, analyst: Analyst) -> Published:
    told = {"who": each.who, "why": each.why} if analyst.role.may(Role.coder) else {}
    return Published(
        name=each.name,
        made=each.made,
        judgement=each.judgement,
        reports=each.reports,
        incidents=each.incidents,
        sha256=each.sha256,
        file=f"/releases/{each.name}.jsonl",
        **told,
    )
