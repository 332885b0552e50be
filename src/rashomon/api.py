"""Reading from Python: one report, or a stream of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from rashomon.engines import engine
from rashomon.errors import UnreadableReport
from rashomon.record import Reading, Report
from rashomon.reports import report_of
from rashomon.settings import Settings


def read(
    report: str | Report,
    *,
    published: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    settings: Settings | None = None,
) -> Reading:
    """Read one report.

    `report` is its text, or a Report (then what else is given is ignored); `published` its day, ISO 8601.
    The first call loads the language model (about two seconds).

    >>> reading = read("Gunmen killed a judge in Baghdad on Monday.", published="2006-01-15")
    >>> reading.incidents[0].kind, str(reading.incidents[0].time.earliest)
    ('killing', '2006-01-09')
    """
    from rashomon.reading.reader import Reader  # spaCy is heavy: only those who read wait for it

    if isinstance(report, str):
        report = report_of(report, published=published, title=title, publisher=publisher)
    return Reader(settings).read(report)


def read_many(
    reports: Iterable[str | Report], *, workers: int | None = None, settings: Settings | None = None
) -> Iterator[Reading]:
    """Read a stream of reports, in order, in batches; memory does not grow with their number.

    `workers` processes read (1 reads in this one). Raises UnreadableReport at a report that cannot be read;
    `try_many` goes on instead.
    """
    for item in try_many(reports, workers=workers, settings=settings):
        if isinstance(item, UnreadableReport):
            raise item
        yield item


def try_many(
    reports: Iterable[str | Report | UnreadableReport], *, workers: int | None = None, settings: Settings | None = None
) -> Iterator[Reading | UnreadableReport]:
    """As `read_many`, but what could not be read comes out as an UnreadableReport in its place, and the rest goes on."""
    settings = settings or Settings()
    items = (report_of(r) if isinstance(r, str) else r for r in reports)
    run = engine(workers or settings.workers, settings.engine)
    return run(partial(_reading_work, settings), items, settings.batch)


def _reading_work(
    settings: Settings,
) -> Callable[[Sequence[Report | UnreadableReport]], list[Reading | UnreadableReport]]:
    """What a process does with a batch; made in the process that does it."""
    from rashomon.reading.reader import Reader

    return Reader(settings).try_each
