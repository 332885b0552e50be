"""What two names have in common, whichever comes first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.names import Likeness, compare_names, name_forms, name_keys, name_tells
from rashomon.record import ActorKind

GIVEN = (
    "Daoud Dawood Usama Osama Mohammad Muhammed Yousuf Yusef Jorge Luis Maria Volodymyr Vladimir Min Aung J. L.".split()
)
FAMILY = (
    "Karimi Kareemi Wardak bin-Laden al-Shami Mora Pardo Quiroga Zelenskyy Zelensky Habibullah Oo Aideed Aidid".split()
)
NAMES = st.builds(
    lambda title, given, family: " ".join([*title, *given, *family]),
    st.lists(st.sampled_from(["Gen.", "Mullah", "Dr."]), max_size=1),
    st.lists(st.sampled_from(GIVEN), max_size=3),
    st.lists(st.sampled_from(FAMILY), min_size=1, max_size=2),
)
ONE = {Likeness.same, Likeness.spelling, Likeness.order, Likeness.initials, Likeness.shortened, Likeness.middle}


@pytest.mark.parametrize(
    "a, b, likeness",
    [
        ("Daoud Karimi", "Gen. Daoud Karimi", Likeness.same),
        ("Daoud Karimi", "Dawood Kareemi", Likeness.spelling),
        ("Khatira Hekmatyor", "Khatira Hekmatyar", Likeness.spelling),
        ("Min Jae Park", "Park Min-jae", Likeness.order),
        ("J.L. Mora", "Jorge Luis Mora", Likeness.initials),
        ("Jorge Mora Pardo", "Jorge Mora", Likeness.shortened),
        ("Jorge Luis Mora", "Jorge Mora", Likeness.middle),
        ("Mora", "Jorge Mora", Likeness.part),
        ("Luis Mora", "Jorge Mora", Likeness.family),
        ("Patricio Mora", "Patricia Mora", Likeness.family),
        ("Luis Pardo", "Jorge Mora", Likeness.other),
    ],
)
def test_persons(a: str, b: str, likeness: Likeness) -> None:
    assert compare_names(a, b) is compare_names(b, a) is likeness


@given(NAMES, NAMES)
def test_it_does_not_matter_which_comes_first(a: str, b: str) -> None:
    assert compare_names(a, b) is compare_names(b, a)


@given(NAMES, NAMES)
def test_names_that_may_be_one_persons_share_a_key(a: str, b: str) -> None:
    if compare_names(a, b) in ONE:
        assert set(name_keys(a)) & set(name_keys(b)), (name_forms(a), name_forms(b))


@given(st.text(max_size=40), st.sampled_from(ActorKind))
def test_any_string_is_a_name(name: str, kind: ActorKind) -> None:
    assert compare_names(name, name, kind) is Likeness.same
    assert name_keys(name, kind) == name_keys(name, kind)
    name_tells(name, kind)
