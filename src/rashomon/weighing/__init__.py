"""What follows from the accounts of an incident, each by a named rule: never typed in, never learnt, never who is right.

Pure functions over tellings: an account, and where it came from.
"""

from rashomon.weighing.corroboration import Corroboration, corroboration
from rashomon.weighing.dispute import Dispute, disputes
from rashomon.weighing.figures import RULES, Range, WeighedFigure, told_by_origin, weigh_figures
from rashomon.weighing.responsibility import Responsibility, Standing, responsibility
from rashomon.weighing.telling import ALONE, Provenance, Telling, as_of, in_order, tellings_of, tellings_of_linked
from rashomon.weighing.view import View, view

__all__ = [
    "ALONE",
    "RULES",
    "Corroboration",
    "Dispute",
    "Provenance",
    "Range",
    "Responsibility",
    "Standing",
    "Telling",
    "View",
    "WeighedFigure",
    "as_of",
    "corroboration",
    "disputes",
    "in_order",
    "responsibility",
    "tellings_of",
    "tellings_of_linked",
    "told_by_origin",
    "view",
    "weigh_figures",
]
