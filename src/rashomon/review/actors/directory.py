"""Lines of the directory: what is stale of it is made anew, a few lines while somebody waits, many behind the scenes."""

from threading import Lock, Thread
from weakref import WeakKeyDictionary

from rashomon.archive import Record
from rashomon.archive.actors import directory
from rashomon.errors import RashomonError

WHILE_WAITING = 200
"""Lines that are made while somebody waits for a list."""

_running: "WeakKeyDictionary[Record, Thread]" = WeakKeyDictionary()
_starting = Lock()


def bring_up_to_date(record: Record) -> int:
    """Make the stale lines anew if they are few; else see to it that somebody is at it. Returns how many still are."""
    waiting = directory.waiting(record)
    if not waiting:
        return 0
    if waiting <= WHILE_WAITING:
        directory.make_some(record)
        return directory.waiting(record)
    with _starting:
        running = _running.get(record)
        if running is None or not running.is_alive():
            _running[record] = Thread(target=_make_quietly, args=(record,), name="directory", daemon=True)
            _running[record].start()
    return waiting


def _make_quietly(record: Record) -> None:
    """Whoever looks at the list next starts again where this stops, if the database cannot be used for a while."""
    try:
        while directory.make_some(record):
            pass
    except RashomonError:
        return
