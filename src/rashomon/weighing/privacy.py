"""Who must not be named: how exposed a report leaves the people it tells of."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

from rashomon.record import Actor, ActorKind, Reading, Relation, Role, Source, SourceKind
from rashomon.vocabulary import read_table

# Ties that make somebody a public person: who holds an office or a command is named for it.
PUBLIC = frozenset(
    {Relation.leader, Relation.commander, Relation.spokesman, Relation.official, Relation.defector, Relation.member}
)
SUFFERING = frozenset({Role.victim, Role.target})


class Privacy(StrEnum):
    """As what somebody is in a report, the strongest first: who is protected in one report is so in all of a record, who is
    public in one is public in all but for that, and a private person goes by the first of the roles that any report gives."""

    protected = "protected"
    public = "public"
    victim = "victim"
    witness = "witness"
    medical = "medical"
    relative = "relative"
    person = "person"
    other = "other"

    @property
    def masked(self) -> bool:
        """Whether the public profile withholds the name."""
        return self not in {Privacy.public, Privacy.other}

    @property
    def pseudonymous(self) -> bool:
        """Whether the same pseudonym stands for the same person; protected sources cannot even be told from one another."""
        return self.masked and self is not Privacy.protected


PRIVATE_SOURCES = {
    SourceKind.unnamed: Privacy.person,
    SourceKind.witness: Privacy.witness,
    SourceKind.medical: Privacy.medical,
    SourceKind.relative: Privacy.relative,
}


def strongest(found: Iterable[Privacy]) -> Privacy:
    """What holds of somebody whom several reports tell of."""
    order = list(Privacy)
    return min(found, key=order.index, default=Privacy.other)


def privacy(actor: Actor, reading: Reading) -> Privacy:
    """As what an actor is in one report. A protected actor of any kind counts; otherwise only a person with a name is private."""
    if actor.protected:
        return Privacy.protected
    if actor.kind is not ActorKind.person or not is_name(actor.name):
        return Privacy.other
    if is_public(actor, reading):
        return Privacy.public
    if any(p.actor == actor.id and p.role in SUFFERING for i in reading.incidents for p in i.participants):
        return Privacy.victim
    kinds = {source.kind for source in sources(reading) if source.actor == actor.id}
    if kinds - PRIVATE_SOURCES.keys():
        return Privacy.public
    kin = any(tie.relation is Relation.relative and actor.id in {tie.a, tie.b} for tie in reading.ties)
    return strongest([*(PRIVATE_SOURCES[kind] for kind in kinds), Privacy.relative if kin else Privacy.other])


def is_public(actor: Actor, reading: Reading) -> bool:
    """By the registry, a tie, or the office that stands before the name or describes it: "General Saree"."""
    if actor.wikidata or any(tie.a == actor.id and tie.relation in PUBLIC for tie in reading.ties):
        return True
    before = (reading.report.text[max(0, start - 30) : start].split()[-2:] for start, _ in actor.mentions)
    beside = [word for words in before for word in words] + (actor.description or "").split()
    return any(word.strip(".,'’").casefold() in _words()["offices"] for word in beside)


def is_name(name: str) -> bool:
    """ "Amina Farah", "Abd al-Rahman", "Ortega y Gasset"; not "Afghan official" nor "gunmen"."""
    return bool(name) and all(
        word[:1].isupper() or word.split("-")[0] in _words()["particles"] for word in name.split()
    )


PRONOUNS = frozenset(
    {"he", "she", "it", "they", "i", "we", "you", "who", "his", "her", "their", "him", "them", "my", "our"}
)


def names_of(actor: Actor, reading: Reading) -> set[str]:
    """Every name by which a report calls an actor, and each of its words alone unless a public actor there bears it, too.

    Of somebody protected who has no name, every phrase that the report has for them.
    """
    written = {actor.name, *actor.aliases, *(reading.report.text[slice(*m)] for m in actor.mentions)}
    if not is_name(actor.name):
        return {name for name in written if len(name.split()) > 1}
    others = {word for a in reading.actors if a.id != actor.id and is_public(a, reading) for word in a.name.split()}
    words = {word for name in full_names(actor) for word in name.split() if len(word) > 3}
    return {name for name in written | (words - others) if name[:1].isupper() and name.casefold() not in PRONOUNS}


def full_names(actor: Actor) -> set[str]:
    """The proper names of an actor: what may be looked for in other reports, where a description would mean anybody."""
    return {name for name in (actor.name, *actor.aliases) if is_name(name)}


def sources(reading: Reading) -> Iterator[Source]:
    """Whoever the report says said something."""
    return (statement.source for statement in reading.statements)


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_table("rashomon.weighing", "offices").items()}
