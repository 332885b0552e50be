"""Whose deed a deed of the nameless is: "members of the Front" acted for the Front, and "the guerrillas" are its, too."""

from spacy.tokens import Doc, Token

from rashomon.reading.accounts.vocabulary import vocabulary
from rashomon.reading.document import covers, span_of, tokens_in
from rashomon.reading.incidents.words import sorts
from rashomon.record import ActorKind, Participant, Relation, Source, Span, Statement, Tie, TieStatus

GROUPS = frozenset({ActorKind.armed_group, ActorKind.security_force, ActorKind.organisation})
BELONGING = frozenset({Relation.member, Relation.part_of})
# By which words a group's name stands before that of a station or a unit of it.
OWNING: dict[ActorKind | None, frozenset[str]] = {
    ActorKind.organisation: frozenset({"compound", "nmod", "poss"}),
    ActorKind.other: frozenset({"compound", "nmod", "poss"}),
    ActorKind.armed_group: frozenset({"poss"}),
    ActorKind.security_force: frozenset({"poss"}),
}
SPEAKS_FOR = frozenset({Relation.spokesman, Relation.leader, Relation.commander, Relation.official, Relation.member})


def groups_of(doc: Doc, participant: Participant) -> list[str]:
    """What nameless perpetrators are members of, and what that is part of. Whoever has a name may act for himself."""
    head = tokens_in(doc, participant.span).root
    if head.pos_ == "PROPN" or participant.actor is None:
        return []
    found, kinds = [participant.actor], {a.id: a.kind for a in doc._.actors}
    for member in found:
        found += [t.b for t in doc._.ties if t.a == member and _belongs(t) and t.b not in found]
    groups = [id for id in found[1:] if kinds[id] in GROUPS]
    return groups or ([] if kinds[participant.actor] is not ActorKind.person else _only_group(doc, head))


def spoken_for(doc: Doc, actor: str) -> tuple[str, ...]:
    """A spokesman who claims an attack claims it for his group; so does its radio, and a unit of it."""
    groups = {tie.b for tie in doc._.ties if tie.a == actor and tie.relation in SPEAKS_FOR}
    spoken = tuple(a.id for a in doc._.actors if a.id in groups and a.kind is not ActorKind.person) or (actor,)
    larger = (t.b for t in doc._.ties if t.a in spoken and t.relation is Relation.part_of and _belongs(t))
    return tuple(dict.fromkeys([*spoken, *larger, *_owners(doc, actor)]))


def _owners(doc: Doc, actor: str) -> list[str]:
    """Whose station or unit it is: "Radio Libertad, the Front's station", "the Front's Voz news agency", "its Northern Brigade"."""
    kinds = {a.id: a.kind for a in doc._.actors}
    owning = OWNING.get(kinds.get(actor), frozenset())
    heads = (doc[i] for i, id in doc._.actor_heads.items() if id == actor)
    owners = (t for head in heads for named in (head, *_beside(head)) for t in named.children if t.dep_ in owning)
    return [id for t in owners if kinds.get(id := doc._.actor_heads.get(t.i, "")) is ActorKind.armed_group]


def _beside(head: Token) -> list[Token]:
    return [child for child in head.children if child.dep_ == "appos"]


def called(doc: Doc, source: Source) -> tuple[str, ...]:
    """What a source is called besides: "a new group, the Northern Front, claimed the attack"."""
    if source.span is None:
        return ()
    beside = (token for token in tokens_in(doc, source.span) if token.dep_ == "appos")
    return tuple(id for t in beside if (id := doc._.actor_heads.get(t.i)) in _armed_groups(doc))


def behind(doc: Doc, statement: Statement) -> tuple[str, ...]:
    """Whose claim a paper is: "the Front left leaflets claiming the attack", "a communique signed by the Front"."""
    told = statement.source.span or statement.cue
    if told is None:
        return ()
    sentence, groups = tokens_in(doc, told).root.sent, _armed_groups(doc)
    named = (token for token in sentence if doc._.actor_heads.get(token.i) in groups)
    return tuple(doc._.actor_heads[t.i] for t in named if not _is_said(t, statement))[:1]


def _belongs(tie: Tie) -> bool:
    return tie.relation in BELONGING and tie.status not in {TieStatus.former, TieStatus.denied}


def _is_said(token: Token, statement: Statement) -> bool:
    return any(covers(content, span_of([token])) for content in statement.content)


def _only_group(doc: Doc, head: Token) -> list[str]:
    """ "The rebels", where the report names one armed group and no other."""
    if "group" not in sorts(head) or any(child.lower_ in vocabulary().unknown for child in head.children):
        return []
    named = [
        a.id for a in doc._.actors if a.kind is ActorKind.armed_group and any(_is_name(doc, m) for m in a.mentions)
    ]
    return named if len(named) == 1 else []


def _is_name(doc: Doc, mention: Span) -> bool:
    return tokens_in(doc, mention).root.pos_ == "PROPN"


def _armed_groups(doc: Doc) -> set[str]:
    return {actor.id for actor in doc._.actors if actor.kind is ActorKind.armed_group}
