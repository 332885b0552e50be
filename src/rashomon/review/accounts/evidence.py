"""The words that something was read from, lit in the paragraph around them."""

from collections.abc import Iterator, Sequence

from rashomon.export.masks import Masks
from rashomon.export.words import report_line
from rashomon.record import Noun, Reading, Region, Span
from rashomon.reports.sentences import sentences_around
from rashomon.review.marking import Shown, segments

AROUND = 1
"""Paragraphs that are shown before and behind."""


class Piece(Noun):
    """A stretch of a paragraph: in the sentence that was read, and in the very words of it."""

    text: str
    sentence: bool = False
    words: bool = False


class Passage(Noun):
    """The paragraphs of a report around what was read there; `line` is the report in a line."""

    report: str
    line: str
    spans: tuple[Span, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]


def passage(reading: Reading, spans: Sequence[Span], masks: Masks) -> Passage:
    """The paragraph in which spans stand, and its neighbours, as whoever looks may see them."""
    report, redaction = reading.report, masks.of(reading)
    shown = Shown(report.text, redaction.found(report.text))
    words = [shown.span(span) for span in spans]
    sentences = [shown.span(sentences_around(span, report)) for span in spans]
    around = [shown.span(region) for region in _around(spans, report.regions, len(report.text))]
    return Passage(
        report=report.id,
        line=redaction.text(report_line(report)),
        spans=tuple(spans),
        paragraphs=tuple(tuple(_pieces(shown.text, one, sentences, words)) for one in around),
    )


def _around(spans: Sequence[Span], regions: Sequence[Region], length: int) -> list[Span]:
    """The paragraphs that spans touch, and one on each side; all of a text that was never laid out."""
    touched = [n for n, each in enumerate(regions) if any(s < each.span[1] and e > each.span[0] for s, e in spans)]
    if not touched:
        return [(0, length)]
    near = sorted({n + by for n in touched for by in range(-AROUND, AROUND + 1)} & set(range(len(regions))))
    return [regions[n].span for n in near]


def _pieces(text: str, paragraph: Span, sentences: Sequence[Span], words: Sequence[Span]) -> Iterator[Piece]:
    marks = [*((span, "sentence") for span in sentences), *((span, "words") for span in words)]
    for part in segments(paragraph, marks):
        found = " ".join(text[part.start : part.end].split("\n"))
        yield Piece(text=found, sentence="sentence" in part.marks, words="words" in part.marks)
