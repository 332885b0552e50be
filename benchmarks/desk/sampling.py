"""`python -m benchmarks.desk.sampling OUT desk RECORD …`: runs `rashomon`, and writes down what its threads were doing.

Every few milliseconds the stack of every thread is looked at. OUT gets, for each function, the share of the samples in which it was
at work (it or what it called), then the stacks that came most often, for flame graphs.
"""

import sys
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from rashomon.cli import main

EVERY = 0.005
_IDLE = ("threading.py", "selectors.py", "queue.py", "thread.py", "sampling.py", "connection.py")


class Sampler(threading.Thread):
    """Counts stacks until it is stopped."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.stacks: Counter[tuple[str, ...]] = Counter()
        self.over = threading.Event()

    def run(self) -> None:
        """Look, and look again."""
        while not self.over.wait(EVERY):
            for frame in sys._current_frames().values():
                if not frame.f_code.co_filename.endswith(_IDLE):
                    self.stacks[_stack(frame)] += 1

    def write(self, out: Path) -> None:
        """What was seen."""
        total = sum(self.stacks.values())
        inside: Counter[str] = Counter()
        for stack, count in self.stacks.items():
            for place in set(stack):
                inside[place] += count
        lines = [f"{total} samples in {threading.active_count()} threads"]
        lines += [f"{count / total:7.1%} {place}" for place, count in inside.most_common(150)]
        lines += [f"{count} {';'.join(stack)}" for stack, count in self.stacks.most_common(60)]
        out.write_text("\n".join(lines) + "\n")


def _stack(frame: FrameType | None) -> tuple[str, ...]:
    places: list[str] = []
    while frame is not None:
        code = frame.f_code
        places.append(f"{'/'.join(Path(code.co_filename).parts[-3:])}:{code.co_name}")
        frame = frame.f_back
    return tuple(reversed(places))


if __name__ == "__main__":
    out = Path(sys.argv.pop(1))
    sampler = Sampler()
    sampler.start()
    try:
        main()
    finally:
        sampler.over.set()
        time.sleep(2 * EVERY)
        sampler.write(out)
