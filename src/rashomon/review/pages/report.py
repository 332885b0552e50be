"""A report: its text exactly as published, with all that was read in it, by whom it was read, and who said otherwise."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Query
from markupsafe import Markup

from rashomon.archive import Record
from rashomon.archive.actors.actors import actor_refs
from rashomon.archive.coding.coding import Coding
from rashomon.archive.coding.values import in_words
from rashomon.archive.refs import ref
from rashomon.export import Profile, Viewing
from rashomon.export.words import left_out
from rashomon.linking.mention import Sort
from rashomon.record import Noun, Reading, Region, RegionKind, Report, Span
from rashomon.review.addresses import report_of
from rashomon.review.looking import Looking
from rashomon.review.marking import LAYERS, Everything, Known, Mark, Shown, drawn, listed, marks, paragraphs
from rashomon.review.marking.read import Coded, StatementRead
from rashomon.review.pages.report_about import Copy, Facts, copies_of, facts_of
from rashomon.review.twins import twin

router = APIRouter()

At = Annotated[
    str, Query(pattern=r"^(\d{1,9}-\d{1,9})?$", description="A passage, by its offsets in the published text.")
]
Sure = Annotated[bool, Query(description="Without what is less probable than not.")]


class Change(Noun):
    """What a person said of one value: who, when, why, and what was there before."""

    judgement: int
    who: str
    made: datetime
    why: str
    incident: str
    account: str
    attribute: str
    former: str
    value: str
    lost: bool


class Stretch(NamedTuple):
    """A paragraph as it is drawn, and whose statements it has."""

    start: int
    kind: RegionKind
    words: Markup
    voices: list[StatementRead]


class ReportPage(Noun):
    """A report and what was read in it. All spans are places in `text`, which for viewers has other words for some names."""

    facts: Facts
    text: str
    regions: tuple[Region, ...]
    read: Everything
    sure: bool
    at: tuple[str, Span] | None
    copies: tuple[Copy, ...]
    changes: tuple[Change, ...]

    @property
    def left_out(self) -> str:
        """What was found and not written down."""
        return left_out(self.read.left_out)

    @property
    def layers(self) -> tuple[str, ...]:
        """What can be shown and hidden."""
        return LAYERS

    @property
    def stretches(self) -> Iterator[Stretch]:
        """The text as it is drawn."""
        drawn_before: set[str] = set()
        said = {each.id: each for each in self.read.statements}
        marked = list(marks(self.read))
        if self.at:
            marked.append((self.at[1], Mark(self.at[0], "at")))
        heard: set[str] = set()
        for paragraph in paragraphs(self.text, [(each.kind, each.span) for each in self.regions], marked):
            new = {id: said[id] for id in paragraph.said if id in said and id not in heard}
            heard |= new.keys()
            yield Stretch(
                paragraph.start, paragraph.kind, drawn(paragraph, self.text, drawn_before), list(new.values())
            )


@twin(router, "/reports/{id:anything}", "report.html")
def report(id: str, viewing: Looking, at: At = "", sure: Sure = False) -> ReportPage:
    """A report as it was published, and what was read in it."""
    with viewing.record.looking():
        return _page(viewing, report_of(viewing.record, id), at, sure)


def _page(viewing: Viewing, id: str, at: str, sure: bool) -> ReportPage:
    reading = viewing.at_hand.get(id)
    redaction = viewing.masks.of(reading)
    codings = viewing.record.codings.of_report(id) if viewing.profile is Profile.internal else []
    shown, read = listed(reading, redaction, known(viewing.record, id, codings), sure)
    return ReportPage(
        facts=facts_of(viewing, reading, redaction, shown),
        text=shown.text,
        regions=_regions(reading.report, shown),
        read=read,
        sure=sure,
        at=_at(at, reading.report.text, shown),
        copies=tuple(copies_of(viewing, reading.report)),
        changes=tuple(_changes(codings, reading, read)),
    )


def known(record: Record, id: str, codings: list[Coding]) -> Known:
    """What the record knows of a report's incidents and actors."""
    borne = record.shelf.borne_by(Sort.incident, id)
    groups = record.shelf.groups_of(Sort.incident, borne.values())
    return Known(
        {local: ref(Sort.incident, groups[number]) for local, number in borne.items() if number in groups},
        {local: number for (_, local), number in actor_refs(record, [id]).items()},
        {
            (each.local, each.account, each.attribute): Coded(
                judgement=each.judgement, who=each.who, made=each.made, why=each.why
            )
            for each in codings
            if each.local and not each.lost
        },
    )


def _regions(of: Report, shown: Shown) -> tuple[Region, ...]:
    places = shown.apart(region.span for region in of.regions)
    there = zip(of.regions, places, strict=True)
    return tuple(Region(kind=region.kind, span=span) for region, span in there if span[0] < span[1])


def _at(at: str, text: str, shown: Shown) -> tuple[str, Span] | None:
    """The passage that was asked for, under the anchor that its link has; none where the text has no such passage."""
    start, _, end = at.partition("-")
    if not at or not int(start) < int(end) <= len(text):
        return None
    return f"s{at}", shown.span((int(start), int(end)))


def _changes(codings: list[Coding], reading: Reading, read: Everything) -> Iterator[Change]:
    """What people said of its values, the latest first."""
    names = {actor.id: actor.name for actor in reading.actors}
    accounts = {account.id: account.source for incident in read.incidents for account in incident.accounts}
    for each in reversed(codings):
        local = each.local or ref(Sort.incident, each.number)
        name = _calling({**names, **each.actors})
        yield Change(
            judgement=each.judgement,
            who=each.who,
            made=each.made,
            why=each.why,
            incident=local,
            account=accounts.get(f"{local}.{each.account}", each.account) if each.account else "",
            attribute=each.attribute,
            former=in_words(each.attribute, each.former, name),
            value=in_words(each.attribute, each.value, name),
            lost=each.lost,
        )


def _calling(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda id: names.get(id, id)
