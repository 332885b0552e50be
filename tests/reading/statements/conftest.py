"""A way to look at statements: what is said by whom, as text."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from spacy.tokens import Doc

from rashomon.reading.heads import look
from rashomon.reading.heads.proposals import Attribution as FromHead
from rashomon.reading.heads.proposals import Participant, Proposed
from rashomon.reading.statements import find_statements
from rashomon.record import Span, Statement


@dataclass(frozen=True)
class Told:
    """A statement with its spans spelled out."""

    statement: Statement
    source: str | None
    cue: str
    content: tuple[str, ...]


@pytest.fixture(scope="session")
def told(annotate: Callable[..., Doc]) -> Callable[..., list[Told]]:
    """`told("Police said …")` gives the statements of a text that the rules alone find."""

    def tell(text: str, **about: str) -> list[Told]:
        doc = annotate(text, **about)
        doc._.heads = None
        return [
            Told(s, s.source.text, text[slice(*s.cue)] if s.cue else "", tuple(text[slice(*c)] for c in s.content))
            for s in find_statements(doc)._.statements
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


@dataclass(frozen=True)
class Seer:
    """A trained head whose proposals are made by hand; what it does not propose it holds for nothing."""

    attributions: tuple[FromHead, ...]
    surely: float = 0.01
    participants: tuple[Participant, ...] = ()

    def cue(self, span: Span) -> float:
        return self.surely


@pytest.fixture(scope="session")
def seen(annotate: Callable[..., Doc]) -> Callable[..., Doc]:
    """`seen(text, ("said", "Police", "two men had fled"))`: the Doc, had the head proposed cue, source and contents, all surely."""

    def see(text: str, *proposals: tuple[str | None, ...], chance: float = 0.99) -> Doc:
        def found(words: str) -> Proposed:
            start = text.index(words)
            return Proposed((start, start + len(words)), chance)

        made = [
            FromHead(found(cue), found(source) if source else None, tuple(map(found, contents)))
            for cue, source, *contents in proposals
        ]
        doc = annotate(text)
        doc._.heads, doc._.left_out = Seer(tuple(made)), {}
        return find_statements(doc)

    return see


@pytest.fixture(scope="session")
def looked_at(annotate: Callable[..., Doc]) -> Callable[..., Doc]:
    """`looked_at(text)`: the Doc, read by rules and the trained head together."""

    def look_at(text: str) -> Doc:
        doc = annotate(text)
        doc._.left_out = {}
        return find_statements(look(doc))

    return look_at
