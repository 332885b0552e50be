from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Annotate = Callable[..., Doc]
BODY = "\n\nGOMA, Congo, Jan. 4 - The road was closed on Monday."


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("Chad Opens Inquiry as Toll Rises in Lake Raid", {"Chad"}),
        ("Bolivia Expels Monitor Who Wept", {"Bolivia", "monitor"}),
        ("Union Leader Samuel Okello Vows Revenge", {"Samuel Okello", "union"}),
        ("Gunmen Kill Ten Farmers Near Goma", {"gunmen", "ten farmers"}),
    ],
)
def test_a_name_ends_at_the_verb_of_a_headline(annotate: Annotate, headline: str, names: set[str]) -> None:
    assert {actor.name for actor in annotate(headline + BODY)._.actors} <= names


def test_verbs_elsewhere_cut_no_name(annotate: Annotate) -> None:
    doc = annotate("Goma, Jan. 4 - The Congo Reports Society denied it on Monday.")
    assert [actor.name for actor in doc._.actors] == ["Congo Reports Society"]
