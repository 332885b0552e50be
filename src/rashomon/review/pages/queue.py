"""The queue: what awaits a person, one thing after the other, each with what it takes to decide about it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.exceptions import HTTPException

from rashomon.archive import Record
from rashomon.record import Noun
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.cataloguing import bring_up_to_date
from rashomon.review.looking import Coder, Looking
from rashomon.review.queueing.called import called_in_lines
from rashomon.review.queueing.counts import MOST
from rashomon.review.queueing.desk import Queueing
from rashomon.review.queueing.items import Item, item
from rashomon.review.queueing.tabs import TABS
from rashomon.review.queueing.waiting import Waiting, waiting
from rashomon.review.twins import twin

router = APIRouter()

LISTED = 25
"""Things that are listed at once; more are fetched when these are done."""

FIRST = "incidents"


class TabShown(Noun):
    """A queue, and how much waits in it; `more` where that is only what was counted."""

    name: str
    title: str
    count: int
    more: bool


class LineShown(Noun):
    """One thing that waits, in a line; `others` are those who have it open."""

    key: str
    refs: tuple[str, ...]
    called: tuple[str, ...]
    why: str
    others: tuple[str, ...]


class QueuePage(Noun):
    """What waits in one queue, and how much in the others. `last` is the number of the latest judgement."""

    tab: str
    holds: str
    tabs: tuple[TabShown, ...]
    lines: tuple[LineShown, ...]
    last: int


class ItemPage(Noun):
    """One thing that waits, and who else has it open."""

    item: Item
    others: tuple[str, ...]
    last: int


TabAsked = Annotated[str, Query(alias="tab", description=f"Which queue: {', '.join(TABS)}.")]


@twin(router, "/queue", "queue.html", Role.coder)
def queue(
    request: Request,
    viewing: Looking,
    analyst: Coder,
    tab: TabAsked = FIRST,
    skip: Annotated[int, Query(ge=0, le=MOST, description="How many of the first are known.")] = 0,
) -> QueuePage:
    """What awaits somebody, in the order in which it is offered; what somebody else has open comes last."""
    _known(tab)
    record, desk = viewing.record, _queueing(request)
    bring_up_to_date(record)
    found = waiting(record, tab, analyst, skip + LISTED)[skip:]
    others = desk.presence.others(analyst.name, {_place(tab, each.key) for each in found})
    lines = _lines(record, tab, found, others)
    return QueuePage(
        tab=tab,
        holds=TABS[tab].holds,
        tabs=tuple(_tab(record, name, analyst, desk) for name in TABS),
        lines=tuple(sorted(lines, key=lambda line: bool(line.others))),
        last=record.judgements.last(),
    )


@twin(router, "/queue/item", "queue_item.html", Role.coder)
def queue_item(
    request: Request,
    viewing: Looking,
    analyst: Coder,
    tab: TabAsked,
    refs: Annotated[list[str], Query(min_length=1, max_length=2, description="What it is called: I12 and I40.")],
    ahead: Annotated[bool, Query(description="It is fetched before somebody looks at it.")] = False,
) -> ItemPage:
    """One thing of a queue, with all that it takes to decide."""
    _known(tab)
    desk, place = _queueing(request), _place(tab, "-".join(refs))
    last = viewing.record.judgements.last()
    found = item(viewing, tab, refs, analyst, desk.waterfalls)
    if not ahead:
        desk.presence.note(analyst.name, place)
    others = desk.presence.others(analyst.name, [place]).get(place, [])
    return ItemPage(item=found, others=tuple(others), last=last)


def _known(tab: str) -> None:
    if tab not in TABS:
        raise HTTPException(422, f"there is no queue {tab!r}; there are {', '.join(TABS)}")


def _queueing(request: Request) -> Queueing:
    queueing: Queueing = request.app.state.desk.queueing
    return queueing


def _place(tab: str, key: str) -> str:
    return f"{tab}:{key}"


def _tab(record: Record, name: str, analyst: Analyst, desk: Queueing) -> TabShown:
    count = desk.counts.of(record, name, analyst)
    return TabShown(name=name, title=TABS[name].title, count=count, more=count >= MOST)


def _lines(record: Record, tab: str, found: list[Waiting], others: dict[str, list[str]]) -> list[LineShown]:
    called = called_in_lines(record, [ref for each in found for ref in each.refs])
    return [
        LineShown(
            key=each.key,
            refs=each.refs,
            called=tuple(called[ref].name for ref in each.refs),
            why=(called[each.refs[0]].disputed if tab == "disputed" else "") or each.why,
            others=tuple(others.get(_place(tab, each.key), ())),
        )
        for each in found
    ]
