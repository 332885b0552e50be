"""A tale: what one author writes of one incident, as marked text and as what a reader would find in it."""

from dataclasses import dataclass, field
from datetime import date

from benchmarks.generator.words import Piece
from rashomon.record import Act, ActorKind, Place, SourceKind


@dataclass(frozen=True, slots=True)
class WhenSaid:
    """When an incident was, as a tale has it: "on Tuesday". `precision` is UCDP's, null where only the report's day bounds it."""

    text: str | None
    earliest: date | None
    latest: date | None
    precision: int | None
    by: str


@dataclass(frozen=True, slots=True)
class WhereSaid:
    """Where it was, as a tale has it: "in Baghlan province". `place` is null where it does not say."""

    before: str
    text: str | None
    place: Place | None
    precision: int


@dataclass(frozen=True, slots=True)
class FigureSaid:
    """A number as somebody has it: "at least 22 villagers"."""

    kind: str
    of: str
    low: int | None
    high: int | None
    text: str


@dataclass(frozen=True, slots=True)
class ActorSaid:
    """Somebody as a tale names them. `truth` is who it is, null for those that nobody could tell from others ("22 villagers")."""

    name: str
    kind: ActorKind
    by: str
    truth: str | None
    country: str | None = None
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    description: str | None = None
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of a tale; its cue, content and source are marked by these keys."""

    number: int
    kind: SourceKind
    named: bool
    actor: str | None
    act: Act
    figures: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    protected: bool = False

    @property
    def cue(self) -> str:
        """The key of the word of saying."""
        return f"cue{self.number}"

    @property
    def content(self) -> str:
        """The key of what is said."""
        return f"content{self.number}"

    @property
    def source(self) -> str:
        """The key of who says it."""
        return f"source{self.number}"


@dataclass(frozen=True, slots=True)
class TieSaid:
    """ "Diallo, spokesman of the militia": a Diallo, b the militia; `evidence` is the key of the words."""

    a: str
    relation: str
    role: str
    b: str
    evidence: str


@dataclass(slots=True)
class Tale:
    """What one author writes of one incident. Keys join marks in the text to what they are marks of.

    `truth` is the incident, or the aggregate claim, in which case `covers` are the incidents it sums up. `read`: whether the reader
    found the incident.
    """

    id: str
    truth: str
    kind: str
    when: WhenSaid
    where: WhereSaid
    covers: tuple[str, ...] = ()
    read: bool = True
    title: list[Piece] = field(default_factory=list)
    paragraphs: list[list[Piece]] = field(default_factory=list)
    figures: dict[str, FigureSaid] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    culprit: str | None = None
    actors: dict[str, ActorSaid] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    participants: list[tuple[str, str, str | None]] = field(default_factory=list)
    statements: list[Said] = field(default_factory=list)
    ties: list[TieSaid] = field(default_factory=list)
