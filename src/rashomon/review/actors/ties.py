"""An actor's ties as the drawings take them."""

from collections.abc import Iterable, Iterator, Sequence

from rashomon.archive.actors import directory
from rashomon.archive.refs import is_numbered
from rashomon.export import Viewing
from rashomon.export.actor import TieStory
from rashomon.export.redaction import PROTECTED, Profile
from rashomon.linking.mention import Sort
from rashomon.linking.ties import MUTUAL
from rashomon.record import ActorKind, Noun, Relation
from rashomon.review.actors.reports import latest
from rashomon.review.drawing import Bond, Edge, Node

NEAR = 12
"""Actors tied to the one in the middle whose own ties are looked up, in that many of their reports, too."""


class Tied(Noun):
    """An actor in the network; `steps` from the one in the middle."""

    id: str
    name: str
    kind: str | None
    steps: int


class Bound(Noun):
    """ "A4, commander of A9, former": a line in the network."""

    a: str
    relation: str
    b: str
    status: str


class Network(Noun):
    """Who is tied to whom around an actor, as far as `steps` from it."""

    steps: int
    actors: tuple[Tied, ...]
    ties: tuple[Bound, ...]

    @property
    def nodes(self) -> list[Node]:
        """As they are drawn."""
        return [Node(each.id, each.name, each.kind, actor_link(each.id)) for each in self.actors]

    @property
    def edges(self) -> list[Edge]:
        """As they are drawn."""
        return [Edge(each.a, each.b, each.relation, each.status) for each in self.ties]


def shown(ties: Iterable[TieStory], viewing: Viewing) -> list[TieStory]:
    """The ties without those to protected sources, where these are not to be known: whose relative one is tells who one is."""
    if viewing.profile is not Profile.public:
        return list(ties)
    return [tie for tie in ties if PROTECTED not in (tie.a_name, tie.b_name)]


def network(id: str, name: str, ties: Sequence[TieStory], viewing: Viewing, steps: int = 1) -> Network:
    """Around an actor with these ties; with two steps also those to whom they are tied, as their latest reports have it."""
    found = list(ties)
    around = _others(id, found)
    if steps > 1:
        for near in [each for each in around if is_numbered(each, Sort.actor)][:NEAR]:
            found += _ties_of(near, viewing)
    names = {end: called for tie in found for end, called in ((tie.a, tie.a_name), (tie.b, tie.b_name))} | {id: name}
    order = [id, *around, *(other for other in names if other != id and other not in around)]
    kinds = _kinds(viewing, order)
    actors = [
        Tied(id=each, name=names[each], kind=kinds.get(each), steps=0 if each == id else 1 if each in around else 2)
        for each in order
    ]
    return Network(steps=steps, actors=tuple(actors), ties=tuple(dict.fromkeys(_bound(found))))


def bonds(id: str, ties: Iterable[TieStory]) -> Iterator[Bond]:
    """Each report of each tie, for the timeline: with whom, from when to when, by whom."""
    for tie in ties:
        other, name = (tie.b, tie.b_name) if tie.a == id else (tie.a, tie.a_name)
        both_ways = tie.a == id or Relation(tie.relation.replace(" ", "_")) in MUTUAL
        called = f"{tie.relation} of {name}" if both_ways else f"{name}, {tie.relation} of it"
        for said in tie.said:
            by = said.source or said.quote.publisher or said.quote.report
            said_on = said.quote.published
            yield Bond(called, said.status, said.since, said.until, said_on, by, actor_link(other))


def actor_link(id: str) -> str | None:
    """The page of an actor; whoever is in one report alone has none."""
    return f"/actors/{id}" if is_numbered(id, Sort.actor) else None


def _ties_of(id: str, viewing: Viewing) -> list[TieStory]:
    number = int(id[1:])
    story = viewing.actor(id, latest(viewing, number, NEAR).latest, incidents=False)
    return shown(story.ties, viewing)


def _others(id: str, ties: Iterable[TieStory]) -> list[str]:
    return list(dict.fromkeys(tie.b if tie.a == id else tie.a for tie in ties))


def _bound(ties: Iterable[TieStory]) -> Iterator[Bound]:
    for tie in ties:
        for said in tie.said:
            yield Bound(a=tie.a, relation=f"{tie.relation} of", b=tie.b, status=said.status)


def _kinds(viewing: Viewing, ids: Iterable[str]) -> dict[str, str | None]:
    """What each is: who has no kind in the directory said too little to be compared, and is a person."""
    numbers = {int(id[1:]): id for id in ids if is_numbered(id, Sort.actor)}
    lines = directory.some(viewing.record, numbers)
    kinds: dict[str, str | None] = {numbers[n]: line.kind or ActorKind.person.value for n, line in lines.items()}
    for id in ids:
        report, _, local = id.rpartition("/")
        if report:
            kinds[id] = next((a.kind.value for a in viewing.at_hand.get(report).actors if a.id == local), None)
    return kinds
