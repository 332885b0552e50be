"""What happened: incidents with kind, status, participants, time, place and figures, merged over the report."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from rashomon.reading.incidents.reading import IncidentReader


@Language.factory("rashomon_incidents", assigns=["doc._.incidents"], default_config={"kinds": ""})
def create_incidents(nlp: Language, name: str, kinds: str) -> Callable[[Doc], Doc]:
    """`kinds`: a TOML file with kinds of incident of the user's own, beside those of `record.kinds()`."""
    return IncidentReader(kinds)
