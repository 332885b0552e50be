"""Places that a report means without naming them: "a bomb went off in the capital", "in this city"."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.document import meets, span_of
from rashomon.reading.incidents.vocabulary import words
from rashomon.record import Place, Span


def referred(doc: Doc) -> Iterator[tuple[Token, Span, Place]]:
    """The head, the span and the place of each such mention, in text order."""
    here, capitals = _filed_from(doc), _capitals(doc)
    if here is None and not capitals:
        return
    towns = words("scenery")["towns"]
    for token in doc:
        if token.lower_ in towns and token.pos_ == "NOUN":
            said = {child.lower_ for child in token.children if child.dep_ == "det"}
            place = here if "this" in said else _capital(token, capitals) if _is_the_capital(token, said) else None
            if place is not None:
                yield token, span_of([token]), place


def _is_the_capital(token: Token, said: set[str]) -> bool:
    """Not "the capital of Herat province", "a provincial capital", "capital punishment"."""
    told = any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children)
    described = {child.lower_ for child in token.children if child.dep_ in {"amod", "compound", "poss"}}
    capital = token.lower_ == "capital" or "capital" in described
    return capital and "the" in said and not told and described.isdisjoint(words("scenery")["lesser"])


def _capital(token: Token, capitals: dict[str, Place]) -> Place | None:
    """The capital of the country named beside it: "the Honduran capital"; else of the one that the report names most."""
    known = {m.span[0]: m.place.country for m in token.doc._.places if m.place and m.place.country}
    beside = [code for child in token.children if (code := known.get(child.idx))]
    if beside:
        return capitals.get(beside[0])
    most = Counter(known.values()).most_common(1)
    return capitals.get(most[0][0]) if most else None


def _capitals(doc: Doc) -> dict[str, Place]:
    """By country, its capital, where the report names it."""
    return {m.place.country: m.place for m in doc._.places if m.place and m.place.country and m.place.feature == "PPLC"}


def _filed_from(doc: Doc) -> Place | None:
    """The town of the dateline."""
    dateline = doc._.report.dateline.span if doc._.report is not None and doc._.report.dateline else None
    named = (m.place for m in doc._.places if dateline is not None and m.place and meets(dateline, m.span))
    return next((place for place in named if (place.feature or "").startswith("PPL")), None)
