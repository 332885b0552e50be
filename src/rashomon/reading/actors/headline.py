"""Headlines In Title Case, in which the language model takes verbs for names: "Mali Opens Inquiry", "Chad Expels Envoy"."""

from functools import cache

from spacy.tokens import Doc, Token

from rashomon.reading.actors.forms import plural_of
from rashomon.reading.actors.lexicon import table
from rashomon.record import RegionKind

FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
MODEST = 3  # words that a name may have, however short the headline


def in_headline(token: Token) -> bool:
    """Whether the token stands in the report's title."""
    regions = token.doc._.regions
    return regions is not None and regions[token.i] is RegionKind.title


def name_in(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A name as far as the headline's verb, and no name (`start == end`) if it still is most of the headline."""
    if start == end or not in_headline(doc[start]):
        return start, end
    end = next((i for i in range(start + 1, end) if _breaks(doc[i])), end)
    too_long = end - start > MODEST and 2 * (end - start) > len(doc[start].sent)
    return (start, start) if too_long else (start, end)


def phrase_start(noun: Token, start: int) -> int:
    """Where a phrase before a noun begins if a verb of the headline stands in it: "Monitor" in "Chad Expels Monitor"."""
    if not in_headline(noun):
        return start
    return next((i + 1 for i in range(noun.i - 1, start - 1, -1) if _breaks(noun.doc[i])), start)


def _breaks(token: Token) -> bool:
    """A verb, or a preposition that is no part of names."""
    return token.tag_ in FINITE or token.lower_ in _verbs() or token.lower_ in table()["headlines"]["between"]


@cache
def _verbs() -> frozenset[str]:
    """Third persons: "expels", "denies"."""
    verbs = (*table()["acts"]["verbs"], *table()["acts"]["speech"], *table()["headlines"]["verbs"])
    return frozenset(plural_of(verb) for verb in verbs)
