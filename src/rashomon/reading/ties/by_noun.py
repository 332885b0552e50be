"""Ties told by a noun: "Y's spokesman X", "X, an aide to Y", "X is the leader of Y", "former defence minister X"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.reading.actors import countries
from rashomon.reading.actors.forms import plural_of
from rashomon.reading.syntax import prepositional
from rashomon.reading.ties.between import BODIES, can_be
from rashomon.reading.ties.candidate import Candidate
from rashomon.reading.ties.lexicon import led, nouns, words
from rashomon.reading.ties.role import role_of
from rashomon.reading.ties.state import State
from rashomon.record import Actor, ActorKind, Relation

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})


class Roles:
    """Finds ties by noun in one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.heads: dict[int, str] = doc._.actor_heads
        self.actors = {actor.id: actor for actor in doc._.actors}
        self.state = State(doc)

    def of(self, noun: Token) -> Iterator[Candidate]:
        """Ties that one role noun tells of."""
        relation = nouns().get(noun.lower_)
        if noun.lower_ in led():
            yield from self._leaders(noun)
        if relation is None:
            return
        holder, presupposed = self._holder(noun)
        if holder is None or self.actors[holder].kind is ActorKind.population:
            return
        pair = _with_modifier(noun)
        relation = nouns().get(pair, relation)
        if self._inside_name(noun, holder):
            return
        said = {c.lower_ for word in ((noun, noun.head) if noun.dep_ == "compound" else (noun,)) for c in word.lefts}
        if relation is Relation.member and self.actors[holder].kind in BODIES:
            relation = Relation.part_of
        for owner, rule, at in self._owners(noun, pair, self.actors[holder]):
            if owner != holder and can_be(relation, rule, self.actors[owner], self.actors[holder]):
                yield Candidate(
                    a=holder,
                    b=owner,
                    relation=relation,
                    role=role_of(noun, at, self.heads),
                    anchor=noun,
                    tokens=_evidence(noun, at),
                    rule=rule,
                    former=not said.isdisjoint(words("state", "former")) or _once(noun),
                    alleged=not said.isdisjoint(words("state", "alleging")),
                    presupposed=presupposed,
                )

    def _leaders(self, body: Token) -> Iterator[Candidate]:
        """ "Okello's militia", "the government of President Okello": somebody whose body it is."""
        id = self.heads.get(body.i)
        if id is None or self.actors[id].kind not in BODIES:
            return
        for owner in [*(t for t in _modifiers(body) if t.dep_ == "poss"), *prepositional(body, "of")]:
            leader = self.heads.get(owner.i)
            if leader is not None and owner.pos_ == "PROPN" and self.actors[leader].kind is ActorKind.person:
                tokens = (body, owner)
                yield Candidate(leader, id, Relation.leader, None, body, tokens, "body_of", presupposed=True)

    def _inside_name(self, noun: Token, holder: str) -> bool:
        """ "National Resistance Front of Afghanistan": a noun that is part of a name says nothing apart from it."""
        actor = self.actors[holder]
        return noun.pos_ == "PROPN" and noun.text in actor.name.split()

    def _holder(self, noun: Token) -> tuple[str | None, bool]:
        """Who it is: the name it stands before, what it is said of, or the unnamed person it mentions."""
        if noun.dep_ in {"compound", "nmod"}:
            if noun.lower_ in words("state", "ranks"):
                return None, True
            id = self.heads.get(noun.head.i)
            named = id is not None and self.actors[id].kind is ActorKind.person and noun.head.i > noun.i
            return (id if named and noun.head.lower_ not in nouns() else None), True
        return self.heads.get(noun.i), noun.dep_ != "attr"

    def _owners(self, noun: Token, pair: str, holder: Actor) -> Iterator[tuple[str, str, Token | None]]:
        """Whose it is, by which rule, and the word that says so."""
        found = [(self._actor(t), "possessive" if t.dep_ == "poss" else "title", t) for t in _modifiers(noun)]
        found += [(self._actor(o), "preposition", o) for o in self._objects(noun)]
        if noun.dep_ in {"compound", "nmod"}:
            # "Hamas spokesman Yasir Qandil": the parser hangs both words on the name.
            found += [(self._actor(t), "title", t) for t in _modifiers(noun.head) if t.i < noun.i]
        known = [(id, rule, t) for id, rule, t in found if id is not None]
        relation = nouns().get(pair) or nouns()[noun.lower_]
        apart = [t for _, _, t in found if t.i not in self.heads]
        known += [(id, "title", t) for t in apart if (id := self._of_country(t, noun) or self._of_body(t, relation))]
        yield from known
        bare = not known and not _of_another(noun) and not words("state", "posts").isdisjoint({pair, noun.lower_})
        if bare and relation is not Relation.leader and (state := self.state.meant(noun, holder)):
            yield state, "state", None

    def _actor(self, token: Token) -> str | None:
        return self.heads.get(token.i)

    def _of_country(self, token: Token, noun: Token) -> str | None:
        """ "Afghan defence minister", "a Malian soldier": of the government of that country, if the report mentions it."""
        relation = nouns().get(noun.lower_)
        public = noun.lower_ in words("state", "posts") or relation in {
            Relation.official,
            Relation.member,
            Relation.spokesman,
        }
        if not public or (token.dep_ == "pobj" and token.head.lower_ not in {"of", "for", "to"}):
            return None
        code = countries.country_of([token.text])
        return None if code is None else self.state.government(code)

    def _of_body(self, token: Token, relation: Relation) -> str | None:
        """ "police spokesman", "the rebel commander": of the police, or the rebels, if the report mentions one body of the name."""
        if token.lower_ not in words("state", "bodies") or relation in {Relation.member, Relation.part_of}:
            return None
        names = {token.lower_, plural_of(token.lower_)}
        ours = [a for a in self.actors.values() if a.name.split()[-1].lower() in names and not a.name[0].isdigit()]
        bare = [a for a in ours if a.name.lower() in names]
        return bare[0].id if len(bare) == 1 else ours[0].id if len(ours) == 1 else None

    def _objects(self, noun: Token) -> list[Token]:
        """ "for the governor of Ghazni", "of the National Guard": objects of the prepositions that follow, also one further on."""
        found = []
        for prep in noun.rights:
            if prep.dep_ not in {"prep", "dative"} or prep.lower_ not in words("state", "prepositions"):
                continue
            for object_ in (c for c in prep.children if c.dep_ == "pobj"):
                found += [object_, *(o for o in object_.conjuncts if self._alike(object_, o))]
                if object_.i not in self.heads:
                    found += prepositional(object_, "of", "in", "at")
        return found

    def _alike(self, first: Token, other: Token) -> bool:
        """ "employees of the ministry and policemen": a body and people are not what one noun goes with."""
        kinds = [self.actors[id].kind for token in (first, other) if (id := self.heads.get(token.i))]
        return len(kinds) == 2 and (kinds[0] is ActorKind.person) == (kinds[1] is ActorKind.person)


