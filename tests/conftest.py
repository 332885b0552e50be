"""What all tests share: one pipeline, built once, and ways to read a text with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.tokens import Doc

from rashomon import reports
from rashomon.reading.reader import Reader
from rashomon.record import Reading

settings.register_profile("noisy", deadline=None)  # how long an example takes depends on what else the machine does
settings.load_profile("noisy")

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Reading]:
    """`read("Gunmen killed …", published="2006-01-15")` gives the Reading."""
    return lambda text, **about: reader.read(reports.report_of(text, **about))


@pytest.fixture(scope="session")
def by_rules(reader: Reader) -> Callable[..., Reading]:
    """`read`, by the rules alone: what they find, whatever the heads think of it."""

    def told(text: str, **about: str) -> Reading:
        with reader.nlp.select_pipes(disable=["rashomon_heads"]):
            return reader.read(reports.report_of(text, **about))

    return told


@pytest.fixture(scope="session")
def annotate(reader: Reader) -> Callable[..., Doc]:
    """The Doc behind a reading, for tests of one component."""
    return lambda text, **about: next(iter(reader.annotate([reader.prepare(reports.report_of(text, **about))])))


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not here")
    return SHARED
