"""In what a place lies that the gazetteer lacks."""

import pytest


@pytest.mark.parametrize(
    ("text", "admin1"),
    [
        ("Gunmen killed a nurse in Xarkutal village, Lashkar Gah district, Helmand province.", "Helmand"),
        ("Gunmen killed a nurse in Xarkutal village. The governor of Helmand province wept.", None),
    ],
)
def test_an_unknown_place_lies_where_its_phrase_says(text, admin1, read):
    incident = read(text).incidents[0]
    assert incident.place is not None and incident.place.name.startswith("Xarkutal")
    assert incident.place.admin1 == admin1
