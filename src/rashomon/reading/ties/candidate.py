"""A tie that a rule has found, before its validity and standing are known."""

from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.record import Relation


@dataclass(frozen=True, slots=True)
class Candidate:
    """Actor `a` (id) is the `relation` of actor `b`. `anchor` is the word that says so, `tokens` the phrase it is read from.

    `presupposed`: said in passing, by title or apposition, and therefore in the report's own voice even in indirect speech.
    """

    a: str
    b: str
    relation: Relation
    role: str | None
    anchor: Token
    tokens: tuple[Token, ...]
    rule: str
    former: bool = False
    alleged: bool = False
    denied: bool = False
    presupposed: bool = False
