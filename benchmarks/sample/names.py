"""What the actors and sources of a reading are called."""

import re
from collections.abc import Iterable

from rashomon.record import Account, Incident, Reading, Role, Source


class Names:
    """Everything that the actors of a reading are called in it: name, aliases, description, each mention."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.report.text
        self.actors = {actor.id: actor for actor in reading.actors}

    def of_actor(self, id: str | None) -> set[str]:
        """ "Igor Girkin", "Igor Strelkov", "the rebel commander"."""
        actor = self.actors.get(id or "")
        if actor is None:
            return set()
        mentions = (self.text[slice(*span)] for span in actor.mentions)
        return {actor.name, *actor.aliases, *filter(None, [actor.description]), *mentions}

    def of_source(self, source: Source) -> set[str]:
        """What the report calls a source, here and elsewhere."""
        return self.of_actor(source.actor) | set(filter(None, [source.text]))

    def held_responsible(self, accounts: Iterable[Account]) -> set[str]:
        """Whom the accounts hold responsible."""
        return set[str]().union(*(self.of_actor(id) for account in accounts for id in account.responsible))

    def taking_part(self, incident: Incident | None, roles: frozenset[Role]) -> set[str]:
        """Whoever takes part in an incident in one of the roles."""
        participants = [p for p in incident.participants if p.role in roles] if incident else []
        return {p.text for p in participants}.union(*(self.of_actor(p.actor) for p in participants))

    def of_place(self, incident: Incident | None) -> set[str]:
        """What the incident's place is called, by the gazetteer and in the report."""
        place = incident.place if incident else None
        if place is None:
            return set()
        text = self.text[slice(*place.span)] if place.span else None
        return set(filter(None, [place.name, place.admin1, place.admin2, text]))


def matches(pattern: re.Pattern[str], strings: Iterable[str]) -> bool:
    """Whether the pattern is found in one of the strings."""
    return any(pattern.search(string) for string in strings)
