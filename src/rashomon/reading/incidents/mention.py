"""A mention of an incident: one trigger and what its sentence says around it. Mentions of one incident are merged later."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from rashomon.reading.incidents.frames import Frame
from rashomon.reading.incidents.slots import Slots
from rashomon.record import Figure, IncidentPlace, IncidentTime, Role, Span, Status


@dataclass(frozen=True)
class Filler:
    """Who or what fills a role of a mention: the head of its phrase, the phrase, the actor it is, where known."""

    role: Role
    head: Token
    span: Span
    text: str
    actor: str | None = None
    implied: bool = False  # by the kind of act, where the sentence names no doer


@dataclass(eq=False)
class Mention:
    """ "Gunmen killed the judge": trigger `killed`, frame kill, fillers gunmen (perpetrator) and judge (victim)."""

    trigger: Token
    frame: Frame
    slots: Slots
    kind: str = ""
    status: Status = Status.happened
    fillers: list[Filler] = field(default_factory=list)
    figures: Sequence[Figure] = ()
    time: IncidentTime | None = None
    place: IncidentPlace | None = None
    clues: frozenset[str] = frozenset()
    definite: bool = False
    sentence: int = 0  # the number of its sentence in the report
    headline: bool = False
    caption: bool = False
    aside: bool = False  # background
    attributed: bool = False  # told in what a source says, not in the report's own voice

    def __post_init__(self) -> None:
        self.kind = self.kind or self.frame.kind

    @property
    def is_new(self) -> bool:
        """ "another attack", "a second bomb": told as one more."""
        return any(
            c.lower_ in {"another", "second", "third", "new", "separate", "other", "further"}
            for c in self.trigger.children
        )

    @property
    def is_verbal(self) -> bool:
        """Told by a verb, not by a noun."""
        return self.trigger.pos_ in {"VERB", "AUX"}

    def actors(self, role: Role) -> set[str]:
        """The ids of the actors in a role."""
        return {f.actor for f in self.fillers if f.role is role and f.actor}

    def named_victims(self) -> list[Filler]:
        """Victims known by name."""
        return [
            f
            for f in self.in_role(Role.victim)
            if (f.head.pos_ == "PROPN" and not self.headline) or f.head.ent_type_ == "PERSON"
        ]

    def in_role(self, *roles: Role) -> list[Filler]:
        """The fillers of these roles."""
        return [filler for filler in self.fillers if filler.role in roles]
