"""Drawings for the desk: from data to inline SVG, by the server, the same in every browser. They know nothing of pages.

    world_map(marks, *, box=None, link=None, unplaced=0, title="Where") -> Markup       marks: Mark; link: Box -> href for zooming
    timeline(bins=(), stretches=(), *, as_of=None, undated=0, title="When") -> Markup    at most 60 stretches are drawn one by one
    figure_axis(chart, weighed=None) -> Markup                                           export's Chart and WeighedFigure
    responsibility_matrix(responsibility, parties=()) -> Markup                          an HTML table of Story.responsibility
    network(ego, nodes, edges, *, left_out=0) -> Markup                                  ego: the id of the node in the middle
    tie_timeline(bonds, *, as_of=None) -> Markup

Pages that show any link `drawing.css`. Each gives a whole `<figure>` (the matrix a table in `.scroll`) and is never wider
than its room.
"""

from rashomon.export.figure_axis import figure_axis
from rashomon.review.drawing.map import world_map
from rashomon.review.drawing.network import network
from rashomon.review.drawing.responsibility import responsibility_matrix
from rashomon.review.drawing.shapes import Bin, Bond, Box, Edge, Mark, Node, Stretch
from rashomon.review.drawing.tie_timeline import tie_timeline
from rashomon.review.drawing.timeline import timeline

__all__ = [
    "Bin",
    "Bond",
    "Box",
    "Edge",
    "Mark",
    "Node",
    "Stretch",
    "figure_axis",
    "network",
    "responsibility_matrix",
    "tie_timeline",
    "timeline",
    "world_map",
]
