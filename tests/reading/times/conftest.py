from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon import reports
from rashomon.reading.pipeline import COMPONENTS
from rashomon.reading.reader import Reader
from rashomon.record import Report, Time


@pytest.fixture(scope="session")
def parse(reader: Reader) -> Callable[[Report], Doc]:
    """The Doc of a report after the language model and this component alone."""

    def parsed(report: Report) -> Doc:
        with reader.nlp.select_pipes(disable=[name for name in COMPONENTS if name != "rashomon_times"]):
            return next(iter(reader.annotate([reader.prepare(report)])))

    return parsed


@pytest.fixture(scope="session")
def times(parse: Callable[[Report], Doc]) -> Callable[..., list[Time]]:
    """`times("It rained on Monday.", published="2006-01-15")`: what the component found."""
    return lambda text, **about: parse(reports.report_of(text, **about))._.times


@pytest.fixture(scope="session")
def values(times: Callable[..., list[Time]]) -> Callable[..., list[str]]:
    """The TIMEX3 values of a text, in order."""
    return lambda text, **about: [time.value for time in times(text, **about)]


@pytest.fixture(scope="session")
def days(times: Callable[..., list[Time]]) -> Callable[..., tuple[str | None, str | None]]:
    """First and last day of the only time of a text."""

    def found(text: str, **about: str) -> tuple[str | None, str | None]:
        (time,) = times(text, **about)
        return tuple(day and day.isoformat() for day in (time.earliest, time.latest))

    return found
