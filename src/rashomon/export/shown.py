"""What `rashomon show --json` prints: one shape for the list, an incident and an actor."""

from datetime import date
from typing import Literal

from pydantic import Field

from rashomon.export.actor import ActorStory
from rashomon.export.headline import Headline
from rashomon.export.redaction import Profile
from rashomon.export.story import Story
from rashomon.record import Noun

SCHEMA: Literal["rashomon/shown/1"] = "rashomon/shown/1"


class Shown(Noun):
    """What was asked of a record, by which rule, as of which day and by which profile; `withheld` counts what was masked.

    `of` is how many incidents there are, of which `incidents` are the first. Accounts say where they
    stand (`in_reports`: the report, what its reading calls the incident, the account's address, and the spans by attribute).
    """

    schema_: Literal["rashomon/shown/1"] = Field(default=SCHEMA, alias="schema")
    profile: Profile
    rule: str
    as_of: date | None = None
    withheld: int = 0
    of: int | None = None
    incidents: tuple[Headline, ...] = ()
    incident: Story | None = None
    actor: ActorStory | None = None

    def to_json(self) -> str:
        """As indented JSON."""
        return self.model_dump_json(by_alias=True, indent=2)
