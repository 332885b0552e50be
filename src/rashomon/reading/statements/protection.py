"""Sources that must not be known: they asked not to be named, or the report says that it keeps their names or place secret."""

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.reading.document import actor_of, span_of
from rashomon.reading.statements.lexicon import patterns, table
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.speaker import speaker
from rashomon.reading.syntax import SUBJECTS
from rashomon.record import Act, Source, Span, Statement


@cache
def _asked() -> re.Pattern[str]:
    return patterns(table("protection")["patterns"])


@cache
def _afraid() -> re.Pattern[str]:
    return patterns(table("protection")["fear"]["patterns"])


def protected_sources(doc: Doc) -> list[Span]:
    """The phrases that name those of whom the report says that they must not be known: "a man who asked not to be named"."""
    page = Page(doc)
    return [span_of(head.subtree) for head in _heads(page, _asked().finditer(page.text))]


def _heads(page: Page, matches: Iterable[re.Match[str]]) -> list[Token]:
    heads: list[Token] = []
    for match in matches:
        first = page.tokens[page.token_at(match.start())]
        head = _said_of(first, page.tokens[first.i : page.token_at(match.end() - 1) + 1])
        if head is not None and head not in heads:
            heads.append(head)
    return heads


def _said_of(first: Token, words: list[Token]) -> Token | None:
    """Of whom it is said: the subject of the nearest verb, or the noun that the clause hangs on."""
    possessive = next((t for t in words if t.dep_ == "poss" and t.tag_ == "WP$"), None)
    token = possessive or first
    for _ in range(8):
        if token.pos_ in {"VERB", "AUX"}:
            found = next((c for c in token.children if c.dep_ in SUBJECTS), None)
            if found is not None and found.tag_ in {"WP", "WDT", "WP$"}:
                return _antecedent(token)
            if found is not None and found.pos_ in {"NOUN", "PROPN", "PRON"} and found not in words[1:]:
                return found
            if found is None and token.dep_ not in {"ROOT"}:
                found = speaker(token)
                if found is not None:
                    return found
            if token.dep_ in {"relcl", "acl"}:
                return token.head
        if token.head == token:
            return None
        token = token.head
    return None


def _antecedent(verb: Token) -> Token | None:
    while verb.dep_ in {"conj", "xcomp"} and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def protect(page: Page, statements: list[Statement]) -> list[Statement]:
    """The statements with their protected sources marked, and the actors of the Doc with them.

    Wherever the report says it of a source, every statement of the same source is protected.
    """
    matches = list(_asked().finditer(page.text))
    offsets = [head.idx for head in _heads(page, matches)]
    afraid = [head.idx for head in _heads(page, _afraid().finditer(page.text))]
    speaking = [
        s.source for s in statements if s.by != "statements.head"
    ]  # "she feared reprisals" may be one of the head's
    offsets += [offset for offset in afraid if any(_names(source, [offset]) for source in speaking)]
    if not matches and not offsets:
        return statements
    offsets += [o for m in matches if (o := _speaker_at(m.start(), statements, offsets)) is not None]
    actors = {actor.id for offset in offsets if (actor := actor_of(page.tokens[page.token_at(offset)])) is not None}
    actors |= {s.source.actor for s in statements if s.source.actor and _names(s.source, offsets)}
    phrases = {s.source.text for s in statements if s.source.text and _names(s.source, offsets)}
    doc = page.doc
    doc._.actors = [a.model_copy(update={"protected": True}) if a.id in actors else a for a in doc._.actors]
    return [_marked(s) if _is_protected(s.source, offsets, actors, phrases) else s for s in statements]


def _speaker_at(offset: int, statements: list[Statement], offsets: list[int]) -> int | None:
    """Where the source is named whose words seem to hold it: "she said they were beaten but declined to be named" is about her."""
    holding = [s for s in statements if not s.direct and s.source.span and any(a <= offset < b for a, b in s.content)]
    if not holding or any(_names(s.source, offsets) for s in statements if s.act is not Act.requests):
        return None
    span = holding[-1].source.span
    return span[1] - 1 if span else None


def _names(source: Source, offsets: list[int]) -> bool:
    return source.span is not None and any(source.span[0] <= offset < source.span[1] for offset in offsets)


def _is_protected(source: Source, offsets: list[int], actors: set[str], phrases: set[str]) -> bool:
    return source.actor in actors or _names(source, offsets) or (source.text in phrases and not source.named)


def _marked(statement: Statement) -> Statement:
    return statement.model_copy(update={"source": statement.source.model_copy(update={"protected": True})})
