"""A way to look at statements: what is said by whom, as text."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.tokens import Doc

from rashomon.record import Statement


@dataclass(frozen=True)
class Told:
    """A statement with its spans spelled out."""

    statement: Statement
    source: str | None
    cue: str
    content: tuple[str, ...]


@pytest.fixture(scope="session")
def told(annotate: Callable[..., Doc]) -> Callable[..., list[Told]]:
    """`told("Police said …")` gives the statements of a text."""

    def tell(text: str, **about: str) -> list[Told]:
        doc = annotate(text, **about)
        return [
            Told(s, s.source.text, text[slice(*s.cue)] if s.cue else "", tuple(text[slice(*c)] for c in s.content))
            for s in doc._.statements
        ]

    return tell


@pytest.fixture(scope="session")
def only(told: Callable[..., list[Told]]) -> Callable[..., Told]:
    """The one statement of a text."""

    def tell(text: str, **about: str) -> Told:
        found = told(text, **about)
        assert len(found) == 1, found
        return found[0]

    return tell
