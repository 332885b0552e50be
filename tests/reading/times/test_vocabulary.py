from rashomon.reading.times import resolve
from rashomon.reading.times.meaning import MEANINGS
from rashomon.reading.times.vocabulary import rules, strong_words


def test_every_rule_has_a_function_that_understands_it() -> None:
    assert resolve
    assert {rule.meaning for rule in rules()} <= MEANINGS.keys()


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))


def test_words_that_stand_in_every_sentence_carry_no_time() -> None:
    assert not strong_words() & {"the", "of", "a", "in", "and", "that"}
