from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.record import Act, SourceKind


def spelled(doc: Doc) -> list[tuple[str | None, str, tuple[str, ...]]]:
    text = doc._.report.text
    return [(s.source.text, text[slice(*s.cue)], tuple(text[slice(*c)] for c in s.content)) for s in doc._.statements]


def test_what_no_rule_sees_is_a_statement_of_the_head(seen: Callable[..., Doc]) -> None:
    doc = seen(
        "To hear the villagers tell it, nobody had fled before dawn.",
        ("To hear the villagers tell it", "the villagers", "nobody had fled before dawn"),
    )
    assert spelled(doc) == [("the villagers", "To hear the villagers tell it", ("nobody had fled before dawn",))]
    assert [(s.by, s.source.kind) for s in doc._.statements] == [("statements.head", SourceKind.witness)]


def test_stretches_grow_to_whole_words_and_lose_what_sets_them_off(seen: Callable[..., Doc]) -> None:
    doc = seen(
        "Grim arithmetic from the Kandara clinic, where doctors counted: nineteen dead, forty wounded.",
        ("arithmetic", "the Kandara clin", " nineteen dead, forty wounded."),
    )
    assert spelled(doc) == [("the Kandara clinic", "arithmetic", ("nineteen dead, forty wounded",))]


def test_the_lexicon_says_what_kind_of_saying_a_proposed_cue_is(seen: Callable[..., Doc]) -> None:
    doc = seen(
        "Rebels, vehemently: no to everything, they denied, in short, any ambush.",
        ("denied", "they", "any ambush"),
    )
    assert [s.act for s in doc._.statements] == [Act.denies]


def test_a_proposal_without_content_is_no_statement(seen: Callable[..., Doc]) -> None:
    assert seen("The colonel waved and smiled.", ("waved", "The colonel"))._.statements == []


def test_stretches_that_a_piece_parts_are_one_content(seen: Callable[..., Doc]) -> None:
    doc = seen(
        "Verdict of the observers: the vote, though late, was fair.",
        ("Verdict", "the observers", "the vote", "though late", "was fair"),
    )
    assert [c for *_, c in spelled(doc)] == [("the vote, though late, was fair",)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "🙂"])
def test_texts_without_words_have_no_proposals(seen: Callable[..., Doc], text: str) -> None:
    assert seen(text)._.statements == []


@pytest.mark.parametrize(
    "text, cue, source, content",
    [
        ("No group, so far, has boasted of the blast.", "boasted of", "No group", "the blast"),
        ("The governor should say what he knows.", "say", "The governor", "what he knows"),
    ],
)
def test_what_nobody_says_is_no_statement(
    seen: Callable[..., Doc], text: str, cue: str, source: str, content: str
) -> None:
    assert seen(text, (cue, source, content))._.statements == []


def test_who_is_whomever_it_stands_for(seen: Callable[..., Doc]) -> None:
    doc = seen("A guard who counted the dead: nine, he thinks, fled.", ("counted", "who", "the dead"))
    assert [s.source.text for s in doc._.statements if s.by == "statements.head"] == ["A guard who"]
