import numpy as np
import pytest

from rashomon.reading.heads.labels import CUES
from rashomon.reading.heads.stretches import stretches


def chances(*labels):
    """Nine in ten for the label of each piece."""
    table = np.full((len(labels), len(CUES)), 0.05, dtype=np.float32)
    for row, label in enumerate(labels):
        table[row, CUES.index(label)] = 0.9
    return table


def found(*labels, least=0.5):
    return [(s.first, s.last) for s in stretches(chances(*labels), CUES, "cue", least)]


def test_a_beginning_and_what_goes_on_are_one_stretch():
    assert found("O", "B-cue", "I-cue", "O", "B-cue") == [(1, 2), (4, 4)]


def test_a_beginning_right_after_another_stretch_begins_a_new_one():
    assert found("B-cue", "B-cue", "I-cue") == [(0, 0), (1, 2)]


def test_a_stretch_may_lack_its_beginning():
    assert found("O", "I-cue", "I-cue") == [(1, 2)]


def test_nothing_is_found_in_nothing():
    assert found("O", "O") == []
    assert list(stretches(np.zeros((0, 3), dtype=np.float32), CUES, "cue", 0.5)) == []


def test_its_chance_is_the_mean_of_its_pieces():
    (only,) = stretches(chances("B-cue", "I-cue"), CUES, "cue", 0.5)
    assert only.chance == pytest.approx(0.95)
