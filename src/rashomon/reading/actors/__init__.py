"""Actors: who is mentioned in a report, and which mentions are the same actor's.

"Samuel Okello, the union's former treasurer, was shot … his sister … Okello … he": one man, four mentions and a description;
the union; and a sister of whom no more is known.
"""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading import document  # noqa: F401
from rashomon.reading.actors.component import Actors
from rashomon.reading.actors.registry import registry as load


@Language.factory("rashomon_actors", default_config={"registry": ""}, assigns=["doc._.actors", "doc._.actor_heads"])
def create_actors(nlp: Language, name: str, registry: str) -> Callable[[Doc], Doc]:
    """The component; `registry` names a TOML file with actors of the user's own."""
    return Actors(load(registry))
