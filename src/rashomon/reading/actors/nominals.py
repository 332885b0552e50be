"""Phrases that mention somebody without a name: "two gunmen", "the Afghan government", "residents of the village"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.actors import countries
from rashomon.reading.actors.forms import forms
from rashomon.reading.actors.headline import phrase_start
from rashomon.reading.actors.lexicon import Sense, side_words, table
from rashomon.reading.actors.mention import Form, Mention
from rashomon.reading.document import is_news
from rashomon.reading.syntax import SUBJECTS
from rashomon.record import ActorKind

MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss", "quantmod"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "all"})
# "no group", "how many commanders" mention nobody.
NOBODY = frozenset({"no", "how", "what", "which", "any", "neither", "whatever"})
PLACES = frozenset({"GPE", "LOC", "FAC", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
AS_MODIFIER = frozenset({"compound", "amod", "nmod", "npadvmod", "nummod", "det", "punct"})


def find(doc: Doc, named: Iterable[Mention]) -> list[Mention]:
    """Mentions by a noun of the lexicon, or by the name of a people: "many Hazaras"."""
    inside = {i for mention in named for i in range(mention.start, mention.end)}
    return list(_nominals(doc, inside))


def _nominals(doc: Doc, inside: set[int]) -> Iterator[Mention]:
    known = forms()
    demonyms = countries.by_demonym()
    for token in doc:
        text = token.lower_
        form = known.get(text)
        people = form is None and (token.ent_type_ == "NORP" or token.text in demonyms)
        if (form is None and not people) or token.i in inside or token.dep_ in AS_MODIFIER or not is_news(token):
            continue
        if people:
            if token.pos_ in {"PROPN", "NOUN"} and (mention := _people(token)):
                yield mention
        elif form is not None and token.pos_ in {"NOUN", "PROPN"}:
            mention = _nominal(token, *form)
            if mention is not None:
                yield mention


def _nominal(token: Token, noun: str, plural: bool, sense: Sense) -> Mention | None:
    first = _start(token)
    modifiers = [c for c in token.lefts if c.dep_ in MODIFIERS and c.i >= first]
    if (token.ent_type_ in PLACES and token.pos_ == "PROPN") or any(
        {c.lower_, c.left_edge.lower_} & NOBODY for c in token.lefts
    ):
        return None
    if token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_:
        return None
    of = token.nbor() if token.i + 1 < len(token.doc) and token.nbor().lower_ == "of" else None
    if sense.vague and not plural and not modifiers and of is None and not _definite(token):
        return None
    if sense.family == "forces" and any(c.lower_ in table()["bare"]["abstract"] for c in modifiers):
        return None
    if sense.family == "institutions" and not (_definite(token) and not modifiers) and not _has_posts(token, modifiers):
        return None
    compound = _two_word(token, modifiers)
    noun, sense = compound or (noun, sense)
    return Mention(
        head=token,
        start=first,
        end=_end(token, of),
        form=Form.noun,
        kind=sense.kind if compound else _kind(sense, noun, plural, modifiers),
        rule=f"noun.{sense.family}",
        words=(
            *(w.lower_ for c in modifiers if c.dep_ in {"amod", "compound", "nmod"} for w in c.subtree if w.is_alpha),
            noun,
        ),
        plural=(plural and not (sense.collective and noun == "troop")) or noun == "troop",
        gender=sense.gender,
        sense=sense,
        definite=_definite(token) or any(c.dep_ == "poss" for c in modifiers),
    )


def _has_posts(token: Token, modifiers: list[Token]) -> bool:
    """ "a guard at Bulengo prison": whether somebody's post is there, and it is told from others of its kind."""
    if token.dep_ != "pobj" or not any(c.dep_ in {"compound", "amod", "nmod"} for c in modifiers):
        return False
    form = forms().get(token.head.head.lower_)
    return form is not None and form[2].kind is ActorKind.person


def _two_word(token: Token, modifiers: list[Token]) -> tuple[str, Sense] | None:
    """ "air force", "death squads": what two words say that one does not."""
    if modifiers and modifiers[-1].i == token.i - 1:
        form = forms().get(f"{modifiers[-1].lower_} {token.lower_}")
        if form is not None:
            return form[0], form[2]
    return None


def _start(token: Token) -> int:
    """Where the phrase begins, brackets and quotation marks left out."""
    parts = [c for c in token.lefts if c.dep_ in MODIFIERS | {"det", "predet"} and not _is_clause(c)]
    start = phrase_start(token, min([token.i, *(c.left_edge.i for c in parts)]))
    while start < token.i and not token.doc[start].text[:1].isalnum():
        start += 1
    return start


def _is_clause(modifier: Token) -> bool:
    """ "some were suspected fighters": the parser may hang a whole clause on a noun."""
    return any(c.dep_ in SUBJECTS for c in modifier.children)


def _end(token: Token, of: Token | None) -> int:
    """The phrase takes in "of …" as far as its noun: "residents of the village", not the clause about the village."""
    if of is None:
        return token.i + 1
    object_ = next((c for c in of.children if c.dep_ == "pobj"), None)
    return token.i + 1 if object_ is None else object_.i + 1


def _definite(token: Token) -> bool:
    return any(c.dep_ in {"det", "predet"} and c.lower_ in DEFINITE for c in token.lefts)


def _kind(sense: Sense, noun: str, plural: bool, modifiers: list[Token]) -> ActorKind:
    kind = sense.plural if plural else sense.kind
    if (
        kind is ActorKind.person
        and plural
        and sense.family in {"men", "women", "people"}
        and any(c.ent_type_ == "NORP" for c in modifiers)
    ):
        demonyms = countries.by_demonym()
        return kind if any(c.text in demonyms for c in modifiers) else ActorKind.population
    if sense.family == "descriptions" and any(c.lower_ in table()["civil"]["words"] for c in modifiers):
        return ActorKind.organisation
    if sense.collective and kind in {ActorKind.armed_group, ActorKind.security_force, ActorKind.organisation}:
        sides = [side_words()[c.lower_] for c in modifiers if c.lower_ in side_words()]
        if ActorKind.armed_group in sides or any(c.lower_.startswith("anti") for c in modifiers):
            return ActorKind.armed_group
        if sides and sense.family == "forces":
            return ActorKind.security_force
    return kind


def _people(token: Token) -> Mention | None:
    """ "Afghans", "many Hazaras": a people; "a Hazara": one of it."""
    single = any(c.dep_ == "det" and c.lower_ in {"a", "an", "one"} for c in token.lefts)
    plural = token.tag_ in {"NNS", "NNPS"} or (token.text.endswith("s") and not single)
    if not plural and not single:
        return None
    return Mention(
        head=token,
        start=_start(token),
        end=token.i + 1,
        form=Form.noun,
        kind=ActorKind.population if plural else ActorKind.person,
        rule="noun.people",
        words=(*(c.lower_ for c in token.lefts if c.dep_ in {"amod", "compound", "nmod"}), token.text),
        plural=plural,
        definite=_definite(token),
    )


def counted(token: Token) -> Token | None:
    """The noun that a word of number counts: "dozens of fighters", "a group of armed men"."""
    if token.lower_ not in table()["counts"]["words"]:
        return None
    of = next((c for c in token.rights if c.lower_ == "of"), None)
    return None if of is None else next((c for c in of.children if c.dep_ == "pobj"), None)
