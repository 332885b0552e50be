"""An actor and those tied to it: rings around a middle, the same picture every time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import cos, pi, sin
from typing import NamedTuple

from markupsafe import Markup

from rashomon.export.svg import clipped, drawing, element, linked
from rashomon.export.words import counted
from rashomon.review.drawing.shapes import Edge, Node

WIDTH, HEIGHT = 860, 470
MOST = 30
"""Nodes that are drawn; how many are not is said."""

RINGS = ((175, 125), (270, 205))
"""Pixels from the middle, across and down: those tied to the actor, and those tied to them."""

LINE = 15
"""Pixels between two names, one above the other."""

LONGEST, LETTER = 19, 7.2
"""Letters of a name, and pixels that one takes."""

STATUSES = ("current", "former", "alleged", "denied")

# What the look of an edge says, in words below the drawing.
LEGEND = {"current": "holds", "former": "held once", "alleged": "alleged", "denied": "denied"}


class Placed(NamedTuple):
    """A node where it is drawn; `side` is where its name stands: to the left (-1), the right (1) or below (0)."""

    node: Node
    x: float
    y: float
    side: int


def network(
    ego: str, nodes: Sequence[Node], edges: Sequence[Edge], *, left_out: int = 0, title: str = "Ties"
) -> Markup:
    """A drawing of who is tied to whom around one actor: those tied to it on the first ring, the others on the second.

    Of more nodes than can be told apart the first are drawn, the actor among them. Lines: whole for what holds, dashed for what
    held once, dotted for what is alleged, crossed for what is denied.
    """
    middle = next(node for node in nodes if node.id == ego)
    others = [node for node in nodes if node.id != ego]
    if not others:
        return element("p", "No ties are told of.", class_="empty")
    shown = [middle, *others[: MOST - 1]]
    left_out += len(others) - (len(shown) - 1)
    placed = _placed(shown, edges)
    top = min(each.y for each in placed) - LINE
    places = {each.node.id: each._replace(y=each.y - top) for each in placed}
    between = _between(edges, places)
    lines = [_edge(a, b, told, places) for (a, b), told in between.items()]
    about = f"{middle.name} and {counted(len(shown) - 1, 'other')}. " + "; ".join(_told(between, places)) + "."
    figures = [_node(placed, placed.node.id == ego) for placed in places.values()]
    height = max(each.y for each in places.values()) + 2 * LINE
    svg = drawing("network", title, about, WIDTH, height, *lines, *figures, links=True)
    note = f" {left_out:,} more not drawn." if left_out else ""
    caption = element("figcaption", _legend({told.status for those in between.values() for told in those}), note)
    return element("figure", element("div", svg, class_="scroll"), caption, class_="drawn")


def _placed(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[Placed]:
    """The middle, then each ring from the top around, those with ties to one another beside one another."""
    middle, *others = nodes
    tied = {edge.b if edge.a == middle.id else edge.a for edge in edges if middle.id in (edge.a, edge.b)}
    inner = [node for node in others if node.id in tied]
    outer = [node for node in others if node.id not in tied]
    around = _ring(inner, *RINGS[0] if outer else RINGS[1])
    order = {node.id: n for n, node in enumerate(inner)}
    outer.sort(key=lambda node: _beside(node.id, edges, order))
    around += _ring(outer, *RINGS[1])
    return [Placed(middle, WIDTH / 2, HEIGHT / 2, 0), *_apart(around)]


def _beside(id: str, edges: Iterable[Edge], order: dict[str, int]) -> float:
    """The mean place on the first ring of those to whom one is tied."""
    tied = [order[other] for e in edges for one, other in ((e.a, e.b), (e.b, e.a)) if one == id and other in order]
    return sum(tied) / len(tied) if tied else len(order)


def _ring(nodes: Sequence[Node], across: float, down: float) -> list[Placed]:
    """Evenly around, the names outwards."""
    placed = []
    for n, node in enumerate(nodes):
        angle = 2 * pi * (n + 0.5) / len(nodes)
        x, y = WIDTH / 2 + across * sin(angle), HEIGHT / 2 - down * cos(angle)
        placed.append(Placed(node, x, y, 1 if x >= WIDTH / 2 else -1))
    return placed


def _apart(placed: list[Placed]) -> list[Placed]:
    """The same from the top down, each so far down that its name lies on no other node's."""
    found: list[Placed] = []
    for each in sorted(placed, key=lambda p: (p.y, p.x)):
        while close := [p.y for p in found if abs(p.y - each.y) < LINE and _across(p, each)]:
            each = each._replace(y=max(close) + LINE)
        found.append(each)
    return found


