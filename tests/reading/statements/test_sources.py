from collections.abc import Callable

import pytest

from rashomon.record import SourceKind


@pytest.mark.parametrize(
    "phrase, kind, named",
    [
        ("Interior Minister Samir Haddad", SourceKind.official, True),
        ("A government official", SourceKind.official, False),
        ("Police", SourceKind.security_force, False),
        ("Army spokesman Col. Tomas Rivas", SourceKind.security_force, True),
        ("A rebel spokesman", SourceKind.armed_group, False),
        ("A spokesman for the Taliban", SourceKind.armed_group, False),
        ("A doctor at the hospital", SourceKind.medical, False),
        ("The victim's brother", SourceKind.relative, False),
        ("Witnesses", SourceKind.witness, False),
        ("Human Rights Watch", SourceKind.ngo, True),
        ("The United Nations", SourceKind.igo, True),
        ("A U.N. spokeswoman", SourceKind.igo, False),
        ("State television", SourceKind.media, False),
        ("A leaked report", SourceKind.document, False),
        ("A tweet", SourceKind.social_media, False),
        ("Some", SourceKind.unnamed, False),
        ("Reports", SourceKind.media, False),
        ("A source", SourceKind.unnamed, False),
    ],
)
def test_the_phrase_says_what_kind_of_source_it_is(only: Callable, phrase: str, kind: SourceKind, named: bool) -> None:
    source = only(f"{phrase} said that two people had been killed.").statement.source
    assert (source.text, source.kind, source.named) == (phrase, kind, named)


def test_the_phrase_takes_titles_and_appositions(only: Callable) -> None:
    found = only('"We are ready," said Samira Haddad, a spokeswoman for the governor.')
    assert found.source == "Samira Haddad, a spokeswoman for the governor"


def test_a_pronoun_keeps_its_span(told: Callable) -> None:
    found = told("Colonel Diarra arrived on Monday. He said the road was mined.")
    assert found[-1].source == "He"


def test_a_name_alone_is_what_a_fuller_phrase_called_it(told: Callable) -> None:
    found = told('"We fired first," said Army Capt. Luis Vega. Vega said the rebels had fled.')
    assert [t.statement.source.kind for t in found] == [SourceKind.security_force] * 2


def test_the_authors_own_voice_is_the_author(only: Callable) -> None:
    assert only("I believe that the war is lost.").statement.source.kind is SourceKind.author


def test_who_stands_for_a_name_as_a_pronoun_does(told: Callable) -> None:
    source = told("The raid angered Salim Haddad, who said that nobody had been warned.")[0].statement.source
    assert source.text == "who"
    assert source.actor is not None and source.named


def test_who_stands_with_whomever_the_report_does_not_name(told: Callable) -> None:
    found = told("The shelling killed a shepherd who had told friends that the road was safe.")
    assert found[0].source == "a shepherd who"


def test_a_possessor_is_named_without_its_ending(told: Callable) -> None:
    text = "Nobody believed the mayor's claim that the bridge was safe."
    source = told(text)[0].statement.source
    assert source.span is not None
    assert (source.text, text[slice(*source.span)]) == ("the mayor", "the mayor's")
