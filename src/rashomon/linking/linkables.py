"""How each sort is linked. Loads spaCy and what comparing needs, for a second or two: import it where something is compared."""

from rashomon.linking.actors import ACTORS
from rashomon.linking.copies import PASSAGES
from rashomon.linking.incidents import INCIDENTS
from rashomon.linking.linkable import Linkable
from rashomon.linking.mention import Sort
from rashomon.linking.stories import STORIES

LINKABLES: dict[Sort, Linkable] = {linkable.sort: linkable for linkable in (PASSAGES, ACTORS, INCIDENTS, STORIES)}
"""Each sort with what compares it."""
