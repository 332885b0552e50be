"""What two mentions have in common: who suffered, who took part, day and place."""

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.reading.document import actor_of
from rashomon.reading.incidents.mention import Filler, Mention
from rashomon.reading.incidents.vocabulary import words
from rashomon.reading.incidents.words import sorts
from rashomon.record import ActorKind, Role

SUFFERERS = (Role.victim, Role.target)
POINTING = frozenset({"the", "this", "that", "these", "those"})


def suffers_the_same(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether the same people or things suffer in both: "the prison" after "a prison", "the building" after "a hospital"."""
    known = [f for m in others for f in m.in_role(*SUFFERERS)]
    return any(_is_same(mine, f) for mine in mention.in_role(*SUFFERERS) for f in known)


def same_again(mention: Mention, others: Sequence[Mention]) -> bool:
    """ "The priests were shot at dawn" after "six priests were murdered": the same sort of thing happened to those told of."""
    known = [f for m in others if m.kind == mention.kind for f in m.in_role(*SUFFERERS)]
    return any(_points_back(f) and _is_same(f, k) for f in mention.in_role(*SUFFERERS) for k in known)


def _points_back(filler: Filler) -> bool:
    return any(c.lower_ in POINTING for c in filler.head.children)


def _is_same(again: Filler, told: Filler) -> bool:
    if again.actor and again.actor == told.actor:
        return True
    if any(c.lower_ in {"a", "an"} for c in again.head.children):
        return False
    if again.head.lemma_.lower() == told.head.lemma_.lower():
        return again.head.lemma_.lower() not in words("phrases")["anybody"]
    return _points_back(again) and "site" in sorts(again.head) & sorts(told.head)


def is_same_person(a: Filler, b: Filler) -> bool:
    """Whether two who are named are one: the same actor, or "Ruiz" and "Carlos Ruiz", where nobody saw that they are."""
    if a.actor and a.actor == b.actor:
        return True
    one, other = set(a.text.lower().split()), set(b.text.lower().split())
    return one <= other or other <= one


def victims_meet(a: Mention, b: Mention) -> bool:
    """Whether somebody suffers in both: named, or persons of whom the report speaks again ("six monks … the monks")."""
    if any(is_same_person(f, g) for f in a.named_victims() for g in b.named_victims()):
        return True
    known = {f.actor for f in b.in_role(Role.victim) if f.actor}
    actors = [actor_of(f.head) for f in a.in_role(Role.victim) if f.actor in known]
    return any(actor is not None and actor.kind is ActorKind.person for actor in actors)


def is_vague(mention: Mention) -> bool:
    """Whether it names nobody and nothing that would tell it from another: "that 40 people had died"."""
    return all(
        f.head.lemma_.lower() in words("phrases")["anybody"] and not _is_described(f.head)
        for f in mention.in_role(*SUFFERERS)
    )


def _is_described(noun: Token) -> bool:
    """ "Two Yezidi men", but not "two men"."""
    return any(c.dep_ in {"amod", "compound", "nmod", "relcl", "acl"} for c in noun.children)


def shares(mention: Mention, others: Sequence[Mention], *, both: bool = False) -> bool:
    """Whether they have somebody in the same role, a day or a place in common; `both`: somebody and a day or place."""
    mine = {(f.role, f.actor or f.head.lemma_.lower()) for f in mention.fillers}
    who = any((f.role, f.actor or f.head.lemma_.lower()) in mine for m in others for f in m.fillers)
    setting = any(_same_day(mention, m) or _same_place(mention, m) for m in others)
    return (who and setting) if both else (who or setting)


def shares_scene(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether day and place are both stated, here and before: nothing keeps them apart (`are_versions`), so they agree."""
    times, places = any(m.time for m in others), any(m.place for m in others)
    return bool(mention.time and mention.place and times and places)


def _same_day(a: Mention, b: Mention) -> bool:
    return bool(
        a.time and b.time and a.time.latest and a.time.earliest == b.time.earliest and a.time.latest == b.time.latest
    )


def _same_place(a: Mention, b: Mention) -> bool:
    return bool(a.place and b.place and a.place.name == b.place.name)
