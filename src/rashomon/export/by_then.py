"""What was known by a day, from the reports that had appeared by then."""

from collections.abc import Callable, Iterable
from datetime import date

from rashomon.export.words import published
from rashomon.record import Report
from rashomon.record.linked import LinkedActor, LinkedIncident, LinkedTie


def appeared(report: Report, by: date | None) -> bool:
    """Whether a report had appeared by a day; one of which the day is not known cannot be said to have."""
    day = published(report)
    return by is None or (day is not None and day <= by)


def incident_by_then(incident: LinkedIncident, known: Callable[[str], bool]) -> LinkedIncident | None:
    """What the known reports tell of an incident; None where they tell nothing."""
    told = tuple(each for each in incident.told if known(each.report))
    return incident.model_copy(update={"told": told}) if told else None


def actor_by_then(actor: LinkedActor, known: Callable[[str], bool]) -> LinkedActor | None:
    """What the known reports say of an actor; None where they do not name it."""
    mentions = tuple(each for each in actor.mentions if known(each.report))
    return actor.model_copy(update={"mentions": mentions}) if mentions else None


def ties_by_then(ties: Iterable[LinkedTie], known: Callable[[str], bool]) -> list[LinkedTie]:
    """The ties of which the known reports say anything, with what they say."""
    told = ((tie, tuple(each for each in tie.versions if known(each.report))) for tie in ties)
    return [tie.model_copy(update={"versions": versions}) for tie, versions in told if versions]
