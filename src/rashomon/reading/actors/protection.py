"""Sources that the report says asked not to be named: "a commander who spoke on condition of anonymity"."""

import re
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.reading.actors.mention import Cast
from rashomon.reading.actors.names import table
from rashomon.reading.document import tokens_in
from rashomon.reading.syntax import subjects
from rashomon.record import ActorKind


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in table()["protected"]["patterns"]), re.I)


def protect(cast: Cast) -> None:
    """Mark whoever asked for it."""
    doc = cast.doc
    for match in _pattern().finditer(doc.text):
        asking = tokens_in(doc, match.span())
        for token in _askers(doc, asking[0]):
            draft = cast.of_head.get(token.i)
            if draft is not None and draft.kind is ActorKind.person:
                draft.protected = True
                break


def _askers(doc: Doc, token: Token) -> list[Token]:
    """Who asks, best guess first: the subject of the verb the phrase hangs on, or the noun its clause is about."""
    found: list[Token] = []
    for word in (token, *token.ancestors):
        if word.dep_ in {"relcl", "acl"}:
            found.append(word.head)
        found += subjects(word)
        if word.pos_ in {"NOUN", "PROPN"}:
            found.append(word)
        if word.dep_ == "ROOT":
            break
    return found
