"""Whom an account holds responsible: by claim, by blame, or by plainly telling it."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import covers, meets, tokens_in
from rashomon.reading.syntax import prepositional, subjects
from rashomon.record import Act, ActorKind, Incident, Participant, Relation, Role, Span, Statement

CULPRITS = frozenset(
    {ActorKind.person, ActorKind.armed_group, ActorKind.security_force, ActorKind.government, ActorKind.organisation}
)
PREDICATES = frozenset({"acomp", "attr", "dobj", "oprd"})
SPEAKS_FOR = frozenset({Relation.spokesman, Relation.leader, Relation.commander, Relation.official, Relation.member})


def held_by_report(doc: Doc, incident: Incident, own: Sequence[Span]) -> tuple[str, ...]:
    """Perpetrators that the report names in its own voice."""
    return _ids(p for p in _perpetrators(incident) if any(covers(e, p.span) for e in own))


def held_by_source(doc: Doc, incident: Incident, said: Sequence[Statement]) -> tuple[str, ...]:
    """Whom a source holds responsible in these statements, all of one act."""
    source, act = said[0].source, said[0].act
    if act is Act.claims_responsibility:
        return _groups_spoken_for(doc, source.actor) if source.actor else ()
    contents = [content for statement in said for content in statement.content]
    told = _ids(p for p in _perpetrators(incident) if any(_mentioned(doc, p, c) for c in contents))
    named = tuple(dict.fromkeys(id for content in contents for id in guilty(doc, content)))
    if act is Act.blames:
        return named or tuple(id for id in told if id != source.actor) or _blamed(doc, said)
    return tuple(dict.fromkeys([*named, *told])) if act in {Act.asserts, Act.confirms, Act.condemns} else ()


def guilty(doc: Doc, content: Span) -> list[str]:
    """Whom a passage calls responsible: "the army is responsible for the deaths", "the state bears the guilt"."""
    heads = [t.i for token in tokens_in(doc, content) if _is_predicate(token) for t in _doers(token)]
    return [id for i in heads if (id := doc._.actor_heads.get(i)) and _can_be_culprit(doc, id)]


def _is_predicate(word: Token) -> bool:
    words = vocabulary()
    if word.lemma_.lower() not in words.guilt or word.dep_ not in PREDICATES:
        return False
    if word.dep_ == "dobj" and word.head.lemma_ not in words.bearing:
        return False
    return not any(c.dep_ == "neg" for c in [*word.head.children, *word.children])


def _doers(word: Token) -> list[Token]:
    """The subject, and whoever it is part of: "elements of the army are responsible"."""
    return [t for s in subjects(word.head) for t in (s, *prepositional(s, "of"))]


def _perpetrators(incident: Incident) -> list[Participant]:
    return [p for p in incident.participants if p.role is Role.perpetrator]


def _ids(participants: Iterable[Participant]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.actor for p in participants if p.actor))


def _mentioned(doc: Doc, participant: Participant, content: Span) -> bool:
    """Whether the content names the participant, be it by a pronoun."""
    actor = next((a for a in doc._.actors if a.id == participant.actor), None)
    mentions = actor.mentions if actor else ()
    return any(meets(span, content) for span in (participant.span, *mentions))


def _groups_spoken_for(doc: Doc, actor: str) -> tuple[str, ...]:
    """A spokesman who claims an attack claims it for his group."""
    groups = {tie.b for tie in doc._.ties if tie.a == actor and tie.relation in SPEAKS_FOR}
    return tuple(a.id for a in doc._.actors if a.id in groups and a.kind is not ActorKind.person) or (actor,)


def _blamed(doc: Doc, said: Sequence[Statement]) -> tuple[str, ...]:
    """The first actor after the cue that can do harm: "blamed the militia for the attack"."""
    for statement in said:
        for span in statement.content:
            for token in tokens_in(doc, span):
                id = doc._.actor_heads.get(token.i)
                if id and id != statement.source.actor and _can_be_culprit(doc, id):
                    return (id,)
    return ()


def _can_be_culprit(doc: Doc, id: str) -> bool:
    return any(a.id == id and a.kind in CULPRITS for a in doc._.actors)
