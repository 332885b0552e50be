"""Do no harm: what leaves the house names no protected source and no private person, unless somebody asks for that by name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from rashomon.record import Actor, Noun, Reading, Source

PROTECTED = "a source who asked for protection"

OURS = frozenset({"rule", "attribute"})
"""Fields of derived values that say how they were derived, and name nobody."""

NounT = TypeVar("NounT", bound=Noun)


class Profile(StrEnum):
    """How much an export shows. `internal` must be asked for by name, and the ask is logged."""

    public = "public"
    internal = "internal"


@dataclass
class Redaction:
    """Replaces what must not be shown, and counts what it replaced; it never says which. A name may stand for itself.

    A name of several words is found however it is spaced and capitalised; a single one only as it is: "Rose", not "rose".

    >>> Redaction({"Amina": "victim A7"}).text("Amina was shot.")
    'victim A7 was shot.'
    """

    masks: Mapping[str, str] = field(default_factory=dict)
    profile: Profile = Profile.public
    withheld: int = 0
    _stands: dict[str, str] = field(init=False, default_factory=dict)
    _pattern: re.Pattern[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        names = sorted(filter(str.strip, self.masks))
        withheld = [name for name in names if _key(self.masks[name]) != _key(name)]
        self._stands = {
            _key(name): self.masks[name] for name in (*names, *withheld)
        }  # written in two ways, withheld in one
        longest_first = sorted(names, key=len, reverse=True)
        if longest_first:
            self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(_searched, longest_first)) + r")(?!\w)")

    def text(self, text: str) -> str:
        """The text with every masked name replaced."""
        return self._pattern.sub(self._mask, text) if self._pattern else text

    def found(self, text: str) -> Iterator[tuple[tuple[int, int], str]]:
        """The places at which `text` replaces something, in order, and what it puts there: for who must know where that is.

        >>> list(Redaction({"Amina": "victim A7"}).found("Amina was shot."))
        [((0, 5), 'victim A7')]
        """
        for match in self._pattern.finditer(text) if self._pattern else ():
            if (stands := self._mask(match)) != match.group():
                yield match.span(), stands

    def _mask(self, match: re.Match[str]) -> str:
        stands = self._stands[_key(match.group())]
        if _key(stands) == _key(match.group()):
            return match.group()
        self.withheld += 1
        return stands

    def texts(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Several texts, each once: two people behind one mask are listed as one."""
        return tuple(dict.fromkeys(map(self.text, texts)))

    def noun(self, noun: NounT) -> NounT:
        """The same with every masked name in it replaced, but for what is in our own words."""
        return type(noun).model_validate(self._value(noun.model_dump())) if self._pattern else noun

    def _value(self, value: Any) -> Any:
        if type(value) is str:
            return self.text(value)
        if isinstance(value, dict):
            return {key: inner if key in OURS else self._value(inner) for key, inner in value.items()}
        return tuple(map(self._value, value)) if isinstance(value, tuple) else value

    def source(self, source: Source, reading: Reading) -> str:
        """What a source is called. Inside the house a protected one is shown and marked: who works on the record must know whom."""
        return self.speaker(source, next((a for a in reading.actors if a.id == source.actor), None))

    def speaker(self, source: Source, actor: Actor | None) -> str:
        """The same of a source that is this actor of its reading, or none."""
        if source.protected and self.profile is Profile.public:
            self.withheld += 1
            return PROTECTED
        return self.text(_called(source, actor)) + (" (asked for protection)" if source.protected else "")


def _key(name: str) -> str:
    words = name.split()
    return " ".join(words).casefold() if len(words) > 1 else words[0]


def _searched(name: str) -> str:
    words = name.split()
    spaced = r"\s+".join(map(re.escape, words))
    return f"(?i:{spaced})" if len(words) > 1 else spaced


def _called(source: Source, actor: Actor | None) -> str:
    """The report's words for a source, and the full name where they are less: "the governor (Omar Diallo)"."""
    said = " ".join((source.text or "nobody named").split())
    fuller = actor is not None and source.text is not None and actor.name not in said and len(actor.name) > len(said)
    return f"{said} ({actor.name})" if actor is not None and fuller else said
