import json

from rashomon.linking.incidents.mentions import mentions


def test_features_are_json(read):
    reading = read("Rebels killed at least 30 soldiers near Kunduz on Monday.", published="2015-06-17")
    (mention,) = mentions(reading)
    assert json.loads(json.dumps(mention.features)) == mention.features


def test_a_mention_is_known_by_its_report_and_trigger(read):
    text = "Rebels killed nine soldiers near Kunduz."
    (mention,) = mentions(read(text, id="r7"))
    assert mention.identity == f"r7/{text.index('killed')}"


def test_at_least_is_a_figure_without_a_highest(told):
    (mention,) = told("At least 22 people were killed in Gao on Monday.")
    assert (mention.features["killed_low"], mention.features["killed_high"]) == (22, None)
    assert mention.features["killed_to"] >= 44


def test_people_without_a_number_are_no_figure(told):
    (mention,) = told("Villagers were killed near Gao on Monday.")
    assert mention.features["killed_low"] is None


def test_news_without_a_day_happened_about_when_it_was_published(told):
    (mention,) = told("A bomb killed four people in Gao.", published="2015-06-17")
    assert mention.features["when"] == "2015-06-15 to 2015-06-17"
    assert mention.features["day"] == mention.features["told"]


def test_a_village_that_is_not_known_lies_where_the_sentence_says(told):
    (mention,) = told("Four people were killed in Zormatak, Helmand province, on Monday.", published="2015-06-17")
    assert mention.features["admin1"] == "Helmand"
    assert mention.features["places"]


def test_whose_weapon_it_was_is_not_where(told):
    (mention,) = told("On Monday, five people were killed in a French helicopter raid.", published="2015-06-17")
    assert mention.features["country"] != "FRA"


def test_a_protected_person_is_not_a_name(read):
    reading = read("Gunmen killed the driver Karim Wali in Herat on Monday.")
    hidden = reading.model_copy(
        update={"actors": tuple(a.model_copy(update={"protected": True}) for a in reading.actors)}
    )
    assert [m.features["sufferers"] for m in mentions(reading)] != [[]]
    assert [m.features["sufferers"] for m in mentions(hidden)] == [[]]


def test_a_note_that_says_it_twice_is_compared_once(read):
    text = "A drone fired at a car near Gao on Monday. Four men were killed. The car was destroyed."
    found = mentions(read(text, published="2015-06-17"))
    assert len(found) > 1
    assert sum(bool(mention.keys) for mention in found) == 1


def test_a_protected_name_is_nowhere_among_what_is_compared(read):
    reading = read(
        "Gunmen killed the driver Karim Walizoda in Herat on Monday. Walizoda had worked there.", published="2015-06-17"
    )
    told = [actor.model_copy(update={"protected": True}) for actor in reading.actors if "Walizoda" in actor.name]
    assert told
    hidden = reading.model_copy(update={"actors": tuple(told)})
    named = {word for mention in mentions(reading) for word in _compared(mention)}
    unnamed = {word for mention in mentions(hidden) for word in _compared(mention)}
    assert any("valiz" in word or "vls" in word or "walizoda" in word for word in named)
    assert unnamed <= named
    assert not any("vls" in word or "walizoda" in word or "karim" in word for word in unnamed)


def _compared(mention):
    names = [name for value in mention.features.values() if isinstance(value, list) for name in value]
    return [*map(str, names), *mention.keys]


def test_whoever_bears_a_protected_name_is_not_named_either(read):
    reading = read("Gunmen killed the driver Karim Walizoda in Herat on Monday.", published="2015-06-17")
    (driver,) = [actor for actor in reading.actors if "Walizoda" in actor.name]
    other = driver.model_copy(update={"id": "a99", "name": "Walizoda", "protected": True})
    hidden = reading.model_copy(update={"actors": (*reading.actors, other)})
    assert all(mention.features["sufferers"] == [] for mention in mentions(hidden))


def test_a_note_is_one_paragraph(told):
    (note,) = told("A bomb killed four people in Gao on Monday.", published="2015-06-17")
    longer = told(
        "A bomb killed four people in Gao on Monday.\n\nThe market was closed for days.", published="2015-06-17"
    )
    assert note.features["brief"]
    assert not any(mention.features["brief"] for mention in longer)


def test_the_country_that_a_report_plays_in_is_not_where_an_incident_is_said_to_be(told):
    (incident, *_) = told("MOGADISHU, May 3 (AP) -- Somali officials condemned the murder of a nurse.")
    assert incident.features["country"] is None and incident.features["places"] == []
