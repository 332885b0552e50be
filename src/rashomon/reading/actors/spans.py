"""What is asked of a stretch of tokens that may be a name: its words, whether it is part of another word, whether it is a place."""

from functools import cache

from spacy.tokens import Doc, Token

from rashomon.reading.actors.lexicon import table

HYPHENS = frozenset({"-", "–"})


def name_words(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The words of a name, as they are written: "al-Tikriti" is one word."""
    words: list[str] = []
    glued = False
    for token in doc[start:end]:
        if token.is_space:
            glued = False
        elif glued:
            words[-1] += token.text
            glued = not token.whitespace_
        else:
            words.append(token.text)
            glued = not token.whitespace_ and token.text not in {"(", ")", "["}
    return tuple(words)


def in_compound(doc: Doc, start: int, end: int) -> bool:
    """ "anti-Taliban", "U.S.-led": the name is part of a word that means something else."""
    if start > 1 and doc[start - 1].text in HYPHENS and not (doc[start - 1].whitespace_ or doc[start - 2].whitespace_):
        return True
    return end + 1 < len(doc) and doc[end].text in HYPHENS and not (doc[end].whitespace_ or doc[end - 1].whitespace_)


def is_place(doc: Doc, start: int, end: int) -> bool:
    """Whether the places component knows the name as a place, or it or the text says so: "Las Palmas Bridge"."""
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    if doc[end - 1].lower_ in _place_words("facilities"):
        return True
    known = any(p.place is not None and p.span[0] <= first and last <= p.span[1] for p in doc._.places)
    return known or stands_as_place(doc[start:end].root)


def stands_as_place(token: Token) -> bool:
    """ "in Torit", "the villages of Ikwoto and Lotukei"."""
    while token.dep_ in {"conj", "appos"}:
        token = token.head
    if token.dep_ != "pobj":
        return False
    if token.head.lower_ == "of":
        return token.head.head.lemma_.lower() in _place_words("kinds")
    return token.head.lower_ in _place_words("prepositions")


def located(doc: Doc) -> set[str]:
    """Names that the text uses for places somewhere: "in Moro", "Moro, a village", "the Khwaja Shah quarter"."""
    found = set()
    for place in doc._.places:
        tokens = doc.char_span(*place.span)
        if tokens is not None and (stands_as_place(tokens.root) or is_kind_of_place(tokens.root)):
            found.add(tokens.text)
    return found | {ent.text for ent in doc.ents if is_kind_of_place(ent.root)}


def is_kind_of_place(token: Token) -> bool:
    """Whether the words beside a name say what kind of place it is."""
    beside = [c for c in token.children if c.dep_ == "appos"] + ([token.head] if token.dep_ == "compound" else [])
    return any(word.lemma_.lower() in _place_words("kinds") for word in beside)


@cache
def _place_words(key: str) -> frozenset[str]:
    return frozenset(table()["places"][key])
