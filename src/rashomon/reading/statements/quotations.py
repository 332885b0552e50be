"""Where a report quotes: quotation marks found and paired, paragraph by paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.record import Span

# All marks that open or close in English-language reports. Straight and typewriter marks ("…", ''…'') do both.
_MARKS = re.compile(r"[“”„«»]|``|''|’’|\"|‘|’|'|`")
_OPENS = frozenset({"“", "„", "«", "``", "‘", "`"})
_CLOSES = frozenset({"”", "»", "’’", "’"})
_SINGLE = frozenset({"‘", "’", "'", "`"})
# A mark is a quotation's only in good company: before an opening one no letter, after a closing one no letter.
_BEFORE_OPENING = frozenset(" \t\r\n([{—–-/…:;,.\"“‘'«")
_AFTER_CLOSING = frozenset(" \t\r\n)]}—–-/…:;,.?!\"”’'»")


_LEADS = re.compile(r"\b(?:said|says|added|asked|told \w+|wrote|that)$")


@dataclass(frozen=True)
class Quotation:
    """A quotation with its marks: “They came down from the hills,”.

    `runs_on`: its paragraph ends before it closes, so that the next paragraph, which opens with a mark again, continues it.
    `resumes`: it is such a continuation.
    """

    span: Span
    runs_on: bool = False
    resumes: bool = False


def quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """All quotations of a text, outermost only, in order. `paragraphs` are those that may quote."""
    found: list[Quotation] = []
    for start, end in paragraphs:
        resumes = bool(found) and found[-1].runs_on
        for quotation in _in_paragraph(text, start, end):
            opens_paragraph = not text[start : quotation.span[0]].strip()
            found.append(Quotation(quotation.span, quotation.runs_on, resumes and opens_paragraph))
            resumes = False
    return found


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: tuple[int, bool] | None = None  # where, and whether by a single mark
    for mark in _MARKS.finditer(text, start, end):
        here, style = mark.start(), mark.group()
        if opened is None:
            if _can_open(text, mark, start, end) and not (style in _SINGLE and not _closes_later(text, mark, end)):
                opened = here, style in _SINGLE
        elif (style in _SINGLE) == opened[1] and _can_close(text, mark, start, end):
            yield Quotation((opened[0], mark.end()))
            opened = None
    if opened is not None and not opened[1] and _runs_on(text, opened[0], start, end):
        yield Quotation((opened[0], _last_letter(text, opened[0], end)), runs_on=True)


def _runs_on(text: str, here: int, start: int, end: int) -> bool:
    """Whether a mark that nothing closes opens a quotation all the same, and is no stray: at the start, or after "he said"."""
    if not text[here + 1 : end].strip() or text[here] in "«„":
        return False
    before = text[start:here].rstrip()
    return not before or before[-1] in ",:.?!" or _LEADS.search(before) is not None


def _can_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark.group() in _CLOSES:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in _OPENS and mark.group() not in _SINGLE:
        return True
    return before in _BEFORE_OPENING and not after.isspace()


def _can_close(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark.group() in _OPENS:
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in {"”", "»"}:
        return True
    return after in _AFTER_CLOSING and not (before.isspace() and not after.isspace())


def _closes_later(text: str, opening: re.Match[str], end: int) -> bool:
    """A single mark opens only if another closes after at least two words, so that years ('98) and plurals are left alone."""
    for mark in _MARKS.finditer(text, opening.end(), end):
        if mark.group() in {"’", "'"} and _can_close(text, mark, opening.end(), end):
            return text[mark.start() - 1] in ".,?!" or text.count(" ", opening.end(), mark.start()) > 0
        if mark.group() not in _SINGLE:
            return False
    return False


def _last_letter(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
