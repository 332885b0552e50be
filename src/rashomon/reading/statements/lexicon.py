"""The words by which reports attribute: cue verbs, cue nouns, what they do and how they take their content. All of it is data."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from rashomon.record import Act
from rashomon.vocabulary import read_table


@dataclass(frozen=True)
class Cue:
    """One use of a cue word: "deny" with an object, "claim" with a that-clause. See the heads of cues.toml and nouns.toml."""

    act: Act
    frames: frozenset[str]
    prepositions: frozenset[str]
    recipient: bool = False
    speech: bool = False
    passive: bool = False
    evidential: bool = False
    negated: str | None = None
    only_negated: bool = False
    voices: bool = False
    needs: frozenset[str] = frozenset()
    compound: frozenset[str] = frozenset()

    @property
    def quotes(self) -> bool:
        """Whether a quotation can be its content."""
        return "quote" in self.frames


def table(name: str) -> dict[str, Any]:
    """A vocabulary file of this package, parsed."""
    return read_table(__package__, name)


@cache
def verbs() -> dict[str, tuple[Cue, ...]]:
    """Cue verbs by lemma, each with its uses in the order in which they are tried."""
    return _by_lemma(table("cues")["verbs"])


@cache
def nouns() -> dict[str, tuple[Cue, ...]]:
    """Cue nouns by lemma."""
    return _by_lemma(table("nouns")["nouns"])


@cache
def light_verbs() -> frozenset[str]:
    """Verbs whose subject says what their object names: "issued a warning"."""
    return frozenset(table("nouns")["light"]["lemmas"])


def patterns(texts: list[str]) -> re.Pattern[str]:
    """One pattern for several alternatives, whatever the case."""
    return re.compile("|".join(f"(?:{text})" for text in texts), re.IGNORECASE)


def _by_lemma(entries: list[dict[str, Any]]) -> dict[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = defaultdict(list)
    for entry in entries:
        cue = Cue(
            act=Act(entry["act"]),
            frames=frozenset(entry["frames"]),
            prepositions=frozenset(entry.get("prepositions", ())),
            recipient=entry.get("recipient", False),
            speech=entry.get("speech", False),
            passive=entry.get("passive", False),
            evidential=entry.get("evidential", False),
            negated=entry.get("negated"),
            only_negated=entry.get("only_negated", False),
            voices=entry.get("voices", False),
            needs=frozenset(entry.get("needs", ())),
            compound=frozenset(entry.get("compound", ())),
        )
        for lemma in entry["lemmas"]:
            found[lemma].append(cue)
    return {lemma: tuple(cues) for lemma, cues in found.items()}
