"""The phrase of the report that names somebody: a name without its title, a noun with what it needs, nothing that only adds."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.document import actor_of, text_of, tokens_in
from rashomon.reading.incidents.vocabulary import words
from rashomon.reading.syntax import LOOSE
from rashomon.record import Actor, ActorKind, Role, Span

NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
COUNTED = frozenset({Role.victim, Role.target, Role.instrument})  # how many there were, figures say
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def phrase(head: Token, role: Role) -> Span:
    """The phrase that names whom or what the head stands for.

    "General Rashid Omar" is "Rashid Omar"; "the two unidentified gunmen, who fled" is "two unidentified gunmen". Of
    the "six nuns" whom they killed the phrase is "nuns": how many there were is a figure.
    """
    actor = actor_of(head)
    if actor is not None and actor.kind is ActorKind.person and head.pos_ == "PROPN":
        return full_name(head.doc, actor)
    return _name(head) or _noun(head, role)


def full_name(doc: Doc, actor: Actor) -> Span:
    """Where the report names the actor most fully: for "Omar" or "he" the "Rashid Omar" of another sentence."""
    best = max(
        actor.mentions,
        key=lambda span: (
            _is_name(doc, span, actor),
            span[1] - span[0] if actor.kind is ActorKind.person else 0,
            -span[0],
        ),
    )
    tokens = tokens_in(doc, best)
    return _trimmed(doc, tokens.start, tokens.end - 1)


def _is_name(doc: Doc, span: Span, actor: Actor) -> bool:
    names = {actor.name.lower(), *(alias.lower() for alias in actor.aliases)}
    return text_of(doc)[slice(*span)].lower() in names


def _noun(head: Token, role: Role) -> Span:
    kept = [head, *_kept(head, role, nested=False)]
    start, end = min(t.i for t in kept), max(t.i for t in kept)
    doc = head.doc
    for i in range(start, head.i):
        if doc[i].text in {"]", ")", '"'} and doc[i].text != '"':
            start = i + 1
    while start < head.i and _is_left_out(doc[start], role):
        start += 1
    return doc[start].idx, doc[end].idx + len(doc[end])


def _is_left_out(token: Token, role: Role) -> bool:
    listed = words("phrases")
    if token.dep_ in {"det", "predet"} or token.is_punct or token.is_space or token.lower_ in listed["left_out"]:
        return True
    return role in COUNTED and (token.dep_ == "nummod" or token.lower_ in listed["amounts"])


def _kept(head: Token, role: Role, *, nested: bool) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ == "case" and child.i > head.i and not nested and head.dep_ == "poss":
            continue
        if child.dep_ in LOOSE or (child.pos_ in {"VERB", "AUX"} and child.dep_ not in {"amod", "compound"}):
            continue
        if child.dep_ in {"prep", "agent"} and (nested or child.lower_ != "of" or role is Role.instrument):
            continue
        if role is Role.instrument and child.dep_ not in {"compound", "nmod", "punct"} and not _names_sort(child):
            continue
        yield child
        yield from (
            _kept(child, role, nested=nested or child.dep_ == "prep") if child.dep_ != "prep" else _object(child, role)
        )


def _names_sort(modifier: Token) -> bool:
    """ "explosive device", "automatic rifles": the adjective belongs to the weapon's name, "powerful" does not."""
    return modifier.dep_ == "amod" and modifier.lower_ in words("phrases")["sorts_of_weapon"]


def _object(preposition: Token, role: Role) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child
            yield from _kept(child, role, nested=True)


def _name(head: Token) -> Span | None:
    doc = head.doc
    if (head.pos_ == "NOUN" and head.ent_type_ != "PERSON") or (head.pos_ != "PROPN" and head.ent_type_ not in NAMED):
        return None
    first, last = head.i, head.i
    if head.ent_type_ in NAMED:
        while first > 0 and doc[first].ent_iob_ == "I" and doc[first - 1].ent_type_ == head.ent_type_:
            first -= 1
        while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I" and doc[last + 1].ent_type_ == head.ent_type_:
            last += 1
    else:
        while first > 0 and doc[first - 1].pos_ == "PROPN" and doc[first - 1].dep_ in {"compound", "nmod"}:
            first -= 1
    return _trimmed(doc, first, last)


def _trimmed(doc: Doc, first: int, last: int) -> Span:
    """Without titles before and the possessive behind."""
    titles = words("phrases")["titles"]
    while first < last and (doc[first].lower_.strip(".") in titles or doc[first].dep_ == "det" or doc[first].is_punct):
        first += 1
    while last > first and (doc[last].lower_ in POSSESSIVES or doc[last].is_punct):
        last -= 1
    return doc[first].idx, doc[last].idx + len(doc[last])
