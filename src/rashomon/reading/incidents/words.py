"""Sorts of nouns: whether a word is said of a person, a force, a weapon, a building, a town."""

from collections import defaultdict
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.reading.document import actor_of, tokens_in
from rashomon.reading.incidents.vocabulary import table
from rashomon.record import ActorKind

NOTHING: frozenset[str] = frozenset()
HUMAN = frozenset({"person", "force", "group", "crowd", "named"})
THINGS = frozenset({"site", "vehicle", "thing", "property"})
WEAPONS = frozenset({"weapon", "explosive", "projectile", "grenade"})
LEMMAS = {"raped": "rape", "raping": "rape", "rapes": "rape", "bases": "base", "staged": "stage", "staging": "stage"}
ENTITIES = {
    "PERSON": frozenset({"named", "person"}),
    "NORP": frozenset({"person"}),
    "GPE": frozenset({"toponym", "ground"}),
    "LOC": frozenset({"toponym", "ground"}),
    "FAC": frozenset({"site"}),
}
ACTORS = {
    ActorKind.person: frozenset({"person"}),
    ActorKind.population: frozenset({"person"}),
    ActorKind.security_force: frozenset({"force"}),
    ActorKind.armed_group: frozenset({"group"}),
}


if not Token.has_extension("names_place"):
    Token.set_extension("names_place", default=False)


def mark_places(doc: Doc) -> None:
    """Let `sorts` know what the places component found, which knows more towns than the language model."""
    for mention in doc._.places:
        tokens_in(doc, mention.span).root._.names_place = True


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Sorts by lemma, from words.toml."""
    found: dict[str, set[str]] = defaultdict(set)
    for sort, lemmas in table("words").items():
        for lemma in lemmas:
            found[lemma].add(sort)
    return {lemma: frozenset(sorts) for lemma, sorts in found.items()}


def lemma(token: Token) -> str:
    """The lemma in small letters, with what spaCy's rules get wrong put right."""
    return LEMMAS.get(token.lower_) or token.lemma_.lower()


def sorts(token: Token) -> frozenset[str]:
    """What the noun may be said of; "other" where nothing is known of it.

    "the army's barracks": `barracks` is a site, ground that can be taken, and a base.
    """
    found = lexicon().get(lemma(token)) or lexicon().get(token.lower_) or NOTHING
    if "partitive" in found:
        found = found.union(*(sorts(head) for head in counted(token)))
    if token.pos_ == "PRON":
        return found | {"pronoun"}
    if token.ent_type_ and not (found and token.pos_ == "NOUN"):
        found |= ENTITIES.get(token.ent_type_, NOTHING)
    if token._.names_place:
        found |= ENTITIES["GPE"]
    actor = actor_of(token)
    if actor is not None:
        found |= ACTORS.get(actor.kind, NOTHING)
    return found or frozenset({"other"})


def counted(token: Token) -> list[Token]:
    """What a noun of amount counts: in "dozens of houses" the houses."""
    return [
        c
        for prep in token.children
        if prep.dep_ == "prep" and prep.lower_ == "of"
        for c in prep.children
        if c.dep_ == "pobj"
    ]
