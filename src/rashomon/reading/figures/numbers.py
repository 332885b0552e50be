"""Numbers as reports write them: digits, words, ranges, and the words that bound them, as ranges of whole numbers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rashomon.reading.figures.vocabulary import table

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,9})(\.\d+)?")
_JOINED = re.compile(r"[-–—](\d{1,6})")  # "11 -12"
_ATTACHED = re.compile(r"(\d{1,6})[-–—](\d{1,6})")  # "5–15" as one token
_DASHES = frozenset("-–—")
_LONGEST_BOUND = 5  # words of the longest entry under [before]


@dataclass(frozen=True, slots=True)
class Number:
    """Words `start` to `end` (exclusive) say a number; its own begin at `core`, after "at least". A null end is open."""

    start: int
    core: int
    end: int
    low: int | None
    high: int | None
    rule: str


def numbers_in(words: Sequence[str]) -> Iterator[Number]:
    """All numbers in the lower-cased words, from left to right.

    >>> [(n.low, n.high) for n in numbers_in("between 400 and 600 men , at least a dozen armed".split())]
    [(400, 600), (12, None)]
    """
    i = floor = 0
    while i < len(words):
        number = _number_at(words, i, floor)
        if number is None:
            i += 1
            continue
        if number.rule == "at_least" and words[number.end : number.end + 1] in (["and"], ["or"], ["but"]):
            number = _closed(words, number)
        yield number
        i = floor = number.end


def _number_at(words: Sequence[str], i: int, floor: int) -> Number | None:
    word = words[i]
    if not word[:1].isdigit() and (word not in _starters() or _opens_bound(words, i)):
        return None
    found = _core(words, i)
    return None if found is None else _bounded(words, _ranged(words, found), floor)


def _closed(words: Sequence[str], number: Number) -> Number:
    """ "At least four and as many as 17": one range."""
    for i in range(number.end + 1, min(number.end + _LONGEST_BOUND, len(words))):
        upper = _number_at(words, i, number.end + 1)
        if upper is not None:
            if upper.start == number.end + 1 and upper.rule == "at_most" and (upper.high or 0) > (number.low or 0):
                return Number(number.start, number.core, upper.end, number.low, upper.high, "range")
            break
    return number


def _opens_bound(words: Sequence[str], i: int) -> bool:
    """Whether "no" or "many" belongs to "no fewer than", "as many as" or "how many" and is no number."""
    bounds = _bounds("before")
    asked = i > 0 and words[i - 1] == "how"
    return asked or any(tuple(words[j : j + 3]) in bounds for j in (i, i - 1) if j >= 0)


@cache
def _starters() -> frozenset[str]:
    numbers = table("numbers")
    return (
        frozenset(numbers["exact"])
        | frozenset(numbers["multiple"])
        | {phrase.split()[0] for phrase in numbers["vague"]}
    )


@cache
def _vague() -> dict[str, list[tuple[tuple[str, ...], int, int | None]]]:
    """Vague phrases by their first word, longest first."""
    by_first: dict[str, list[tuple[tuple[str, ...], int, int | None]]] = {}
    for phrase, ends in table("numbers")["vague"].items():
        words = tuple(phrase.split())
        by_first.setdefault(words[0], []).append((words, ends[0], ends[1] if len(ends) > 1 else None))
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in by_first.items()}


def _core(words: Sequence[str], i: int) -> Number | None:
    """The number at `i` without its bounds."""
    for phrase, low, high in _vague().get(words[i], ()):
        if tuple(words[i : i + len(phrase)]) == phrase:
            factor, end = _multiple(words, i + len(phrase))
            return Number(i, i, end, low * factor, None if high is None else high * factor, "vague")
    if attached := _ATTACHED.fullmatch(words[i]):
        low, high = int(attached[1]), int(attached[2])
        return Number(i, i, i + 1, low, high, "range") if low < high else None
    value = _value(words, i)
    return None if value is None else Number(i, i, value[1], value[0], value[0], "exact")


def _value(words: Sequence[str], i: int) -> tuple[int, int] | None:
    """The exact number at `i`, and where it ends: "two hundred and fifty", "1.5 million", "13,000", "a dozen"."""
    if i >= len(words):
        return None
    if digits := _DIGITS.fullmatch(words[i]):
        factor, end = _multiple(words, i + 1)
        value = float(digits[1].replace(",", "") + (digits[2] or "")) * factor
        return (int(value), end) if value == int(value) else None
    exact, multiple = table("numbers")["exact"], table("numbers")["multiple"]
    if words[i] in {"a", "an"}:
        factor, end = _multiple(words, i + 1)
        return (factor, end) if end > i + 1 else None
    total = part = 0
    end, seen = i, i
    while seen < len(words):
        word = words[seen]
        if word in exact and (part % 100 == 0 or (part % 10 == 0 and exact[word] < 10)) and word != "both":
            part += exact[word]
        elif word in multiple and seen > i:
            part, total = (
                (part * multiple[word], total) if multiple[word] < 1000 else (0, total + (part or 1) * multiple[word])
            )
        elif word in exact and seen == i:
            return exact[word], i + 1
        elif not (word in {"and", "-"} and end > i and _continues(words, seen + 1, part, total)):
            break
        seen += 1
        if words[seen - 1] not in {"and", "-"}:
            end = seen
    return (total + part, end) if end > i else None


def _continues(words: Sequence[str], i: int, part: int, total: int) -> bool:
    """Whether "two hundred AND" or "twenty-" goes on with a smaller number."""
    if i >= len(words):
        return False
    following = table("numbers")["exact"].get(words[i], 0)
    if words[i - 1] == "-":
        return part >= 20 and part % 10 == 0 and 0 < following < 10
    return following > 0 and ((part >= 100 and part % 100 == 0) or (total > 0 and part == 0))


def _multiple(words: Sequence[str], i: int) -> tuple[int, int]:
    factor, multiple = 1, table("numbers")["multiple"]
    while i < len(words) and words[i] in multiple:
        factor *= multiple[words[i]]
        i += 1
    return factor, i


def _ranged(words: Sequence[str], first: Number) -> Number:
    """The number with a second one that makes it a range: "5 to 15", "4-7", "three or four", "between 400 and 600"."""
    i = first.end
    if i >= len(words) or first.low is None:
        return first
    if joined := _JOINED.fullmatch(words[i]):
        second: tuple[int, int] | None = (int(joined[1]), i + 1)
    elif (
        words[i] in _DASHES
        or words[i] in {"to", "or"}
        or (words[i] == "and" and first.start and words[first.start - 1] == "between")
    ):
        second = _value(words, i + 1) or (_opened_end(words, i + 1) if words[i].isalpha() else None)
    else:
        return first
    if second is None or first.low is None:
        return first
    start = first.start - (words[i] == "and")
    if words[i] == "to" and _is_change(words, first.start - 1):
        return Number(first.start - 1, second[1] - 1, second[1], second[0], second[0], "change")
    if second[0] <= first.low:
        return first
    high = second[0] if _value(words, i + 1) or joined else None
    return Number(start, first.core, second[1], first.low, high, "range")


def _opened_end(words: Sequence[str], i: int) -> tuple[int, int] | None:
    """The number at `i` behind a word that leaves it open upwards: "60 to more than 120"."""
    for size in range(_LONGEST_BOUND, 0, -1):
        if _bounds("before").get(tuple(words[i : i + size])) in {"at_least", "more_than"}:
            return _value(words, i + size)
    return None


def _is_change(words: Sequence[str], i: int) -> bool:
    """ "Fell from 9,000 to 7,500": the latter is what holds now; "ranged from 5 to 15" is no change."""
    if i < 0 or words[i] != "from":
        return False
    return i == 0 or words[i - 1] not in table("numbers")["ranging"]["words"]


@cache
def _bounds(where: str) -> dict[tuple[str, ...], str]:
    return {tuple(phrase.split()): bound for bound, phrases in table("numbers")[where].items() for phrase in phrases}


def _bounded(words: Sequence[str], number: Number, floor: int) -> Number:
    """The number with every bound beside it: "as many as 30", "at least about 12", "20 or more"."""
    before, after = _bounds("before"), _bounds("after")
    if number.high == 0:
        return number
    while bound := _phrase_before(words, number.start, floor, before):
        number = _opened(number, before[bound], number.start - len(bound), number.end)
    for size in (4, 3, 2, 1):
        phrase = tuple(words[number.end : number.end + size])
        if len(phrase) == size and phrase in after:
            return _opened(number, after[phrase], number.start, number.end + size)
    return number


def _phrase_before(
    words: Sequence[str], end: int, floor: int, phrases: dict[tuple[str, ...], str]
) -> tuple[str, ...] | None:
    for size in range(min(_LONGEST_BOUND, end - floor), 0, -1):
        phrase = tuple(words[end - size : end])
        if phrase in phrases:
            return phrase
    return None


def _opened(number: Number, bound: str, start: int, end: int) -> Number:
    low, high = number.low, number.high
    if bound == "at_least":
        high = None
    elif bound == "more_than":
        low, high = (low + 1 if low is not None and low == high else low), None
    elif bound == "at_most":
        low, high = None, (high if high is not None else low)
    elif bound == "fewer_than":
        top = high if high is not None else low
        low, high = None, (top - 1 if top else top)
    return Number(start, number.core, end, low, high, number.rule if bound == "about" else bound)
