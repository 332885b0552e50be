"""What others decided since somebody began to look at something."""

from collections.abc import Iterable
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from rashomon.archive import Record
from rashomon.archive.judgements.judgement import Judgement
from rashomon.archive.judgements.log import PAGE
from rashomon.archive.refs import is_numbered
from rashomon.export.decision import Decision, decisions
from rashomon.linking.mention import Sort
from rashomon.record import Noun
from rashomon.review.drawn import drawn
from rashomon.review.looking import Coder, TheRecord

router = APIRouter()

TOLD_ONCE = 286
"""The status by which htmx asks no more: what was told once need not be read out every five seconds."""

MOST = 20
"""Judgements that are told of; there are seldom two in five seconds."""


class Changes(Noun):
    """What others decided about some incidents or actors since a judgement, the latest first; `last` is the latest of all.

    `others` are those who have the same thing of a queue open.
    """

    since: int
    last: int
    decisions: tuple[Decision, ...]
    others: tuple[str, ...] = ()


@router.get("/changes.json")
def changes(
    request: Request,
    record: TheRecord,
    analyst: Coder,
    since: Annotated[int, Query(ge=0, lt=1 << 62, description="The number of the latest judgement that was seen.")],
    refs: Annotated[list[str], Query(max_length=50, description="Incidents and actors: I12, A7.")] = [],  # noqa: B006
    looking: Annotated[str, Query(max_length=300, description="What of a queue is open: incidents:I12-I40.")] = "",
) -> Changes:
    """What others decided since, about these; a page asks every few seconds."""
    presence = request.app.state.desk.queueing.presence
    others = []
    if looking:
        presence.note(analyst.name, looking)
        others = presence.others(analyst.name, [looking]).get(looking, [])
    with record.looking():
        last = record.judgements.last()
        about = _about(record, refs) if last > since and refs else {}
        made = [
            one for one in islice(record.judgements.since(since), PAGE) if about and _concerns(one, about, analyst.name)
        ]
    return Changes(since=since, last=last, decisions=tuple(decisions(made[:MOST])), others=tuple(others))


def _about(record: Record, refs: Iterable[str]) -> dict[Sort, set[int]]:
    """The mentions of what is called so, and those that are in a group with them now; what is called otherwise is left out."""
    found: dict[Sort, set[int]] = {}
    for sort in (Sort.incident, Sort.actor):
        numbers = {int(asked[1:]) for asked in refs if is_numbered(asked, sort)}
        groups = set(record.shelf.groups_of(sort, numbers).values())
        found[sort] = numbers.union(*record.shelf.members(sort, groups).values())
    return found


def _concerns(one: Judgement, about: dict[Sort, set[int]], who: str) -> bool:
    return (one.machine or one.who != who) and one.sort is not None and bool(one.numbers & about.get(one.sort, set()))


@router.get("/changes", include_in_schema=False)
def changes_page(request: Request, analyst: Coder, found: Annotated[Changes, Depends(changes)]) -> Response:
    """The same in words; nothing at all where there is nothing to tell, so that what stands there stays."""
    if not found.decisions:
        return Response(status_code=204)
    return drawn(request, analyst, "changes.html", found, TOLD_ONCE if "hx-request" in request.headers else 200)
