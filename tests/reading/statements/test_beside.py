from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    "text",
    [
        '"They burned every house," Amina Yusuf said.',
        '"They burned every house," said Amina Yusuf, a teacher.',
        'Amina Yusuf said: "They burned every house."',
        'Amina Yusuf told Reuters, "They burned every house."',
        "``They burned every house,'' Amina Yusuf said.",
        "“They burned every house,” Amina Yusuf said.",
        "«They burned every house», Amina Yusuf said.",
    ],
)
def test_the_words_are_given_to_whoever_stands_beside_them(only: Callable, text: str) -> None:
    found = only(text)
    assert found.source is not None and found.source.startswith("Amina Yusuf")
    assert "They burned every house" in found.content[0]
    assert found.statement.direct


def test_a_sentence_ended_by_a_question_mark_keeps_its_speaker(only: Callable) -> None:
    assert only('"Where are our children?" the mother asked.').source == "the mother"


def test_a_colon_may_end_the_paragraph_before(only: Callable) -> None:
    assert only('The commander added:\n\n"We will not leave this valley."').source == "The commander"


def test_words_held_with_tongs_and_titles_are_no_statements(told: Callable) -> None:
    assert told('The so-called "butcher" of the north wrote "The Long War" in prison.') == []
    assert told('Soldiers patrolled the "green line" on Monday.') == []
