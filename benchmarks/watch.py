"""What a stretch of work takes: seconds on the wall, and the most memory that this process and its children held at once."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.2  # seconds
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Taken:
    """Seconds, and bytes at the peak; filled in when the work is done."""

    seconds: float = 0.0
    memory: int = 0


@contextmanager
def watched() -> Iterator[Taken]:
    """Measure what the block takes."""
    taken, done = Taken(memory=held()), threading.Event()

    def watch() -> None:
        while not done.wait(_EVERY):
            taken.memory = max(taken.memory, held())

    watcher = threading.Thread(target=watch, daemon=True)
    started = time.perf_counter()
    watcher.start()
    try:
        yield taken
    finally:
        taken.seconds = time.perf_counter() - started
        done.set()
        watcher.join()
        taken.memory = max(taken.memory, held())


def held() -> int:
    """Bytes in memory of this process and all its children (Linux)."""
    return sum(_resident(process) for process in _family(os.getpid()))


def _family(process: int) -> Iterator[int]:
    yield process
    for task in _listed(Path(f"/proc/{process}/task")):
        for child in _read(task / "children").split():
            yield from _family(int(child))


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # it has ended meanwhile
        return []


def _resident(process: int) -> int:
    fields = _read(Path(f"/proc/{process}/statm")).split()
    return int(fields[1]) * _PAGE if fields else 0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
