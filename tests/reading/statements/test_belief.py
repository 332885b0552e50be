from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.reading.heads.confidence import Judge, judge
from rashomon.reading.statements import belief
from rashomon.record import Act


def test_without_a_head_all_are_kept_and_none_has_a_confidence(annotate: Callable[..., Doc]) -> None:
    doc = annotate("Police said two men died. The rebels denied it.")
    doc._.heads, doc._.left_out = None, {}
    belief_of = belief.believed(doc, doc._.statements)
    assert belief_of == doc._.statements


def test_what_both_see_is_likelier_than_what_the_head_doubts(seen: Callable[..., Doc]) -> None:
    text = "The mayor said that nine people had been killed in the market."
    told = ("said", "The mayor", "that nine people had been killed in the market")
    sure, doubtful = (seen(text, told, chance=chance)._.statements[0].confidence for chance in (0.99, 0.6))
    assert 0 < doubtful < sure <= 1


def test_what_is_too_doubtful_is_left_out_and_counted(seen: Callable[..., Doc]) -> None:
    doc = seen("Smoke hung over the market, the ruins, the river.", ("hung", "Smoke", "the ruins"), chance=0.31)
    assert (doc._.statements, doc._.left_out) == ([], {"statements": 1})


@pytest.mark.parametrize(
    "text, act",
    [
        ("The front claimed responsibility for the ambush.", Act.claims_responsibility),
        ("The army denied the charge.", Act.denies),
        ("Villagers blamed the militia for the fire.", Act.blames),
    ],
)
def test_what_responsibility_hangs_on_stays_though_the_head_does_not_see_it(
    seen: Callable[..., Doc], text: str, act: Act
) -> None:
    assert [s.act for s in seen(text)._.statements] == [act]


def test_a_number_does_not_vanish_though_the_head_does_not_see_who_gives_it(seen: Callable[..., Doc]) -> None:
    (statement,) = seen("A report in May put their number between 300 and 500 fighters.")._.statements
    assert statement.source.text == "A report in May"
    assert statement.confidence is not None and statement.confidence < judge("statements").threshold


def test_what_only_describes_claims_is_not_what_they_say(seen: Callable[..., Doc]) -> None:
    text = "He said the raid left ten men dead, claims that could not be verified."
    doc = seen(text, ("claims", "He", "that could not be verified"))
    assert all(
        "verified" not in text[slice(*span)]
        for s in doc._.statements
        if s.by == "statements.head"
        for span in s.content
    )


def test_a_protected_source_does_not_vanish(seen: Callable[..., Doc]) -> None:
    doc = seen("A teacher who asked not to be named said that soldiers had burnt the school.")
    assert [s.source.protected for s in doc._.statements if "soldiers" in doc.text[slice(*s.content[0])]] == [True]


@pytest.mark.parametrize(
    "by, least", [("statements.verb", 0.0), ("statements.head", 0.4), ("statements.transcript", 0.0)]
)
def test_nothing_is_needed_of_rules_where_much_hangs_on_it(seen: Callable[..., Doc], by: str, least: float) -> None:
    doc = seen("The army denied the charge.")
    (denial,) = doc._.statements
    judge = Judge({"rule.verb": 0.5, "rule.head": 0.1}, 0.4)
    assert belief.needed(doc, denial.model_copy(update={"by": by}), judge) == least


def test_statements_are_numbered_without_gaps(seen: Callable[..., Doc]) -> None:
    text = "Smoke hung over the ruins. The mayor said that nobody had been hurt."
    doc = seen(text, ("said", "The mayor", "that nobody had been hurt"), ("hung", "Smoke", "the ruins"))
    assert [s.id for s in doc._.statements] == [f"s{n}" for n in range(1, len(doc._.statements) + 1)]


def test_confidence_is_the_judges_chance(seen: Callable[..., Doc]) -> None:
    doc = seen("The army denied the charge.")
    (statement,) = doc._.statements
    assert statement.confidence is not None
    assert statement.confidence >= belief.needed(doc, statement, judge("statements"))
