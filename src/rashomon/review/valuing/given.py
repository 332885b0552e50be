"""The fields of a form → the value that they give, as JSON; what cannot be one is said field by field, all at once."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints

from rashomon.errors import BadSetting
from rashomon.record import Reading, Span
from rashomon.review.valuing.asked import Asked
from rashomon.review.valuing.places import place_of

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=10_000)]


class Given(BaseModel):
    """What somebody filled in. `do`: say so, confirm what is there, say that there is none, or take an entry off a list."""

    do: Literal["save", "confirm", "none", "remove"] = "save"
    choice: Text = ""
    earliest: Text = ""
    latest: Text = ""
    precision: Text = ""
    place: Text = ""
    name: Text = ""
    span: Text = ""
    text: Text = ""
    of: Text = ""
    low: Text = ""
    high: Text = ""
    actor: Text = ""
    responsible: Annotated[list[str], Field(max_length=1_000)] = []


def given(form: Given, asked: Asked, reading: Reading) -> Any:
    """The value. Raises BadSetting, saying all that is wrong."""
    if form.do == "confirm":
        return asked.now
    if form.do == "none" or (form.do == "save" and asked.sort == "incident"):
        return [] if asked.listed else None
    there = list(asked.now) if asked.listed else []
    if form.do == "remove":
        return [part for place, part in enumerate(there) if place != asked.entry]
    value = _READ[asked.sort](_Fields(form, asked, reading))
    if not asked.listed:
        return value
    return [*there[: asked.entry], value, *there[asked.entry + 1 :]]


class _Fields:
    """The fields being read, and what is wrong with them."""

    def __init__(self, form: Given, asked: Asked, reading: Reading) -> None:
        self.form, self.asked, self.reading = form, asked, reading
        self.wrong: list[str] = []

    def number(self, name: str) -> int | None:
        """A field with a whole number, or nothing."""
        said = str(getattr(self.form, name)).replace(",", "")
        if not said:
            return None
        if not re.fullmatch(r"\d{1,10}", said, re.ASCII):
            self.wrong.append(f"{name}: {said!r} is no whole number")
            return None
        return int(said)

    def where(self) -> tuple[str, Span] | None:
        """The report's words that were given, and where they stand."""
        text, span = self.reading.report.text, _span(self.form.span)
        words = self.form.text
        if span and span[1] <= len(text) and (not words or text[slice(*span)].split() == words.split()):
            return text[slice(*span)], span
        found = find(words, text, span[0] if span else self._near()) if words else None
        if found is None:
            self.wrong.append(
                f"text: “{words}” does not stand in the report" if words else "text: say which words of the report"
            )
            return None
        return text[slice(*found)], found

    def _near(self) -> int:
        return next(each.trigger[0] for each in self.reading.incidents if each.id == self.asked.ref)

    def done(self, value: Any) -> Any:
        """The value, if nothing is wrong."""
        if self.wrong:
            raise BadSetting("; ".join(self.wrong))
        return value


def find(words: str, text: str, near: int) -> Span | None:
    """Where words stand in a text, however they are spaced; where several times, nearest to a place.

    >>> find("two  gunmen", "Two gunmen and two gunmen.", near=20)
    (15, 25)
    """
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)"
    for flags in (re.NOFLAG, re.IGNORECASE):
        found = [match.span() for match in re.finditer(pattern, text, flags)]
        if found:
            return min(found, key=lambda span: abs(span[0] - near))
    return None


def _span(said: str) -> Span | None:
    match = re.fullmatch(r"(\d{1,9})-(\d{1,9})", said, re.ASCII)
    return (int(match[1]), int(match[2])) if match and int(match[1]) < int(match[2]) else None


def _choice(fields: _Fields) -> Any:
    chosen = fields.form.choice
    if chosen and chosen not in {option.value for option in fields.asked.options} | {fields.asked.now}:
        fields.wrong.append(f"{chosen!r} is none of {', '.join(option.value for option in fields.asked.options)}")
    return fields.done(chosen or None)


def _time(fields: _Fields) -> Any:
    form, span = fields.form, _span(fields.form.span)
    days = {name: getattr(form, name) or None for name in ("earliest", "latest")}
    for name, day in days.items():
        if day and not re.fullmatch(r"\d{4}-\d\d-\d\d", day, re.ASCII):
            fields.wrong.append(f"{name}: {day!r} is no day; write 2006-01-14")
    if not any(days.values()):
        fields.wrong.append("say the earliest or the latest day, or both")
    return fields.done({**days, "precision": fields.number("precision"), "span": span})


def _place(fields: _Fields) -> Any:
    form, now, span = fields.form, fields.asked.now, _span(fields.form.span)
    precision = fields.number("precision")
    if form.place == "now" and now:
        return fields.done({**now, "precision": precision or now["precision"], "span": span or now["span"]})
    if form.place == "named" and form.name:
        return fields.done({"name": form.name, "precision": precision, "span": span})
    found = place_of(int(form.place), precision) if re.fullmatch(r"\d{1,10}", form.place, re.ASCII) else None
    if found is None:
        fields.wrong.append("choose a place; look it up by its name first")
    return fields.done({**(found or {}), "span": span or (now["span"] if now else None)})


def _figure(fields: _Fields) -> Any:
    low, high, at = fields.number("low"), fields.number("high"), fields.where()
    if low is None and high is None:
        fields.wrong.append("say at least how many, or at most how many, or both")
    if low is not None and high is not None and low > high:
        fields.wrong.append(f"at least {low} is more than at most {high}")
    value = {"kind": fields.asked.attribute, "of": fields.form.of or "people", "low": low, "high": high}
    return fields.done({**value, "text": at and at[0], "span": at and at[1]})


def _participant(fields: _Fields) -> Any:
    at = fields.where()
    actor = fields.form.actor or None
    return fields.done({"role": fields.asked.attribute, "text": at and at[0], "span": at and at[1], "actor": actor})


def _responsible(fields: _Fields) -> Any:
    return fields.done(list(dict.fromkeys(fields.form.responsible)))


_READ: Mapping[str, Callable[[_Fields], Any]] = {
    "choice": _choice,
    "time": _time,
    "place": _place,
    "figure": _figure,
    "participant": _participant,
    "responsible": _responsible,
}
