import pytest

from rashomon.weighing.privacy import Privacy, privacy, strongest


def test_victims_and_relatives_are_private_and_who_holds_an_office_is_public(reading):
    assert [privacy(actor, reading) for actor in reading.actors] == [
        Privacy.victim,
        Privacy.public,
        Privacy.relative,
        Privacy.other,
    ]


def test_a_rank_or_office_beside_a_name_makes_a_public_person(reading):
    without_tie = reading.model_copy(update={"ties": ()})
    assert privacy(reading.actors[1], without_tie) is Privacy.public


def test_who_asked_for_protection_is_protected_whatever_else(reading):
    general = reading.actors[1].model_copy(update={"protected": True})
    assert privacy(general, reading) is Privacy.protected


def test_a_victim_without_a_name_needs_no_mask(reading):
    assert privacy(reading.actors[0].model_copy(update={"name": "Malian teachers"}), reading) is Privacy.other


@pytest.mark.parametrize(
    ("found", "what"),
    [
        ([Privacy.public, Privacy.protected], Privacy.protected),
        ([Privacy.victim, Privacy.public], Privacy.public),
        ([Privacy.witness, Privacy.victim], Privacy.victim),
        ([Privacy.other, Privacy.relative], Privacy.relative),
        ([], Privacy.other),
    ],
)
def test_protected_wins_over_public_and_public_over_private(found, what):
    assert strongest(found) is what
