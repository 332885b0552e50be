"""What is said: the stretch of text that a cue governs, cut to the words of the saying itself."""

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Token

from rashomon.reading.statements.lexicon import patterns, table, verbs
from rashomon.reading.statements.page import Page
from rashomon.record import Span

_LOOSE_END = re.compile(r"[\s,;:—–-]+(?:and|but|or|nor|yet)$", re.IGNORECASE)
_CLOSING = {")": "(", "]": "["}
_LEADING = frozenset(",;:—–-/)].")
_TRAILING = frozenset(",;:—–-/([")


def trimmed(page: Page, span: Span) -> Span | None:
    """Without the commas and dashes that set it off, and without the full stop of the reporting sentence."""
    text, (start, end) = page.text, span
    while start < end and (text[start] in _LEADING or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _TRAILING or text[end - 1].isspace()):
        end -= 1
    if end > start and text[end - 1] == "." and not _abbreviates(page, end - 1):
        end -= 1
    if (
        end < len(text)
        and text[end] in _CLOSING
        and text.rfind(_CLOSING[text[end]], start, end) > text.rfind(text[end], start, end)
    ):
        end += 1
    loose = _LOOSE_END.search(text, max(start, end - 12), end)
    if loose:
        end = loose.start()
    return (start, end) if end > start else None


def without_asides(page: Page, span: Span) -> Span:
    """Without what the report adds in passing: "nine are missing - a figure that nobody could check"."""
    aside = _asides().search(page.text, *span)
    return (span[0], aside.start()) if aside and aside.start() > span[0] else span


@cache
def _asides() -> re.Pattern[str]:
    return patterns(table("acts")["asides"]["patterns"])


def _abbreviates(page: Page, offset: int) -> bool:
    """Whether the dot belongs to the word before it: "U.S."."""
    token = page.tokens[page.token_at(offset)]
    return len(token) > 1


def of_tokens(page: Page, first: int, last: int) -> Span | None:
    """The trimmed stretch from one token to another."""
    return trimmed(page, page.span(first, last)) if first <= last else None


def reach(page: Page, complements: Iterable[Token], verb: Token) -> list[Span]:
    """What the complements cover, left of the verb and right of it."""
    left: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    for complement in complements:
        if complement.dep_ == "prt":
            continue  # "pointed out" is the cue
        first, last = complement.left_edge.i, complement.right_edge.i
        if complement.dep_ == "prep" and complement.i == verb.i + 1:
            first += 1  # "called for" is the cue
        if complement.i < verb.i:
            left.append((first, min(last, verb.i - 1)))
        else:
            right.append((max(first, verb.i + 1), _before_another(complement, last)))
    spans = [of_tokens(page, min(a for a, _ in side), max(b for _, b in side)) for side in (left, right) if side]
    return [span for span in spans if span is not None]


def _before_another(complement: Token, last: int) -> int:
    """Where the content ends if the parser took another's words for part of it: "… had fled, and the mayor said …"."""
    for child in complement.children:
        if child.dep_ == "conj" and child.lemma_ in verbs() and child.i > complement.i:
            deps = {c.dep_ for c in child.children}
            if "nsubj" in deps and "ccomp" in deps:
                return child.left_edge.i - 1
    return last


def main_clause(page: Page, verb: Token, without: Token) -> list[Span]:
    """The clause around a parenthesis: "Two men, he said, had fled" without "he said"."""
    inner = without.left_edge.i, without.right_edge.i
    outer = verb.left_edge.i, verb.right_edge.i
    parts = [(outer[0], inner[0] - 1), (inner[1] + 1, outer[1])]
    spans = [of_tokens(page, a, b) for a, b in parts if a <= b]
    return [span for span in spans if span is not None and any(c.isalnum() for c in page.text[slice(*span)])]
