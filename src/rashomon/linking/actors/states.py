"""Forces and bodies that are named by their country: "Afghan police", "the government of Mali", "Iran" where it acts."""

from functools import cache, lru_cache
from typing import NamedTuple

from rashomon.linking.names.country import seat_of
from rashomon.linking.names.group import country_and_rest
from rashomon.record import Actor, ActorKind
from rashomon.vocabulary import read_table

GOVERNMENT = "government"


class Body(NamedTuple):
    """ "police", a security force, of AFG."""

    name: str
    kind: ActorKind
    country: str


@cache
def _bodies() -> dict[str, tuple[str, ActorKind]]:
    table: dict[str, dict[str, list[str]]] = read_table(__package__, "vocabulary")["states"]
    return {
        said: (name, ActorKind(kind))
        for kind, bodies in table.items()
        for name, phrases in bodies.items()
        for said in phrases
    }


def state_body(actor: Actor, setting: str | None = None) -> Body | None:
    """A state's body; None for what is not called by its country and such a word alone.

    The country itself, and the seat of its government, is its government: "Iran denied it". `setting` is the country of a body
    whose name does not say it: "the Interior Ministry".
    """
    return None if actor.kind is ActorKind.person else _body(actor.name, actor.kind, setting)


@lru_cache(maxsize=50_000)
def _body(said: str, kind: ActorKind, setting: str | None) -> Body | None:
    country, rest = country_and_rest(said)
    itself = seat_of(said) or (country if not rest else None)
    if itself and kind is ActorKind.government:
        return Body(GOVERNMENT, ActorKind.government, itself)
    name, of_kind = _bodies().get(rest, (None, kind))
    of = country or setting
    return Body(name, of_kind, of) if name and of else None
