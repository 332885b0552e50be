import pytest

from rashomon.reading.casing import restore_case


def restored(text: str) -> str:
    return restore_case(text, [(0, len(text))])


@pytest.mark.parametrize(
    "text",
    [
        "The police said that Colonel Moussa Keita was killed near Gao on Monday.",
        "He joined the Free Workers Liberation Front (FWLF) in May.",
        "They seized an M-16 rifle and an AK-47 from the rebels.",
        "O'Brien and McAllister were wounded, the army's spokesman said.",
        "The U.S. troops left the city on Monday.",
        "The army had in general been warned in March, said General Ruiz.",
        "The protest march of 12 March was banned, and no march was held.",
    ],
)
def test_a_sentence_in_capitals_gets_its_own_case_back(text: str) -> None:
    assert restored(text.upper()) == text


def test_an_acronym_given_in_brackets_is_known_throughout() -> None:
    text = "THE PEOPLE'S DEFENSE UNION [PDUX] DENIED IT. A PDUX COMMANDER SAID THE UNION OF MINERS WAS LYING."
    found = restored(text)
    assert "People's Defense Union [PDUX]" in found
    assert "A PDUX commander" in found
    assert "union of miners" in found


def test_names_in_a_text_without_capitals_are_found() -> None:
    text = "the police in mumbai on friday arrested two men who were said to have set fire to a bus near the station."
    assert "in Mumbai on Friday" in restored(text)


@pytest.mark.parametrize("text", ["", "A", "!?", "ß ŉ ǰ", "ẞẞẞ GROẞE STRAẞE", "x" * 5000, "ŁÓDŹ " * 50])
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(restored(text)) == len(text)
