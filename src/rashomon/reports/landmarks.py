"""Turning points that everybody wrote about, each with its day: "since the capital fell last month" is datable by them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from rashomon.reports.ago import Ago, agos_in, named_agos_in
from rashomon.reports.dates import WEEKDAYS, Interval
from rashomon.reports.vocabulary import expand, table

_CLAUSE_END = re.compile(r"[;:—]|, (?:who|which|when|where|while|after|before|but|and)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEKDAY = re.compile(rf"(?<!last )(?<!next )\b({'|'.join(WEEKDAYS)})\b(?!s)")
_SINCE = re.compile(r"\b(?:since|after|following)\b[^.;,]{0,20}$")
_BEHIND = 30
"""Characters behind the event within which "last week" still says when that event was."""


class Landmark(NamedTuple):
    """One turning point: how reports speak of it, and what must stand in them somewhere for that to be worth looking for."""

    name: str
    day: date
    said: re.Pattern[str]
    needs: tuple[re.Pattern[str], ...]

    def is_in(self, text: str) -> bool:
        """Whether a text speaks of it. The names are looked for first: that is quick, and most texts have none of them."""
        return all(need.search(text) for need in self.needs) and self.said.search(text) is not None


class Tie(NamedTuple):
    """A passage that says how long ago a landmark was, and when it can have been written.

    `since` is the first day, after the landmark, of the weekday on which the passage tells of something "since" then.
    """

    landmark: Landmark
    ago: Ago
    written: Interval
    since: date | None


@cache
def landmarks() -> tuple[Landmark, ...]:
    """All of them."""
    return tuple(
        Landmark(entry["name"], entry["day"], _said(entry), _needs(entry)) for entry in table("landmarks")["landmark"]
    )


def _needs(entry: dict[str, str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(entry[key]) for key in ("taken", "killed", "with") if key in entry)


def _said(entry: dict[str, str]) -> re.Pattern[str]:
    if "taken" in entry:
        place = entry["taken"]
        return re.compile(
            rf"(?:{expand('{taken}')}|\bfall of ){place}\b|\b{place} (?:fell|was (?:taken|captured|seized|overrun))\b"
        )
    if "killed" in entry:
        name, killed = entry["killed"], expand("{killed}")
        return re.compile(
            rf"\b{name}\b(?!['’]s)(?:,[^.;]{{0,60}},)?[^.;,]{{0,25}}\b(?:was|were|had been|been|is)? ?{killed}\b"
            rf"|\b(?:{killed}|(?:killing|death|assassination|execution|murder|slaying) of)\b[^.;,]{{0,50}}\b{name}\b(?!['’]s)"
        )
    return re.compile(entry["said"])


@cache
def _sentence_end() -> re.Pattern[str]:
    """A full stop before a capital that is not that of an initial or of an abbreviation."""
    abbreviations = "".join(rf"(?<!\b{word})" for word in table("inferred")["abbreviations"])
    return re.compile(rf"(?<!\b[A-Z]){abbreviations}[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])")


def sentences_of(text: str) -> list[str]:
    """A text cut at every line's end and where a sentence surely ends.

    >>> sentences_of("Gen. Aung left on Sept. 3. Nobody followed him.")
    ['Gen. Aung left on Sept. 3', 'Nobody followed him.']
    """
    return [sentence for line in text.split("\n") for sentence in _sentence_end().split(line)]


def ties_in(text: str) -> Iterator[Tie]:
    """The ties of a text, sentence by sentence; a sentence that gives a year speaks of another time."""
    there = [landmark for landmark in landmarks() if landmark.is_in(text)]
    sentences = sentences_of(text) if there else []
    for landmark in there:
        for sentence in sentences:
            event = landmark.said.search(sentence)
            if event and {int(year) for year in _YEAR.findall(sentence)} <= {landmark.day.year}:
                for ago in (*agos_in(sentence), *named_agos_in(sentence, landmark.day)):
                    if _is_said_of(ago, event, sentence):
                        yield Tie(landmark, ago, ago.written(landmark.day), _since(landmark, event, sentence))


def _is_said_of(ago: Ago, event: re.Match[str], sentence: str) -> bool:
    """Whether the expression tells when the event was: close behind it, in it, or opening a sentence about it."""
    if ago.start >= event.end():
        between = sentence[event.end() : ago.start]
        return len(between) <= _BEHIND and not _CLAUSE_END.search(between)
    if ago.start >= event.start():
        return True
    return ago.start <= 8 and not _CLAUSE_END.search(sentence[ago.end : event.start()].removeprefix(","))


def _since(landmark: Landmark, event: re.Match[str], sentence: str) -> date | None:
    weekday = _WEEKDAY.search(sentence, 0, event.start())
    if not weekday or not _SINCE.search(sentence[: event.start()]):
        return None
    days = (WEEKDAYS.index(weekday[1]) - landmark.day.weekday()) % 7 or 7
    return landmark.day + timedelta(days)
