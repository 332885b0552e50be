"""Incidents on a map: where, how many, and how precisely that is known. No tile is fetched from anywhere."""

from collections.abc import Callable, Iterator, Sequence
from math import log10

from markupsafe import Markup

from rashomon.export.svg import drawing, element, linked
from rashomon.export.words import counted
from rashomon.review.drawing.clusters import COUNTRY, Cluster, clusters
from rashomon.review.drawing.graticule import graticule, scale_bar
from rashomon.review.drawing.outlines import UNITS, outlines
from rashomon.review.drawing.scale import WORLD, Scale, around, moved, nearer, scale
from rashomon.review.drawing.shapes import Box, Mark

WIDTH = 720

# Kilometres within which the incident lies (UCDP where_prec), and the radius in pixels that the circle has at least: districts
# and provinces of about that size (the median of the world's by area), a country where its outline is not to be had.
WITHIN = {1: (1, 4), 2: (25, 6), 3: (30, 9), 4: (100, 13), 5: (120, 16), 6: (300, 20), 7: (400, 24)}
MOST = 90
"""Pixels: no circle hides all else."""

KNOWN = {
    1: "exactly", 2: "to within 25 km", 3: "to the district", 4: "to the province",
    5: "to the landscape", 6: "to the country alone", 7: "as at sea or in the air",
}  # fmt: skip
NOTE = "Borders are Natural Earth's, simplified, and no statement of ours."

Link = Callable[[Box], str]
"""Where a look at a part of the world is."""


def world_map(
    marks: Sequence[Mark],
    *,
    box: Box | None = None,
    link: Link | None = None,
    unplaced: int = 0,
    title: str = "Where",
    name: str = "map",
) -> Markup:
    """A map of the marks, or of a box; each circle is as large as its place is uncertain, its number how many incidents.

    Marks close together are one, which leads to a closer look (`link`); a single one leads to its own `href`. What is known to
    a country alone hatches it. `unplaced` incidents have no place; `name` tells two maps on a page apart.
    """
    there = [mark for mark in marks if mark.incidents]
    if not there and box is None:
        return element("p", f"{_unplaced(unplaced)} There is nothing to put on a map.".strip(), class_="empty")
    view = scale(box or around([(mark.lat, mark.lon) for mark in there]), WIDTH)
    seen = [mark for mark in there if _inside(view.box, mark)]
    found = clusters(seen, view)
    svg = drawing(
        "map",
        title,
        _about(seen, found),
        WIDTH,
        view.height,
        _hatch(name, view),
        _land(view, {mark.country for mark in seen if mark.precision == COUNTRY}, name),
        *graticule(view, WIDTH),
        *(_drawn(each, view, link) for each in found),
        scale_bar(view, WIDTH),
        links=True,
    )
    notes = " ".join(filter(None, (_elsewhere(there, seen), _unplaced(unplaced), NOTE)))
    inside = (element("div", svg, class_="scroll"), _ways(view, link, title), element("figcaption", notes))
    return element("figure", *inside, class_="drawn")


def _inside(box: Box, mark: Mark) -> bool:
    return box.west <= mark.lon <= box.east and box.south <= mark.lat <= box.north


def _land(view: Scale, hatched: set[str | None], name: str) -> Markup:
    """The outlines, those of countries of which no more is known hatched."""
    paths = []
    for outline in outlines(view.box):
        vague = outline.code is not None and outline.code in hatched
        fill = f' fill="url(#{name}-hatch)" class="vague"' if vague else ""
        paths.append(f'<path{fill} d="{outline.path}"/>')
    left, top = view.at(0, 0)
    at = f"matrix({view.x / UNITS:.5f} 0 0 {view.y / UNITS:.5f} {left:.1f} {top:.1f})"
    return element("g", Markup("".join(paths)), class_="land", transform=at, aria_hidden="true")


def _hatch(name: str, view: Scale) -> Markup:
    """Lines that stay as they are, however near the map is: in the hundredths of a degree that outlines have they would not."""
    back = f"scale({UNITS / view.x:.4f} {UNITS / view.y:.4f})"
    ground = element("rect", width=6, height=6, class_="ground")
    line = element("path", d="M-1 1l2-2M0 6l6-6M5 7l2-2", class_="hatch")
    pattern = element(
        "pattern",
        ground,
        line,
        id=f"{name}-hatch",
        width=6,
        height=6,
        patternUnits="userSpaceOnUse",
        patternTransform=back,
    )
    return element("defs", pattern)


