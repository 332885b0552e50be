"""What the page of an incident fetches when asked: the words behind a value, the decisions, why it is one."""

import re
from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.exceptions import HTTPException

from rashomon.archive import listing
from rashomon.archive.refs import find
from rashomon.export import Profile
from rashomon.export.decision import Decision, decisions
from rashomon.export.reasons import why_one
from rashomon.linking.mention import Sort
from rashomon.record import Noun, Span
from rashomon.review.access.may import may_undo
from rashomon.review.access.roles import Role
from rashomon.review.accounts.evidence import Passage, passage
from rashomon.review.accounts.why import PairShown, names_in, pair_shown
from rashomon.review.looking import Coder, Looking
from rashomon.review.twins import twin

router = APIRouter()

_OFFSET = re.compile("[0-9]{1,12}")

MOST_PASSAGES = 8
"""Reports whose words are shown at once; an account that more have alike says so."""

MOST_PAIRS = 20
"""Pairs that are explained at once, the weakest first."""

Asked = Annotated[str, Path(description="Its number, I12, or REPORT/i3: what its report's reading calls it.")]


class Evidence(Noun):
    """The words that a value was read from, in every report that has it."""

    id: str
    passages: tuple[Passage, ...]
    more: int


class Decided(Noun):
    """A decision, and whether whoever looks may take it back."""

    decision: Decision
    may_undo: bool


class History(Noun):
    """What was decided about an incident, the latest first."""

    id: str
    decided: tuple[Decided, ...]


class Why(Noun):
    """Why an incident is one: the pairs that hold it together, the weakest first, and what people ruled about it."""

    id: str
    pairs: tuple[PairShown, ...]
    of: int
    rulings: tuple[Decision, ...]


@twin(router, "/incidents/{asked:anything}/evidence", "parts/evidence.html")
def evidence(
    asked: Asked,
    viewing: Looking,
    at: Annotated[list[str], Query(description="Where it stands: REPORT:120-240, once or more often.", max_length=200)],
) -> Evidence:
    """The words at some places of the reports that tell of an incident, in the paragraphs around them."""
    there = find(viewing.record, asked, Sort.incident)
    (linked,) = viewing.record.linked.incidents([there.group], viewing.at_hand)
    telling = {told.report for told in linked.told}
    places: dict[str, list[Span]] = {}
    for report, span in map(_place, at):
        if report not in telling:
            raise HTTPException(404, f"{report} does not tell of {there.ref}")
        places.setdefault(report, []).append(span)
    shown = [
        passage(viewing.at_hand.get(id), spans, viewing.masks) for id, spans in list(places.items())[:MOST_PASSAGES]
    ]
    return Evidence(id=there.ref, passages=tuple(shown), more=len(places) - len(shown))


@twin(router, "/incidents/{asked:anything}/history", "parts/history.html", Role.coder)
def history(asked: Asked, viewing: Looking, analyst: Coder) -> History:
    """Everything that people and the machine decided about an incident."""
    there = find(viewing.record, asked, Sort.incident)
    judgements = list(viewing.record.judgements.log(there))
    allowed = [not each.undone and may_undo(analyst, each) for each in judgements]
    decided = (Decided(decision=d, may_undo=may) for d, may in zip(decisions(judgements), allowed, strict=True))
    return History(id=there.ref, decided=tuple(decided))


@twin(router, "/incidents/{asked:anything}/why", "parts/why.html")
def why(asked: Asked, viewing: Looking) -> Why:
    """What holds an incident together."""
    there = find(viewing.record, asked, Sort.incident)
    (linked,) = viewing.record.linked.incidents([there.group], viewing.at_hand)
    redaction = viewing.masks.over(viewing.at_hand.get(id) for id in {told.report for told in linked.told})
    numbers = listing.tellings(viewing.record, there.group)
    names = {
        numbers[told.report, told.incident.id]: names_in(told.incident, viewing.at_hand.get(told.report))
        for told in linked.told
    }
    reasons = why_one(viewing.record, there.ref, Sort.incident, MOST_PAIRS)
    return Why(
        id=there.ref,
        pairs=tuple(pair_shown(pair, redaction, names) for pair in reasons.pairs),
        of=reasons.of,
        rulings=tuple(decisions(reasons.rulings)) if viewing.profile is Profile.internal else (),
    )


def _place(at: str) -> tuple[str, Span]:
    """ "mosul:412-430". Raises 422 for anything else."""
    report, _, span = at.rpartition(":")
    start, _, end = span.partition("-")
    if not (report and _OFFSET.fullmatch(start) and _OFFSET.fullmatch(end) and int(start) < int(end)):
        raise HTTPException(422, f"{at!r} is no place in a report; write REPORT:120-240")
    return report, (int(start), int(end))
