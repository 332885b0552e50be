"""The log: every judgement, by whom, why, before and after; how far people agree; what was done with the record."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from rashomon.archive import Record
from rashomon.archive.actors.find_actor import find_actor
from rashomon.archive.judgements.judgement import Judgement
from rashomon.archive.judgements.log_search import LogPage, Wanted, log_page, people
from rashomon.archive.refs import find, is_numbered, ref
from rashomon.errors import NotInRecord
from rashomon.linking.mention import Sort
from rashomon.record import Noun
from rashomon.review.access.may import may_undo
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.addresses import report_link
from rashomon.review.cataloguing import bring_up_to_date
from rashomon.review.looking import Coder, TheRecord
from rashomon.review.queueing.called import Called, called_in_lines
from rashomon.review.twins import twin

router = APIRouter()

AT_ONCE = 50
"""Judgements on a page."""

LONGEST = 600
"""Characters of what a judgement did that are drawn; a passage that thousands print is merged from thousands."""

SAID = 4
"""Incidents or actors of which a judgement says what they are."""

EVENTS = 500
"""Events on their page."""

WHAT = ("merge", "split", "not-same", "same-actor", "rename", "withdraw", "code", "review", "opine", "undo")
"""What judgements there are."""


class Asked(BaseModel):
    """Which judgements are wanted: of whom, of which sort, about I12 or A7 or a name, with which words; or the one of a number."""

    who: str = ""
    what: Literal[
        "", "merge", "split", "not-same", "same-actor", "rename", "withdraw", "code", "review", "opine", "undo"
    ] = ""
    by: Literal["", "people", "machine"] = ""
    about: str = ""
    words: Annotated[str, Field(max_length=200)] = ""
    number: Annotated[int, Field(ge=1, lt=1 << 62)] | None = None
    before: Annotated[int, Field(ge=1, lt=1 << 62)] | None = None

    @property
    def narrows(self) -> bool:
        """Whether it asks for anything less than all."""
        return bool(self.query)

    @property
    def query(self) -> dict[str, object]:
        """What is asked for, but for the page."""
        return {name: value for name, value in self.model_dump(exclude={"before"}).items() if value not in ("", None)}


class Named(Noun):
    """What some of those that a judgement names are now: "I97, I99: shelling, Olenivka, UKR, 2022-07-29"."""

    refs: tuple[str, ...]
    name: str


class Entry(Noun):
    """One judgement: "57, 2026-11-20, Amal: code, I12: killed in cnn-3's own account: up to 30 → 15".

    `about` are the incidents or actors it names, and `called` says what the first of them are. `undone_by` is the judgement that
    took it back; one that is `orphaned` holds, but no report tells any more of what it is about. `report` is where the value
    stands of which it speaks.
    """

    number: int
    made: datetime
    who: str
    machine: bool
    what: str
    why: str
    before: str
    after: str
    change: str
    about: tuple[str, ...]
    called: tuple[Named, ...]
    report: str | None
    undoes: int | None
    undone: bool
    undone_by: int | None
    orphaned: bool
    may_undo: bool

    @property
    def parts(self) -> list[tuple[str, str | None]]:
        """What it did, in pieces, each with the address of the page of what it names."""
        shown = self.change if len(self.change) <= LONGEST else f"{self.change[:LONGEST].rpartition(' ')[0]} …"
        pages = {called: _page_of(called) for called in self.about}
        if self.report:
            pages[self.report] = report_link(self.report)
        return [(part, pages.get(part)) for part in re.split(_named(pages), shown) if part]


class LogNoun(Noun):
    """Some judgements, the latest first; `earlier` is the number before which there are more (`?before=`)."""

    judgements: tuple[Entry, ...]
    earlier: int | None
    problem: str | None
    people: tuple[str, ...]
    asked: Asked

    @property
    def here(self) -> str:
        """The address of this page."""
        return _at(self.asked, self.asked.before)

    @property
    def earlier_at(self) -> str:
        """The address of the next page."""
        return _at(self.asked, self.earlier)


class AgreedOn(Noun):
    """How far people agree on one attribute: alpha is null where there is too little to compare."""

    attribute: str
    distance: str
    units: int
    coders: int
    alpha: float | None


class AgreementNoun(Noun):
    """Krippendorff's alpha by attribute, over what two or more have judged."""

    attributes: tuple[AgreedOn, ...]


