from collections.abc import Callable

from spacy.tokens import Doc

from rashomon.reading.document import actor_of
from rashomon.record import ActorKind

Annotate = Callable[..., Doc]


def who(doc: Doc, word: str, nth: int = 0) -> str | None:
    """The name of the actor that the nth occurrence of a word mentions."""
    actor = actor_of([token for token in doc if token.text == word][nth])
    return None if actor is None else actor.name


def test_he_is_the_subject_of_the_sentence_before(annotate: Annotate) -> None:
    doc = annotate("Samuel Okello was shot outside a bank on Friday. He died in hospital.")
    assert who(doc, "He") == "Samuel Okello"


def test_two_men_that_could_both_be_meant_leave_he_open(annotate: Annotate) -> None:
    doc = annotate("Samuel Okello and Peter Lokwang left the camp on Friday. He died in hospital.")
    assert who(doc, "He") is None


def test_she_is_no_man(annotate: Annotate) -> None:
    doc = annotate("A woman told Mr. Lokwang about the raid. She had hidden in a well.")
    assert who(doc, "She") == "woman"


def test_a_speaker_is_not_he_in_his_own_words(annotate: Annotate) -> None:
    doc = annotate('Governor Paul Deng said the attack was planned. "He wanted our cattle," Deng said.')
    assert who(doc, "He") is None


def test_his_brother_is_named_after_him(annotate: Annotate) -> None:
    doc = annotate("Samuel Okello was shot on Friday, according to his brother.")
    assert who(doc, "brother") == "Samuel Okello's brother"


def test_whose_is_what_the_clause_is_about(annotate: Annotate) -> None:
    doc = annotate("Boko Haram, whose fighters had crossed the river, burned the village.")
    assert who(doc, "whose") == "Boko Haram"


def test_the_group_is_the_armed_group_named_before(annotate: Annotate) -> None:
    doc = annotate("Al-Shabab claimed the bombing in Mogadishu. The group said it had killed ten soldiers.")
    assert who(doc, "group") == "al-Shabab"


def test_the_command_is_the_one_named_before_and_without_one_it_is_nobody(annotate: Annotate) -> None:
    doc = annotate("The Northern Command denied it. A spokesman for the command wept.")
    assert who(doc, "command") == "Northern Command"
    assert who(annotate("A spokesman for the command wept."), "command") is None


def test_the_agency_is_known_by_its_acronym(annotate: Annotate) -> None:
    doc = annotate("The CIA denied it. On Monday the agency was silent.")
    assert who(doc, "agency") == "Central Intelligence Agency"


def test_the_university_is_the_one_named_before(annotate: Annotate) -> None:
    doc = annotate("A shell hit Saint Mark University. Paul Moro, the rector of the university, was hurt.")
    assert who(doc, "university") == "Saint Mark University"


def test_the_alliance_is_no_group_of_another_name(annotate: Annotate) -> None:
    assert who(annotate("Hamas denied it. The alliance ended."), "alliance") is None


def test_an_aid_group_does_not_fight(annotate: Annotate) -> None:
    doc = annotate("An aid group left the town.")
    assert [actor.kind for actor in doc._.actors] == [ActorKind.organisation]


def test_nobody_is_his_own_deputy(annotate: Annotate) -> None:
    doc = annotate("Samuel Okello says that the killer is his deputy.")
    assert who(doc, "his") == "Samuel Okello"


def test_a_group_never_named_is_left_open(annotate: Annotate) -> None:
    doc = annotate("Shots were heard at dawn. The group left before noon.")
    assert who(doc, "group") is None


def test_the_gunmen_are_those_told_of_before(annotate: Annotate) -> None:
    doc = annotate("Two gunmen on a motorbike shot a judge in Quetta. The gunmen escaped.")
    assert actor_of(next(t for t in doc if t.text == "gunmen")) == actor_of([t for t in doc if t.text == "gunmen"][1])


def test_a_second_pair_of_gunmen_is_another_one(annotate: Annotate) -> None:
    doc = annotate("Two gunmen shot a judge in Quetta. In Karachi, two gunmen wounded a teacher.")
    assert actor_of(next(t for t in doc if t.text == "gunmen")) != actor_of([t for t in doc if t.text == "gunmen"][1])


def test_an_apposition_describes_and_mentions(annotate: Annotate) -> None:
    doc = annotate("Nadia Haddad, the ministry's former spokeswoman, fled on Monday.")
    assert who(doc, "spokeswoman") == "Nadia Haddad"
    actor = next(actor for actor in doc._.actors if actor.name == "Nadia Haddad")
    assert actor.description == "the ministry's former spokeswoman"


def test_nobody_is_no_actor(annotate: Annotate) -> None:
    doc = annotate("No group claimed the attack. It is not known how many fighters died.")
    assert doc._.actors == []


def test_unnamed_people_have_the_kind_of_their_noun(annotate: Annotate) -> None:
    doc = annotate("Rebel forces shot civilians while government troops and two gunmen watched.")
    kinds = {actor.name: actor.kind for actor in doc._.actors}
    assert kinds["rebel forces"] is ActorKind.armed_group
    assert kinds["civilians"] is ActorKind.population
    assert kinds["government troops"] is ActorKind.security_force
    assert kinds["two gunmen"] is ActorKind.person


def test_a_count_of_people_mentions_the_people(annotate: Annotate) -> None:
    doc = annotate("Dozens of villagers fled across the river.")
    assert who(doc, "Dozens") == "villagers"
