"""English or not."""

import pytest

from rashomon.reports.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "The governor said on Monday that the army had left the town and that nobody was hurt.",
        "THE GOVERNOR SAID ON MONDAY THAT THE ARMY HAD LEFT THE TOWN AND THAT NOBODY WAS HURT.",
        "Shelling near Donetsk kills two",
        "Three killed in Quetta blast; Baloch Liberation Army claims responsibility",
        "Al-Shabab militants attack Somali army base near Baidoa",
    ],
)
def test_english_is_never_taken_for_another_language(text: str) -> None:
    assert language_of(text) in {"en", None}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El gobernador dijo el lunes que el ejército había salido del pueblo y que no hubo heridos.", "es"),
        ("Le gouverneur a déclaré lundi que l'armée avait quitté la ville et que personne n'était blessé.", "fr"),
        ("Губернатор заявил в понедельник, что армия покинула город и никто не пострадал.", "ru"),
    ],
)
def test_other_languages(text: str, code: str) -> None:
    assert language_of(text) == language_of(text.upper()) == code


def test_nothing_to_tell_a_language_by() -> None:
    assert language_of("") is None
    assert language_of("1234 !!! 😀") is None
