"""A report's text as its page draws it: paragraph by paragraph, with what covers each stretch, and who speaks in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup, escape

from rashomon.record import RegionKind, Span
from rashomon.review.marking.marks import LINES, Mark, Marked
from rashomon.review.marking.segments import Segment, segments

TINTS = 5
"""Colours that tell sources apart; the sixth source has the first again, and its name beside it like all."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a page must not take as it is: control characters, and those that turn the direction of what follows."""


class Paragraph(NamedTuple):
    """A stretch of a report, and what it is: the title, a paragraph of the body, a caption …"""

    start: int
    end: int
    kind: RegionKind
    segments: tuple[Segment[Mark], ...]

    @property
    def said(self) -> tuple[str, ...]:
        """The statements of which it has words, by their ids, in order."""
        marks = (mark for segment in self.segments for mark in segment.marks)
        return tuple(dict.fromkeys(mark.id for mark in marks if mark.layer == "statements"))


def paragraphs(text: str, regions: Sequence[tuple[RegionKind, Span]], marks: Iterable[Marked]) -> Iterator[Paragraph]:
    """The paragraphs of a text; what no region has is body, if it is more than white space. Regions are in order and apart."""
    whole = list(_covering(text, regions))
    cuts = [start for start, _, _ in whole]
    starts = iter([*cuts[1:], len(text) + 1])
    until, number = next(starts, len(text) + 1), 0

    def at(segment: Segment[Mark]) -> int:
        nonlocal until, number
        if segment.start >= until:
            until, number = next(starts), number + 1
        return number

    for each, cut in groupby(segments((0, len(text)), marks, cuts), at):
        start, end, kind = whole[each]
        if kind is not None:
            yield Paragraph(start, end, kind, tuple(cut))


def _covering(text: str, regions: Sequence[tuple[RegionKind, Span]]) -> Iterator[tuple[int, int, RegionKind | None]]:
    """The whole text in stretches; those between regions that are only white space are of no kind."""
    done = 0
    for kind, (start, end) in [*regions, (RegionKind.body, (len(text), len(text)))]:
        if done < start:
            yield done, start, RegionKind.body if text[done:start].strip() else None
        if start < end:
            yield start, end, kind
        done = end


def drawn(paragraph: Paragraph, text: str, anchored: set[str]) -> Markup:
    """The words of a paragraph, with their marks. Each mark is an anchor where it first begins; `anchored` already have been."""
    return Markup("".join(_drawn(segment, text, anchored) for segment in paragraph.segments))  # escaped below


def seen(text: str) -> str:
    """The text with signs for what would not be seen, each one character as before."""
    return text if text.isprintable() else _UNSEEN.sub(_sign, text)


def _sign(match: re.Match[str]) -> str:
    code = ord(match.group())
    if match.group() == "\r":  # half of a line's end; a browser would make a line's end of it by itself
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def _drawn(segment: Segment[Mark], text: str, anchored: set[str]) -> str:
    words = escape(seen(text[segment.start : segment.end]))
    if not segment.marks:
        return words
    ids = dict.fromkeys([mark.id for mark in segment.marks])
    anchors = ""
    if not anchored.issuperset(ids):
        new = dict.fromkeys(_anchor(mark) for mark in segment.marks if mark.id not in anchored)
        anchors = "".join([f'<a id="{escape(anchor)}"></a>' for anchor in new])
        anchored.update(ids)
    classes, before, after = _dressed(tuple([mark[1:] for mark in segment.marks]))
    return f'{anchors}<span class="{classes}" data-m="{escape(" ".join(ids))}">{before}{words}{after}</span>'


@lru_cache(4096)
def _dressed(marks: tuple[tuple[str | None, int | None], ...]) -> tuple[str, str, str]:
    """The classes of a segment, and what stands before and after its words: a line for each layer.

    Of statements within one another, the inner has the colour.
    """
    layers = {layer for layer, _ in marks}
    lines = [line for line in LINES if line in layers]
    tints = [tint for layer, tint in marks if layer == "statements" and tint is not None]
    said = f" said tint{tints[-1] % TINTS}" if tints else ""
    classes = f"seg{said}{' at' if 'at' in layers else ''}"
    return classes, "".join(f'<span class="{line}">' for line in lines), "</span>" * len(lines)


def _anchor(mark: Mark) -> str:
    """What a link leads to: where a thing begins, or the passage that was asked for."""
    return mark.id if mark.layer == "at" else f"m-{mark.id}"
