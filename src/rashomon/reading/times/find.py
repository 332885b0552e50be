"""Where a text speaks of times: the longest matches of the grammar, left to right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.reading.times.vocabulary import Rule, continuations, joining_words, rules, strong_words
from rashomon.record import Span

HOURS = frozenset({"clock", "part_of_day"})
DAYS = frozenset({"date", "weekday", "near_day", "this_part"})
_WORD = re.compile(r"(?<![$£€#])(?<!\d[.,])\w+")


@dataclass(frozen=True)
class Expression:
    """A match of a rule: "two years later" with `{"count": "two", "unit": "years", "direction": "later"}`."""

    rule: str
    meaning: str
    span: Span
    groups: dict[str, str]


def expressions(text: str) -> list[Expression]:
    """All temporal expressions of a text, none within another."""
    plain = as_read(text)
    found: list[Expression] = []
    end = 0
    for start in _starts(plain):
        if start >= end and (expression := _longest(plain, start)):
            found += [expression, *_continued(plain, expression)]
            end = found[-1].span[1]
    return _joined(plain, found)


def as_read(text: str) -> str:
    """Lower case, line breaks within a paragraph as spaces; as long as the text."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return re.sub(r"[^\S\n]|\n(?!\s*\n)", " ", lower)


def _starts(text: str) -> Iterator[int]:
    """Beginnings of words from which a word that carries an expression can be reached over joining words only."""
    strong, joining = strong_words(), joining_words()
    run: list[int] = []
    carried = False
    for word in _WORD.finditer(text):
        form = word[0]
        carries = form in strong or form[0].isdigit()
        if not carries and form not in joining:
            if carried:
                yield from run
            run, carried = [], False
            continue
        run.append(word.start())
        carried = carried or carries
    if carried:
        yield from run


def _longest(text: str, start: int) -> Expression | None:
    best: tuple[Rule, re.Match[str]] | None = None
    for rule in rules():
        match = rule.pattern.match(text, start)
        if match and (best is None or match.end() > best[1].end()):
            best = rule, match
    if best is None or best[1].end() == start:
        return None
    rule, match = best
    return Expression(rule.name, rule.meaning, match.span(), _groups(match))


def _groups(match: re.Match[str]) -> dict[str, str]:
    groups: dict[str, str] = {}
    for name, text in match.groupdict().items():
        if text:
            groups.setdefault(name.split("__")[0], text)
    return groups


def _continued(text: str, expression: Expression) -> Iterator[Expression]:
    """ "May 4 and 5", "1995-96": what has its month or century from the expression before."""
    for after, rule in continuations():
        told = expression.groups.get(after, "")
        if expression.meaning != "date" or not told.isdigit() or not text.endswith(told, *expression.span):
            continue
        if match := rule.pattern.match(text, expression.span[1]):
            groups = {**expression.groups, **_groups(match)}
            if after == "year":
                groups = {"year": expression.groups["year"][:2] + match["year"]}
            groups.pop("weekday", None)
            following = Expression(rule.name, "date", (match.start(after), match.end()), groups)
            yield following
            yield from _continued(text, following)


def _joined(text: str, found: list[Expression]) -> list[Expression]:
    """ "10 p.m. on Wednesday", "the night of 18 April": hour and day as one expression."""
    joined: list[Expression] = []
    for expression in found:
        if joined and (whole := _join(text, joined[-1], expression)):
            joined[-1] = whole
        else:
            joined.append(expression)
    return joined


def _join(text: str, first: Expression, second: Expression) -> Expression | None:
    between = text[first.span[1] : second.span[0]]
    if (
        first.meaning in HOURS
        and second.meaning in DAYS
        and re.fullmatch(r"(?:,? +(?:of|on)?(?: +the)?| *, *) *", between)
    ):
        hour, day = first, second
    elif first.meaning in DAYS and second.meaning in HOURS and re.fullmatch(r" +|, +", between):
        hour, day = second, first
    else:
        return None
    if "plural" in day.groups or (day.meaning == "date" and "day" not in day.groups):
        return None
    if "day_part" in day.groups and not hour.groups.keys() & {"hour", "hour_name"}:
        return None
    groups = {**hour.groups, **day.groups, "day_meaning": day.meaning}
    return Expression(hour.rule, "clock_on_day", (first.span[0], second.span[1]), groups)
