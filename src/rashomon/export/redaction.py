"""Do no harm: what leaves the house names no protected source and no private person, unless somebody asks for that by name."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from rashomon.record import Actor, ActorKind, Reading, Relation, Role, Source, SourceKind
from rashomon.vocabulary import read_table

# Ties that make somebody a public person: who holds an office or a command is named for it.
PUBLIC = frozenset(
    {Relation.leader, Relation.commander, Relation.spokesman, Relation.official, Relation.defector, Relation.member}
)
SUFFERING = frozenset({Role.victim, Role.target})
PRIVATE_SOURCES = frozenset({SourceKind.witness, SourceKind.relative, SourceKind.unnamed, SourceKind.medical})


class Profile(StrEnum):
    """How much an export shows. `internal` must be asked for by name, and the ask is logged."""

    public = "public"
    internal = "internal"


@dataclass
class Redaction:
    """Replaces what must not be shown, and counts what it replaced; it never says which.

    >>> Redaction({"Amina": "victim 7c1"}).text("Amina was shot.")
    'victim 7c1 was shot.'
    """

    masks: dict[str, str]
    withheld: int = 0
    _pattern: re.Pattern[str] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        longest_first = sorted(self.masks, key=len, reverse=True)
        if longest_first:
            self._pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")

    def text(self, text: str) -> str:
        """The text with every masked name replaced."""
        return self._pattern.sub(self._mask, text) if self._pattern else text

    def _mask(self, match: re.Match[str]) -> str:
        self.withheld += 1
        return self.masks[match.group()]

    def source(self, source: Source, reading: Reading) -> str:
        """What a source is called on the page."""
        if source.kind is SourceKind.author:
            return "the report itself"
        if source.protected:
            self.withheld += 1
            return "a source who asked for protection"
        actor = next((a for a in reading.actors if a.id == source.actor), None)
        said = source.text or "nobody named"
        if actor is not None and actor.name not in said and source.text is not None and len(actor.name) > len(said):
            return self.text(f"{said} ({actor.name})")
        return self.text(said)


def redaction(reading: Reading, profile: Profile = Profile.public) -> Redaction:
    """The masks for one report. Whoever holds an office or command, or is in the actor registry, is a public person."""
    if profile is Profile.internal:
        return Redaction({})
    masks: dict[str, str] = {}
    for actor in reading.actors:
        if role := _private_role(actor, reading):
            pseudonym = f"{role} {_mark(reading, actor)}"
            masks.update(dict.fromkeys(_names(actor, reading), pseudonym))
    for source in _sources(reading):
        if source.protected and source.text:
            masks[source.text] = "a source who asked for protection"
    return Redaction(masks)


def _private_role(actor: Actor, reading: Reading) -> str | None:
    """By what role a private person is called; None for those who may be named, or have no name."""
    if actor.protected:
        return "protected source"
    if actor.kind is not ActorKind.person or not _is_name(actor.name) or _is_public(actor, reading):
        return None
    if any(p.actor == actor.id and p.role in SUFFERING for i in reading.incidents for p in i.participants):
        return "victim"
    kinds = {source.kind for source in _sources(reading) if source.actor == actor.id}
    if kinds - PRIVATE_SOURCES:
        return None
    if SourceKind.unnamed in kinds:
        return "person"
    return next((kind.value for kind in SourceKind if kind in kinds), _relative(actor, reading))


def _relative(actor: Actor, reading: Reading) -> str | None:
    """Relatives are known by whose they are: none of them chose to be in the report."""
    kin = any(t.relation is Relation.relative and actor.id in {t.a, t.b} for t in reading.ties)
    return "relative" if kin else None


def _is_public(actor: Actor, reading: Reading) -> bool:
    """By the registry, a tie, or the office that stands before the name or describes it: "General Saree"."""
    if actor.wikidata or any(tie.a == actor.id and tie.relation in PUBLIC for tie in reading.ties):
        return True
    before = (reading.report.text[max(0, start - 30) : start].split()[-2:] for start, _ in actor.mentions)
    beside = [word for words in before for word in words] + (actor.description or "").split()
    return any(word.strip(".,'’").casefold() in _words()["offices"] for word in beside)


def _is_name(name: str) -> bool:
    """ "Amina Farah", "Abd al-Rahman", "Ortega y Gasset"; not "Afghan official" nor "gunmen"."""
    return bool(name) and all(
        word[:1].isupper() or word.split("-")[0] in _words()["particles"] for word in name.split()
    )


def _names(actor: Actor, reading: Reading) -> set[str]:
    """Every name of an actor, and each of its words alone unless a public actor bears it, too.

    Of somebody protected who has no name, every phrase that the report has for them.
    """
    written = {actor.name, *actor.aliases, *(reading.report.text[slice(*m)] for m in actor.mentions)}
    if not _is_name(actor.name):
        return {name for name in written if len(name.split()) > 1}
    others = {word for a in reading.actors if a.id != actor.id and _is_public(a, reading) for word in a.name.split()}
    words = {word for name in (actor.name, *actor.aliases) if _is_name(name) for word in name.split() if len(word) > 3}
    return {name for name in written | (words - others) if name[:1].isupper() and name.casefold() not in PRONOUNS}


PRONOUNS = frozenset(
    {"he", "she", "it", "they", "i", "we", "you", "who", "his", "her", "their", "him", "them", "my", "our"}
)


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_table("rashomon.export", "offices").items()}


def _mark(reading: Reading, actor: Actor) -> str:
    """Stable for the same report and reader, and not made from the name: from a hashed name the name can be guessed."""
    return hashlib.sha256(f"{reading.report.sha256}/{actor.id}".encode()).hexdigest()[:3]


def _sources(reading: Reading) -> Iterable[Source]:
    return (statement.source for statement in reading.statements)
