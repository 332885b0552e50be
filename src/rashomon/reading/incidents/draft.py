"""An incident in the making: the mentions that were found to tell of it."""

from dataclasses import dataclass, field

from rashomon.reading.heads.proposals import Participant as Proposal
from rashomon.reading.incidents.mention import Filler, Mention
from rashomon.reading.incidents.where import EXPLICIT, STREET
from rashomon.record import IncidentPlace, IncidentTime, Role, Status

COMPARED = 24  # mentions of one incident; no report of the development sets has as many
ACT = 4  # rank of the least specific words for an act itself (triggers.toml)
TOLD = {Status.happened: 2, Status.denied: 0}  # what was planned, and then done, was done
IN_TOWN = 2  # of UCDP's precisions of places: in a town or near it
INEXACT = 6  # after UCDP's precisions, 1 to 5


@dataclass(eq=False)
class Draft:
    """Mentions of one incident, in text order.

    `confidence`: how likely it is one, where it was judged. `proposed`: who the heads say takes part in it.
    """

    mentions: list[Mention]
    confidence: float | None = None
    proposed: list[Proposal] = field(default_factory=list)

    @property
    def compared(self) -> list[Mention]:
        """The mentions that a further one is held against: all, or of very many the first and the last."""
        return self.mentions if len(self.mentions) <= COMPARED else self.mentions[:4] + self.mentions[4 - COMPARED :]

    @property
    def main(self) -> Mention:
        """The mention that names it best: of what happened, not of what is denied; in the report's own voice; the most specific.

        The headline's comes last: it leaves words out.
        """
        return max(self.mentions, key=_naming)

    @property
    def is_headline(self) -> bool:
        """Told by the headline alone so far."""
        return all(m.headline for m in self.mentions)

    @property
    def is_aside(self) -> bool:
        """Never told but as background or in a caption."""
        return all(m.aside or m.caption for m in self.mentions)

    @property
    def time(self) -> IncidentTime | None:
        """When it happened: as the mention says that dates it most exactly, of equals the main one, then the first."""
        times = [m.time for m in [self.main, *self.mentions] if m.time]
        return min(times, key=lambda t: t.precision or INEXACT, default=None)

    @property
    def place(self) -> IncidentPlace | None:
        """Where it happened, likewise; a country only where nothing says more."""
        places = [m.place for m in [self.main, *self.mentions] if m.place]
        return min(places, key=_vagueness, default=None)

    @property
    def last(self) -> int:
        """The number of the last sentence that tells of it so far."""
        return self.mentions[-1].sentence

    def fillers(self, *roles: Role) -> list[Filler]:
        """All fillers of these roles."""
        return [f for mention in self.mentions for f in mention.in_role(*roles)]


def _vagueness(place: IncidentPlace) -> tuple[bool, bool, bool, bool, bool]:
    """ "In Goma" before "Goma residents", a town before its province, all before a street, then a country, last a continent."""
    wide = place.country is None and place.feature is not None
    country, area = (place.feature or "").startswith("PCL"), (place.precision or 1) > IN_TOWN
    return wide, country, place.by == STREET, place.by != EXPLICIT, area


def _naming(mention: Mention) -> tuple[int, bool, int, bool, int]:
    """Whoever claims "the bombing" is not the first to say that there was one; whoever says "a rocket fell" may be alone."""
    told = TOLD.get(mention.status, 1)
    own = mention.definite or not mention.attributed
    return told, own and mention.frame.rank >= ACT, mention.frame.rank, not mention.headline, -mention.trigger.i
