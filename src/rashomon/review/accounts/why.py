"""Why an incident is held to be one: each pair of tellings that holds it together, and what was compared of the two."""

from collections.abc import Mapping

from rashomon.export import Profile, Redaction
from rashomon.export.in_report import WHO, WHOM
from rashomon.export.reasons import Pair, called
from rashomon.linking.linkable import Step
from rashomon.linking.mention import Sort
from rashomon.record import Incident, Noun, Reading, Role

NAMED: Mapping[str, tuple[Role, ...]] = {"by whom": WHO, "to whom": WHOM}
"""Comparisons of names, which linking spells so that no spelling matters ("khksr"); people are shown the names."""

STEMS = "telling words in common"
"""A comparison of words cut down so far that no mask would know a name among them."""


class StepShown(Noun):
    """One comparison: "how far apart: Baghlan, Pul-e Hisar: one lies in the other, +3.2 bits"; `total` is where one is then."""

    comparison: str
    left: str
    right: str
    level: str
    weight: float
    total: float


class PairShown(Noun):
    """Two tellings and what their likeness weighs, in bits (log2 of the odds that the two are one), from `prior` upwards."""

    left: str
    right: str
    outcome: str
    prior: float
    weight: float
    sure: float
    steps: tuple[StepShown, ...]


def names_in(incident: Incident, reading: Reading) -> dict[str, str]:
    """Who did it and to whom, as the report names them, by what the comparison of it is called."""
    names = {actor.id: actor.name for actor in reading.actors}
    return {
        comparison: ", ".join(
            dict.fromkeys(
                names.get(p.actor or "", " ".join(p.text.split())) for p in incident.participants if p.role in roles
            )
        )
        for comparison, roles in NAMED.items()
    }


def pair_shown(
    pair: Pair, redaction: Redaction, names: Mapping[int, Mapping[str, str]], sort: Sort = Sort.incident
) -> PairShown:
    """A pair as whoever looks may see it; `names` are those in each telling, by its number."""
    total, steps = pair.compared.prior, []
    for step in pair.compared.steps:
        total += step.weight
        steps.append(
            StepShown(
                comparison=step.comparison,
                left=_side(step, step.left, names.get(pair.left.number, {}), redaction),
                right=_side(step, step.right, names.get(pair.right.number, {}), redaction),
                level=step.level,
                weight=round(step.weight, 2),
                total=round(total, 2),
            )
        )
    return PairShown(
        left=called(pair.left, sort),
        right=called(pair.right, sort),
        outcome=pair.outcome,
        prior=round(pair.compared.prior, 2),
        weight=round(pair.compared.weight, 2),
        sure=pair.linkable.sure,
        steps=tuple(steps),
    )


def _side(step: Step, said: str, names: Mapping[str, str], redaction: Redaction) -> str:
    """What was compared of one of the two."""
    if step.comparison == STEMS and redaction.profile is Profile.public:
        return ""
    return redaction.text(names.get(step.comparison, "") if step.comparison in NAMED else said)