def _modifiers(noun: Token) -> list[Token]:
    return [t for c in noun.lefts if c.dep_ in MODIFIERS for t in (c, *(g for g in c.lefts if g.dep_ in MODIFIERS))]


def _of_another(noun: Token) -> bool:
    """Whether the noun says whose it is, be that an actor or not: "U.S. president", "their minister", "the minister of Sindh"."""
    around = _modifiers(noun) + (_modifiers(noun.head) if noun.dep_ == "compound" else [])
    owners = prepositional(noun, "of", "for", "in", "from")
    return any(t.dep_ == "poss" or countries.country_of([t.text]) for t in around) or any(
        t.ent_type_ in {"GPE", "LOC"} for t in around + owners
    )


def _with_modifier(noun: Token) -> str:
    before = noun.doc[noun.i - 1].lower_ if noun.i else ""
    if noun.i + 2 < len(noun.doc) and noun.nbor().lower_ == "of" and noun.nbor(2).lower_ == "staff":
        return f"{noun.lower_} of staff"
    return f"{before} {noun.lower_}"


def _evidence(noun: Token, owner: Token | None) -> tuple[Token, ...]:
    tokens = [noun, *noun.lefts]
    if noun.dep_ in {"compound", "nmod"}:
        tokens.append(noun.head)
    if owner is not None:
        tokens.append(owner)
    return tuple(tokens)


def _once(noun: Token) -> bool:
    """ "had been", "once was", "at one time he was"."""
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ != "be":
        return False
    around = [c for c in verb.children if c.i != noun.i]
    if any(c.dep_ == "aux" and c.lower_ == "had" for c in around):
        return True
    told = {c.lower_ for c in around} | {g.lower_ for c in around if c.dep_ == "prep" for g in c.subtree}
    return bool(told & words("state", "past")) or {"at", "one", "time"} <= told
