"""The values of which a person can say what they are: of which attributes, in which form, and how they read in words."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from rashomon.record import (
    Account,
    Act,
    Figure,
    FigureKind,
    Firmness,
    Incident,
    IncidentPlace,
    IncidentTime,
    Participant,
    Role,
    Status,
    Verified,
)
from rashomon.weighing.dispute import days
from rashomon.weighing.figures import bounds

Value = Any
"""What RECORD.md gives an attribute, as JSON has it; null says that there is none."""

FIGURES = frozenset(kind.value for kind in FigureKind)
ROLES = frozenset(role.value for role in Role)

_ONE: Mapping[str, TypeAdapter[Any]] = {
    "incident": TypeAdapter(Literal[True] | None),
    "kind": TypeAdapter(str),
    "status": TypeAdapter(Status),
    "act": TypeAdapter(Act),
    "firmness": TypeAdapter(Firmness),
    "verified": TypeAdapter(Verified | None),
    "time": TypeAdapter(IncidentTime | None),
    "place": TypeAdapter(IncidentPlace | None),
    "responsible": TypeAdapter(tuple[str, ...]),
}
LISTS: Mapping[str, TypeAdapter[Any]] = {
    **dict.fromkeys(sorted(FIGURES), TypeAdapter(tuple[Figure, ...])),
    **dict.fromkeys(sorted(ROLES), TypeAdapter(tuple[Participant, ...])),
}
TYPES = {**_ONE, **LISTS}

OF_INCIDENT = ("incident", "kind", "status", "time", "place", *FigureKind, *Role)
OF_ACCOUNT = ("act", "firmness", "verified", "time", "place", "responsible", *FigureKind)
"""What can be said of an incident as a report has it, and of one of its accounts."""


def typed(attribute: str, value: Value) -> Any:
    """A value as the record's models have it; its parts need not say what they are of. Raises pydantic's ValidationError."""
    of = "kind" if attribute in FIGURES else "role"
    if attribute in LISTS:
        value = [{of: attribute, **part} if isinstance(part, dict) else part for part in value or ()]
    return TYPES[attribute].validate_python(value if value is not None or attribute != "responsible" else ())


def plain(attribute: str, value: Any) -> Value:
    """A typed value as JSON, without what says how a machine came by it."""
    found = TYPES[attribute].dump_python(value, mode="json")
    for part in found if isinstance(found, list) else [found]:
        if isinstance(part, dict):
            part.pop("by", None)
            part.pop("confidence", None)
    return found


def alike(attribute: str, one: Value, other: Value) -> bool:
    """Whether two values are one, however much of them is written out."""
    try:
        return bool(plain(attribute, typed(attribute, one)) == plain(attribute, typed(attribute, other)))
    except ValidationError:
        return False


def value_of(of: Incident | Account, attribute: str) -> Value:
    """What an attribute is now."""
    if attribute == "incident":
        return True
    if attribute in FIGURES:
        return plain(attribute, tuple(figure for figure in of.figures if figure.kind == attribute))
    if attribute in ROLES and isinstance(of, Incident):
        return plain(attribute, tuple(part for part in of.participants if part.role == attribute))
    return plain(attribute, getattr(of, attribute))


def actors_in(attribute: str, value: Value) -> set[str]:
    """The reading's actors that a value names."""
    if attribute == "responsible":
        return set(value)
    return {part["actor"] for part in value if part["actor"]} if attribute in ROLES else set()


def with_actors(attribute: str, value: Value, found: Mapping[str, str]) -> Value:
    """A value whose actors go by other ids; who is not to be found is left out of a role, which goes on in the report's words."""
    if attribute == "responsible":
        return [found[id] for id in value if id in found]
    if attribute in ROLES:
        return [{**part, "actor": found.get(part["actor"] or "")} for part in value]
    return value


def spans_in(value: Value) -> list[tuple[int, int]]:
    """Where a value stands in the report."""
    parts = value if isinstance(value, list) else [value]
    return [tuple(part["span"]) for part in parts if isinstance(part, dict) and part.get("span")]


def in_words(attribute: str, value: Value, names: Callable[[str], str]) -> str:
    """A value as a person writes it: "15", "up to 30 fighters", "Kandahar, AFG", "none"."""
    if attribute == "incident":
        return "an incident" if value else "misread: no incident"
    if attribute in FIGURES:
        return _listed(_counted(part) for part in value)
    if attribute in ROLES:
        return _listed(" ".join(part["text"].split()) for part in value)
    if attribute == "responsible":
        return _listed(map(names, value))
    found = typed(attribute, value)
    if isinstance(found, IncidentTime):
        return days(found.earliest, found.latest) if found.earliest or found.latest else "none"
    if isinstance(found, IncidentPlace):
        return ", ".join(filter(None, (found.name, found.admin1, found.country)))
    return str(value).replace("_", " ") if value is not None else "none"


def _counted(part: Mapping[str, Any]) -> str:
    if part["low"] is None and part["high"] is None:
        return " ".join(part["text"].split())
    counted = bounds(part["low"], part["high"])
    return counted if part["of"] == "people" else f"{counted} {part['of']}"


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts) or "none"
