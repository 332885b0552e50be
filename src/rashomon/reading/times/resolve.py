"""From the expressions of a text to its times, in the order of telling: what was told before is what later ones count from."""

from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from rashomon.reading.document import tokens_in
from rashomon.reading.times import amounts, clock, dates, days, distances, tense, weeks  # noqa: F401  each registers the meanings it knows
from rashomon.reading.times.anchor import Anchor, days_of_writing, is_narrative
from rashomon.reading.times.find import Expression, expressions
from rashomon.reading.times.meaning import MEANINGS, Meaning, Told
from rashomon.record import Time


def times_of(doc: Doc) -> list[Time]:
    """The times that a Doc speaks of."""
    found = expressions(doc.text)
    if not found:
        return []
    earliest, latest = days_of_writing(doc._.report)
    meanings = _meanings(doc, found, earliest)
    if latest != earliest:
        meanings = [_either(a, b) for a, b in zip(meanings, _meanings(doc, found, latest), strict=True)]
    return [_time(e, m) for e, m in zip(found, meanings, strict=True) if m is not None]


def _meanings(doc: Doc, found: list[Expression], now: date | None) -> list[Meaning | None]:
    anchor = Anchor(now, is_narrative(found, now))
    meanings = []
    for expression in found:
        told = Told(expression, tokens_in(doc, expression.span).root, anchor)
        meaning = MEANINGS[expression.meaning](told)
        if meaning is not None and meaning.period is not None and not _is_aside(told):
            anchor.tell(meaning.period)
        meanings.append(meaning)
    return meanings


def _is_aside(told: Told) -> bool:
    return told.anchor.narrative and told.anchor.told is not None and tense.is_aside(told.head)


def _either(early: Meaning | None, late: Meaning | None) -> Meaning | None:
    """What an expression means if the report may have been written on either of two days."""
    if early is None or late is None or early == late:
        return early
    first, last = early.interval[0], late.interval[1]
    return replace(
        early,
        value="".join(a if a == b else "X" for a, b in zip(early.value, late.value, strict=False)),
        interval=(first, last),
    )


def _time(expression: Expression, meaning: Meaning) -> Time:
    earliest, latest = meaning.interval
    return Time(
        span=expression.span,
        type=meaning.type,
        value=meaning.value,
        earliest=earliest,
        latest=latest,
        by=f"times.{expression.rule}",
    )
