import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.reading.analysis import analysis_text
from rashomon.reports import report_of


def analysed(text: str) -> str:
    return analysis_text(report_of(text))


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_the_analysis_text_is_as_long_as_the_report(text: str) -> None:
    assert len(analysed(text)) == len(report_of(text).text)


@given(st.text(alphabet="ABCÉßŉİΣ .'’-\n()[]12`", max_size=120))
@settings(max_examples=300, deadline=None)
def test_capitals_with_odd_letters_keep_their_offsets(text: str) -> None:
    assert len(analysed(text)) == len(report_of(text).text)


def test_lines_of_a_paragraph_are_joined_and_paragraphs_are_not() -> None:
    assert (
        analysed("Shells fell\non the market.\n\nNobody was hurt.") == "Shells fell on the market.\n\nNobody was hurt."
    )


def test_a_text_in_capitals_gets_ordinary_case() -> None:
    text = "   BAMAKO, 3 JUL 12 -- [TEXT] THE ARMY SAID GENERAL TRAORE WAS IN GENERAL PLEASED.\n\n   HE LEFT."
    assert (
        analysed(text)
        == "   Bamako, 3 Jul 12 -- [Text] The army said General Traore was in general pleased.\n\n   He left."
    )


def test_mixed_case_is_left_alone() -> None:
    text = "The FARC and the ELN, both on the U.S. list, denied it, a NATO officer in KABUL said."
    assert analysed(text) == text


@pytest.mark.parametrize(
    ("written", "analysed_as"),
    [
        ("They don’t fight.", "They don't fight."),
        ("He said\xa0no.", "He said no."),
        ("``We left,'' he said.", '" We left, " he said.'),
        ("the courtâ€™s order", "the court  's order"),
        ("the court''s order", "the court 's order"),
        ("\ufeffThey left\u200b today.", " They left  today."),
    ],
)
def test_signs_that_hurt_the_parse_become_plain_ones_of_the_same_length(written: str, analysed_as: str) -> None:
    assert analysed(written).rstrip() == analysed_as.strip() or analysed(written) == analysed_as
