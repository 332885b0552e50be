from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.reading.heads.confidence import Judge
from rashomon.reading.statements import candidates
from rashomon.reading.statements.attribution import Attribution, shared
from rashomon.reading.statements.page import Page
from rashomon.reading.statements.sources import phrase

SAID = "The mayor said on Monday that nine people had been killed in the market."


def believing(head: bool) -> Callable[[str], Judge]:
    """Judges that know some rules and always believe the head, or always the rules."""
    return lambda name: Judge({"rule.verb": 0.0, "rule.parenthesis": 0.0}, 0.0 if head else 1.1)


def found(doc: Doc, *, head: bool = True) -> list[Attribution]:
    return candidates(Page(doc), believing(head))


def spelled(doc: Doc, attribution: Attribution) -> list[str]:
    return [doc.text[slice(*span)] for span in attribution.content]


@pytest.mark.parametrize("head, ending", [(True, "killed"), (False, "killed in the market")])
def test_a_find_of_rule_and_head_is_one_statement_with_the_likelier_ones_content(
    seen: Callable[..., Doc], head: bool, ending: str
) -> None:
    doc = seen(SAID, ("said", "The mayor", "that nine people had been killed"))
    (one,) = found(doc, head=head)
    assert one.rule == "verb"
    assert spelled(doc, one)[0].endswith(ending)


def test_finds_with_other_cues_but_the_same_words_are_one_statement(seen: Callable[..., Doc]) -> None:
    text = '"We buried them all before nightfall," he told us, and went on talking.'
    assert len(found(seen(text, ("went on talking", "he", '"We buried them all before nightfall,"')))) == 1


@pytest.mark.parametrize(
    "head, who", [(True, "sources close to the governor"), (False, "The commander, sources close to the governor")]
)
def test_the_likelier_one_says_who_speaks(seen: Callable[..., Doc], head: bool, who: str) -> None:
    text = "The commander, sources close to the governor said, had left the town."
    doc = seen(text, ("said", "sources close to the governor", "The commander", "had left the town"))
    (one,) = found(doc, head=head)
    assert doc.text[slice(*(phrase(Page(doc), one) or (0, 0)))] == who


def test_a_speaker_whom_the_head_does_not_see_is_nobody_if_it_is_believed(seen: Callable[..., Doc]) -> None:
    doc = seen(SAID, ("said", None, "that nine people had been killed in the market"))
    assert [a.speaker for a in found(doc)] == [None]


def test_what_a_rule_finds_that_the_judge_has_never_seen_is_the_rules(seen: Callable[..., Doc]) -> None:
    doc = seen("The talks began late.\n\nDIALLO: Our men never fired.", (":", "DIALLO", "Our men"))
    assert [spelled(doc, a) for a in found(doc)] == [["Our men never fired"]]


def test_a_proposal_is_given_to_one_rule_only(seen: Callable[..., Doc]) -> None:
    doc = seen("Police said that the mayor said that rebels had fled.", ("said", "Police", "the mayor said"))
    assert [a.proposal is not None for a in found(doc)] == [True, False]


@pytest.mark.parametrize(
    "a, b, common",
    [([(0, 10)], [(0, 10)], 1.0), ([(0, 10)], [(10, 20)], 0.0), ([(0, 4), (6, 10)], [(0, 10)], 0.8), ([], [], 0.0)],
)
def test_what_two_contents_share(a: list, b: list, common: float) -> None:
    assert shared(a, b) == common
