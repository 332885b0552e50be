"""Everything that follows from an incident's accounts, at once."""

from collections.abc import Sequence

from rashomon.record import Noun
from rashomon.weighing.corroboration import Corroboration, corroboration
from rashomon.weighing.dispute import Dispute, disputes
from rashomon.weighing.figures import WeighedFigure, weigh_figures
from rashomon.weighing.responsibility import Responsibility, responsibility
from rashomon.weighing.telling import Telling


class View(Noun):
    """The derived view of an incident (RECORD.md, "The record"): no value in it was read or typed, each follows by a rule."""

    figures: tuple[WeighedFigure, ...]
    responsibility: tuple[Responsibility, ...]
    corroboration: Corroboration
    disputes: tuple[Dispute, ...]


def view(tellings: Sequence[Telling], rule: str = "range") -> View:
    """Weigh all accounts of an incident; figures by the named rule."""
    return View(
        figures=tuple(weigh_figures(tellings, rule)),
        responsibility=tuple(responsibility(tellings)),
        corroboration=corroboration(tellings),
        disputes=tuple(disputes(tellings)),
    )
