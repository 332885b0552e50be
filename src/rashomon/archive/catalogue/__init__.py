"""Every incident of a record in a line, so that many can be searched, narrowed, sorted and counted at once."""

from rashomon.archive.catalogue.catalogue import Catalogue
from rashomon.archive.catalogue.entry import Entry, Seen
from rashomon.archive.catalogue.look import Counted, Look, Spot
from rashomon.archive.catalogue.narrowing import Box, Narrowing
from rashomon.archive.catalogue.order import Order
from rashomon.archive.catalogue.spans import Span

__all__ = ["Box", "Catalogue", "Counted", "Entry", "Look", "Narrowing", "Order", "Seen", "Span", "Spot"]
