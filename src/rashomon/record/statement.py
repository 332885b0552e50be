"""A passage of a report that it attributes to somebody."""

from datetime import date
from enum import StrEnum

from rashomon.record.base import Found, Noun, Span


class Act(StrEnum):
    """What kind of saying a statement is. `retracts` takes back what the same source said before."""

    asserts = "asserts"
    confirms = "confirms"
    claims_responsibility = "claims_responsibility"
    blames = "blames"
    denies = "denies"
    doubts = "doubts"
    retracts = "retracts"
    condemns = "condemns"
    threatens = "threatens"
    requests = "requests"
    promises = "promises"
    predicts = "predicts"
    declines_comment = "declines_comment"


class Firmness(StrEnum):
    """How surely the source puts it: "killed", "probably killed", "may have killed"."""

    certain = "certain"
    probable = "probable"
    possible = "possible"


class SourceKind(StrEnum):
    """Who speaks. `author` is the report's own voice; `unnamed` a source of whom nothing else is said."""

    official = "official"
    armed_group = "armed_group"
    security_force = "security_force"
    witness = "witness"
    relative = "relative"
    medical = "medical"
    ngo = "ngo"
    igo = "igo"
    media = "media"
    document = "document"
    social_media = "social_media"
    unnamed = "unnamed"
    author = "author"


class Source(Noun):
    """Whoever a report says said something: "a commander who asked that all names be kept secret" (unnamed, protected).

    `span` may take in the comma that closes the phrase, or a possessor's "'s"; `text` leaves them off. Both are null where the
    report names nobody ("is said to have fled"). `actor` is the id of the reading's actor this source is, where it is one.
    """

    actor: str | None = None
    text: str | None = None
    span: Span | None = None
    kind: SourceKind
    named: bool = False
    protected: bool = False


class Statement(Found):
    """ "Walid told Reuters that the judge was 'a spy'": source Walid, cue "told", channel "Reuters".

    `content` may be several spans (a quotation broken by "he said"). `within` is the id of the statement that reports this one
    (X says that Y claims). `said` is the day of the saying where the report gives it.
    """

    id: str
    cue: Span | None = None
    content: tuple[Span, ...]
    direct: bool = False
    source: Source
    act: Act = Act.asserts
    firmness: Firmness = Firmness.certain
    channel: str | None = None
    said: date | None = None
    within: str | None = None
