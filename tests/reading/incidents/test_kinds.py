import pytest


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Insurgents attacked an army outpost near Mopti on Monday.", "clash"),
        ("Gunmen attacked a hotel in Mopti on Monday, killing three guests.", "killing"),
        ("The village was attacked with chlorine gas on Monday, and ten people were hurt.", "chemical_attack"),
        ("Two soldiers were killed on Monday when a mine exploded under their truck.", "bombing"),
        ("Gunmen stormed a school in Katsina, abducting thirty boys.", "abduction"),
        ("Clashes broke out between police and demonstrators in the capital.", "riot"),
        ("Border guards arrested two men for smuggling cocaine.", "organized_crime"),
        ("Police fired in the air to disperse a crowd in the capital.", "protest"),
        ("Soldiers opened fire at a car in the capital on Monday, wounding two students.", "assault"),
        ("Soldiers opened fire at a car in the capital on Monday, killing two students.", "killing"),
        ("Gunmen opened fire on a teacher in Katsina on Monday.", "killing"),
        ("Four guerrillas were killed near Neiva on Monday.", "killing"),
        ("Four guerrillas were executed near Neiva on Monday.", "killing"),
        ("Four farmers were killed near Neiva on Monday.", "killing"),
    ],
)
def test_the_context_refines_the_kind(read, text, kind):
    assert read(text).incidents[0].kind == kind


def test_an_assassination_of_an_officer_is_no_battle(read):
    assert read("Rebels assassinated a colonel outside his home on Monday.").incidents[0].kind == "killing"