def _across(one: Placed, other: Placed) -> bool:
    """Whether the two, names included, share any pixel from left to right."""
    (left, right), (from_, to) = _extent(one), _extent(other)
    return left < to and from_ < right


def _extent(placed: Placed) -> tuple[float, float]:
    long = 18 + LETTER * min(len(placed.node.name), LONGEST)
    return (placed.x - 7, placed.x + long) if placed.side > 0 else (placed.x - long, placed.x + 7)


def _between(edges: Iterable[Edge], places: dict[str, Placed]) -> dict[tuple[str, str], list[Edge]]:
    """The ties between each two that are drawn."""
    found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.a in places and edge.b in places:
            found[min(edge.a, edge.b), max(edge.a, edge.b)].append(edge)
    return found


def _edge(one: str, other: str, told: Sequence[Edge], places: dict[str, Placed]) -> Markup:
    """One line for all ties between two: what holds goes before what held, was alleged or is denied."""
    a, b = places[one], places[other]
    status = min((edge.status for edge in told), key=STATUSES.index)
    said = "; ".join(dict.fromkeys(_said(edge, places) for edge in told))
    dash = {"current": None, "former": "7 4", "alleged": "2 3", "denied": "7 3 2 3"}[status]
    line = element("line", x1=a.x, y1=a.y, x2=b.x, y2=b.y, stroke_dasharray=dash)
    crossed = [_cross((a.x + b.x) / 2, (a.y + b.y) / 2)] if status == "denied" else []
    return element("g", element("title", said), line, *crossed, class_=f"edge {status}")


def _cross(x: float, y: float) -> Markup:
    return element("path", d=f"M{x - 4:.1f} {y - 4:.1f}l8 8m0-8l-8 8", class_="cross")


def _said(edge: Edge, places: dict[str, Placed]) -> str:
    held = "" if edge.status == "current" else f" ({edge.status})"
    return f"{places[edge.a].node.name}, {edge.relation} {places[edge.b].node.name}{held}"


def _told(between: dict[tuple[str, str], list[Edge]], places: dict[str, Placed]) -> list[str]:
    return list(dict.fromkeys(_said(edge, places) for told in between.values() for edge in told))


def _node(placed: Placed, middle: bool) -> Markup:
    """A disc for a person, a square for anybody else, and the name beside it; the middle's stands below."""
    node, x, y, _ = placed
    person = node.kind == "person"
    size = 9 if middle else 6
    shape = (
        element("circle", cx=x, cy=y, r=size)
        if person
        else element("rect", x=x - size, y=y - size, width=2 * size, height=2 * size, rx=1)
    )
    name = clipped(node.name, LONGEST * 2 if middle else LONGEST)
    at: dict[str, object] = (
        {"x": x, "y": y + size + 16, "text_anchor": "middle"}
        if middle
        else {"x": x + placed.side * (size + 5), "y": y + 4, "text_anchor": "start" if placed.side > 0 else "end"}
    )
    label = f"{node.name} ({node.kind.replace('_', ' ')})" if node.kind else node.name
    return linked(node.href, shape, element("text", name, **at), label=label, class_="node ego" if middle else "node")


def _legend(statuses: set[str]) -> Markup:
    """What the lines mean, each drawn beside its word."""
    dashes = {"current": None, "former": "7 4", "alleged": "2 3", "denied": "7 3 2 3"}
    entries = []
    for status in (status for status in STATUSES if status in statuses):
        line = element("line", x1=0, x2=30, y1=6, y2=6, stroke_dasharray=dashes[status])
        crossed = [_cross(15, 6)] if status == "denied" else []
        group = element("g", line, *crossed, class_=f"edge {status}")
        svg = element("svg", group, viewBox="0 0 30 12", width=30, height=12, class_="drawing key", aria_hidden="true")
        entries.append(element("span", svg, f" {LEGEND[status]} ", class_="key"))
    return element("span", Markup(" ").join(entries), " ● person ■ any other")
