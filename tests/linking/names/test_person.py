"""What belongs to a person's name and what does not."""

import pytest

from rashomon.linking.names.person import is_called_after, person_forms, person_keys, person_words


def words(name: str) -> str:
    return " ".join(w.text for w in person_words(name))


@pytest.mark.parametrize(
    "name, left",
    [
        ("Mullah Mohammad Hassan Akhund", "mohammad hassan akhund"),
        ("Gen. Hassan Ali (ret.)", "hassan ali"),
        ("Sheikh Haji Qari Omar Wardak", "omar wardak"),
        ("Abu Musab al-Suri", "abumusab suri"),
        ("Abd al-Karim Qasim", "abdkarim qasim"),
        ("Abdul Karim Qasim", "abdkarim qasim"),
        ("Salah ud-Din Ayubi", "salahudin ayubi"),
        ("Habib Ullah Stanekzai", "habibulla stanekzai"),
        ("Zia ul-Haq", "ziaulhak"),
        ("Ali bin Nasser ash-Shami", "ali nasser shami"),
        ("Juan de la Cruz y Mora", "juan cruz mora"),
        ("Pyotr Andreyevich Volkov", "pyotr volkov"),
        ("Ernesto 'El Tigre' Pardo", "ernesto pardo"),
        ("Ernesto Pardo, alias Tigre", "ernesto pardo"),
        ("Father Ignacio", "ignacio"),
    ],
)
def test_titles_particles_fathers_and_nicknames_are_left_out(name: str, left: str) -> None:
    assert words(name) == left


def test_a_title_alone_is_what_somebody_is_called() -> None:
    assert words("Mullah") == "mullah"


def test_the_younger_is_not_the_elder() -> None:
    assert person_forms("Luis Mora Jr.").whole != person_forms("Luis Mora Sr.").whole
    assert person_forms("Luis Mora").whole in person_forms("Luis Mora Jr.").shorter


def test_initials_stand_for_given_names_and_may_be_left_out() -> None:
    forms = person_forms("Jorge Luis Mora").abbreviated
    assert {person_forms(name).whole for name in ("J. Mora", "J.L. Mora", "Jorge L. Mora")} <= forms
    assert person_forms("Jorge Mora").whole in person_forms("Jorge L. Mora").abbreviated
    assert person_forms("Jorge A. Mora").whole not in person_forms("Jorge L. Mora").abbreviated


def test_the_last_two_words_of_three_may_be_the_fathers_name() -> None:
    son, father = person_forms("Karim Hassan Jabbour"), person_forms("Hassan Jabbour")
    assert father.whole in son.inner
    assert father.whole not in son.shorter


def test_a_full_name_shares_no_key_with_a_bare_surname() -> None:
    assert not set(person_keys("Ernesto Pardo")) & set(person_keys("Pardo"))


def test_names_written_together_and_apart_share_a_key() -> None:
    assert set(person_keys("Park Sangmin")) & set(person_keys("Park Sang-min"))


def test_what_is_called_after_somebody_is_nobody() -> None:
    assert is_called_after("Simon Bolivar Brigade")
    assert not is_called_after("Simon Bolivar")
