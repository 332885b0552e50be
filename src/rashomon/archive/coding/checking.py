"""Whether a value that a person gives is one that the attribute can have, and stands where it is said to stand."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from rashomon.archive.coding.values import LISTS, OF_ACCOUNT, OF_INCIDENT, Value, plain, typed
from rashomon.errors import CannotDecide
from rashomon.record import Figure, IncidentPlace, IncidentTime, Participant, Reading, kinds

MOST = 2**31 - 1
"""The highest number that both databases count with."""


def said(attribute: str, account: str, value: Value, reading: Reading) -> Value:
    """A value that a person says an attribute has, as JSON and as it should be; raises CannotDecide, saying what is wrong."""
    there = OF_ACCOUNT if account else OF_INCIDENT
    if attribute not in there:
        raise CannotDecide(
            f"{attribute!r} is nothing that {'an account' if account else 'an incident'} has; {', '.join(there)} are"
        )
    if attribute in LISTS and not (value is None or isinstance(value, list)):
        raise CannotDecide(
            f"{attribute}: a list of values is wanted, or null for none; see docs/record.md for the form"
        )
    try:
        found = typed(attribute, filled_in(value, reading))
    except ValidationError as error:
        raise CannotDecide(f"{attribute}: {_wrong(error)}; see docs/record.md for the form") from None
    if problems := list(_problems(attribute, found, reading)):
        raise CannotDecide(f"{attribute}: {'; '.join(problems)}")
    return plain(attribute, found)


def filled_in(value: Value, reading: Reading) -> Value:
    """A value with the words that stand at its spans: whoever marks a stretch need not write down what it says."""
    return [_with_text(part, reading) for part in value] if isinstance(value, list) else value


def _with_text(part: Any, reading: Reading) -> Any:
    if isinstance(part, dict) and not part.get("text") and _is_span(part.get("span")):
        return {**part, "text": reading.report.text[slice(*part["span"])]}
    return part


def _is_span(span: Any) -> bool:
    return isinstance(span, list | tuple) and len(span) == 2 and all(type(end) is int and end >= 0 for end in span)


def _wrong(error: ValidationError) -> str:
    return "; ".join(
        ": ".join(filter(None, (".".join(map(str, each["loc"])), _said(each["msg"])))) for each in error.errors()
    )


def _said(message: str) -> str:
    said = message.removeprefix("Value error, ")
    return said[:1].lower() + said[1:]


def _problems(attribute: str, value: Any, reading: Reading) -> Iterator[str]:
    """What cannot be, though it has the right form."""
    if attribute == "kind" and value not in kinds() and value not in {each.kind for each in reading.incidents}:
        yield f"{value!r} is no kind of incident; `rashomon kinds` lists them"
    parts = value if isinstance(value, tuple) else (value,)
    actors = {actor.id for actor in reading.actors}
    for part in parts:
        if isinstance(part, Figure | Participant) and attribute != (of := _of(part)):
            yield f"these are of {attribute}, not of {of}"
        yield from _misplaced(part, reading)
        named = part if attribute == "responsible" else getattr(part, "actor", None)
        if named is not None and named not in actors:
            yield f"{named!r} is no actor of {reading.report.id}"
        yield from _impossible(part)


def _of(part: Figure | Participant) -> str:
    return (part.kind if isinstance(part, Figure) else part.role).value


def _misplaced(part: Any, reading: Reading) -> Iterator[str]:
    """A span is a stretch of the report, and the text what stands there."""
    span, text = getattr(part, "span", None), reading.report.text
    if span is None:
        return
    if span[1] > len(text):
        yield f"[{span[0]}, {span[1]}] is beyond the end of the report, which has {len(text):,} characters"
    elif (stated := getattr(part, "text", None)) is not None and stated != text[slice(*span)]:
        yield f"what stands at [{span[0]}, {span[1]}] is {text[slice(*span)]!r}, not {stated!r}"


def _impossible(part: Any) -> Iterator[str]:
    if isinstance(part, Figure):
        if any(end is not None and not 0 <= end <= MOST for end in (part.low, part.high)):
            yield f"a number from 0 to {MOST:,} is wanted"
    elif isinstance(part, IncidentTime):
        if part.earliest and part.latest and part.earliest > part.latest:
            yield f"earliest {part.earliest} is after latest {part.latest}"
        yield from _out_of_range(part, {"precision": (1, 5)})
    elif isinstance(part, IncidentPlace):
        if not part.name.strip():
            yield "a place has a name"
        yield from _out_of_range(part, {"precision": (1, 7), "lat": (-90, 90), "lon": (-180, 180)})


def _out_of_range(part: BaseModel, ranges: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    for name, (least, most) in ranges.items():
        number = getattr(part, name)
        if number is not None and not least <= number <= most:
            yield f"{name} {number} is not from {least} to {most}"
