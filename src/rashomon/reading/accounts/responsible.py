"""Whom an account holds responsible: by claim, by blame, or by plainly telling it."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from rashomon.reading.accounts.groups import behind, groups_of, spoken_for
from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import covers, meets, tokens_in
from rashomon.reading.syntax import conjuncts, prepositional, subjects
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


def held_by_report(doc: Doc, incident: Incident, own: Sequence[Span]) -> tuple[str, ...]:
    """Perpetrators that the report names in its own voice."""
    return _ids(doc, (p for p in _perpetrators(incident) if any(covers(e, p.span) for e in own)))


def held_by_source(doc: Doc, incident: Incident, said: Sequence[Statement]) -> tuple[str, ...]:
    """Whom a source holds responsible in these statements, all of one act."""
    source, act = said[0].source, said[0].act
    if act is Act.claims_responsibility:
        claimants = spoken_for(doc, source.actor) if source.actor else ()
        return (
            claimants if source.actor and source.kind is not SourceKind.document else behind(doc, said[0]) or claimants
        )
    contents = [content for statement in said for content in statement.content]
    told = _ids(doc, (p for p in _perpetrators(incident) if any(_mentioned(doc, p, c) for c in contents)))
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


def _ids(doc: Doc, participants: Iterable[Participant]) -> tuple[str, ...]:
    """The actors, and the groups in whose name they are called: "members of the Front", "Front guerrillas"."""
    return tuple(dict.fromkeys(id for p in participants if p.actor for id in (p.actor, *groups_of(doc, p))))


def _mentioned(doc: Doc, participant: Participant, content: Span) -> bool:
    """Whether the content names the participant, be it by a pronoun."""
    actor = next((a for a in doc._.actors if a.id == participant.actor), None)
    mentions = actor.mentions if actor else ()
    return any(meets(span, content) for span in (participant.span, *mentions))


def _blamed(doc: Doc, said: Sequence[Statement]) -> tuple[str, ...]:
    """The first actor after the cue that can do harm, and who stands beside it: "blamed the militia and the army for it"."""
    for statement in said:
        for span in statement.content:
            for token in tokens_in(doc, span):
                if _harmful(doc, token, statement):
                    beside = [t for t in conjuncts(token) if _harmful(doc, t, statement)]
                    return tuple(dict.fromkeys(doc._.actor_heads[t.i] for t in (token, *beside)))
    return ()


def _harmful(doc: Doc, token: Token, statement: Statement) -> bool:
    id = doc._.actor_heads.get(token.i)
    return id is not None and id != statement.source.actor and _can_be_culprit(doc, id)


def _can_be_culprit(doc: Doc, id: str) -> bool:
    return any(a.id == id and a.kind in CULPRITS for a in doc._.actors)
