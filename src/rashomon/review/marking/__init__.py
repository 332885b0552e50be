"""What was read in a report, laid over its text: cut into segments, each with what covers it."""

from rashomon.review.marking.marks import LAYERS, Mark, marks
from rashomon.review.marking.paragraphs import Paragraph, drawn, paragraphs, seen
from rashomon.review.marking.read import Everything
from rashomon.review.marking.reading import Known, listed
from rashomon.review.marking.segments import Segment, segments
from rashomon.review.marking.shown import Shown

__all__ = [
    "LAYERS",
    "Everything",
    "Known",
    "Mark",
    "Paragraph",
    "Segment",
    "Shown",
    "drawn",
    "listed",
    "marks",
    "paragraphs",
    "seen",
    "segments",
]
