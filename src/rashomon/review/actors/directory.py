"""Lines of the directory: what is stale of it is made anew, a few lines while somebody waits, many behind the scenes."""

from rashomon.archive import Record
from rashomon.archive.actors import directory
from rashomon.review.behind import Behind

WHILE_WAITING = 200
"""Lines that are made while somebody waits for a list."""


def bring_up_to_date(record: Record) -> int:
    """Make the stale lines anew if they are few; else see to it that somebody is at it. Returns how many still are."""
    waiting = directory.waiting(record)
    if not waiting:
        return 0
    if waiting <= WHILE_WAITING:
        directory.make_some(record)
        return directory.waiting(record)
    behind.see_to(record)
    return waiting


behind = Behind("directory", directory.make_some)
"""Lines that are made while nobody waits for them."""
