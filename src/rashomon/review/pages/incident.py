"""An incident: what each account says, beside the others, where that was read, and what people decided about it."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path

from rashomon.archive import listing
from rashomon.archive.coding.coding import Coding
from rashomon.archive.refs import Found, find
from rashomon.export import Viewing
from rashomon.export.decision import Decision, decisions
from rashomon.export.story import Story, story
from rashomon.linking.mention import Sort
from rashomon.record import Noun
from rashomon.review.access.may import may_undo
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.accounts.days import Day, TellingReport, days, telling_reports
from rashomon.review.accounts.table import Line, table
from rashomon.review.accounts.taking_part import TakingPart, taking_part
from rashomon.review.expecting import seen_text
from rashomon.review.looking import Looking, Viewer
from rashomon.review.pages import incident_parts
from rashomon.review.twins import twin
from rashomon.weighing import RULES

router = APIRouter()
router.include_router(incident_parts.router)

Asked = Annotated[str, Path(description="Its number, I12, or REPORT/i3: what its report's reading calls it.")]


class RuleShown(Noun):
    """A rule by which figures follow from accounts, and what it does."""

    name: str
    does: str


class Deciding(Noun):
    """What somebody needs who may decide about an incident.

    `seen` is what there is, to be sent with a decision. `reviewed` is the review that still holds, `mine` the latest decision of
    theirs that is not undone.
    """

    seen: str
    reviewed: Decision | None
    mine: Decision | None


class IncidentPage(Noun):
    """One incident as somebody sees it who is about to compare.

    `moved` says since when an older number is this one's. `story` is null where nobody had told of it by the day that is looked
    at. `reports` are all that tell of it, `days` those on which they appeared; what is one incident follows from all of them.
    `last` is the number of the latest judgement on the record, `deciding` is null for those who may not.
    """

    id: str
    moved: str | None
    story: Story | None
    lines: tuple[Line, ...]
    participants: tuple[TakingPart, ...]
    reports: tuple[TellingReport, ...]
    days: tuple[Day, ...]
    as_of: date | None
    rule: str
    rules: tuple[RuleShown, ...]
    last: int
    deciding: Deciding | None


@twin(router, "/incidents/{asked:anything}", "incident.html")
def incident(asked: Asked, viewing: Looking, analyst: Viewer) -> IncidentPage:
    """An incident with all its accounts, as of a day if asked, figures by the rule that is asked for."""
    record = viewing.record
    with record.looking():
        there = find(record, asked, Sort.incident)
        (linked,) = record.linked.incidents([there.group], viewing.at_hand)
        gathered = next(viewing.gathered([linked]), None)
        told = story(gathered, viewing.masks, viewing.rule) if gathered else None
        reports = telling_reports(linked, listing.tellings(record, there.group), viewing)
        return IncidentPage(
            id=there.ref,
            moved=_moved(there, viewing),
            story=told,
            lines=table(told, _codings(reports, viewing, analyst)) if told else (),
            participants=taking_part(gathered, viewing) if gathered else (),
            reports=tuple(reports),
            days=days(reports),
            as_of=viewing.as_of,
            rule=viewing.rule,
            rules=tuple(RuleShown(name=name, does=_does(rule.__doc__)) for name, rule in RULES.items()),
            last=record.judgements.last(),
            deciding=_deciding(there, viewing, analyst) if analyst.role.may(Role.coder) else None,
        )


def _moved(there: Found, viewing: Viewing) -> str | None:
    return viewing.redirect(there.asked) if there.redirect else None


def _codings(reports: list[TellingReport], viewing: Viewing, analyst: Analyst) -> list[Coding]:
    """What people said of values: by whom is nobody's business outside."""
    if not analyst.role.may(Role.coder):
        return []
    found = viewing.record.codings.of(each.report for each in reports)
    return [coding for codings in found.values() for coding in codings]


def _deciding(there: Found, viewing: Viewing, analyst: Analyst) -> Deciding:
    log = viewing.record.judgements
    reviewed = log.reviewed([there.group]).get(there.group)
    mine = next(
        (j for j in log.log(there, people=True) if j.who == analyst.name and not j.undone and not j.undoes), None
    )
    return Deciding(
        seen=seen_text(viewing.record, [there.ref]),
        reviewed=decisions([log.get(reviewed)])[0] if reviewed else None,
        mine=decisions([mine])[0] if mine and may_undo(analyst, mine) else None,
    )


def _does(doc: str | None) -> str:
    return (doc or "").partition("\n")[0]
