"""The sentences that something was read from, with the report they stand in."""

from collections.abc import Iterable
from datetime import date

from rashomon.export.redaction import Redaction
from rashomon.export.words import published
from rashomon.record import Noun, Reading, Span
from rashomon.reports.sentences import sentences_around


class Quote(Noun):
    """ "They laid down their arms, the governor said." – The Daily Post, 2021-08-20.

    `span` is where the sentence stands in the report as it was published, without masks.
    """

    text: str
    report: str
    publisher: str | None
    published: date | None
    span: Span

    @property
    def by(self) -> str:
        """Where it stands, in a few words."""
        return " · ".join(part for part in (self.publisher or self.report, str(self.published or "")) if part)


def quotes_of(spans: Iterable[Span], reading: Reading, redaction: Redaction) -> tuple[Quote, ...]:
    """The sentences around some spans of a report, in its order, each once."""
    return tuple(dict.fromkeys(quote(span, reading, redaction) for span in sorted(spans)))


def quote(span: Span, reading: Reading, redaction: Redaction) -> Quote:
    """The sentence around a span."""
    report = reading.report
    sentence = sentences_around(span, report)
    return Quote(
        text=redaction.text(" ".join(report.text[slice(*sentence)].split())),
        report=report.id,
        publisher=redaction.text(report.publisher) if report.publisher else None,
        published=published(report),
        span=sentence,
    )
