"""Who is in an incident, as what, and which actor of the record each is."""

from collections.abc import Iterator

from rashomon.archive.actors.actors import actor_groups
from rashomon.archive.refs import ref
from rashomon.export import Viewing
from rashomon.export.gathered import Gathered
from rashomon.export.voices import in_roles
from rashomon.linking.mention import Sort
from rashomon.record import Noun, Role


class Participant(Noun):
    """ "the militia (Northern Alliance)", A9: `actor` is null for whoever is in no other report by name, or is masked."""

    text: str
    actor: str | None


class TakingPart(Noun):
    """Everybody in a role, each once."""

    role: Role
    who: tuple[Participant, ...]


def taking_part(told: Gathered, viewing: Viewing) -> tuple[TakingPart, ...]:
    """Everybody in any role, in the reports' words, with the actor of the record; whose name is withheld leads nowhere."""
    over = viewing.masks.over(told.readings.values())
    found: dict[Role, dict[str, str | None]] = {}
    for role, text, actor in _named(told, viewing):
        shown = over.text(text)
        there = found.setdefault(role, {})
        there[shown] = there.get(shown) or (actor if shown == text else None)
    return tuple(
        TakingPart(role=role, who=tuple(Participant(text=text, actor=actor) for text, actor in found[role].items()))
        for role in Role
        if role in found
    )


def _named(told: Gathered, viewing: Viewing) -> Iterator[tuple[Role, str, str | None]]:
    """Each participant of each telling: as what, in whose words, and its number."""
    groups = actor_groups(viewing.record, told.readings)
    for each in told.alone:
        reading = told.readings[each.report]
        for one in each.incident.participants:
            alone = each.incident.model_copy(update={"participants": (one,)})
            (text,) = in_roles(alone, reading, told.provenance, (one.role,))
            group = groups.get((each.report, one.actor or ""))
            yield one.role, text, ref(Sort.actor, group) if group is not None else None
