from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.reading.actors.names import name_key, same_person, short_for, spelling
from rashomon.reading.document import actor_of
from rashomon.record import Actor, ActorKind

Annotate = Callable[..., Doc]


def named(doc: Doc, name: str) -> Actor:
    return next(actor for actor in doc._.actors if name in (actor.name, *actor.aliases))


def mentions(doc: Doc, actor: Actor) -> list[str]:
    return [doc.text[start:end] for start, end in actor.mentions]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Daoud", "Dawood"), ("Taleban", "Taliban"), ("Osama", "Usama"), ("Qaeda", "Qaida"), ("Mohammed", "Muhammad"),
     ("Massoud", "Masood"), ("Hezbollah", "Hizbullah"), ("Yousuf", "Yusuf")],
)  # fmt: skip
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert spelling(one.lower()) == spelling(other.lower())


def test_a_father_and_his_son_of_nearly_the_same_name_are_two() -> None:
    assert not same_person(name_key(("Hamid", "Raza")), name_key(("Hamid", "Gul", "Raza")))


def test_initials_and_second_surnames_may_be_left_out() -> None:
    assert same_person(name_key(("Jorge", "Pardo")), name_key(("Jorge", "Pardo", "Quiroga")))
    assert same_person(name_key(("Peter", "Onyango")), name_key(("Peter", "K.", "Onyango")))


def test_a_common_given_name_stands_for_nobody() -> None:
    assert short_for(name_key(("Mohammed",)), name_key(("Mohammed", "Saleh"))) == 0
    assert short_for(name_key(("Saleh",)), name_key(("Mohammed", "Saleh"))) == 3


def test_full_name_surname_and_title_are_one_person(annotate: Annotate) -> None:
    doc = annotate(
        "General Tomas Arevalo left the capital on Monday. Arevalo said the army would follow. "
        "Gen. Arevalo did not say when."
    )
    general = named(doc, "Tomas Arevalo")
    assert mentions(doc, general)[:3] == ["Tomas Arevalo", "Arevalo", "Arevalo"]
    assert general.kind is ActorKind.person


def test_an_acronym_in_brackets_is_another_name(annotate: Annotate) -> None:
    doc = annotate(
        "The Front for Justice and Land (FJL) attacked a convoy near the border. The FJL denied that it had killed civilians."
    )
    group = named(doc, "FJL")
    assert group.name == "Front for Justice and Land"
    assert len(group.mentions) >= 3


def test_a_registered_group_goes_by_its_acronym(annotate: Annotate) -> None:
    doc = annotate("FARC rebels attacked the town. The Revolutionary Armed Forces of Colombia claimed the attack.")
    group = named(doc, "FARC")
    assert group.name == "Revolutionary Armed Forces of Colombia"
    assert (group.kind, group.country) == (ActorKind.armed_group, "COL")


def test_a_name_inside_another_word_is_no_mention(annotate: Annotate) -> None:
    doc = annotate("Anti-Taliban fighters took the bridge on Sunday.")
    assert "Taliban" not in {actor.name for actor in doc._.actors}


@pytest.mark.parametrize(
    "text",
    ["Idris Kamara, also known as Black Panther Kallon, was arrested in Freetown.",
     "Idris Kamara, who was born in the north, is also known as Black Panther Kallon."],
)  # fmt: skip
def test_also_known_as_joins_two_names(annotate: Annotate, text: str) -> None:
    doc = annotate(text)
    assert named(doc, "Idris Kamara") == named(doc, "Black Panther Kallon")


def test_brothers_stay_two_and_the_surname_goes_to_the_one_named_last(annotate: Annotate) -> None:
    doc = annotate(
        "Karim Wardak was shot at the market on Sunday. Nasir Wardak ran to the hospital when he heard the shots. "
        "Wardak said that the police came late."
    )
    assert named(doc, "Karim Wardak").id != named(doc, "Nasir Wardak").id
    speaker = actor_of(next(token for token in doc if token.text == "Wardak" and token.head.text == "said"))
    assert speaker is not None and speaker.name == "Nasir Wardak"


def test_a_country_that_acts_is_its_government_and_one_that_is_a_place_is_none(annotate: Annotate) -> None:
    doc = annotate("Iran condemned the attack. Three aid workers were killed in Sudan.")
    governments = {actor.name: actor.country for actor in doc._.actors if actor.kind is ActorKind.government}
    assert governments == {"Iran": "IRN"}


def test_a_demonym_is_no_actor(annotate: Annotate) -> None:
    doc = annotate("A Malian soldier died near Gao.")
    assert [actor.name for actor in doc._.actors] == ["Malian soldier"]
    assert doc._.actors[0].country == "MLI"


def test_a_name_with_letters_added_is_another_name() -> None:
    assert not same_person(name_key(("Jamil", "Rahman")), name_key(("Jamil", "Rahmani")))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen fled.", "gunmen"),
        ("Malian soldiers fled.", "Malian soldiers"),
        ("Jesuits fled.", "Jesuits"),
        ("As many as 10 civilians drowned.", "10 civilians"),
        ("They say at least two dozen farmers drowned.", "two dozen farmers"),
        ('Troops shot 15 "terrorists" there.', "15 terrorists"),
        ("Its soldiers fled.", "soldiers"),
    ],
)
def test_an_unnamed_actor_is_called_as_it_would_be_within_a_sentence(annotate: Annotate, text: str, name: str) -> None:
    assert name in {actor.name for actor in annotate(text)._.actors}


def test_part_of_a_continent_and_a_people_abroad_are_of_no_country(annotate: Annotate) -> None:
    doc = annotate("The Central American University closed. Ethnic Albanian villagers fled. Pro-Russian rebels fled.")
    assert {actor.country for actor in doc._.actors} == {None}
