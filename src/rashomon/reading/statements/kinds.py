"""What kind of source a phrase names: by whom it speaks for, by its nouns, by its name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from rashomon.reading.document import actor_of
from rashomon.reading.statements.lexicon import table
from rashomon.record import Actor, ActorKind, SourceKind

_OF_ACTOR = {
    ActorKind.armed_group: SourceKind.armed_group,
    ActorKind.security_force: SourceKind.security_force,
    ActorKind.government: SourceKind.official,
    ActorKind.population: SourceKind.witness,
}


@dataclass(frozen=True)
class Vocabulary:
    """sources.toml, parsed: kinds by noun and by name."""

    heads: dict[str, SourceKind]
    names: dict[str, SourceKind]
    name: re.Pattern[str]
    speaking: frozenset[str]
    spoken_for: frozenset[SourceKind]
    nobody: frozenset[str]
    hearsay: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of sources, read once."""
    entries = table("sources")
    heads: dict[str, SourceKind] = {}
    names: dict[str, SourceKind] = {}
    for entry in entries["kinds"]:
        for word in entry.get("heads", ()):
            heads.setdefault(word, SourceKind(entry["kind"]))
        for word in entry.get("names", ()):
            names.setdefault(word, SourceKind(entry["kind"]))
    longest = sorted(names, key=len, reverse=True)
    return Vocabulary(
        heads,
        names,
        re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)"),
        frozenset(entries["speaking_for"]["heads"]),
        frozenset(SourceKind(k) for k in entries["speaking_for"]["kinds"]),
        frozenset(entries["unnamed"]["heads"]),
        frozenset(entries["hearsay"]["heads"]),
    )


def kind_of(head: Token) -> SourceKind:
    """The kind of source, as the phrase or else what is known of its actor tells it; `unnamed` where nothing does."""
    return kind_by_phrase(head) or _by_actor(actor_of(head)) or SourceKind.unnamed


def kind_by_phrase(head: Token) -> SourceKind | None:
    """The kind of source that a phrase with this head names.

    "A Taliban spokesman" speaks for an armed group, "the army's spokesman" for a force; "the victim's brother" is a relative,
    whoever the victim was.
    """
    words = vocabulary()
    if head.lower_ in words.hearsay and not any(c.dep_ in {"det", "poss", "compound"} for c in head.children):
        return SourceKind.media
    own = _of_noun(head) or _by_apposition(head)
    if head.lemma_.lower() in words.speaking or _is_title(head):
        behind = _spoken_for(head)
        if behind is not None:
            return behind
    return own or _by_name(head) or _by_modifier(head)


def can_speak(head: Token) -> bool:
    """Whether what the phrase names can be a source at all: a report or a witness can, an explosion cannot."""
    if head.pos_ != "NOUN" or actor_of(head) is not None:
        return True
    words = vocabulary()
    return _of_noun(head) is not None or head.lemma_.lower() in words.nobody or kind_of(head) is not SourceKind.unnamed


def _of_noun(token: Token) -> SourceKind | None:
    """By the noun itself; "attorney general" is one noun and no soldier."""
    heads, word = vocabulary().heads, token.lemma_.lower()
    for other, pair in ((token.i - 1, "{1} {0}"), (token.i + 1, "{0} {1}")):
        if 0 <= other < len(token.doc):
            found = heads.get(pair.format(word, token.doc[other].lower_))
            if found is not None:
                return found
    return heads.get(word) or heads.get(token.lower_)


def _is_title(head: Token) -> bool:
    """ "Taliban spokesman Zabihullah": the title stands before the name, or behind it, after a comma."""
    words = vocabulary()
    return any(t.lemma_.lower() in words.speaking for t in _beside(head))


def _beside(head: Token) -> Iterator[Token]:
    """Titles and appositions of the head, each with what stands before it."""
    for child in head.children:
        if child.dep_ in {"compound", "appos", "nmod", "amod"}:
            yield child
            if child.dep_ == "appos":
                yield from (c for c in child.children if c.dep_ in {"compound", "amod", "nmod", "appos"})
        elif child.dep_ == "relcl":
            yield from (c for c in child.children if c.dep_ == "attr" and child.lemma_ == "be")


def _spoken_for(head: Token) -> SourceKind | None:
    """Whom a spokesman speaks for: his possessor, what stands before his title, "for …", "of …"."""
    words = vocabulary()
    around = [head, *_beside(head)]
    for token in around:
        for child in token.children:
            found = None
            if child.dep_ in {"poss", "compound", "amod", "nmod"}:
                found = _party(child)
            elif child.dep_ == "prep" and child.lower_ in {"for", "of", "from", "at", "in", "with"}:
                found = next((_party(c) for c in child.children if c.dep_ == "pobj"), None)
            if found in words.spoken_for:
                return found
    return None


def _party(token: Token) -> SourceKind | None:
    """What kind of party a noun names: "the Taliban", "army staff"."""
    words = vocabulary()
    nouns = [token, *(c for c in token.children if c.dep_ in {"compound", "amod"})]
    lemmas = [t.lemma_.lower() for t in nouns]
    found = _by_name(token) or next(
        (words.heads[w] for w in lemmas if w in words.heads and w not in words.speaking), None
    )
    actor = actor_of(token)
    return found or (_OF_ACTOR.get(actor.kind) if actor is not None else None)


def _by_apposition(head: Token) -> SourceKind | None:
    kinds = (_of_noun(t) for t in _beside(head) if t.dep_ != "amod")
    return next((kind for kind in kinds if kind is not None), None)


def _by_modifier(head: Token) -> SourceKind | None:
    words = vocabulary()
    of = (
        p
        for c in head.children
        if c.dep_ == "prep" and c.lower_ in {"of", "among"}
        for p in c.children
        if p.dep_ == "pobj"
    )
    return next((words.heads[t.lemma_.lower()] for t in of if t.lemma_.lower() in words.heads), None)


def _by_name(head: Token) -> SourceKind | None:
    """By a known name that the phrase holds: "the International Committee of the Red Cross"."""
    words = vocabulary()
    first = min([head.i, *(c.left_edge.i for c in head.children if c.dep_ in {"compound", "amod", "nmod"})])
    last = max([head.i, *(c.right_edge.i for c in head.children if c.dep_ == "prep" and c.lower_ == "of")])
    if head.pos_ == "PRON":
        return None
    match = words.name.search(head.doc[first : min(last, head.i + 6) + 1].text)
    return words.names[match.group()] if match else None


def _by_actor(actor: Actor | None) -> SourceKind | None:
    """By what else the report says of the actor: "he", of whom it said that he is the army's spokesman."""
    if actor is None:
        return None
    words = vocabulary()
    told = f"{actor.description or ''} {actor.name}"
    named = words.name.search(told)
    found = (words.heads.get(w) or words.heads.get(w.removesuffix("s")) for w in re.findall(r"[\w-]+", told.lower()))
    nouns = [kind for kind in found if kind is not None]
    if named and words.names[named.group()] in words.spoken_for and (actor.kind is not ActorKind.person or nouns):
        return words.names[named.group()]
    return nouns[-1] if nouns else _OF_ACTOR.get(actor.kind)
