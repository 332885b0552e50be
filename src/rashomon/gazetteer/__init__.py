"""Places of the world, by name: what comes with Rashomon, or a full GeoNames dump that a user imported."""

from rashomon.gazetteer.entry import Entry
from rashomon.gazetteer.shipped import open_gazetteer
from rashomon.gazetteer.store import Gazetteer, Hit

__all__ = ["Entry", "Gazetteer", "Hit", "open_gazetteer"]
