"""The form by which a person says what a value of a report is: plain fields, for a page with scripts and for one without."""

import json
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import Response
from pydantic import Field

from rashomon.archive import Record
from rashomon.archive.coding.values import in_words, plain, typed
from rashomon.archive.readings.at_hand import ReadingsAtHand
from rashomon.errors import BadSetting, CannotDecide
from rashomon.record import Reading, Span
from rashomon.review.addresses import report_link, report_of
from rashomon.review.deciding import LONGEST, Deciding, may
from rashomon.review.decisions import Value, code
from rashomon.review.drawn import drawn
from rashomon.review.looking import Coder, TheRecord
from rashomon.review.valuing import Asked, Given, asked, given, hits

router = APIRouter()

WHY = {"confirm": "as the report has it", "none": "the report does not state it"}
"""Why, where nobody says otherwise."""

Passage = Annotated[str, Query(pattern=r"^(\d{1,9}-\d{1,9})?$")]


class Said(Given):
    """A form that was filled in, and what its value was when it was drawn."""

    ref: str
    account: str = ""
    attribute: str
    entry: Annotated[int, Field(ge=0)] = 0
    former: str
    why: Annotated[str, Field(max_length=LONGEST)] = ""


@router.get("/reports/{id:anything}/value", include_in_schema=False)
def value_form(
    request: Request,
    analyst: Coder,
    record: TheRecord,
    id: str,
    ref: str = "",
    account: str = "",
    attribute: str = "",
    entry: Annotated[int | None, Query(ge=0)] = None,
    span: Passage = "",
    name: str = "",
    was: str = "",
) -> Response:
    """The form for a value, or for a new one that stands at a span. Another incident than it `was` has other accounts."""
    reading = reading_of(record, id)
    account = account if was in ("", ref) else ""
    form = asked(reading, ref, account, attribute, entry, _span(span, reading))
    return _form(request, analyst, form, reading, Given(name=name), why="")


@router.post("/reports/{id:anything}/value", include_in_schema=False)
def say(
    id: str,
    said: Annotated[Said, Form()],
    deciding: Annotated[Deciding, may("code")],
) -> Response:
    """Say what the value is; what cannot be one, or is another's by now, is shown in the form again, with what was filled in."""
    reading = reading_of(deciding.record, id)
    form = asked(reading, said.ref, said.account, said.attribute, said.entry)
    try:
        value = given(said, form.model_copy(update={"now": _seen(said)}), reading)
        return code(_decision(said, form, value), deciding)
    except (BadSetting, CannotDecide) as error:
        status = 409 if isinstance(error, CannotDecide) else 422
        return _form(deciding.request, deciding.analyst, form, reading, said, said.why, str(error), status)


def reading_of(record: Record, given: str) -> Reading:
    """The reading of the report at an address, as people have corrected it."""
    return ReadingsAtHand(record).get(report_of(record, given))


def _seen(said: Said) -> Any:
    """The value that they were shown. Raises BadSetting for what can be none."""
    try:
        return plain(said.attribute, typed(said.attribute, json.loads(said.former)))
    except (ValueError, TypeError, RecursionError):
        raise BadSetting("`former` is not what a form of the desk gave; load the page again, then decide") from None


def _decision(said: Said, form: Asked, value: Any) -> Value:
    at = ".".join(filter(None, (said.ref, said.account, said.attribute)))
    return Value(
        ref=f"{form.report}/{form.ref}",
        account=form.account,
        attribute=form.attribute,
        value=json.dumps(value),
        former=said.former,
        why=said.why or WHY.get(said.do, ""),
        back=f"{report_link(form.report)}#e-{quote(at)}",
    )


def _span(said: str, reading: Reading) -> Span | None:
    start, _, end = said.partition("-")
    there = bool(said) and int(start) < int(end) <= len(reading.report.text)
    return (int(start), int(end)) if there else None


def _form(
    request: Request,
    analyst: Any,
    form: Asked,
    reading: Reading,
    said: Given,
    why: str,
    wrong: str = "",
    status: int = 200,
) -> Response:
    names = {actor.id: actor.name for actor in reading.actors}
    filled = said.model_dump() if wrong else {**_filled(form), **({"name": said.name} if said.name else {})}
    more = {
        "filled": filled,
        "hits": hits(said.name or (form.quote or "" if form.sort == "place" else "")),
        "why": why,
        "wrong": wrong,
        "words": in_words(form.attribute, form.now, lambda id: names.get(id, id)),
        "former": json.dumps(form.now, ensure_ascii=False),
    }
    return drawn(request, analyst, "report_value.html", form, status, **more)


def _filled(form: Asked) -> dict[str, Any]:
    """What the fields say at first: the value as it is, or the words that were marked."""
    part = form.part
    span = form.span or part.get("span")
    return {
        **dict.fromkeys(Given.model_fields, ""),
        **{name: "" if value is None else value for name, value in part.items()},
        "choice": form.now if isinstance(form.now, str) else "",
        "responsible": form.now if form.sort == "responsible" else [],
        "span": f"{span[0]}-{span[1]}" if span else "",
        "text": form.quote or part.get("text") or "",
        **({"place": "now" if form.now else "", "precision": ""} if form.sort == "place" else {}),
    }
