def where_of(reading, kind):
    return next(i.place for i in reading.incidents if i.kind == kind)


def test_what_is_said_to_be_nowhere_is_in_the_country_of_the_report(read):
    reading = read("MOGADISHU, May 3 (AP) -- Somali officials condemned the murder of a nurse. Kenya sent its regrets.")
    place = where_of(reading, "killing")
    assert place is not None and (place.country, place.precision, place.by) == ("SOM", 6, "incidents.country")


def test_its_span_is_where_the_report_names_the_country(read):
    reading = read("Colombian police said that a judge had been murdered. Guerrillas in Colombia had threatened him.")
    place = where_of(reading, "killing")
    assert place is not None and place.span is not None and reading.report.text[slice(*place.span)] == "Colombian"


def test_a_speaker_s_seat_is_no_country_of_a_report(read):
    reading = read("In Geneva, the commissioner said that a missile had hit a convoy.")
    assert all(i.place is None for i in reading.incidents)


def test_two_countries_of_equal_weight_and_a_third_leave_it_open(read):
    reading = read("Peru, Chile and Brazil condemned the murder of a bishop.")
    assert all(i.place is None for i in reading.incidents)


def test_a_village_that_no_gazetteer_has_is_in_the_country_of_the_report(read):
    reading = read(
        "BAMAKO, May 3 (AP) -- Gunmen killed two herders in the village of Tazoumalka, Malian officials said."
    )
    place = where_of(reading, "killing")
    assert place is not None and (place.name, place.country, place.lat) == ("Tazoumalka", "MLI", None)
