"""The text of a reading that counts: what the report tells, without what stands around it on the page."""

from collections.abc import Iterable

from rashomon.record import Reading, Span
from rashomon.record.report import RegionKind

_NEWS = (RegionKind.title, RegionKind.body)


def news(reading: Reading, most: int | None = None) -> str:
    """Title and body, to the end of the paragraph in which `most` characters are reached: a report's lead says what it is about."""
    return passage(reading, news_spans(reading, most))


def news_spans(reading: Reading, most: int | None = None) -> list[Span]:
    """Where in the text `news(reading, most)` stands: neither a dateline nor what a page puts between paragraphs belongs to it."""
    spans, length = [], 0
    for region in reading.report.regions:
        if most is not None and length >= most:
            break
        if region.kind in _NEWS:
            spans.append(region.span)
            length += region.span[1] - region.span[0]
    return spans


def passage(reading: Reading, spans: Iterable[Span]) -> str:
    """The stretches of the report's text that spans name, each once."""
    text = reading.report.text
    return "\n".join(text[slice(*span)] for span in dict.fromkeys(spans))
