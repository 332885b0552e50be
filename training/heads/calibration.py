"""Fit a judge: logistic regression with a ridge, and the threshold that serves its benchmark best."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

RIDGE = 1.0  # of each weight's square, but for the one for "always"
Features = Mapping[str, float]


def fit(rows: Sequence[Features], ones: Sequence[bool]) -> dict[str, float]:
    """The weight of each feature, and of "always"."""
    names = sorted({name for row in rows for name in row})
    table = np.array([[row.get(name, 0.0) for name in names] + [1.0] for row in rows])
    truth = np.array(ones, dtype=float)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = table @ weights
        chances = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
        ridge = RIDGE * np.append(weights[:-1], 0.0)
        value = np.logaddexp(0, scores).sum() - truth @ scores + 0.5 * ridge @ weights
        return float(value), table.T @ (chances - truth) + ridge

    weights = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x
    return dict(zip([*names, "always"], (round(float(w), 3) for w in weights), strict=True))


def threshold(serves: Callable[[float], float], tried: Sequence[float] = tuple(np.arange(0.05, 0.96, 0.05))) -> float:
    """The threshold at which a benchmark's figure is greatest; of equals the lowest, which leaves out least."""
    return round(float(max(tried, key=lambda least: (round(serves(least), 4), -least))), 2)


def reliability(chances: Sequence[float], ones: Sequence[bool], bins: int = 10) -> list[tuple[float, float, int]]:
    """For each tenth of the scale that holds any: the mean chance, the share that was right, how many."""
    told, truth = np.array(chances), np.array(ones, dtype=float)
    own = np.minimum((told * bins).astype(int), bins - 1)
    return [
        (round(float(told[own == b].mean()), 3), round(float(truth[own == b].mean()), 3), int((own == b).sum()))
        for b in range(bins)
        if (own == b).any()
    ]


HEADER = """\
# How far the values of a reading are to be believed: a weight for each feature of a value, and the chance below which it is left
# out (confidence.py). Fitted on held-out reports of the training sets by training/heads/calibrate*.py; nobody writes it by hand.
"""


def write(path: Path, name: str, weights: Mapping[str, float], threshold: float) -> None:
    """Put what was fitted for `name` into the table, and leave the others as they are."""
    table = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    table[name] = {"threshold": threshold, "weights": dict(weights)}
    path.write_text(HEADER + "".join(_section(name, own) for name, own in sorted(table.items())), encoding="utf-8")


def _section(name: str, own: Mapping[str, Any]) -> str:
    weights = "".join(f'"{feature}" = {weight}\n' for feature, weight in sorted(own["weights"].items()))
    return f"\n[{name}]\nthreshold = {own['threshold']}\n\n[{name}.weights]\n{weights}"
