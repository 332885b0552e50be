"""Rules and the trained head together, on reports of several sentences, as users have them."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from rashomon.record import Act

REPORT = (
    "Fighting broke out near Kandara on Tuesday, and shops stayed closed. The provincial governor, Salim Haddad, said that "
    "gunmen had attacked a checkpoint and killed four policemen. A spokesman for the northern front denied that its men had "
    'been involved. "We heard shooting until dawn," said Mariam Diallo, who runs a bakery beside the bridge. According to '
    "two aid workers, dozens of families have fled to the hills. The army blamed the front for the attack."
)


def sources(doc: Doc) -> set[str | None]:
    return {s.source.text for s in doc._.statements}


@pytest.mark.parametrize("text", [REPORT, REPORT.upper(), REPORT.lower()], ids=["plain", "capitals", "lower case"])
def test_who_speaks_is_found_in_any_case(looked_at: Callable[..., Doc], text: str) -> None:
    named = " | ".join(str(source).lower() for source in sources(looked_at(text)))
    assert all(who in named for who in ("salim haddad", "a spokesman for the northern front", "mariam diallo", "army"))


def test_every_statement_has_a_confidence(looked_at: Callable[..., Doc]) -> None:
    assert all(s.confidence is not None and 0 < s.confidence < 1 for s in looked_at(REPORT)._.statements)


def test_denial_and_blame_are_kept(looked_at: Callable[..., Doc]) -> None:
    assert {Act.denies, Act.blames} <= {s.act for s in looked_at(REPORT)._.statements}


def test_spans_lie_in_the_text_and_spell_the_source(looked_at: Callable[..., Doc]) -> None:
    for s in looked_at(REPORT)._.statements:
        assert all(0 <= a < b <= len(REPORT) for a, b in s.content)
        assert s.source.span is None or REPORT[slice(*s.source.span)].rstrip(",") == s.source.text


@pytest.mark.parametrize("text", ["", "Said", "said " * 300, "A: B", "\n\n“", "according to"])
def test_odd_texts_are_read(looked_at: Callable[..., Doc], text: str) -> None:
    assert isinstance(looked_at(text)._.statements, list)


@pytest.mark.parametrize(
    "inner, who",
    [
        ("witnesses had told police that gunmen attacked a checkpoint", "witnesses"),
        ("gunmen had threatened to kill the teacher", "gunmen"),
        ("the villagers say nobody was killed", "the villagers"),
    ],
)
def test_a_deed_reported_at_second_hand_is_kept(looked_at: Callable[..., Doc], inner: str, who: str) -> None:
    opening = "Fighting broke out near Kandara on Tuesday, and shops stayed closed. "
    outer, within = looked_at(f"{opening}Haddad said that {inner}.")._.statements
    assert (within.within, within.source.text) == (outer.id, who)


def test_no_source_is_a_mere_article(looked_at: Callable[..., Doc]) -> None:
    told = (
        "The Taliban then rejected the report as baseless, and maintained its long-stated position "
        "that the front had no presence in the valley."
    )
    assert sources(looked_at(told)) == {"The Taliban"}


def test_what_follows_a_cue_between_two_parts_is_said_too(looked_at: Callable[..., Doc]) -> None:
    told = "Two officers were shot dead in Ankara. These killings, some suggest, may be led by the Cobra militia."
    parts = [told[slice(*span)] for s in looked_at(told)._.statements for span in s.content]
    assert "may be led by the Cobra militia" in parts
