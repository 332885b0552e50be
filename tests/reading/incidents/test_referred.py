def places(reading):
    return [i.place.name for i in reading.incidents if i.place is not None]


def test_the_capital_is_that_of_the_report_s_country(read):
    reading = read("NAIROBI, May 3 (AP) -- Kenyan police said that gunmen had killed a judge in the capital.")
    assert places(reading) == ["Nairobi"]


def test_this_city_is_where_the_report_was_filed_from(read):
    reading = read("MOSUL, May 3 (AP) -- A bomb exploded in this city on Tuesday, killing two guards.")
    assert set(places(reading)) == {"Mosul"}


def test_a_provincial_capital_is_another(read):
    reading = read("KABUL, May 3 (AP) -- Gunmen killed a judge in the provincial capital.")
    assert "Kabul" not in places(reading)
