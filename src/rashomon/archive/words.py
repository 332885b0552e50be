"""What a word is in full-text search, for texts and for questions alike."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from rashomon.record import Span

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f])*")  # accents may stand apart: "e" + U+0301
_NO_WORD = re.compile(r"[\W_]+")
_PART = re.compile(r'"([^"]*)"?|([^\s"]+)')
_LONGEST = 100
"""Characters of a word that count: PostgreSQL takes 2,046 bytes, and no word is so long."""

MOST_PARTS = 50
"""Parts of a question that count; the rest of a pasted page is left out."""


class Word(NamedTuple):
    """A word as it is compared, and where it stands: "Dāwūd" is `dawud`."""

    normal: str
    span: Span


class Part(NamedTuple):
    """Words that stand one behind the other; with `open`, the last may go on: `kill*` is killed, killing."""

    words: tuple[str, ...]
    open: bool


class Query(tuple[Part, ...]):
    """What was asked for, all of whose parts a report must have. Empty where no word was asked for."""

    def for_fts5(self) -> str:
        """As SQLite's FTS5 asks."""
        return " AND ".join(f'"{" ".join(part.words)}"{"*" * part.open}' for part in self)

    def for_tsquery(self) -> str:
        """As PostgreSQL asks."""
        return " & ".join(
            "(" + " <-> ".join(f"'{word}'" for word in part.words) + ":*" * part.open + ")" for part in self
        )

    def spans(self, text: str) -> Iterator[Span]:
        """Where the parts stand in a text, in order."""
        words = list(words_in(text))
        for start in range(len(words)):
            ends = [start + len(part.words) for part in self if _stands(part, words[start : start + len(part.words)])]
            if ends:
                yield words[start].span[0], words[max(ends) - 1].span[1]


def query_of(asked: str) -> Query:
    """A question taken apart. Nothing is an error.

    >>> query_of('Taliban "market bombing" kill*')
    (Part(words=('taliban',), open=False), Part(words=('market', 'bombing'), open=False), Part(words=('kill',), open=True))
    """
    parts = [Part(tuple(words_of(quoted or bare)), bare.endswith("*")) for quoted, bare in _PART.findall(asked)]
    return Query(list(dict.fromkeys(part for part in parts if part.words))[:MOST_PARTS])


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared.

    >>> words_of("Al-Qā’ida’s café")
    ['al', 'qa', 'ida', 's', 'cafe']
    """
    if text.isascii():
        return [word[:_LONGEST] for word in _WORD.findall(text.lower())]
    return [normal for word in _WORD.findall(text) if (normal := _normal(word))]


def words_in(text: str) -> Iterator[Word]:
    """The words of a text with their places."""
    for match in _WORD.finditer(text):
        if normal := _normal(match.group()):
            yield Word(normal, match.span())


@lru_cache(1 << 16)
def _normal(word: str) -> str:
    if word.isascii():
        return word.lower()[:_LONGEST]
    letters = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _NO_WORD.sub("", bare.casefold())[:_LONGEST]


def _stands(part: Part, words: Sequence[Word]) -> bool:
    found = tuple(word.normal for word in words)
    if not part.open or len(found) < len(part.words):
        return found == part.words
    return found[:-1] == part.words[:-1] and found[-1].startswith(part.words[-1])
