"""Place names in a report, and which places of the gazetteer they mean."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.gazetteer import open_gazetteer
from rashomon.reading import document  # noqa: F401  registers the Doc's extensions
from rashomon.reading.places.component import Places
from rashomon.reading.places.geometry import contains, distance_km
from rashomon.reading.places.phrases import is_demonym, is_near, signs_of
from rashomon.reading.places.precision import precision

__all__ = ["Places", "contains", "create_places", "distance_km", "is_demonym", "is_near", "precision", "signs_of"]


@Language.factory("rashomon_places", default_config={"gazetteer": ""}, assigns=["doc._.places"])
def create_places(nlp: Language, name: str, gazetteer: str) -> Callable[[Doc], Doc]:
    """A component that fills `doc._.places`. `gazetteer`: a file to use instead of the one that comes with Rashomon."""
    return Places(open_gazetteer(gazetteer))
