"""The spaCy pipeline of a reading: the language model, then our components, each building on those before it."""

import warnings
from functools import cache

import spacy
from spacy.language import Language

from rashomon.errors import BadSetting
from rashomon.reading import (  # noqa: F401  importing a component registers it with spaCy
    accounts,
    actors,
    figures,
    heads,
    incidents,
    layout,
    places,
    statements,
    ties,
    times,
)
from rashomon.settings import Settings

COMPONENTS = (
    "rashomon_times",
    "rashomon_places",
    "rashomon_figures",
    "rashomon_actors",
    "rashomon_heads",
    "rashomon_statements",
    "rashomon_incidents",
    "rashomon_ties",
    "rashomon_accounts",
)
"""In the order in which they build on one another."""


def build(settings: Settings) -> Language:
    """The pipeline that `settings` ask for. Raises BadSetting if the language model is not installed."""
    nlp = _language_model(settings.model)
    nlp.add_pipe("rashomon_layout", first=True)
    options = {
        "rashomon_places": {"gazetteer": settings.gazetteer},
        "rashomon_actors": {"registry": settings.registry},
        "rashomon_incidents": {"kinds": settings.kinds},
    }
    for name in COMPONENTS:
        nlp.add_pipe(name, config=options.get(name, {}))
    return nlp


def _language_model(name: str) -> Language:
    try:
        with warnings.catch_warnings():
            # W095: the model was trained with spaCy 3.7; spaCy 3.8 reads it unchanged.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            return spacy.load(name)
    except OSError:
        raise BadSetting(
            f"the spaCy model {name!r} is not installed; install it or name another one with --model (RASHOMON_MODEL)"
        ) from None


@cache
def default(settings: Settings) -> Language:
    """The pipeline for `settings`, built once per process."""
    return build(settings)
