"""What people think of pairs, and what others have judged that somebody has not."""

import pytest

import toys
from rashomon.archive.judgements.opinions import unseconded, unsure
from rashomon.archive.judgements.saying import Verdict
from rashomon.linking.mention import Sort


@pytest.fixture
def judgements(record):
    """Three incidents that are somewhat alike."""
    toys.linked(record, *(toys.reading(id, killed) for id, killed in (("a", 3.0), ("b", 3.8), ("c", 4.7))))
    return record.judgements


def test_whoever_was_unsure_is_so_until_they_say_something_else(judgements, record):
    judgements.opine(["I1", "I2"], "unsure", why="too little", who="Amal")
    judgements.opine(["I2", "I3"], "unsure", why="too little", who="Basim")
    assert [(each.who, each.why) for each in unsure(record, Sort.incident)] == [
        ("Basim", "too little"),
        ("Amal", "too little"),
    ]
    assert [each.pair for each in unsure(record, Sort.incident, "Amal")] == [(frozenset({1}), frozenset({2}))]
    judgements.opine(["I2", "I1"], "same", why="another report says so", who="Amal")
    assert unsure(record, Sort.incident, "Amal") == []
    assert unsure(record, Sort.actor) == []


def test_an_opinion_that_was_taken_back_is_none(judgements, record):
    opinion = judgements.opine(["I1", "I2"], "unsure", why="–", who="Amal")
    judgements.undo(opinion.number, why="–", who="Amal")
    assert unsure(record, Sort.incident) == []


def test_what_others_judged_and_one_did_not_waits_for_a_second_opinion(judgements, record):
    judgements.merge(["I1", "I2"], why="–", who="Amal")
    judgements.not_same(["I1", "I3"], why="–", who="Basim")
    assert [(each.verdict, each.who) for each in unseconded(record, "Carla")] == [
        (Verdict.different, "Basim"),
        (Verdict.same, "Amal"),
    ]
    assert [each.who for each in unseconded(record, "Amal")] == ["Basim"]
    (merged,) = list(unseconded(record, "Basim"))
    assert merged.pair == (frozenset({1}), frozenset({2})) and merged.ruled


def test_whoever_gave_a_second_opinion_is_not_asked_again(judgements, record):
    judgements.merge(["I1", "I2"], why="–", who="Amal")
    judgements.opine(["I1", "I2"], "different", why="–", who="Basim")
    assert list(unseconded(record, "Basim")) == []
    assert list(unseconded(record, "Amal")) == []
    assert [each.verdict for each in unseconded(record, "Carla")] == [Verdict.different]


def test_a_merge_of_three_is_no_judgement_of_a_pair(judgements, record):
    judgements.merge(["I1", "I2", "I3"], why="–", who="Amal")
    assert list(unseconded(record, "Basim")) == []


def test_what_the_machine_merged_asks_for_no_second_opinion(record):
    toys.linked(record, toys.reading("a", 3.0), toys.reading("b", 3.1))
    assert list(unseconded(record, "Amal")) == []
