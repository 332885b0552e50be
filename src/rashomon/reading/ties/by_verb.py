"""Ties told by a verb: "X leads Y", "Y, led by X", "X defected from Y", "X pledged allegiance to Y", "X's ties with Y"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.actors.forms import plural_of
from rashomon.reading.syntax import antecedent, is_negated, is_passive, objects, possessor, prepositional, subjects
from rashomon.reading.ties.candidate import Candidate
from rashomon.reading.ties.lexicon import VerbRule, bonds, verbs, words
from rashomon.record import ActorKind, Relation

PARTIES = frozenset({ActorKind.armed_group, ActorKind.security_force, ActorKind.government, ActorKind.organisation})
# Said of what may come: "would cut ties", "offered to join".
UNREAL = frozenset({"would", "could", "should", "may", "might", "must", "will", "can"})


class Deeds:
    """Finds ties by verb, and by nouns like "ties", in one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.heads: dict[int, str] = doc._.actor_heads
        self.actors = {actor.id: actor for actor in doc._.actors}

    def of(self, token: Token) -> Iterator[Candidate]:
        """Ties that one word tells of."""
        if token.pos_ == "VERB":
            for rule in verbs().get(token.lemma_.lower(), ()):
                yield from self._by_verb(token, rule)
        elif token.lower_ in bonds():
            yield from self._by_bond(token)

    def _by_verb(self, verb: Token, rule: VerbRule) -> Iterator[Candidate]:
        if rule.passive and not is_passive(verb):
            return
        if rule.with_object and not any(o.lemma_.lower() in rule.with_object for o in objects(verb)):
            return
        if any(c.lower_ in UNREAL for c in verb.children if c.dep_ == "aux") or _wished(verb):
            return
        for a, b in self._ends(verb, rule):
            first, second = self.heads.get(a.i), self.heads.get(b.i)
            if first is None or second is None or first == second or not self._sensible(rule.relation, first, second):
                continue
            yield Candidate(
                a=first,
                b=second,
                relation=rule.relation,
                role=rule.role or _deed(verb, rule),
                anchor=verb,
                tokens=(a, verb, b),
                rule=f"verb_{verb.lemma_.lower()}",
                denied=is_negated(verb),
                former=_over(verb, rule.relation),
            )

    def _ends(self, verb: Token, rule: VerbRule) -> Iterator[tuple[Token, Token]]:
        if is_passive(verb):
            agents = prepositional(verb, "by")
            suffering = subjects(verb) or [t for t in (antecedent(verb),) if t is not None]
            if "object" in rule.to:
                yield from ((a, _named(b)) for a in agents for b in suffering)
            # "allied with": the participle has no agent, but the preposition stands as in the active.
            doing, told = suffering, [p for p in rule.to if p != "object"]
        else:
            doing, told = [_named(s) for s in subjects(verb)], list(rule.to)
        for where in told:
            for b in objects(verb) if where == "object" else _after(verb, where):
                yield from ((a, _owner_of_leadership(b)) for a in doing)

    def _sensible(self, relation: Relation, a: str, b: str) -> bool:
        """A tie by deed needs a party on one side, and a name on it: "police backed residents" is an event."""
        first, second = self.actors[a], self.actors[b]
        if ActorKind.population in (first.kind, second.kind) or first.kind is ActorKind.other:
            return False
        if relation in {Relation.leader, Relation.commander, Relation.member, Relation.defector, Relation.official}:
            return second.kind in PARTIES and first.kind is not ActorKind.government
        return second.kind in PARTIES or first.kind in PARTIES or (_has_name(first.name) and _has_name(second.name))

    def _by_bond(self, noun: Token) -> Iterator[Candidate]:
        """ "ties between X and Y", "X's links with Y", "X has ties to Y"."""
        if _ending_some_day(noun):
            return
        lemma = noun.head.lemma_.lower() if noun.dep_ == "dobj" else ""
        for first, other in self._bound(noun):
            a, b = self.heads.get(first.i), self.heads.get(other.i)
            if a is not None and b is not None and a != b:
                yield Candidate(
                    a=a,
                    b=b,
                    relation=Relation.associate,
                    role=noun.lower_,
                    anchor=noun,
                    tokens=(first, noun, other),
                    rule="bond",
                    former=lemma in words("bonds", "ending"),
                    denied=lemma in words("bonds", "denying") or is_negated(noun),
                )

    def _bound(self, noun: Token) -> list[tuple[Token, Token]]:
        """Between whom the tie is."""
        between = prepositional(noun, "between")
        if len(between) > 1:
            return [(between[0], other) for other in between[1:]]
        owner = possessor(noun)
        holders = self._havers(noun) if owner is None else [owner]
        others = prepositional(noun, "with", "to")
        others += prepositional(noun.head, "with", "to") if noun.dep_ == "dobj" else []
        return [(holder, other) for holder in holders[:1] for other in others]

    def _havers(self, noun: Token) -> list[Token]:
        verb = noun.head
        if noun.dep_ not in {"dobj", "pobj"} or verb.lemma_.lower() not in words("bonds", "having") | words(
            "bonds", "ending"
        ):
            return []
        return subjects(verb)


def _deed(verb: Token, rule: VerbRule) -> str | None:
    """ "backs", "fights": what a does, for ties that no noun names better."""
    told = {Relation.supporter, Relation.ally, Relation.enemy}
    return plural_of(verb.lemma_.lower()) if rule.relation in told else None


def _after(verb: Token, preposition: str) -> list[Token]:
    """ "pledged allegiance to Y": the preposition hangs on the verb, or on its object."""
    return prepositional(verb, preposition) or [o for noun in objects(verb) for o in prepositional(noun, preposition)]


def _owner_of_leadership(token: Token) -> Token:
    """ "swore loyalty to the front's leaders" is to the front; who leads the mission of the UN leads for the UN."""
    if token.lower_ in words("bodies", "of_others"):
        owners = [c for c in token.lefts if c.dep_ in {"poss", "compound"} and c.pos_ == "PROPN"]
        return next(iter(owners + prepositional(token, "of")), token)
    return token


def _over(verb: Token, relation: Relation) -> bool:
    """ "fought the Taliban in the 1990s": told of the past, for ties that are states rather than steps."""
    states = {Relation.leader, Relation.commander, Relation.supporter, Relation.ally, Relation.enemy}
    had = any(c.lower_ == "had" for c in verb.children if c.dep_ == "aux")
    return relation in states and (had or verb.tag_ == "VBD")


def _named(token: Token) -> Token:
    """ "the Front, led by X": the front, also where a relative clause says it with "which"."""
    if token.tag_ in {"WDT", "WP"} and token.head.dep_ == "relcl":
        return token.head.head
    return token


def _has_name(name: str) -> bool:
    return name[:1].isupper()


def _unreal(verb: Token) -> bool:
    return any(c.lower_ in UNREAL for c in verb.children if c.dep_ == "aux") or verb.tag_ == "VB"


def _ending_some_day(noun: Token) -> bool:
    """ "would cut ties", "to cut ties": says neither that there are ties nor that there are none."""
    return noun.head.lemma_.lower() in words("bonds", "ending") and _unreal(noun.head)


def _wished(verb: Token) -> bool:
    """ "offered to join", "persuade them to defect": not done yet."""
    return verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
