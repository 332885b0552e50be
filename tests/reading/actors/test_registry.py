from collections import Counter
from pathlib import Path

import pytest
import spacy

from rashomon.errors import BadData
from rashomon.reading.actors.registry import registry
from rashomon.record import ActorKind

WORDS = spacy.blank("en")


def names_in(text: str, own: str = "") -> list[str]:
    doc = WORDS(text)
    return [hit.entry.name for hit in registry(own).find(doc)]


def test_every_entry_is_found_by_its_own_names() -> None:
    for entry in registry().entries.values():
        for name in (entry.name, *entry.aliases, *entry.acronyms):
            found = names_in(f"They spoke of {name} today.")
            assert len(found) == 1, name


def test_the_longest_name_wins() -> None:
    assert names_in("Islamic State West Africa Province claimed it.") == ["Islamic State West Africa Province"]


def test_other_spellings_are_found_and_small_letters_are_not() -> None:
    assert names_in("The Taleban and Al Qaeda met.") == ["Taliban", "al-Qaida"]
    assert names_in("In an islamic state of mind, is it?") == []


@pytest.mark.parametrize(
    "text",
    [
        "They want an Islamic state.",
        "Lebanese forces fled.",
        "On 17 November it rained.",
        "A ship crossed the Sea of Azov.",
    ],
)
def test_words_that_also_mean_something_else_are_no_names(text: str) -> None:
    assert names_in(text) == []


def test_no_two_entries_share_a_name() -> None:
    entries = registry().entries.values()
    names = Counter(n for e in entries for n in {e.name.lower(), *(a.lower() for a in e.aliases)})
    assert [name for name, count in names.items() if count > 1] == []


def test_an_own_entry_replaces_one_of_the_same_name(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('"M23" = { kind = "other", acronyms = ["M23"] }\n"River Guards" = { kind = "armed_group" }\n')
    assert registry(str(own)).entries["M23"].kind is ActorKind.other
    assert names_in("The River Guards fled.", str(own)) == ["River Guards"]


@pytest.mark.parametrize("content", ['"X" = { kind = "band" }', '"X" = {', '"X" = { aliases = ["Y"] }'])
def test_a_broken_registry_is_named(tmp_path: Path, content: str) -> None:
    own = tmp_path / "broken.toml"
    own.write_text(content)
    with pytest.raises(BadData, match=r"broken\.toml"):
        registry(str(own))


def test_a_missing_registry_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="nowhere"):
        registry(str(tmp_path / "nowhere.toml"))


def test_a_name_of_several_words_is_found_though_its_capitals_were_not_restored(annotate) -> None:
    doc = annotate("LIMA, 3 MAY 89 -- SHINING PATH MEMBERS BURNED A TRUCK.")
    assert [hit.entry.name for hit in registry().find(doc)] == ["Shining Path"]


def test_small_letters_in_a_text_that_has_capitals_name_nobody(annotate) -> None:
    assert list(registry().find(annotate("The lamp lit a shining path to the gate."))) == []
