"""The reports that an actor's page is made of: of one whom thousands name, the latest."""

from rashomon.archive.actors.naming_reports import Naming, naming_reports
from rashomon.export import Viewing

MANY = 40
"""Reports that are gone through for a page: their readings are parsed in some hundredths of a second."""

MOST = 400
"""Reports that are gone through for whoever asks for more, and can wait."""


def latest(viewing: Viewing, number: int, most: int = MANY) -> Naming:
    """The reports that name an actor, as of the day that is looked at."""
    return naming_reports(viewing.record, number, most, viewing.as_of)
