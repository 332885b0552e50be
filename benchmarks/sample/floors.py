"""The floors of the sample: no change may lower a component unseen."""

import math
import re
import tomllib
from collections.abc import Mapping

from benchmarks.sample import SAMPLE
from benchmarks.sample.case import percent

PATH = SAMPLE / "floors.toml"

MARGIN = 3.0
"""Points, or one case where that is more: a parse may differ from one processor to another. Half of it for the mean."""

EXACT = frozenset({"read", "mark", "protected"})
"""No margin here: a source that asked not to be named is protected, or it is not."""


def floors() -> dict[str, float]:
    """Component → the percentage that it may not fall below."""
    table: dict[str, float] = tomllib.loads(PATH.read_text(encoding="utf-8"))
    return table


def pin(table: Mapping[str, tuple[int, int]]) -> None:
    """Raise the floors to what was measured, less the margin. None is lowered."""
    text = PATH.read_text(encoding="utf-8")
    for component, share in percent(table).items():
        floor = max(0.0, share - _margin(component, table))
        text = _raised(text, component, math.floor(10 * floor) / 10)
    PATH.write_text(text, encoding="utf-8")


def _margin(component: str, table: Mapping[str, tuple[int, int]]) -> float:
    if component in EXACT:
        return 0.0
    return max(MARGIN, 100 / table[component][1]) if component in table else MARGIN / 2


def _raised(text: str, component: str, floor: float) -> str:
    """The file with this floor raised: "found = 71.2  # why" keeps its comment."""
    line = re.search(rf"^{component} = ([\d.]+)", text, re.MULTILINE)
    if line is None:
        return f"{text}{component} = {floor}\n"
    return text[: line.start(1)] + str(max(floor, float(line[1]))) + text[line.end(1) :]
