"""Whom an account holds responsible: by claim, by blame, or by plainly telling it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Token

from rashomon.reading.accounts.doers import Voice, told_at, voice_of
from rashomon.reading.accounts.groups import behind, called, groups_of, spoken_for
from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import tokens_in
from rashomon.reading.syntax import conjuncts, is_negated, is_passive, objects, prepositional, subjects
from rashomon.record import (
    Act,
    ActorKind,
    Incident,
    Participant,
    Role,
    SourceKind,
    Span,
    Statement,
)

CULPRITS = frozenset(
    {ActorKind.person, ActorKind.armed_group, ActorKind.security_force, ActorKind.government, ActorKind.organisation}
)
PREDICATES = frozenset({"acomp", "attr", "dobj", "oprd"})


def told_by(doc: Doc, incident: Incident, voice: Voice) -> tuple[str, ...]:
    """Perpetrators whose deed a voice tells: the actors, and the groups in whose name they are called ("Front guerrillas")."""
    told = (p for p in _perpetrators(incident) if any(map(voice, told_at(doc, incident, p))))
    return tuple(dict.fromkeys(id for p in told if p.actor for id in (p.actor, *groups_of(doc, p))))


def held_by_source(doc: Doc, incident: Incident, said: Sequence[Statement], act: Act) -> tuple[str, ...]:
    """Whom a source holds responsible in these statements, all of one act."""
    source = said[0].source
    if act is Act.claims_responsibility:
        return _claimants(doc, said[0])
    contents = [content for statement in said for content in statement.content]
    told = told_by(doc, incident, voice_of(contents))
    named = tuple(dict.fromkeys(id for content in contents for id in guilty(doc, content)))
    if act is Act.blames:
        return named or tuple(id for id in told if id != source.actor) or _blamed(doc, incident, said)
    return tuple(dict.fromkeys([*named, *told])) if act in {Act.asserts, Act.confirms, Act.condemns} else ()


def _claimants(doc: Doc, claim: Statement) -> tuple[str, ...]:
    """Whose claim it is: of the speaker's group with all its names, or of the group behind a paper or a caller."""
    others = claiming(doc, claim) if claim.act is not Act.claims_responsibility else ()
    if others:
        return others
    groups = spoken_for(doc, claim.source.actor) if claim.source.actor else ()
    if claim.source.kind is SourceKind.document or not any(_is_body(doc, id) for id in groups):
        return behind(doc, claim) or groups
    return tuple(dict.fromkeys([*groups, *called(doc, claim.source)]))


def claiming(doc: Doc, statement: Statement) -> tuple[str, ...]:
    """Whose claim is told in a statement and is none of its own: "according to a monitor, the Front claimed responsibility"."""
    if any(s.within == statement.id and s.act is Act.claims_responsibility for s in doc._.statements):
        return ()
    words = vocabulary()
    taken = (t for content in statement.content for t in tokens_in(doc, content) if t.lemma_.lower() in words.credit)
    verbs = (t.head for t in taken if t.dep_ == "dobj" and t.head.lemma_ in words.claiming and not is_negated(t.head))
    found = (doc._.actor_heads.get(subject.i) for verb in verbs for subject in subjects(verb))
    return tuple(dict.fromkeys(id for id in found if id and _can_be_culprit(doc, id)))


def _is_body(doc: Doc, id: str) -> bool:
    """Whether it is no mere caller: a group, or somebody with a name."""
    return any(a.id == id and (a.kind is not ActorKind.person or a.name[:1].isupper()) for a in doc._.actors)


def guilty(doc: Doc, content: Span) -> list[str]:
    """Whom a passage calls responsible: "the army is responsible for the deaths", "had a hand in them", "ordered by it"."""
    words = tokens_in(doc, content)
    heads = [t.i for token in words for t in (_doers(token) if _is_predicate(token) else _agents(token))]
    return [id for i in heads if (id := doc._.actor_heads.get(i)) and _can_be_culprit(doc, id)]


def _is_predicate(word: Token) -> bool:
    words = vocabulary()
    if any(c.dep_ == "neg" for c in [*word.head.children, *word.children]):
        return False
    if word.lower_ == "behind":
        return word.head.lemma_ == "be" and any(_is_incident(c) for c in word.children if c.dep_ == "pobj")
    if word.lemma_.lower() in words.share:
        borne_in = [*prepositional(word, "in"), *prepositional(word.head, "in")]
        return word.dep_ == "dobj" and word.head.lemma_ in words.bearing and any(map(_is_incident, borne_in))
    if word.lemma_.lower() not in words.guilt or word.dep_ not in PREDICATES:
        return False
    return word.dep_ != "dobj" or word.head.lemma_ in words.bearing


def _agents(verb: Token) -> list[Token]:
    """By whom an incident was done: "the killings may have been ordered by the ministry"."""
    if verb.lemma_ not in vocabulary().doing or not is_passive(verb) or is_negated(verb):
        return []
    done = subjects(verb) or [c for c in verb.children if c.dep_ == "dep"]  # the parser loses a subject after "Or …"
    return prepositional(verb, "by") if any(map(_is_incident, done)) else []


def _is_incident(noun: Token) -> bool:
    return noun.pos_ == "PRON" or noun.lemma_.lower() in vocabulary().incident


def _doers(word: Token) -> list[Token]:
    """The subject, and whoever it is part of: "elements of the army are responsible"."""
    return [t for s in subjects(word.head) for t in (s, *prepositional(s, "of"))]


def _perpetrators(incident: Incident) -> list[Participant]:
    return [p for p in incident.participants if p.role is Role.perpetrator]


def _blamed(doc: Doc, incident: Incident, said: Sequence[Statement]) -> tuple[str, ...]:
    """The first of those who may be meant that can do harm, and who stands beside it: "blamed the militia and the army for it".

    Nobody, where that is whom it befell: of what "accused the hostage of spying" speaks is no incident.
    """
    suffered = {p.actor for p in incident.participants if p.role in {Role.victim, Role.target}}
    for statement in said:
        first = next((t for t in _accused(doc, statement) if _harmful(doc, t, statement)), None)
        if first is not None and doc._.actor_heads[first.i] not in suffered:
            beside = [t for t in conjuncts(first) if _harmful(doc, t, statement)]
            return tuple(dict.fromkeys(doc._.actor_heads[t.i] for t in (first, *beside)))
    return ()


def _accused(doc: Doc, statement: Statement) -> Iterator[Token]:
    """Those on whom it is blamed, to whom it is attributed; else all who are named before "is responsible"."""
    yield from pointed_at(doc, statement)
    for span in statement.content:
        yield from takewhile(lambda token: not _is_predicate(token), tokens_in(doc, span))


def pointed_at(doc: Doc, statement: Statement) -> list[Token]:
    """ "Blamed on the army", "the Front is blamed for it", wherever the content of the statement begins and ends."""
    if statement.act is not Act.blames or statement.cue is None:
        return []
    cue = tokens_in(doc, statement.cue).root
    blamed_on = [t for word in (cue, *objects(cue)) for t in prepositional(word, "on", "to")]
    return blamed_on or (subjects(cue) if is_passive(cue) and prepositional(cue, "for", "of") else [])


def _harmful(doc: Doc, token: Token, statement: Statement) -> bool:
    id = doc._.actor_heads.get(token.i)
    return id is not None and id != statement.source.actor and _can_be_culprit(doc, id)


def _can_be_culprit(doc: Doc, id: str) -> bool:
    return any(a.id == id and a.kind in CULPRITS for a in doc._.actors)
