"""The words and patterns of temporal expressions, read from `vocabulary.toml` and `grammar.toml`."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from rashomon.vocabulary import read_table

_read = partial(read_table, __package__)


@dataclass(frozen=True)
class Rule:
    """One way to tell a time: its name, the function of `meaning` that understands it, and its pattern."""

    name: str
    meaning: str
    pattern: re.Pattern[str]


@cache
def table(name: str) -> dict[str, Any]:
    """A table of the vocabulary: `table("month")["may"]` is 5."""
    words: dict[str, Any] = _read("vocabulary")[name]
    return words


@cache
def rules() -> tuple[Rule, ...]:
    """The grammar's rules, in order."""
    return tuple(Rule(r["name"], r["meaning"], _compiled(r["pattern"])) for r in _read("grammar")["rule"])


@cache
def continuations() -> tuple[tuple[str, Rule], ...]:
    """What may go on from an expression: the group that it must have, and the rule."""
    return tuple(
        (r["after"], Rule(r["name"], "date", _compiled(r["pattern"]))) for r in _read("grammar")["continuation"]
    )


@cache
def strong_words() -> frozenset[str]:
    """Words that can carry an expression: where none stands, and no digit, there is none."""
    head = _read("vocabulary")
    phrases = [phrase for name in head["strong"] for phrase in table(name)] + head["carriers"]
    phrases += [f"{day}s" for day in table("weekday")]
    return frozenset(re.findall(r"\w+", phrase)[-1] for phrase in phrases)


@cache
def joining_words() -> frozenset[str]:
    """Words that an expression can begin with or contain beside those that carry it."""
    tables = [t for t in _read("vocabulary").values() if isinstance(t, dict)]
    literals = [re.sub(r"\\\w|\?P<\w+>|\{\w+\}", " ", r["pattern"]) for r in _read("grammar")["rule"]]
    texts = [word for t in tables for word in t] + literals
    return frozenset(word for text in texts for word in re.findall(r"[a-z]+", text))


def _compiled(pattern: str) -> re.Pattern[str]:
    while (full := re.sub(r"\{([A-Za-z]\w*)\}", lambda m: _piece(m[1]), pattern)) != pattern:
        pattern = full
    spaced = re.sub(r"(?<!\[) (?![?*+])", " +", pattern).replace(" ?", " *")
    return re.compile(f"(?:{_numbered(spaced)})(?!\\w)")


def _piece(name: str) -> str:
    if name.isupper():
        words = sorted(table(name.lower()), key=len, reverse=True)
        return "|".join(re.escape(word).replace("\\ ", " ").replace("'", "['’]") for word in words)
    piece: str = _read("grammar")["pieces"][name]
    return piece


def _numbered(pattern: str) -> str:
    """Group names made unique: the second `year` of a pattern becomes `year__2`."""
    seen: Counter[str] = Counter()

    def unique(m: re.Match[str]) -> str:
        seen[m[1]] += 1
        return m[0] if seen[m[1]] == 1 else f"(?P<{m[1]}__{seen[m[1]]}>"

    return re.sub(r"\(\?P<(\w+)>", unique, pattern)
