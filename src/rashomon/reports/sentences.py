"""The sentence around a span, for showing: a record keeps spans, not sentences."""

import re
from collections.abc import Iterator

from rashomon.record import Report, Span

_STOP = re.compile(r"""[.?!]["”’')\]]*(?=\s+["“‘'(\[]?[A-Z0-9])|\n\s*\n""")
# A full stop after one of these, or after a single capital ("U.S.", "J."), ends no sentence.
_ABBREVIATIONS = frozenset(
    """Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec Gen Lt Maj Col Capt Cmdr Sgt Adm Brig Mr Mrs Ms Dr Prof Rev Fr St Sen Rep Gov
    Pres No vs Inc Corp Co Ltd Rear Ft Mt a.m p.m""".split()
)
_WORD = re.compile(r"[\w.]*$")


def sentence_around(span: Span, report: Report) -> str:
    """The sentences that a span touches, in one line.

    >>> text = "Rebels fled. Gen. Diallo of the U.S. mission said so. Nobody was hurt."
    >>> sentence_around((18, 24), Report(id="r", text=text, sha256=""))
    'Gen. Diallo of the U.S. mission said so.'
    """
    return " ".join(report.text[slice(*sentences_around(span, report))].split())


def sentences_around(span: Span, report: Report) -> Span:
    """Where the sentences stand that a span touches."""
    start, end = next((r.span for r in report.regions if r.span[0] <= span[0] < r.span[1]), (0, len(report.text)))
    for stop in _stops(report.text, start, end):
        if stop <= span[0]:
            start = stop
        elif stop >= span[1]:
            end = stop
            break
    end = max(end, span[1])
    within = report.text[start:end]
    return start + len(within) - len(within.lstrip()), end - len(within) + len(within.rstrip())


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end between `start` and `end`."""
    for match in _STOP.finditer(text, start, end):
        word = _WORD.search(text, start, match.start())
        before = word.group() if word else ""
        if not (before in _ABBREVIATIONS or (before[-1:].isupper() and len(before.split(".")[-1]) == 1)):
            yield match.end()
