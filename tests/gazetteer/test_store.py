import pickle
from pathlib import Path

import pytest

from rashomon.errors import BadData, BadSetting
from rashomon.gazetteer import Gazetteer, open_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Khost", "AFG", "PPLA"),
        ("Kharkov", "UKR", "PPLA"),
        ("Burma", "MMR", "PCLI"),
        ("Zaire", "COD", "PCLI"),
        ("Britain", "GBR", "PCLI"),
        ("Donbas", "UKR", "RGN"),
        ("Gaza Strip", "PSE", "RGN"),
        ("Chechnya", "RUS", "ADM1"),
        ("Rakhine State", "MMR", "ADM1"),
        ("Panjshir Valley", "AFG", "VAL"),
        ("Miranshah", "PAK", "PPL"),
        ("La.", "USA", "ADM1"),
        ("Kunduz province", "AFG", "ADM1"),
    ],
)
def test_knows_places_that_wars_are_told_by(gazetteer: Gazetteer, name: str, country: str, feature: str) -> None:
    assert (country, feature) in {(entry.place.country, entry.feature) for entry, _ in gazetteer.look_up(name)}


def test_a_town_knows_its_district_province_and_country(gazetteer: Gazetteer) -> None:
    farkhar = next(e for e, _ in gazetteer.look_up("Farkhar") if e.feature == "PPLA2")
    assert (farkhar.place.admin1, farkhar.place.country) == ("Takhar", "AFG")
    assert farkhar.place.admin2 is not None


@pytest.mark.parametrize(("told", "admin1"), [("Tolak", "Ghowr"), ("Taiwara", "Ghowr"), ("Pol-i-Khomri", "Baghlan")])
def test_finds_by_sound_inside_a_known_country(gazetteer: Gazetteer, told: str, admin1: str) -> None:
    heard = gazetteer.sounding_like(told, frozenset({gazetteer.countries["AFG"]}))
    assert admin1 in {entry.place.admin1 for entry in heard}


def test_sound_never_leads_out_of_the_country(gazetteer: Gazetteer) -> None:
    assert gazetteer.sounding_like("Takhar", frozenset({gazetteer.countries["IRN"]})) == ()


def test_mexico_city_is_not_mexico(gazetteer: Gazetteer) -> None:
    assert not any(entry.feature == "PCLI" for entry, _ in gazetteer.look_up("Mexico City"))


@pytest.mark.parametrize("name", ["", " ", "…", "🙂", "x" * 5000, "Dogharun"])
def test_what_is_no_place_is_not_found(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.look_up(name) == ()


def test_a_file_that_is_no_gazetteer_is_named(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("nothing of the kind")
    with pytest.raises(BadData, match=r"notes\.txt"):
        open_gazetteer(str(path))
    with pytest.raises(BadSetting, match="absent"):
        open_gazetteer(str(tmp_path / "absent"))


def test_another_process_can_open_it_anew(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))
    assert again.look_up("Khost")[0][0] == gazetteer.look_up("Khost")[0][0]


def test_every_country_that_has_a_town_lies_somewhere(gazetteer: Gazetteer) -> None:
    entries = [gazetteer.entry(id) for id in gazetteer.countries.values()]
    assert {entry.code for entry in entries if entry.lat is None} <= {"BVT", "HMD", "UMI"}
