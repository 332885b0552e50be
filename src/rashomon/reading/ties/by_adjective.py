"""Ties told by an adjective: "militias loyal to X", "a newspaper that is close to X"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.syntax import antecedent, is_negated, prepositional, subjects
from rashomon.reading.ties.candidate import Candidate
from rashomon.reading.ties.lexicon import adjectives
from rashomon.record import ActorKind


class Leanings:
    """Finds ties by adjective in one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.heads: dict[int, str] = doc._.actor_heads
        self.actors = {actor.id: actor for actor in doc._.actors}

    def of(self, adjective: Token) -> Iterator[Candidate]:
        """Ties that one adjective tells of: whoever it is said of is a, whoever follows "to" is b."""
        for a in _said_of(adjective):
            for b in prepositional(adjective, "to"):
                first, second = self.heads.get(a.i), self.heads.get(b.i)
                if first is not None and second is not None and first != second and not self._is_people(first, second):
                    yield Candidate(
                        a=first,
                        b=second,
                        relation=adjectives()[adjective.lower_],
                        role=f"{adjective.lower_} to",
                        anchor=adjective,
                        tokens=(a, adjective, b),
                        rule="adjective",
                        denied=adjective.dep_ == "acomp" and is_negated(adjective.head),
                        former=adjective.dep_ == "acomp" and adjective.head.tag_ == "VBD",
                    )

    def _is_people(self, *ids: str) -> bool:
        return any(self.actors[id].kind is ActorKind.population for id in ids)


def _said_of(adjective: Token) -> list[Token]:
    """The noun it modifies, or the subject of the "is" before it."""
    if adjective.dep_ == "amod":
        return [adjective.head]
    if adjective.dep_ != "acomp":
        return []
    verb = adjective.head
    said_of = [antecedent(verb) if s.tag_ in {"WDT", "WP"} else s for s in subjects(verb)]
    return [token for token in said_of if token is not None]
