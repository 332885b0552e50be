"""One thing that waits, with all that it takes to decide about it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rashomon.archive.judgements.opinions import unsure
from rashomon.archive.refs import Found, find
from rashomon.archive.undecided import undecided
from rashomon.errors import CannotDecide, NotInRecord
from rashomon.export import Viewing
from rashomon.export.decision import Decision, decisions
from rashomon.export.story import Story
from rashomon.linking.mention import Sort
from rashomon.record import Noun
from rashomon.review.access.may import may_undo
from rashomon.review.access.roles import Analyst
from rashomon.review.accounts.why import PairShown, names_in, pair_shown
from rashomon.review.addresses import report_link
from rashomon.review.expecting import seen_text
from rashomon.review.queueing.sides import ActorSide, actor_side, incident_side
from rashomon.review.queueing.tabs import REASONS, SAME, TABS, Choice, Reason
from rashomon.review.queueing.waiting import ORPHANED, UNDATED
from rashomon.review.queueing.waterfalls import Numbers, Waterfalls

NUMBER = re.compile(r"[0-9]{1,18}")

AHEAD = 40
"""Pairs among which those are that will be asked for next."""


class Item(Noun):
    """What is asked, of what, how it can be answered, and what is sent with the answer (`fields`).

    A pair has two `incidents` or `actors` and says why they are alike; `hindrance` is why that was not enough, `opinions` are what
    others said who were not sure. Of what is no pair, `trouble` says what it is about and `link` leads to where more can be done.
    """

    tab: str
    key: str
    refs: tuple[str, ...]
    sort: Sort
    question: str
    incidents: tuple[Story, ...] = ()
    actors: tuple[ActorSide, ...] = ()
    pair: PairShown | None = None
    hindrance: str = ""
    opinions: tuple[str, ...] = ()
    trouble: str = ""
    link: str = ""
    decision: Decision | None = None
    choices: tuple[Choice, ...] = ()
    reasons: tuple[Reason, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()


def item(viewing: Viewing, tab: str, refs: Sequence[str], analyst: Analyst, waterfalls: Waterfalls) -> Item:
    """The thing of these names in a queue. Raises CannotDecide where it waits no longer, NotInRecord where it is gone."""
    with viewing.record.looking():
        if tab in ("incidents", "actors", "second"):
            return _pair(viewing, tab, refs, analyst, waterfalls)
        return _single(viewing, tab, refs, analyst)


def _pair(viewing: Viewing, tab: str, refs: Sequence[str], analyst: Analyst, waterfalls: Waterfalls) -> Item:
    record = viewing.record
    sort = Sort.actor if refs[0].startswith("A") else Sort.incident
    found = [find(record, each, sort) for each in refs]
    if len(found) != 2:
        raise NotInRecord(f"{', '.join(refs)}: name two, for example I12 and I40")
    one, other = found
    is_one = one.group == other.group
    if is_one and tab != "second":
        raise CannotDecide(f"{one.asked} and {other.asked} are one by now: {one.ref}")
    numbers = (one.number, other.number) if is_one else _closest(viewing, one, other)
    pair = waterfalls.of(record, sort, numbers, lambda: _ahead(viewing, sort))
    asked = (one.asked, other.asked) if is_one else (one.ref, other.ref)
    sides = list(_sides(incident_side if sort is Sort.incident else actor_side, viewing, found, is_one))
    return Item(
        tab=tab,
        key="-".join(refs),
        refs=asked,
        sort=sort,
        question=TABS[tab].question,
        incidents=tuple(side for side in sides if isinstance(side, Story)),
        actors=tuple(side for side in sides if isinstance(side, ActorSide)),
        pair=pair_shown(pair, viewing.masks.over(()), _named(viewing, sort, numbers), sort),
        hindrance=_hindrance(sides) if pair.is_sure and not is_one else "",
        opinions=() if tab == "second" else tuple(_opinions(viewing, sort, found, analyst)),
        choices=TABS[tab].choices,
        reasons=REASONS[sort],
        fields=_fields(asked, sort, "" if is_one else seen_text(record, asked, sort)),
    )


Side = Callable[[Viewing, Found, frozenset[int] | None], "Story | ActorSide"]


def _sides(side: Side, viewing: Viewing, found: Iterable[Found], is_one: bool) -> Iterator[Story | ActorSide]:
    """The two; where they are one by now, each as the report has it by which it goes."""
    for each in found:
        yield side(viewing, each, frozenset({each.number}) if is_one else None)


def _closest(viewing: Viewing, one: Found, other: Found) -> Numbers:
    """The two of their mentions that are most alike, of equals as `undecided` has them; the two themselves where none are."""
    shelf, sort = viewing.record.shelf, one.sort
    members = shelf.members(sort, [one.group, other.group])
    fewer, more = sorted(members.values(), key=len)
    between = [e for e in shelf.edges_touching(sort, fewer) if e.left in more or e.right in more]
    edge = max(between, key=lambda e: (e.weight, e.left, e.right), default=None)
    return (edge.left, edge.right) if edge else (one.number, other.number)


def _named(viewing: Viewing, sort: Sort, numbers: Numbers) -> dict[int, dict[str, str]]:
    """Who is named in two tellings of an incident."""
    if sort is not Sort.incident:
        return {}
    borne = list(viewing.record.shelf.bearings(sort, numbers))
    viewing.at_hand.have(each.report for each in borne)
    told = ((each, viewing.at_hand.incident(each.report, each.local)) for each in borne)
    return {each.number: names_in(found, viewing.at_hand.get(each.report)) for each, found in told if found}


def _ahead(viewing: Viewing, sort: Sort) -> list[Numbers]:
    return [(each.edge.left, each.edge.right) for each in undecided(viewing.record, sort, AHEAD)]


def _hindrance(sides: Sequence[Story | ActorSide]) -> str:
    """Why two were not merged although two of their mentions are alike enough."""
    one, other = (set(side.told_in) if isinstance(side, Story) else set() for side in sides)
    if one & other:
        return f"Not merged: {min(one & other)} tells of both, as of two."
    return "Not merged: a person holds them apart, or over all their reports they are less alike than these two."


def _opinions(viewing: Viewing, sort: Sort, found: Sequence[Found], analyst: Analyst) -> Iterator[str]:
    groups = {each.group for each in found}
    for each in unsure(viewing.record, sort):
        numbers = [min(numbers) for numbers in each.pair]
        if each.who != analyst.name and set(viewing.record.shelf.groups_of(sort, numbers).values()) == groups:
            yield f"{each.who} is unsure: {each.why}"


def _single(viewing: Viewing, tab: str, refs: Sequence[str], analyst: Analyst) -> Item:
    if len(refs) != 1:
        raise NotInRecord(f"{', '.join(refs)}: name one")
    (asked,) = refs
    about: Mapping[str, Callable[[Viewing, str, Analyst], Item]] = {ORPHANED: _orphaned, UNDATED: _undated}
    for start, build in about.items():
        if asked.startswith(start):
            return build(viewing, asked.removeprefix(start), analyst)
    return _incident(viewing, tab, asked)


def _incident(viewing: Viewing, tab: str, asked: str) -> Item:
    record = viewing.record
    there = find(record, asked, Sort.incident)
    if record.judgements.reviewed([there.group]):
        raise CannotDecide(f"{there.ref} has been reviewed")
    placeless = tab == "values"
    return Item(
        tab=tab,
        key=asked,
        refs=(there.ref,),
        sort=Sort.incident,
        question=TABS[tab].question,
        incidents=(incident_side(viewing, there),),
        trouble="No report says where this was, or not so that it can be found on a map. If one does, open it there and say so."
        if placeless
        else "",
        link=f"/incidents/{there.ref}",
        choices=TABS["disputed"].choices,
        reasons=(Reason(SAME, "no report says where it was"),) if placeless else TABS[tab].reasons,
        fields=_fields((there.ref,), Sort.incident, seen_text(record, [there.ref])),
    )


def _orphaned(viewing: Viewing, number: str, analyst: Analyst) -> Item:
    judgement = viewing.record.judgements.get(int(number) if NUMBER.fullmatch(number) else 0)
    if judgement.undone:
        raise CannotDecide(f"judgement {number} has been undone")
    mine = may_undo(analyst, judgement)
    return Item(
        tab="values",
        key=f"{ORPHANED}{number}",
        refs=(f"{ORPHANED}{number}",),
        sort=judgement.sort or Sort.incident,
        question="Should this judgement go?",
        trouble="A judgement about what no report has any more: its report was read anew, or came in other words. It changes "
        "nothing now, and holds again should a report have it again."
        + ("" if mine else " Who made it, or an adjudicator, may take it back."),
        link=f"/log?number={number}",
        decision=decisions([judgement])[0],
        choices=(Choice(SAME, "Take it back", "/decisions/undo", "no report has this any more"),) if mine else (),
        fields=(("number", number),),
    )


def _undated(viewing: Viewing, id: str, _: Analyst) -> Item:
    report = viewing.record.readings.get(id).report
    known = (
        f", only that it was not before {report.published.earliest}"
        if report.published and report.published.earliest
        else ""
    )
    return Item(
        tab="values",
        key=f"{UNDATED}{id}",
        refs=(f"{UNDATED}{id}",),
        sort=Sort.incident,
        question="When was this published?",
        trouble=f"{viewing.masks.over(()).text(report.title or report.id)}: nothing says when it was published{known}, so that its "
        "“yesterday” is no day, and as of no day it was known. Import it again with its day.",
        link=report_link(id),
    )


def _fields(refs: Sequence[str], sort: Sort, seen: str) -> tuple[tuple[str, str], ...]:
    return (*(("refs", each) for each in refs), ("sort", sort.value), ("seen", seen))
