"""Between whom a tie told by a noun can be."""

from rashomon.record import Actor, ActorKind, Relation

BODIES = frozenset(
    {ActorKind.armed_group, ActorKind.security_force, ActorKind.government, ActorKind.organisation, ActorKind.other}
)
TO_PEOPLE = frozenset(
    {
        Relation.aide,
        Relation.relative,
        Relation.associate,
        Relation.ally,
        Relation.supporter,
        Relation.enemy,
        Relation.spokesman,
    }
)


# What a single man can have, too: "his men", "Okello's commander".
OF_A_MAN = frozenset({Relation.member, Relation.official, Relation.commander})


def can_be(relation: Relation, rule: str, owner: Actor, holder: Actor) -> bool:
    """People belong to bodies; only some ties are between people; only bodies are part of bodies."""
    if relation is Relation.part_of:
        return owner.kind in BODIES and holder.kind in BODIES
    if relation is Relation.relative:
        return owner.kind is ActorKind.person and holder.kind is ActorKind.person
    if owner.kind in BODIES or (owner.kind is ActorKind.person and relation in TO_PEOPLE):
        return True
    # "his men", "Okello's commander", but not "members of one family".
    mans = rule == "possessive" or owner.name[:1].isupper() or rule == "title"
    return owner.kind is ActorKind.person and relation in OF_A_MAN and mans
