"""A relation between two actors that holds for a time."""

from enum import StrEnum

from rashomon.record.base import Found, Span


class Relation(StrEnum):
    """What binds two actors: a is the … of b."""

    member = "member"
    leader = "leader"
    commander = "commander"
    spokesman = "spokesman"
    official = "official"
    aide = "aide"
    relative = "relative"
    associate = "associate"
    ally = "ally"
    supporter = "supporter"
    enemy = "enemy"
    defector = "defector"
    part_of = "part_of"
    alias = "alias"


class TieStatus(StrEnum):
    """Whether a tie holds, held once, is said by somebody to hold, or is denied."""

    current = "current"
    former = "former"
    alleged = "alleged"
    denied = "denied"


class Tie(Found):
    """ "Diallo, the militia's former treasurer": a Diallo, official, role "treasurer", b the militia, former.

    `since` and `until` are as precise as the report is: "2001", "2001-11", "2001-11-13". `statement` is the statement that
    alleges or denies the tie, null where the report itself tells it.
    """

    a: str
    relation: Relation
    role: str | None = None
    b: str
    since: str | None = None
    until: str | None = None
    status: TieStatus = TieStatus.current
    evidence: tuple[Span, ...]
    statement: str | None = None
