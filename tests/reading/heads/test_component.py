import numpy as np
import pytest
import spacy

from rashomon.reading.heads.encoder import scores_of
from rashomon.reading.heads.pieces import pieces_of
from rashomon.record import Role

ATTACK = (
    "BEIRUT, 3 May -- Unidentified gunmen murdered Judge Karim Haddad outside his house yesterday, police said. "
    "A bomb destroyed a police station in the same district."
)


@pytest.fixture(scope="module")
def nlp():
    made = spacy.blank("en")
    made.add_pipe("rashomon_heads")
    return made


@pytest.fixture(scope="module")
def attack(nlp):
    return nlp(ATTACK)._.heads


def test_who_says_what_is_proposed(attack):
    told = [a for a in attack.attributions if a.source]
    assert [(ATTACK[slice(*a.cue.span)], ATTACK[slice(*a.source.span)]) for a in told] == [("said", "police")]
    assert "murdered Judge Karim Haddad" in ATTACK[slice(*told[0].content[0].span)]


def test_who_did_it_to_whom_is_proposed(attack):
    found = {(p.role, ATTACK[slice(*p.proposed.span)].lower()) for p in attack.participants}
    assert any(role is Role.perpetrator and "gunmen" in text for role, text in found)
    assert any(role is Role.victim and "haddad" in text for role, text in found)


def test_capitals_are_read_as_well(nlp, attack):
    shouted = nlp(ATTACK.upper())._.heads
    assert [p.proposed.span for p in shouted.participants] == [p.proposed.span for p in attack.participants]
    assert [a.cue.span for a in shouted.attributions] == [a.cue.span for a in attack.attributions]


def test_a_trigger_is_likelier_in_news_of_an_attack_than_in_talk(nlp, attack):
    start = ATTACK.index("murdered")
    talk = "The committee will discuss next week how murdered officials might be honoured in schools and parks."
    other = nlp(talk)._.heads
    at = talk.index("murdered")
    assert attack.incident((start, start + 8)) > other.incident((at, at + 8))


@pytest.mark.parametrize("text", ["", " \n", "!", "word " * 2000, "\u0645\u0631\u062d\u0628\u0627", "\U0001f4a5" * 300])
def test_any_text_is_looked_at(nlp, text):
    heads = nlp(text)._.heads
    assert heads is None or len(heads.pieces) == len(heads.cues)


def test_chances_of_every_head_add_up_to_one():
    scores = scores_of(pieces_of(ATTACK * 12))
    for each in (scores.cues, scores.roles, scores.relevance):
        np.testing.assert_allclose(each.sum(-1), 1.0, rtol=1e-4)


def test_where_windows_overlap_each_piece_is_told_once():
    pieces = pieces_of(ATTACK * 30)
    assert len(scores_of(pieces).cues) == len(pieces)
