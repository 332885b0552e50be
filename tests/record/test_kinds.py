import pytest

from rashomon.errors import BadData
from rashomon.record import kinds

ACLED_TYPES = {
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
}


def test_every_kind_has_a_definition_an_example_and_acled_codes():
    for kind in kinds().values():
        assert kind.definition.endswith("."), kind.id
        assert kind.example.endswith("."), kind.id
        assert kind.acled[0] in ACLED_TYPES, kind.id


def test_the_kinds_of_the_record_are_all_there():
    named = """clash territory_gain airstrike shelling bombing suicide_bombing grenade chemical_attack killing assault
    sexual_violence abduction arrest raid destruction protest riot defection group_change agreement negotiation withdrawal
    deployment weapons_seizure coercion trial displacement aid threat other""".split()
    assert set(named) <= set(kinds())


def test_a_user_adds_and_replaces_kinds(tmp_path):
    file = tmp_path / "kinds.toml"
    file.write_text(
        '[piracy]\ndefinition = "A ship is taken."\nexample = "Men boarded a tanker."\n'
        'acled = ["Strategic developments", "Other"]\n'
        'plover = ""\nfamily = "taking"\n'
    )
    assert kinds().with_file(file)["piracy"].family == "taking"
    assert "piracy" not in kinds()


@pytest.mark.parametrize("text", ["not toml at all [", "[piracy]\ndefinition = 'A ship is taken.'"])
def test_a_broken_file_of_kinds_is_named(tmp_path, text):
    file = tmp_path / "kinds.toml"
    file.write_text(text)
    with pytest.raises(BadData, match=r"kinds\.toml.*rashomon kinds --toml"):
        kinds().with_file(file)
