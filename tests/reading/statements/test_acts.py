from collections.abc import Callable

import pytest

from rashomon.record import Act, Firmness


@pytest.mark.parametrize(
    "text, act",
    [
        ("The ministry said the road was open.", Act.asserts),
        ("The hospital confirmed that nine people had died.", Act.confirms),
        ("The front claimed responsibility for the bombing.", Act.claims_responsibility),
        ("The group said its fighters carried out the attack.", Act.claims_responsibility),
        ("The minister blamed the rebels for the blast.", Act.blames),
        ("The mayor said the rebels were behind the attack.", Act.blames),
        ("The rebels rejected the report.", Act.denies),
        ("The rebels said there was no truth in the report.", Act.denies),
        ("The judge said it was too soon to tell who had fired.", Act.doubts),
        ("The envoy could not confirm the report.", Act.doubts),
        ("The bishop condemned the killing.", Act.condemns),
        ('"Every informer deserves to die," the leaflet read.', Act.threatens),
        ("The mayor urged the rebels to leave.", Act.requests),
        ("The army promised to withdraw.", Act.promises),
        ("The envoy predicted that the truce would fail.", Act.predicts),
        ("The spokesman declined to comment.", Act.declines_comment),
        ("The spokesman did not respond to questions.", Act.declines_comment),
    ],
)
def test_the_act_follows_cue_and_content(told: Callable, text: str, act: Act) -> None:
    assert told(text)[0].statement.act is act


@pytest.mark.parametrize(
    "text, firmness",
    [
        ("Police said two men were killed.", Firmness.certain),
        ("Police said two men may have been killed.", Firmness.possible),
        ("Police said the men were probably killed by rebels.", Firmness.probable),
        ("Police suspect that rebels killed the men.", Firmness.probable),
    ],
)
def test_hedges_make_it_less_firm(told: Callable, text: str, firmness: Firmness) -> None:
    assert told(text)[0].statement.firmness is firmness


def test_a_later_admission_by_the_same_source_retracts(told: Callable) -> None:
    found = told(
        "Minister Osman announced that the army had retaken the airport. "
        "Osman later admitted that the airport was held by the militia."
    )
    assert [t.statement.act for t in found] == [Act.asserts, Act.retracts]


def test_an_admission_out_of_the_blue_is_no_retraction(only: Callable) -> None:
    assert only("The driver admitted that he had seen the gunmen.").statement.act is Act.confirms


def test_what_is_voiced_gives_the_act(only: Callable) -> None:
    assert only("The envoy expressed doubts about the truce.").statement.act is Act.doubts
