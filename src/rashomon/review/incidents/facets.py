"""By what else the incidents that somebody asks for can be narrowed, and how many would be left."""

from rashomon.archive import Record
from rashomon.archive.actors import directory
from rashomon.archive.catalogue import Counted, Look
from rashomon.archive.refs import ref
from rashomon.export import Profile
from rashomon.linking.mention import Sort
from rashomon.record import ActorKind, Noun
from rashomon.review.actors.directory import bring_up_to_date
from rashomon.review.incidents.asked import Asked
from rashomon.weighing.privacy import Privacy

LABELS = {
    "kind": "Kind",
    "country": "Country",
    "admin1": "Division",
    "actor": "Actor",
    "standing": "Held responsible",
    "disputed": "Disputed",
    "reviewed": "Reviewed",
    "status": "Status",
}
"""The facets, in the order in which they are shown."""

SHOWN = 7
"""Values of a facet that are shown before somebody asks for more."""

MOST = {"country": 250, "admin1": 60}
"""Values that are listed at all, where there may be thousands."""

ACTORS = 12
"""Groups and forces that are offered."""

LOOKED_AT = 60
"""Actors among which these are looked for; the others are persons, whom the desk does not rank."""


class Option(Noun):
    """A value of a facet, how many incidents have it, and whether it is asked for."""

    value: str
    label: str
    count: int
    chosen: bool


class Facet(Noun):
    """What can be asked of one property. `several` may be asked for at once."""

    name: str
    label: str
    several: bool
    options: tuple[Option, ...]

    @property
    def first(self) -> tuple[Option, ...]:
        """What is shown: what is asked for, and the commonest."""
        return tuple(each for place, each in enumerate(self.options) if place < SHOWN or each.chosen)

    @property
    def others(self) -> tuple[Option, ...]:
        """What is shown to whoever asks for more."""
        return tuple(each for each in self.options if each not in self.first)


def facets(record: Record, look: Look, asked: Asked, profile: Profile) -> tuple[Facet, ...]:
    """Every facet with more than one value, or of which something is asked."""
    found = (_actors(record, look, asked, profile) if name == "actor" else _facet(look, asked, name) for name in LABELS)
    return tuple(facet for facet in found if facet and _is_of_use(facet))


def _is_of_use(facet: Facet) -> bool:
    return len(facet.options) > 1 or facet.name == "disputed" or any(option.chosen for option in facet.options)


def _facet(look: Look, asked: Asked, name: str) -> Facet | None:
    if name == "admin1" and not (asked.country or asked.admin1):
        return None
    value = getattr(asked, name)
    chosen = value if isinstance(value, list) else [value]
    counted = look.counts(name)[: MOST.get(name)]
    counted += [Counted(each, 0) for each in chosen if each and each not in {c.value for c in counted}]
    options = (_option(each.value, _label(name, each.value), each.count, each.value in chosen) for each in counted)
    return Facet(name=name, label=LABELS[name], several=isinstance(value, list), options=tuple(options))


def _actors(record: Record, look: Look, asked: Asked, profile: Profile) -> Facet:
    bring_up_to_date(record)
    counts = dict(look.actors(LOOKED_AT))
    chosen = asked.narrowing.actor
    if chosen is not None:
        counts.setdefault(chosen, look.total)
    there = directory.some(record, counts)
    offered = [(number, there[number].name) for number in counts if number in there and _may_offer(there[number])]
    if chosen is not None and chosen not in dict(offered):
        named = chosen in there and (profile is Profile.internal or not Privacy(there[chosen].privacy).masked)
        offered.append((chosen, there[chosen].name if named else ref(Sort.actor, chosen)))
    options = [_option(ref(Sort.actor, n), name, counts[n], n == chosen) for n, name in offered]
    first = [o for o in options if o.chosen] + [o for o in options if not o.chosen][:ACTORS]
    return Facet(name="actor", label=LABELS["actor"], several=False, options=tuple(first))


def _may_offer(actor: directory.Entry) -> bool:
    return actor.kind not in (None, ActorKind.person) and not Privacy(actor.privacy).masked


def _option(value: str, label: str, count: int, chosen: bool) -> Option:
    return Option(value=value, label=label, count=count, chosen=chosen)


def _label(facet: str, value: str) -> str:
    if facet == "reviewed":
        return {"yes": "reviewed", "no": "not reviewed"}[value]
    if facet == "disputed" and value == "any":
        return "anything"
    return value if facet in ("country", "admin1") else value.replace("_", " ")
