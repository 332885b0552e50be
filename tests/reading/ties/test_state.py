from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Annotate = Callable[..., Doc]


def ties_of(doc: Doc, name: str) -> list[tuple[str, str]]:
    names = {actor.id: actor.name for actor in doc._.actors}
    return [(tie.relation.value, names[tie.b]) for tie in doc._.ties if names[tie.a] == name]


@pytest.mark.parametrize("title", ["President", "Prime Minister", "Vice President"])
def test_a_bare_head_of_state_is_nobodys_whatever_the_report_is_about(annotate: Annotate, title: str) -> None:
    doc = annotate(
        f"The Kenyan government sent Kenyan troops to Garissa. Kenya denied it. {title} Paul Stern said in Nairobi that "
        "he would wait."
    )
    assert ties_of(doc, "Paul Stern") == []


def test_a_minister_is_of_no_government_where_two_countries_share_the_report(annotate: Annotate) -> None:
    doc = annotate("Peru denied it. Peruvian troops left Peru. Chile denied it. Defense Minister Ana Soto wept.")
    assert ties_of(doc, "Ana Soto") == []


def test_a_country_named_beside_the_minister_is_nearer_than_that_of_the_report(annotate: Annotate) -> None:
    doc = annotate("Peru denied it. Peruvian troops left Peru. Defense Minister Ana Soto spoke in Santiago, Chile.")
    assert ties_of(doc, "Ana Soto") == []


def test_a_minister_in_a_report_on_one_country_is_its_governments(annotate: Annotate) -> None:
    doc = annotate("Peru denied it. Peruvian troops left Peru. Defense Minister Ana Soto wept.")
    assert ties_of(doc, "Ana Soto") == [("official", "Peru")]


def test_a_minister_of_a_province_is_of_no_government(annotate: Annotate) -> None:
    doc = annotate("Pakistan denied it. Pakistani troops left Pakistan. Ali Jan, the chief minister of Sindh, wept.")
    assert ties_of(doc, "Ali Jan") == []


def test_the_government_of_a_president_is_his(annotate: Annotate) -> None:
    doc = annotate("The government of President Daniel Obi denied it.")
    assert ties_of(doc, "Daniel Obi") == [("leader", "government of President Daniel Obi")]
