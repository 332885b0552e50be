"""The record: incidents, actors and ties across reports. Nothing here is new: each keeps what every reading has of it."""

from rashomon.record.actor import Actor, ActorKind
from rashomon.record.base import Noun
from rashomon.record.incident import Incident
from rashomon.record.tie import Relation, Tie


class Told(Noun):
    """An incident as one report's reading has it: "REPORT/i3".

    `with_others`: the record's other incidents that this tells of in one breath ("three bombings killed forty"); its figures are
    then nobody's alone and count for none of them.
    """

    report: str
    incident: Incident
    with_others: tuple[str, ...] = ()


class LinkedIncident(Noun):
    """An incident of the record, "I12": every report's version of it. `name` is what a person called it, null where nobody did."""

    id: str
    name: str | None = None
    told: tuple[Told, ...]


class Named(Noun):
    """An actor as one report's reading has it: "REPORT/a1"."""

    report: str
    actor: Actor


class LinkedActor(Noun):
    """An actor of the record, "A7", under all names that reports give it; `name` is the fullest common one or a person's choice."""

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    country: str | None = None
    wikidata: str | None = None
    protected: bool = False
    mentions: tuple[Named, ...]


class TieVersion(Noun):
    """A tie as one report's reading has it, and who alleges, affirms or denies it there (`source`, null: the report itself)."""

    report: str
    tie: Tie
    source: str | None = None


class LinkedTie(Noun):
    """A tie between two actors of the record with every version of it, told by whom and holding from when to when."""

    a: str
    relation: Relation
    b: str
    versions: tuple[TieVersion, ...]


class Chain(Noun):
    """Whose telling an account is: who told it ("Qari Yousuf"), who reported it ("Reuters"), who copied it ("The Daily Star").

    `origin` names the first link, the same for the same voice: two accounts of one origin are one voice, however often printed.
    """

    origin: str
    told_by: str | None = None
    reported_by: str | None = None
    copied_by: tuple[str, ...] = ()
