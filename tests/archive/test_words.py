from hypothesis import given
from hypothesis import strategies as st

from rashomon.archive.words import query_of, words_in, words_of

TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


def test_case_accents_and_punctuation_do_not_count():
    assert words_of("Al-Qā’ida: Dāwūd & DĀWŪD\u0301, 30 killed") == [
        "al",
        "qa",
        "ida",
        "dawud",
        "dawud",
        "30",
        "killed",
    ]


@given(TEXTS)
def test_words_have_places_and_are_the_same_either_way(text):
    found = list(words_in(text))
    assert [word.normal for word in found] == words_of(text)
    assert all(word.normal.isalnum() for word in found)
    assert all(words_of(text[slice(*word.span)]) == [word.normal] for word in found)


@given(TEXTS)
def test_any_text_finds_itself(text):
    query = query_of(text.replace('"', " ").replace("*", " "))
    spans = list(query.spans(text))
    assert bool(spans) == bool(query)


def test_quoted_words_stand_together_and_a_star_stands_for_any_ending():
    (phrase, stem) = query_of('"market bombing" kill*')
    assert phrase.words == ("market", "bombing")
    assert stem.open
    text = "A bombing in the market killed two. The market bombing was a kill."
    assert [text[slice(*span)] for span in query_of('"market bombing" kill*').spans(text)] == [
        "killed",
        "market bombing",
        "kill",
    ]


def test_words_that_are_written_as_one_stand_together():
    assert list(query_of("al-Qaida").spans("Al Qaida, not Qaida al")) == [(0, 8)]
