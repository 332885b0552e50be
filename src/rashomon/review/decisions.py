"""The decisions that are taken at the desk, one address each. Whatever changes the record does so here, through its log."""

import json
from collections.abc import Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Path
from fastapi.responses import Response
from pydantic import Field
from starlette.exceptions import HTTPException

from rashomon.archive import Record
from rashomon.archive.judgements.judgement import Judgement, Seen
from rashomon.engines.engine import batches
from rashomon.errors import BadSetting
from rashomon.export.decision import Decision, decisions
from rashomon.linking.mention import Sort
from rashomon.review.access.may import UNDO_ANYBODYS, may_undo
from rashomon.review.deciding import Deciding, Reasoned, Refs, may
from rashomon.review.looking import Coder, TheRecord

router = APIRouter(prefix="/decisions")

TOGETHER = 200
"""Judgements that are made in one transaction: some tenths of a second."""


class Things(Reasoned):
    """Incidents or actors, by what they are called."""

    refs: Annotated[Refs, Field(min_length=1)]
    sort: Literal["incident", "actor"] = "incident"

    @property
    def of(self) -> Sort:
        """Which of the two."""
        return Sort(self.sort)


class Several(Things):
    """Two of them, or more."""

    refs: Annotated[Refs, Field(min_length=2)]


class Parts(Reasoned):
    """An incident, and those of its reports that tell of another."""

    refs: Annotated[Refs, Field(min_length=1, max_length=1)]
    parts: Annotated[Refs, Field(min_length=1)]


class Name(Things):
    """What a thing is to be called."""

    refs: Annotated[Refs, Field(min_length=1, max_length=1)]
    name: Annotated[str, Field(max_length=1_000)]


class Opinion(Things):
    """Whether two are one, in somebody's opinion."""

    refs: Annotated[Refs, Field(min_length=2, max_length=2)]
    verdict: Literal["same", "different", "unsure"]


class Withdrawal(Reasoned):
    """A report that is to count no longer."""

    report: str


class Undoing(Reasoned):
    """A judgement that is to be taken back."""

    number: Annotated[int, Field(ge=1, lt=1 << 62)]


class Value(Reasoned):
    """What somebody says of a value: `ref` is REPORT/i3; `value` is JSON, empty where there is none; `former` what they saw."""

    ref: str
    account: str = ""
    attribute: str
    value: str = ""
    former: str | None = None


class Reviewed(Reasoned):
    """Incidents that somebody has looked through."""

    refs: Annotated[Refs, Field(min_length=1)]


@router.post("/merge")
def merge(form: Annotated[Several, Form()], deciding: Annotated[Deciding, may("merge")]) -> Response:
    """All these are one."""
    who, of = deciding.analyst.name, form.of
    return deciding.take(form, lambda log: log.merge(form.refs, why=form.why, who=who, sort=of, expect=form.expect))


@router.post("/not-same")
def not_same(form: Annotated[Several, Form()], deciding: Annotated[Deciding, may("not-same")]) -> Response:
    """No two of these are one."""
    who, of = deciding.analyst.name, form.of
    return deciding.take(form, lambda log: log.not_same(form.refs, why=form.why, who=who, sort=of, expect=form.expect))


@router.post("/split")
def split(form: Annotated[Parts, Form()], deciding: Annotated[Deciding, may("split")]) -> Response:
    """What these reports tell is another incident than the rest of it."""
    who, (asked,) = deciding.analyst.name, form.refs
    return deciding.take(form, lambda log: log.split(asked, form.parts, why=form.why, who=who, expect=form.expect))


@router.post("/rename")
def rename(form: Annotated[Name, Form()], deciding: Annotated[Deciding, may("rename")]) -> Response:
    """Call it so."""
    who, of, (asked,) = deciding.analyst.name, form.of, form.refs
    return deciding.take(
        form, lambda log: log.rename(asked, form.name, why=form.why, who=who, sort=of, expect=form.expect)
    )


@router.post("/withdraw")
def withdraw(form: Annotated[Withdrawal, Form()], deciding: Annotated[Deciding, may("withdraw")]) -> Response:
    """This report counts no longer."""
    return deciding.take(form, lambda log: log.withdraw(form.report, why=form.why, who=deciding.analyst.name))


@router.post("/undo")
def undo(form: Annotated[Undoing, Form()], deciding: Annotated[Deciding, may("undo")]) -> Response:
    """Take a judgement back: one's own, or as an adjudicator anybody's."""
    judgement = deciding.record.judgements.get(form.number)
    if not may_undo(deciding.analyst, judgement):
        whose = "the machine's" if judgement.machine else f"{judgement.who}'s"
        raise HTTPException(
            403,
            f"judgement {form.number} is {whose}: only they and whoever has the role {UNDO_ANYBODYS} take it back; "
            "say what you hold instead by a decision of your own",
        )
    return deciding.take(form, lambda log: log.undo(form.number, why=form.why, who=deciding.analyst.name))


@router.post("/code")
def code(form: Annotated[Value, Form()], deciding: Annotated[Deciding, may("code")]) -> Response:
    """Say of a value what it is."""
    value = _value("value", form.value)
    former = {} if form.former is None else {"former": _value("former", form.former)}
    who, account = deciding.analyst.name, form.account
    return deciding.take(
        form, lambda log: log.code(form.ref, form.attribute, value, account=account, why=form.why, who=who, **former)
    )


@router.post("/opine")
def opine(form: Annotated[Opinion, Form()], deciding: Annotated[Deciding, may("opine")]) -> Response:
    """Write down an opinion on a pair, which changes nothing."""
    who, of = deciding.analyst.name, form.of
    return deciding.take(
        form, lambda log: log.opine(form.refs, form.verdict, why=form.why, who=who, sort=of, expect=form.expect)
    )


@router.post("/review")
def review(form: Annotated[Reviewed, Form()], deciding: Annotated[Deciding, may("review")]) -> Response:
    """Say that these incidents were looked through; the answer is the last of the judgements."""
    who, expect = deciding.analyst.name, form.expect
    return deciding.take(
        form, lambda _: review_all(deciding.record, form.refs, why=form.why, who=who, expect=expect)[-1]
    )


@router.get("/{number}.json")
def judgement(number: Annotated[int, Path(ge=1, lt=1 << 62)], record: TheRecord, _: Coder) -> Decision:
    """What was decided, by its number."""
    return decisions([record.judgements.get(number)])[0]


def review_all(
    record: Record, refs: Sequence[str], *, why: str, who: str, expect: Seen | None = None
) -> list[Judgement]:
    """The same of any number of incidents, a judgement each; some hundreds are one transaction, so that others need not wait."""
    made: list[Judgement] = []
    for some in batches(refs, TOGETHER):
        with record.writing():
            made += [record.judgements.review(ref, why=why, who=who, expect=expect) for ref in some]
    return made


def _value(field: str, text: str) -> Any:
    """A value out of its JSON; nothing at all is no value."""
    try:
        value = json.loads(text, parse_constant=_no_number) if text.strip() else None
        json.dumps(value, ensure_ascii=False).encode()  # half a character ("\\ud800") is none that could be kept
        return value
    except (ValueError, RecursionError):
        raise BadSetting(f"`{field}` is not JSON: {text[:40]!r}") from None


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
