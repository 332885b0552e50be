"""How many people (or things) were killed, wounded, taken …: the numbers of a report, and what each counts.

`doc._.quantities` has every quantity; `figures_of(doc, trigger)` the figures that the clause of a trigger gives;
`without_repeats(doc, figures)` those of several tellings of one incident without what is only said again;
`of_one_voice(doc, figures)` those of one kind that one source means together.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading.figures.clauses import figures_of
from rashomon.reading.figures.quantities import Quantity, find_quantities
from rashomon.reading.figures.repeats import adds, fate, points_back, without_repeats
from rashomon.reading.figures.voice import is_on_top, of_one_voice

__all__ = [
    "Quantity",
    "adds",
    "create_figures",
    "fate",
    "figures_of",
    "is_on_top",
    "of_one_voice",
    "points_back",
    "without_repeats",
]


@Language.factory("rashomon_figures", assigns=["doc._.quantities"])
def create_figures(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """A component that counts: "at least 22 fighters" → low 22, high null, of "fighters"."""
    return count


def count(doc: Doc) -> Doc:
    """Leave the quantities of a Doc on it."""
    doc._.quantities = list(find_quantities(doc))
    return doc
