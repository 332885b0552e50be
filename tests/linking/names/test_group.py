"""Groups' names in several languages, abbreviated, and within their countries."""

from rashomon.linking.names.group import acronym, country_and_rest, group_forms, group_keys, telling_words


def test_a_name_is_compared_in_english() -> None:
    spanish, english = group_forms("Ejército Popular Revolucionario"), group_forms("Revolutionary People's Army")
    assert spanish.bag == english.bag


def test_what_only_says_that_it_is_a_group_is_left_out() -> None:
    assert group_forms("the Ruwan fighters").text == group_forms("Ruwan group").text == "ruwan"


def test_initials_are_those_of_the_name_with_and_without_its_small_words() -> None:
    assert {"mlr", "mftlor"} == group_forms("Movement for the Liberation of Ruwan").abbreviated
    assert group_forms("MLR").whole == "mlr"


def test_acronyms_are_told_from_names() -> None:
    assert [acronym(name) for name in ("YPG", "Y.P.G.", "M-19", "LeT", "Taliban", "Ruwan Front")] == [
        "ypg",
        "ypg",
        "m19",
        "let",
        None,
        None,
    ]


def test_the_country_is_apart_where_the_name_says_nothing_else() -> None:
    assert country_and_rest("Salvadoran National Police") == ("SLV", "national police")
    assert group_forms("Malian Interior Ministry").bag == group_forms("Ministry of the Interior of Mali").bag
    assert group_forms("Libyan Dawn").text == group_forms("Libya Dawn").text == "lby dawn"


def test_the_kind_of_group_is_left_out_and_the_office_is_not() -> None:
    assert "kirinia" in group_forms("Kirinia Battalion").shorter
    assert not group_forms("Kirinia police").shorter


def test_only_names_tell() -> None:
    assert [w.text for w in telling_words("Ruwan Liberation Army")] == ["ruwan"]
    assert not telling_words("National Liberation Army")


def test_groups_share_a_key_by_a_telling_word_or_initials() -> None:
    assert set(group_keys("Ruwan Front")) & set(group_keys("Frente Ruwan"))
    assert set(group_keys("Ruwan Liberation Union")) & set(group_keys("RLU"))
