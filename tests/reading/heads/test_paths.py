import numpy as np
import pytest
from numpy.typing import NDArray

from rashomon.reading.heads.labels import ARGUMENTS
from rashomon.reading.heads.paths import along, paths

SURE, DOUBTFUL = 0.9, 0.45


def chances(*told: tuple[str, float]) -> NDArray[np.float32]:
    """A row per piece: this label has this chance, the others share the rest."""
    rows = np.array([[(1 - chance) / (len(ARGUMENTS) - 1)] * len(ARGUMENTS) for _, chance in told], np.float32)
    for row, (label, chance) in zip(rows, told, strict=True):
        row[ARGUMENTS.index(label)] = chance
    return rows


def stretches(row: NDArray[np.float32], label: str) -> list[tuple[int, int]]:
    (path,) = paths([row])
    return [(stretch.first, stretch.last) for stretch in along(path, row, label)]


def test_a_stretch_begins_and_goes_on() -> None:
    row = chances(("B-source", SURE), ("I-source", SURE), ("O", SURE), ("B-content", SURE), ("I-content", SURE))
    assert (stretches(row, "source"), stretches(row, "content")) == ([(0, 1)], [(3, 4)])


def test_a_doubtful_piece_does_not_tear_a_stretch_apart() -> None:
    row = chances(("B-content", SURE), ("I-content", SURE), ("O", DOUBTFUL), ("I-content", SURE), ("I-content", SURE))
    assert stretches(row, "content") == [(0, 4)]


@pytest.mark.parametrize("stray", ["I-content", "I-source"])
def test_a_stray_piece_that_nothing_begins_is_no_stretch(stray: str) -> None:
    row = chances(("O", SURE), (stray, 0.6), ("O", SURE))
    assert stretches(row, stray[2:]) == []


def test_rows_of_any_length_are_looked_at_together() -> None:
    rows = [chances(("B-source", SURE)), chances(("O", SURE), ("B-content", 0.98), ("I-content", 0.98))]
    assert [len(path) for path in paths(rows)] == [1, 3]
    assert [(s.first, s.last) for s in along(paths(rows)[1], rows[1], "content")] == [(1, 2)]


def test_nothing_has_no_paths() -> None:
    assert paths([]) == []
