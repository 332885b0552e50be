from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.record import Relation, TieStatus

Annotate = Callable[..., Doc]


def told(doc: Doc) -> set[tuple[str, str, str]]:
    names = {actor.id: actor.name for actor in doc._.actors}
    return {(names[tie.a], tie.relation.value, names[tie.b]) for tie in doc._.ties}


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Rashid Noor, an aide to Commander Tariq Aziz, said the road was open.", ("Rashid Noor", "aide", "Tariq Aziz")),
        ("Hamas spokesman Yasir Qandil denied it.", ("Yasir Qandil", "spokesman", "Hamas")),
        ("Anna Koval, a spokeswoman for the Ukrainian government, denied it.",
         ("Anna Koval", "spokesman", "Ukrainian government")),
        ("The Red Valley Front, led by Joseph Mulumba, burned the bridge.", ("Joseph Mulumba", "leader", "Red Valley Front")),
        ("Selim Barzan, the son of the late Murat Barzan, was arrested.", ("Selim Barzan", "relative", "Murat Barzan")),
        ("Joseph Mulumba defected from the Lord's Resistance Army in March.",
         ("Joseph Mulumba", "defector", "Lord's Resistance Army")),
        ("Boko Haram pledged allegiance to the Islamic State.", ("Boko Haram", "ally", "Islamic State")),
        ("The Islamic State is backing Boko Haram.", ("Islamic State", "supporter", "Boko Haram")),
        ("Peter Musa, a former guard at Bulengo prison, was shot.", ("Peter Musa", "aide", "Bulengo prison")),
        ("Seleka fighters entered the town.", ("Seleka fighters", "member", "Seleka")),
        ("A band linked to Boko Haram burned it. Rebels linked to Boko Haram fled.", ("rebels", "associate", "Boko Haram")),
        ("The trade ministry, which is run by the Houthis, denied it.", ("Houthis", "leader", "trade ministry")),
        ("Paul Kone was appointed defense minister of Mali in May.", ("Paul Kone", "official", "Mali")),
        ("Police shot two men. Omar Noor, a police spokesman, denied it.", ("Omar Noor", "spokesman", "police")),
        ("Ana Reyes, who leads the mission of the African Union, left.", ("Ana Reyes", "leader", "African Union")),
        ("Jorge Mina's militia burned the bridge.", ("Jorge Mina", "leader", "Jorge Mina's militia")),
    ],
)  # fmt: skip
def test_a_tie_is_read(annotate: Annotate, text: str, tie: tuple[str, str, str]) -> None:
    assert tie in told(annotate(text))


def test_a_former_post_is_former_and_keeps_its_role(annotate: Annotate) -> None:
    doc = annotate("Khalid Omar, the Taliban's former deputy intelligence chief, was shot.")
    (tie,) = doc._.ties
    assert (tie.relation, tie.role, tie.status) == (Relation.official, "deputy intelligence chief", TieStatus.former)


def test_a_minister_without_a_country_is_of_the_government_the_report_is_about(annotate: Annotate) -> None:
    doc = annotate("The Peruvian government sent troops. Former defense minister Julio Salas said it was late.")
    assert ("Julio Salas", "official", "Peruvian government") in told(doc)


def test_a_minister_of_another_country_is_not_of_that_government(annotate: Annotate) -> None:
    doc = annotate("The Peruvian government sent troops. Chilean defense minister Julio Salas said it was late.")
    assert not any(b == "Peruvian government" and a == "Julio Salas" for a, _, b in told(doc))


def test_a_tie_holds_for_the_time_told(annotate: Annotate) -> None:
    doc = annotate("Khalid Omar has been a spokesman for Hezbollah since 2014.")
    (tie,) = doc._.ties
    assert (tie.since, tie.until, tie.status) == ("2014", None, TieStatus.current)


def test_a_tie_that_somebody_denies_is_denied(annotate: Annotate) -> None:
    doc = annotate("The Taliban denied ties with al-Qaida.")
    assert [(tie.relation, tie.status) for tie in doc._.ties] == [(Relation.associate, TieStatus.denied)]


def test_a_tie_that_somebody_alleges_is_alleged_by_that_statement(annotate: Annotate) -> None:
    doc = annotate("The Iraqi government said that Kataib Hezbollah has ties with the Islamic State.")
    (tie,) = [tie for tie in doc._.ties if tie.relation is Relation.associate]
    assert tie.status is TieStatus.alleged
    assert tie.statement in {statement.id for statement in doc._.statements}


def test_what_may_come_is_no_tie(annotate: Annotate) -> None:
    doc = annotate("Ansar Dine would cut ties with al-Qaida. Boko Haram may join the Islamic State.")
    assert doc._.ties == []


def test_employees_of_a_ministry_are_not_of_the_policemen_named_with_it(annotate: Annotate) -> None:
    doc = annotate("Employees of the water ministry and policemen were hurt.")
    assert not any(b == "policemen" for _, _, b in told(doc))


def test_members_of_a_family_are_no_members_of_an_actor(annotate: Annotate) -> None:
    assert told(annotate("Six members of one family drowned.")) == set()


def test_every_tie_is_read_from_the_report(annotate: Annotate) -> None:
    doc = annotate("Rashid Noor, an aide to Commander Tariq Aziz, said the road was open.")
    assert [doc.text[start:end] for tie in doc._.ties for start, end in tie.evidence] == [
        "an aide to Commander Tariq Aziz"
    ]
    assert all(tie.by and tie.by.startswith("ties.") for tie in doc._.ties)