def _drawn(cluster: Cluster, view: Scale, link: Link | None) -> Markup:
    """A circle for where it may have been, and on it a dot, or a number for several; a square where it is a country's."""
    x, y = cluster.x, cluster.y
    national = cluster.precision == COUNTRY and cluster.marks[0].country is not None
    shapes = [] if national else [element("circle", cx=x, cy=y, r=radius(cluster.precision, view), class_="within")]
    size = _size(cluster.incidents)
    if national:
        left, top = view.at(cluster.marks[0].lat, cluster.marks[0].lon)
        shapes.append(element("line", x1=left, y1=top, x2=x, y2=y, class_="leader"))
        shapes.append(element("rect", x=x - size, y=y - size, width=2 * size, height=2 * size, class_="core"))
    elif cluster.incidents > 1 or cluster.precision < 3:
        shapes.append(element("circle", cx=x, cy=y, r=size, class_="core"))
    if cluster.incidents > 1:
        shapes.append(element("text", _short(cluster.incidents), x=x, y=y + 4, text_anchor="middle"))
    return linked(_href(cluster, link), *shapes, label=_label(cluster), class_=f"mark p{cluster.precision}")


def radius(precision: int, view: Scale) -> float:
    """Pixels: as far as the incident may lie from the place told of; always more, the less precise it is."""
    km, least = WITHIN[precision]
    return min(max(view.pixels(km), least), MOST - 7 + precision)


def _size(count: int) -> float:
    """Pixels: of the dot, or of what a number stands on."""
    return 3.5 if count == 1 else 7.0 + 2.4 * log10(count)


def _short(count: int) -> str:
    """A number that fits: "1.2k", "112k"."""
    if count < 1000:
        return str(count)
    return f"{count / 1000:.1f}k" if count < 9950 else f"{round(count / 1000)}k"


def _href(cluster: Cluster, link: Link | None) -> str | None:
    if len(cluster.marks) == 1:
        return cluster.marks[0].href
    box = cluster.box
    spread = max(box.width, box.height) > 0.01
    return link(around([(mark.lat, mark.lon) for mark in cluster.marks])) if link and spread else cluster.marks[0].href


def _label(cluster: Cluster) -> str:
    """ "12 incidents at 4 places: Kandahar, Zhari and 2 more; known to the district or better"."""
    if len(cluster.marks) == 1:
        mark = cluster.marks[0]
        return f"{mark.label or counted(mark.incidents, 'incident')}; place known {KNOWN[mark.precision]}"
    names = list(dict.fromkeys(mark.label for mark in sorted(cluster.marks, key=lambda m: -m.incidents) if mark.label))
    told = "; ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    best = min(mark.precision for mark in cluster.marks)
    known = KNOWN[best] if best == cluster.precision else f"{KNOWN[best]} at best, {KNOWN[cluster.precision]} at worst"
    return f"{counted(cluster.incidents, 'incident')}: {told}; places known {known}"


def _about(seen: Sequence[Mark], found: Sequence[Cluster]) -> str:
    """What the map shows, in words."""
    precise = sum(mark.incidents for mark in seen if mark.precision <= 2)
    total = sum(mark.incidents for mark in seen)
    most = max(found, key=lambda each: each.incidents, default=None)
    about = (
        f"{counted(total, 'incident')} in {counted(len(found), 'spot')}, {precise:,} of them placed to within 25 km."
    )
    named = next((mark.label for mark in most.marks if mark.label), "") if most and len(found) > 1 else ""
    return f"{about} Most: {named}." if named else about


def _elsewhere(there: Sequence[Mark], seen: Sequence[Mark]) -> str:
    beyond = sum(mark.incidents for mark in there) - sum(mark.incidents for mark in seen)
    return f"{counted(beyond, 'incident')} outside this part of the world." if beyond else ""


def _unplaced(number: int) -> str:
    return f"{counted(number, 'incident')} cannot be placed." if number else ""


def _ways(view: Scale, link: Link | None, title: str) -> Markup:
    """Closer, wider and on, as links that a keyboard can follow."""
    if link is None:
        return Markup("")
    ways = [element("a", name, href=link(to), aria_label=said) for name, said, to in _looks(view)]
    return element("nav", *ways, class_="ways", aria_label=f"{title}: look elsewhere")


def _looks(view: Scale) -> Iterator[tuple[str, str, Box]]:
    box = view.box
    yield "+", "closer", nearer(box, 2)
    if box.width < WORLD.width:
        yield "−", "wider", nearer(box, 0.5)
        yield "←", "further west", moved(box, -0.5, 0)
        yield "→", "further east", moved(box, 0.5, 0)
        yield "↑", "further north", moved(box, 0, 0.5)
        yield "↓", "further south", moved(box, 0, -0.5)
        yield "world", "the whole world", WORLD
