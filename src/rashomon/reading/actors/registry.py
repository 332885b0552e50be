"""The registry: conflict actors known by name, and where a report names them."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError
from spacy.tokens import Doc

from rashomon.errors import BadData
from rashomon.reading.actors.names import spelling
from rashomon.record import ActorKind
from rashomon.record.base import Noun

WORDS = re.compile(r"[^\W_]+")
POSSESSIVE = re.compile(r"['’]s?\b")
LONGEST = 10  # words of a name
# Punctuation that may stand inside a name: "al-Qaida", "Sudan Liberation Movement/Army".
JOINERS = frozenset({"-", "–", "'", "’", "'s", "’s", "/", "(", ")"})


class Entry(Noun):
    """An actor of the registry: "Taliban", an armed group of Afghanistan."""

    name: str
    kind: ActorKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    wikidata: str | None = None
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `start` to `end` name the actor of this entry."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an entry: as it is compared, and as it is written."""

    keys: tuple[str, ...]
    words: tuple[str, ...]
    entry: Entry

    def is_at(self, here: tuple[str, ...], *, flat: bool = False) -> bool:
        """Whether a text that goes on with these words names it. A name has capitals; "al-Shabab" need not have all.

        In a text that was `flat`, all in one case, whoever restored the capitals may not have known a name of several words.
        """
        said = here[: len(self.keys)]
        if tuple(spelling(word.lower()) for word in said) != self.keys:
            return False
        if not any(word[:1].isupper() for word in said) and not (flat and len(self.keys) > 1):
            return False
        pairs = zip(self.words, said, strict=True)
        return not self.entry.capitals or all(word[:1].isupper() or not own[:1].isupper() for own, word in pairs)


class Registry:
    """Entries by name, and a way to find them in a text."""

    def __init__(self, entries: dict[str, Entry]) -> None:
        self.entries = entries
        self._by_first: dict[str, list[Name]] = {}
        self._acronyms: dict[str, list[Name]] = {}
        for entry in entries.values():
            for name in (entry.name, *entry.aliases):
                words = tuple(_split(name))
                _index(self._by_first, Name(tuple(spelling(word.lower()) for word in words), words, entry))
            for acronym in entry.acronyms:
                words = tuple(_split(acronym))
                _index(self._acronyms, Name(words, words, entry))

    def find(self, doc: Doc) -> Iterator[Hit]:
        """Every place where the text names an actor of the registry; the longest name wins."""
        words, report = _words(doc), doc._.report
        n = 0
        while n < len(words):
            token = doc[words[n][0]]
            flat = report is not None and token.text.islower() and report.text[token.idx].isupper()
            match = self._longest(words, n, flat=flat)
            if match is None:
                n += 1
            else:
                length, entry = match
                yield Hit(words[n][0], words[n + length - 1][0] + 1, entry)
                n += length

    def _longest(self, words: list[tuple[int, str]], n: int, *, flat: bool) -> tuple[int, Entry] | None:
        word = words[n][1]
        if not word:
            return None
        here = _here(words, n)
        found = [name for name in self._acronyms.get(word, ()) if here[: len(name.keys)] == name.keys]
        found += [name for name in self._by_first.get(spelling(word.lower()), ()) if name.is_at(here, flat=flat)]
        longest = max(found, key=lambda name: len(name.keys), default=None)
        return None if longest is None else (len(longest.keys), longest.entry)


def _here(words: list[tuple[int, str]], n: int) -> tuple[str, ...]:
    """The words from the n-th on, as many as a name can have."""
    return tuple(word for _, word in words[n : n + LONGEST])


def _index(table: dict[str, list[Name]], name: Name) -> None:
    if name.keys:
        table.setdefault(name.keys[0], []).append(name)


def _words(doc: Doc) -> list[tuple[int, str]]:
    """Words with their token; "" where punctuation parts what is before from what is after."""
    found: list[tuple[int, str]] = []
    for i, token in enumerate(doc):
        text = token.text
        if text.isalpha():
            found.append((i, text))
        elif text not in JOINERS and not text.isspace():
            found += [(i, part) for part in _split(text) or [""]]
    return found


def _split(text: str) -> list[str]:
    """The words of a name, or of a token: "U.S." is one, "Izz-ad-Din" three, and the "'s" of "People's" none."""
    parts = POSSESSIVE.sub("", text).replace(".", "").split()
    return [word for part in parts for word in WORDS.findall(part)]


def _parse(text: str, name: str) -> dict[str, Entry]:
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadData(f'{name}: not TOML ({error}); each line must be "Name" = {{ kind = …, aliases = […] }}') from None
    entries = {}
    for title, row in rows.items():
        try:
            entries[title] = Entry(name=title, **row)
        except (ValidationError, TypeError) as error:
            raise BadData(f"{name}: the entry {title!r} is not complete ({error})") from None
    return entries


@cache
def registry(own: str = "") -> Registry:
    """The registry that comes with Rashomon, and the user's own file, whose entries replace those of the same name.

    Raises BadData naming file and entry.
    """
    source = files("rashomon.reading.actors").joinpath("registry.toml")
    entries = _parse(source.read_text(encoding="utf-8"), "registry.toml")
    if own:
        path = Path(own)
        try:
            entries |= _parse(path.read_text(encoding="utf-8"), own)
        except OSError as error:
            raise BadData(
                f"{own}: the registry cannot be read ({error.strerror}); check the setting `registry`"
            ) from None
    return Registry(entries)
