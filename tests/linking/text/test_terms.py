"""Distinctive terms: what two texts can have in common that says something."""

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from rashomon.linking.text import cosine, shared, terms, weight, words

texts = st.text(max_size=200)


def test_words_are_brought_into_one_form():
    assert words("Seven gunmen's attacks") == words("7 GUNMEN attack")
    assert words("U.S. patrols in Tête-à-Tête") == ["us", "patrol", "in", "tete", "tete"]
    assert words("won 31–24, killing 4,000") == ["won", "31-24", "kill", "4000"]


def test_names_weigh_more_than_what_every_report_has():
    found = terms("Two soldiers were killed near Zarbagh, officials said on Monday.")
    assert next(iter(found)) == "zarbagh"
    assert not {"were", "said", "on", "two"} & found.keys()
    assert weight("zarbagh") == weight("a word nobody has seen") > weight("soldier") > weight("said")


def test_the_most_telling_come_first_and_no_more_than_asked_for():
    found = terms("The bridge at Zarbagh over the Tolma was blown up by saboteurs.", 2)
    assert list(found) == ["zarbagh", "tolma"]


def test_small_numbers_tell_little_and_scores_much():
    assert weight("41") <= 8 < weight("31-24")


@given(texts, texts)
def test_likeness_is_between_0_and_1_and_the_same_from_both_sides(one, other):
    a, b = terms(one), terms(other)
    assert 0 <= cosine(a, b) <= 1 + 1e-9
    assert cosine(a, b) == approx(cosine(b, a))
    assert shared(a, b).keys() == shared(b, a).keys()


@given(texts)
def test_a_text_is_like_itself(text):
    found = terms(text)
    assert not found or cosine(found, found) == approx(1)


@given(texts)
def test_any_text_has_terms_in_order_of_weight(text):
    weights = list(terms(text).values())
    assert weights == sorted(weights, reverse=True)
