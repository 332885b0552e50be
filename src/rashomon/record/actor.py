"""Whoever takes part, suffers, or speaks."""

from enum import StrEnum

from rashomon.record.base import Found, Span


class ActorKind(StrEnum):
    """What an actor is."""

    person = "person"
    armed_group = "armed_group"
    security_force = "security_force"
    government = "government"
    organisation = "organisation"
    population = "population"
    other = "other"


class Actor(Found):
    """One actor of a report with all its mentions: "Omar Diallo, the militia's treasurer … Diallo … he".

    `protected`: the report says that this person asked not to be named, or for names or place to be kept secret.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    description: str | None = None
    mentions: tuple[Span, ...]
    country: str | None = None
    wikidata: str | None = None
    protected: bool = False

    @property
    def identified(self) -> bool:
        """Whether it goes by a proper name; "gunmen" at the start of a sentence do not."""
        return any(word[:1].isupper() for word in self.name.split()[self.kind is ActorKind.person :])
