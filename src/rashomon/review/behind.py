"""Work on a record that goes on behind the scenes, until it is done or the desk is closed."""

from collections.abc import Callable
from threading import Event, Lock, Thread
from typing import NamedTuple
from weakref import WeakKeyDictionary

from rashomon.archive import Record
from rashomon.errors import RashomonError


class AtIt(NamedTuple):
    """What goes on, and how it is told to stop."""

    thread: Thread
    stop: Event


class Behind:
    """`some` is done again and again while it says that there was something to do; for each record once at a time.

    Where the database cannot be used for a while it stops; whoever sees to it next starts it again.
    """

    def __init__(self, name: str, some: Callable[[Record], int]) -> None:
        self._name, self._some = name, some
        self._at_it: WeakKeyDictionary[Record, AtIt] = WeakKeyDictionary()
        self._starting = Lock()

    def see_to(self, record: Record) -> None:
        """Have it done."""
        with self._starting:
            if not self.is_at_it(record):
                stop = Event()
                thread = Thread(target=self._go_on, args=(record, stop), name=self._name, daemon=True)
                self._at_it[record] = AtIt(thread, stop)
                thread.start()

    def is_at_it(self, record: Record) -> bool:
        """Whether it is being done."""
        there = self._at_it.get(record)
        return there is not None and there.thread.is_alive()

    def wait(self, record: Record, most: float | None = None) -> None:
        """Until it is done, or has stopped, or so many seconds have gone."""
        if there := self._at_it.get(record):
            there.thread.join(most)

    def stop(self, record: Record) -> None:
        """Do no more than what was begun: a process that ends under way would break off, and look as if it had failed."""
        if there := self._at_it.get(record):
            there.stop.set()
            there.thread.join()

    def _go_on(self, record: Record, stop: Event) -> None:
        try:
            while not stop.is_set() and self._some(record):
                pass
        except RashomonError:
            return
