from collections.abc import Callable

import pytest
from spacy.tokens import Doc


def test_a_quantity_knows_its_span_number_and_noun(annotate: Callable[..., Doc]) -> None:
    doc = annotate("Rebels killed up to 30 of the militia's recruits in Idlib.")
    (quantity,) = doc._.quantities
    assert doc.text[slice(*quantity.span)] == "up to 30 of the militia's recruits"
    assert (quantity.low, quantity.high, quantity.of) == (None, 30, "recruits")
    assert doc[quantity.head].text == "recruits"
    assert doc[quantity.number].text == "30"


def test_a_number_without_a_noun_stands_for_itself(annotate: Callable[..., Doc]) -> None:
    doc = annotate("One nurse was killed and 40 wounded.")
    one, forty = doc._.quantities
    assert (one.of, forty.of) == ("nurse", None)
    assert doc[forty.head].text == "40"


@pytest.mark.parametrize(
    "text",
    [
        "He fired an AK-47 near Highway 7.",
        "The attack took place on 12 May 2011 and lasted 30 minutes.",
        "The ransom was $40,000, or 15 percent of the sum.",
        "The 27-year-old lives 5 kilometres from the border.",
        "The 5th Brigade moved at 10:30.",
    ],
)
def test_numbers_that_count_nobody_are_no_quantities(text: str, annotate: Callable[..., Doc]) -> None:
    assert annotate(text)._.quantities == []


@pytest.mark.parametrize("text", ["", "7", "...", "12 12 12", "💥 3 💥", "ONE", "of 3 of 4 of", "5-"])
def test_any_text_is_counted_without_a_crash(text: str, annotate: Callable[..., Doc]) -> None:
    for quantity in annotate(text)._.quantities:
        assert 0 <= quantity.span[0] < quantity.span[1] <= len(text)
