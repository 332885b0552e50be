"""An import that somebody asked for since the desk was started: what its process says of it becomes what is told of it."""

from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from typing import Any

from rashomon.importing.order import Order
from rashomon.importing.told import COUNTED, SHOWN, Came, Import, State

_LISTS = {"read": "read", "known": "known", "refused": "refused", "note": "notes", "grown": "grown"}
"""What is said line by line, and where it is told."""


@dataclass
class Job:
    """An import that somebody asked for since the desk was started.

    `finished` is what its process said last; `closed` says that the record's history has it, too.
    """

    order: Order
    told: Import
    process: BaseProcess | None = None
    cancelled: bool = False
    finished: bool = False
    closed: bool = False
    lists: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in _LISTS})
    ids: set[str] = field(default_factory=set)

    def hear(self, what: str, of: Any) -> None:
        """What the process says."""
        if what in _LISTS:
            self._add(what, of)
        elif what == "linking":
            self._set(state=State.linking, to_link=of)
        elif what == "linked":
            self._set(linked=self.told.linked + of)
        elif what == "merges":
            self._set(merges=of)
        elif what == "pairs":
            self._set(pairs={"incident": of})
        elif what == "failed":
            self._set(problem=of)
        elif what == "done":
            self.finished = True

    def begin(self, process: BaseProcess) -> None:
        """It is its turn."""
        self.process = process
        self._set(state=State.reading)

    def end(self, code: int | None, held: set[str]) -> None:
        """Nothing more will be heard. `held` are the reports that the record has."""
        if self.finished:
            self._set(state=State.done)
        elif self.cancelled:
            self._set(state=State.cancelled, problem=None)
        else:
            self._set(state=State.failed, problem=self.told.problem or _died(code))
        self._only(held)

    def _only(self, held: set[str]) -> None:
        """What was read and not kept was not read."""
        read = [each for each in self.lists["read"] if each.id in held]
        gone = sum(id not in held for id in self.ids)
        counts = self.told.counts | {"read": self.told.counts["read"] - gone}
        self._set(read=tuple(read), counts=counts)

    def _add(self, what: str, of: Any) -> None:
        if isinstance(of, Came):
            self.ids.add(of.id)
        counts = self.told.counts | ({what: self.told.counts[what] + 1} if what in COUNTED else {})
        if len(self.lists[what]) < SHOWN:
            self.lists[what].append(of)
        self._set(counts=counts, **{_LISTS[what]: tuple(self.lists[what])})

    def _set(self, **said: Any) -> None:
        self.told = self.told.model_copy(update=said)


def _died(code: int | None) -> str:
    """Why a process that said nothing ended."""
    if code is not None and code < 0:
        return (
            f"the system ended it (signal {-code}), perhaps for want of memory; what was read is kept: "
            "import the rest again, in smaller parts"
        )
    return "it broke off (the desk's own output says where); what was read is kept: import the rest again"
