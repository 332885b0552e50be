"""Whether two mentions can tell of one incident: kind, status, day, place, and who did what to whom must agree."""

from rashomon.reading.incidents import when, where
from rashomon.reading.incidents.mention import Mention
from rashomon.reading.incidents.sameness import is_same_person
from rashomon.record import Role, Status, kinds

MEANS = frozenset({"bombing", "suicide_bombing", "airstrike", "shelling", "grenade", "chemical_attack"})
ALONE = frozenset({"abduction", "sexual_violence", "weapons_seizure", "destruction"})
# What happens where a crowd is: one incident with the protest or riot of the same sentence.
CROWDED = frozenset({"protest", "riot", "arrest", "killing", "assault", "clash", "destruction", "territory_gain"})
VIOLENT = frozenset({"attack", "combat"})
HARMFUL = frozenset({"attack", "combat", "crowd", "outside"})
UNDONE = frozenset({Status.happened, Status.denied})


def can_be_one(a: Mention, b: Mention, *, together: bool) -> bool:
    """`together`: both stand in one sentence and hang on each other, so that more kinds go together."""
    if (a.status in UNDONE) != (b.status in UNDONE) and not (a.frame.anaphor or b.frame.anaphor):
        return False
    if when.apart(a.time, b.time) or where.apart(a.place, b.place):
        return False
    return kinds_agree(a, b, together=together) and not _other_victims(a, b) and not _turned_round(a, b)


def are_versions(a: Mention, b: Mention) -> bool:
    """Whether two mentions can be rival versions of one event: "the blast", "that its jets had struck the hospital".

    Kind, culprit, toll and whether it happened at all may differ; day, place and who suffered may not.
    """
    if when.apart(a.time, b.time) or where.apart(a.place, b.place) or _other_victims(a, b) or _differ_in_way(a, b):
        return False
    return all(m.frame.anaphor or m.frame.effect or is_violent(m.kind) for m in (a, b))


def is_violent(kind: str) -> bool:
    """Whether one incident of the kind may be told as one of another: an airstrike as a blast, never an abduction."""
    return kinds()[kind].family in VIOLENT and kind not in ALONE


def kinds_agree(a: Mention, b: Mention, *, together: bool) -> bool:
    """Whether the two kinds can be one: a killing and the attack that did it, never a bombing and an abduction."""
    if a.kind == b.kind or a.frame.anaphor or b.frame.anaphor:
        return True
    if a.frame.effect or b.frame.effect or (a.frame.is_general or b.frame.is_general):
        told, other = (a, b) if a.frame.effect or a.frame.is_general else (b, a)
        if kinds()[other.kind].family == "crowd" and not told.is_verbal:
            return False
        return _harms(a.kind) and _harms(b.kind) and (together or other.kind not in ALONE)
    if {a.kind, b.kind} == {"bombing", "suicide_bombing"}:
        return True
    if a.kind in MEANS and b.kind in MEANS:
        return {a.frame.rank, b.frame.rank} != {7} and (a.frame.name == "explosion" or b.frame.name == "explosion")
    if together and "destruction" in {a.kind, b.kind} and {a.kind, b.kind} & MEANS:
        return True  # "the mill was destroyed when a bomb exploded"
    if not together and _differ_in_way(a, b):
        return False
    one, other_family = kinds()[a.kind].family, kinds()[b.kind].family
    if "crowd" in {one, other_family}:
        done = b if one == "crowd" else a  # "protested over the killing of a student": no part of the protest
        return {a.kind, b.kind} <= CROWDED and (
            one == other_family or (together and (done.is_verbal or done.kind == "clash"))
        )
    if {a.kind, b.kind} & ALONE or "outside" in {one, other_family}:
        return False
    if one == other_family:
        return one in HARMFUL
    return together and {one, other_family} == {"attack", "combat"} and min(a.frame.rank, b.frame.rank) <= 5


def _differ_in_way(a: Mention, b: Mention) -> bool:
    """Whoever was stabbed or beaten in one sentence is not who was shot in the next."""
    return {a.frame.name, b.frame.name} == {"shoot", "stab"}


def _harms(kind: str) -> bool:
    return kinds()[kind].family in HARMFUL or kind in {"abduction", "arrest"}


def _other_victims(a: Mention, b: Mention) -> bool:
    """Two killings of different people who are named."""
    one, other = a.named_victims(), b.named_victims()
    return bool(one and other) and not any(is_same_person(f, g) for f in one for g in other)


def _turned_round(a: Mention, b: Mention) -> bool:
    """What the Taliban did, and what was done to the Taliban. In a fight both are told."""
    if "clash" in {a.kind, b.kind}:
        return False
    return bool(
        a.actors(Role.perpetrator) & b.actors(Role.victim) or b.actors(Role.perpetrator) & a.actors(Role.victim)
    )
