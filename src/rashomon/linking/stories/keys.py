"""With which other reports a report is compared: those with which it shares telling terms, and about the same days.

A key is a set of terms that together carry so many bits that few reports have it, and no more terms than that takes. So blocks stay
small however large the record: what is in one of 1,000 passages, in a week of 8,000 reports, brings eight together. A term that the
table of frequencies lacks may be this war's commonest name, and counts for little until another one joins it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

from rashomon.linking.text import is_known

TELLING = 7.0  # bits of every term of a key: what is commoner ("strike", "kill") is in every report of a war
WINDOW = 8  # days; reports at most half of it apart always share a window, more than all of it never


@dataclass(frozen=True)
class Rule:
    """How keys are made: of the `most` telling terms, sets of up to `size` that carry `least` bits, an unknown term `unknown`."""

    most: int
    size: int
    least: float
    unknown: float


# Swept on ECB+, of pairs of one event that share a key: within a window 80 in 100, by 13 keys a report; without one 83, by 34.
DATED = Rule(most=7, size=2, least=10, unknown=7)
UNDATED = Rule(most=10, size=2, least=16, unknown=14)
EITHER = Rule(most=4, size=3, least=20, unknown=7)  # of a report with a day, to be found by one without


def keys(weighed: Mapping[str, float], text: Sequence[str], day: int | None) -> tuple[str, ...]:
    """The keys of a report with these terms, whose words are `text` in order, published on this day or on one unknown.

    "Ferry Lindara sinks off Marudi" of 9 March 2010 → "ferri 91730", "sink 91730", "lindara marudi 91730", "ferri sink",
    "ferri lindara marudi" …; without a day: "lindara marudi", "ferri lindara" …
    """
    if day is None:
        return tuple(dict.fromkeys([*_made(UNDATED, weighed), *_lasting(weighed, text)]))
    windows = sorted({day // WINDOW, (day + WINDOW // 2) // WINDOW})
    dated = (f"{key} {window}" for key in _made(DATED, weighed) for window in windows)
    return tuple(dict.fromkeys([*dated, *_lasting(weighed, text)]))


def _lasting(weighed: Mapping[str, float], text: Sequence[str]) -> Iterator[str]:
    """Keys without a window; the words of one name are none, for a name recurs for years."""
    beside = {frozenset(pair) for pair in pairwise(text)}
    return (key for key in _made(EITHER, weighed) if not _is_name(key.split(), beside))


def _made(rule: Rule, weighed: Mapping[str, float]) -> Iterator[str]:
    telling = ((term, bits) for term, bits in islice(weighed.items(), rule.most) if bits >= TELLING)
    bits = {term: bits if is_known(term) else rule.unknown for term, bits in telling}
    for size in range(1, rule.size + 1):
        for terms in combinations(bits, size):
            each = [bits[term] for term in terms]
            if sum(each) - min(each) < rule.least <= sum(each):
                yield " ".join(sorted(terms))


def _is_name(terms: Sequence[str], beside: Collection[frozenset[str]]) -> bool:
    """Whether terms stand side by side in the text, as the words of one name do: "Harkat ul-Mujahideen"."""
    joined, rest = {terms[0]}, set(terms[1:])
    while near := {term for term in rest if any(frozenset((term, other)) in beside for other in joined)}:
        joined |= near
        rest -= near
    return not rest and len(terms) > 1
