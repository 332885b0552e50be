from collections.abc import Callable
from typing import Any

import pytest

from rashomon.reading.places import is_demonym, is_near


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Two men died near Khost.", True),
        ("Two men died on the outskirts of Mosul.", True),
        ("The bridge lies 12 kilometres from Mosul.", True),
        ("The bridge lies 12 miles north of Mosul.", True),
        ("Two men died in Mosul.", False),
        ("Mosul fell.", False),
    ],
)
def test_near_a_place_is_not_in_it(annotate: Callable[..., Any], text: str, near: bool) -> None:
    doc = annotate(text)
    assert [is_near(doc, mention) for mention in doc._.places] == [near]


def test_a_demonym_is_no_place_where_something_happened(annotate: Callable[..., Any]) -> None:
    assert [is_demonym(m) for m in annotate("A Syrian boy was shot in Beirut.")._.places] == [True, False]
