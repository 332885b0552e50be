"""What a noun says of the role itself: "deputy minister of defence", without whose it is, since when, and how sure."""

from collections.abc import Mapping

from spacy.tokens import Token

from rashomon.reading.actors import countries
from rashomon.reading.ties.lexicon import words


def role_of(noun: Token, owner: Token | None, heads: Mapping[int, str]) -> str:
    """The role in lower case: "intelligence chief" of "the Taliban's former intelligence chief"."""
    first = noun.i
    while first > noun.sent.start and _is_part(noun.doc[first - 1], owner, heads):
        first -= 1
    while first < noun.i and (noun.doc[first].text == "-" or noun.doc[first - 1].text == "-"):
        first += 1
    return noun.doc[first : noun.i + 1].text.lower() + _of(noun, owner, heads)


def _is_part(before: Token, owner: Token | None, heads: Mapping[int, str]) -> bool:
    """Whether the word before belongs to the role rather than to its owner or its standing."""
    return (
        (before.dep_ in {"compound", "amod", "nmod"} or before.text == "-")
        and before != owner
        and before.i not in heads
        and before.lower_ not in words("state", "former") | words("state", "dropped")
        and before.text not in countries.by_demonym()
        and before.ent_type_ not in {"GPE", "NORP"}
    )


def _of(noun: Token, owner: Token | None, heads: Mapping[int, str]) -> str:
    """ " of defence", " of state"."""
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    object_ = None if of is None else next((c for c in of.children if c.dep_ == "pobj"), None)
    if object_ is None or object_ == owner or object_.i in heads:
        return ""
    return f" of {object_.text}" if object_.pos_ == "NOUN" or noun.lower_ == "secretary" else ""
