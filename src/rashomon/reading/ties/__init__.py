"""Ties: which relations between actors a report tells of, and whether they hold, held, are alleged or denied.

"Rashid Noor, an aide to Tariq Aziz": aide. "the union's former treasurer": official, former. "denied that it has ties
with al-Qaida": associate, denied.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading import document  # noqa: F401
from rashomon.reading.ties.component import find


@Language.factory(
    "rashomon_ties",
    requires=["doc._.actors", "doc._.actor_heads"],
    assigns=["doc._.ties"],
)
def create_ties(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component; it builds on actors, and takes times and statements in where they are."""
    return find
