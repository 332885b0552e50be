"""What is drawn over a report's text: everything that was read, each under its id, and in which layer."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rashomon.record import Span
from rashomon.review.marking.read import Everything, IncidentRead, Item, Value
from rashomon.review.marking.values import FIGURES, ROLES

LAYERS = ("statements", "incidents", "figures", "times", "places", "actors")
"""What can be shown and hidden, in the order of its keys."""

LINES = ("evidence", *LAYERS[1:])
"""What is drawn as a line below the words, the outermost first."""

_LAYER = dict.fromkeys(FIGURES, "figures") | dict.fromkeys(ROLES, "actors") | {"time": "times", "place": "places"}


class Mark(NamedTuple):
    """What one span is to be drawn as: the id of what was read there, its layer (none: it is lit when asked for), its tint."""

    id: str
    layer: str | None = None
    tint: int | None = None


Marked = tuple[Span, Mark]


def marks(read: Everything) -> Iterator[Marked]:
    """All marks, in no order; their places are those in the shown text."""
    for said in read.statements:
        yield from ((span, Mark(said.id, "statements", said.tint)) for span in said.content)
        yield from ((span, Mark(said.id)) for span in said.about)
    for incident in read.incidents:
        yield from _of_incident(incident)
    for layer in ("times", "places", "actors"):
        yield from _items(getattr(read, layer), layer)
    yield from _items(read.ties, None)


def _of_incident(incident: IncidentRead) -> Iterator[Marked]:
    yield incident.trigger, Mark(incident.id, "incidents")
    yield from ((span, Mark(incident.id, "evidence")) for span in incident.spans)
    yield from _values(incident.values)
    for account in incident.accounts:
        yield from ((span, Mark(account.id)) for span in account.spans)
        yield from _values(account.values)


def _values(values: Iterable[Value]) -> Iterator[Marked]:
    for value in values:
        yield from _items(value.items, _LAYER.get(value.attribute))


def _items(items: Iterable[Item], layer: str | None) -> Iterator[Marked]:
    for item in items:
        yield from ((span, Mark(item.id, layer)) for span in item.spans)
