"""To what somebody belongs."""

from collections.abc import Callable

from rashomon.linking.actors.belonging import belongings
from rashomon.linking.actors.described import Described
from rashomon.record import Actor, ActorKind, Reading, Relation, Tie, TieStatus


def test_posts_of_today_and_yesterday_count_and_enemies_and_hearsay_do_not(
    actor: Callable[..., Actor], read_as: Callable[..., Reading]
) -> None:
    man, group = actor("Tarek Zubaydi"), Described(("Ruwan Front",), ActorKind.armed_group)

    def belongs(relation: Relation, status: TieStatus) -> bool:
        tie = Tie(a=man.id, relation=relation, b="g1", status=status, evidence=((0, 1),))
        return bool(belongings(read_as(man, ties=(tie,)), {"g1": group}))

    assert belongs(Relation.commander, TieStatus.current)
    assert belongs(Relation.member, TieStatus.former)
    assert not belongs(Relation.member, TieStatus.denied)
    assert not belongs(Relation.member, TieStatus.alleged)
    assert not belongs(Relation.enemy, TieStatus.current)
