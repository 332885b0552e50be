from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from rashomon.gazetteer import open_gazetteer
from rashomon.record import Place, PlaceMention

Find = Callable[[str], dict[str, Place | None]]


@pytest.fixture(scope="module")
def find(annotate: Callable[..., Any]) -> Find:
    """The places of a text, by how the text writes them."""
    return lambda text: {text[slice(*mention.span)]: mention.place for mention in annotate(text)._.places}


def where(place: Place | None) -> tuple[str | None, str | None]:
    return (place.country, place.admin1) if place else (None, None)


def test_the_words_around_say_what_kind_of_place_it_is(find: Find) -> None:
    found = find("Two policemen died in Ghazni province, Afghanistan. In the town of Khost a mine killed a shepherd.")
    assert found["Ghazni"] is not None and found["Ghazni"].feature == "ADM1"
    assert found["Khost"] is not None and found["Khost"].feature == "PPLA"


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("Rebels shelled the market in Idlib, Syria, on Monday.", "Idlib", "SYR", "Idlib"),
        ("The convoy was ambushed near Alexandria, La., state police said.", "Alexandria", "USA", "Louisiana"),
        ("Villagers fled from Bentiu to Malakal in South Sudan.", "Malakal", "SSD", "Upper Nile"),
        (
            "Traders shut their shops in Razmak, North Waziristan, for three days.",
            "Razmak",
            "PAK",
            "Khyber Pakhtunkhwa",
        ),
        (
            "Guerrillas attacked the barracks in Chalatenango, El Salvador.",
            "Chalatenango",
            "SLV",
            "Chalatenango Department",
        ),
        ("Ukrainian troops left Bakhmut in Donetsk for good.", "Bakhmut", "UKR", "Donetsk"),
    ],
)
def test_namesakes_are_told_apart_by_what_holds_them(
    find: Find, text: str, name: str, country: str, admin1: str
) -> None:
    assert where(find(text)[name]) == (country, admin1)


def test_names_of_one_county_pull_an_ambiguous_one_there(find: Find) -> None:
    found = find(
        "Paris police and the Lamar County sheriff searched farms near Honey Grove and Bonham. A Paris man was arrested in Texas."
    )
    assert where(found["Paris"]) == ("USA", "Texas")


def test_a_capital_outshines_the_province_around_it(find: Find) -> None:
    lima = find("The general died in Lima. Shots were heard in San Isidro and Miraflores, Peru.")["Lima"]
    assert lima is not None and lima.feature == "PPLC"


def test_a_capital_far_away_does_not(find: Find) -> None:
    found = find("Fires burned in Washington. Crews from Spokane, Yakima and Tacoma fought them.")["Washington"]
    assert found is not None and found.feature == "ADM1"


def test_paris_alone_is_the_big_one(find: Find) -> None:
    assert where(find("The talks in Paris failed.")["Paris"])[0] == "FRA"


def test_spellings_are_heard_inside_the_country_of_the_report(find: Find) -> None:
    text = "Herders left Tolak district in Ghor province on Friday, officials in Kabul, the Afghan capital, said."
    assert where(find(text)["Tolak"]) == ("AFG", "Ghowr")


def test_a_plural_speaks_for_all_in_its_list(find: Find) -> None:
    found = find("Militiamen held the districts of Taiwara, Tolak and Saghar in Ghor, Afghanistan, all winter.")
    assert {where(found[name]) for name in ("Taiwara", "Tolak", "Saghar")} == {("AFG", "Ghowr")}


def test_an_unknown_place_keeps_its_name_and_no_coordinates(find: Find) -> None:
    found = find("The minibus was stopped in the village of Zarghunkhwar in Helmand province, Afghanistan.")
    assert "Zarghunkhwar" in found and found["Zarghunkhwar"] is None


def test_titles_and_surnames_are_no_places(find: Find) -> None:
    found = find("Gen. Paris Davis said Mr. Lincoln had been shot in Mosul. Davis gave no details.")
    assert set(found) == {"Mosul"}


def test_demonyms_name_their_country_and_say_so(annotate: Callable[..., Any]) -> None:
    (mention,) = annotate("An Iraqi soldier was wounded.")._.places
    assert (mention.place.country, mention.by) == ("IRQ", "places.demonym")


def test_the_place_in_a_compound_is_found(find: Find) -> None:
    found = find("A U.S.-led convoy was hit.")
    assert where(found["U.S."])[0] == "USA"


def test_streets_are_places_without_coordinates(find: Find) -> None:
    found = find("A car bomb went off on Palestine Street in Baghdad.")
    assert found["Palestine Street"] is None and where(found["Baghdad"])[0] == "IRQ"


def test_a_description_is_no_name(find: Find) -> None:
    found = find("THE REBELS BLEW UP A BRIDGE IN THE EASTERN CITY ON MONDAY.")
    assert not any("CITY" in name for name in found)


def test_a_part_of_a_big_town_is_the_town(find: Find) -> None:
    assert where(find("GUERRILLAS ATTACKED A POST IN WESTERN CALI ON MONDAY.")["CALI"])[0] == "COL"


@pytest.mark.parametrize("kind", ["sector", "jurisdiction", "vereda"])
def test_what_kind_of_place_an_unknown_name_is_makes_it_one(find: Find, kind: str) -> None:
    assert "Umbralejo" in find(f"Soldiers searched the houses of Umbralejo {kind} in Colombia.")


def test_every_mention_has_a_rule_and_spans_do_not_overlap(annotate: Callable[..., Any]) -> None:
    doc = annotate(
        "KABUL -- Afghan forces in Kunduz, Takhar and Baghlan provinces fought near the University of Kabul and in Herat City."
    )
    mentions: list[PlaceMention] = doc._.places
    assert mentions and all(m.by and m.by.startswith("places.") for m in mentions)
    assert all(a.span[1] <= b.span[0] for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "In",
        "U.S.",
        "🙂 in 🙂",
        "IN " * 300,
        "Khost " * 500,
        "-",
        "A-",
        "in X, Y, Z, " * 50,
        "MEN IN OKORO'S then HOUSE,",
    ],
)
def test_any_text_is_read(annotate: Callable[..., Any], text: str) -> None:
    spans = [mention.span for mention in annotate(text)._.places]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_the_component_works_alone_in_a_pipeline() -> None:
    import spacy

    from rashomon.reading.places import create_places

    nlp = spacy.blank("en")
    doc = create_places(nlp, "places", "")(nlp("Fighting went on in Farkhar, Afghanistan."))
    assert [m.place.country for m in doc._.places if m.place] == ["AFG", "AFG"]
    assert open_gazetteer() is open_gazetteer("")


def test_an_area_has_a_name_known_or_not(find: Find) -> None:
    assert "Sarkotan" in find("The attack took place in the Sarkotan area on Monday.")