class Happened(Noun):
    """What was done with the record, and when: read, linked, exported, released."""

    made: datetime
    what: str
    details: dict[str, str | int]


class EventsNoun(Noun):
    """The latest of it, the last first, and how much there is in all."""

    events: tuple[Happened, ...]
    of: int


@twin(router, "/log", "log.html", Role.coder)
def log(asked: Annotated[Asked, Query()], record: TheRecord, analyst: Coder) -> LogNoun:
    """Every judgement on the record, the latest first."""
    bring_up_to_date(record)
    found, problem = LogPage([], {}, set(), {}, None), None
    with record.looking():
        try:
            found = log_page(record, _wanted(record, asked), asked.before, AT_ONCE)
        except NotInRecord as error:
            problem = str(error)
        names = people(record)
        called = called_in_lines(record, [each for one in found.judgements for each in _about(one)[:SAID]])
    entries = tuple(_entry(each, found, called, analyst) for each in found.judgements)
    return LogNoun(judgements=entries, earlier=found.more, problem=problem, people=tuple(names), asked=asked)


@twin(router, "/log/agreement", "log_agreement.html", Role.coder)
def agreement(record: TheRecord) -> AgreementNoun:
    """How far those who judged of the same agree."""
    return AgreementNoun(attributes=tuple(AgreedOn(**vars(each)) for each in record.agreement.by_attribute()))


@twin(router, "/log/events", "log_events.html", Role.coder)
def events(record: TheRecord) -> EventsNoun:
    """What was done with the record: read, linked, exported, released."""
    all_ = record.events()
    latest = (Happened(made=each.made, what=each.what, details=each.details) for each in reversed(all_[-EVENTS:]))
    return EventsNoun(events=tuple(latest), of=len(all_))


def _at(asked: Asked, before: int | None) -> str:
    query = urlencode({**asked.query, **({"before": before} if before else {})})
    return f"/log?{query}" if query else "/log"


def _wanted(record: Record, asked: Asked) -> Wanted:
    return Wanted(
        who=asked.who,
        what=asked.what,
        machine={"": None, "people": False, "machine": True}[asked.by],
        about=_called(record, asked.about.strip()),
        words=asked.words,
        number=asked.number,
    )


def _called(record: Record, asked: str) -> str:
    """What is asked about by its number: I12 and A7 as they are, REPORT/i3, an actor by name. Raises NotInRecord."""
    if not asked or any(is_numbered(asked, sort) for sort in Sort):
        return asked
    if "/" in asked:
        return find(record, asked, Sort.incident).ref
    return ref(Sort.actor, find_actor(record, asked))


def _about(each: Judgement) -> tuple[str, ...]:
    if each.sort not in (Sort.incident, Sort.actor):
        return ()
    return tuple(ref(each.sort, number) for number in sorted(each.numbers))


def _named_as(about: Sequence[str], called: Mapping[str, Called]) -> tuple[Named, ...]:
    """By name, those that are one by now together; what no report tells of any more has none."""
    refs: dict[Called, list[str]] = defaultdict(list)
    for each in about[:SAID]:
        if called[each].now:
            refs[called[each]].append(each)
    return tuple(Named(refs=tuple(those), name=now.name) for now, those in refs.items())


def _entry(each: Judgement, found: LogPage, called: Mapping[str, Called], analyst: Analyst) -> Entry:
    about = _about(each)
    return Entry(
        number=each.number,
        made=each.made,
        who=each.who,
        machine=each.machine,
        what=each.what,
        why=each.why,
        before=each.told(each.before),
        after=each.outcome,
        change=each.change,
        about=about,
        called=_named_as(about, called),
        report=found.reports.get(each.number),
        undoes=each.undoes,
        undone=each.undone,
        undone_by=found.undone_by.get(each.number),
        orphaned=each.number in found.orphaned,
        may_undo=not each.undone and may_undo(analyst, each),
    )


def _named(names: Iterable[str]) -> str:
    """What finds any of these in a text, as a word of its own."""
    some = sorted(names, key=len, reverse=True)[:AT_ONCE]
    return rf"(?<!\w)({'|'.join(map(re.escape, some))})(?!\w)" if some else r"(?!)"


def _page_of(called: str) -> str:
    return f"/{'incidents' if called.startswith('I') else 'actors'}/{called}"
