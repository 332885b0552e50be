from datetime import date


def test_the_day_of_the_saying_is_not_the_day_of_the_deed(read):
    (incident,) = read(
        "Officials said Wednesday that gunmen killed two men on Monday.", published="2010-06-10"
    ).incidents
    assert incident.time is not None
    assert (incident.time.earliest, incident.time.latest) == (date(2010, 6, 7), date(2010, 6, 7))
    assert incident.time.precision == 1


def test_a_month_is_precision_four(read):
    (incident,) = read("The rebels captured the town of Bria in May 2014.").incidents
    assert incident.time is not None and incident.time.precision == 4


def test_background_keeps_its_own_year(read):
    reading = read(
        "A bomb exploded in Mosul on Monday. The governor had been assassinated in the same street in March 2004.",
        published="2010-06-10",
    )
    years = [i.time.latest.year for i in reading.incidents if i.time and i.time.latest]
    assert years == [2010, 2004]


def test_an_undated_lead_happened_no_later_than_it_was_published(read):
    (incident,) = read("Gunmen killed a judge in Gao.", published="2010-06-10").incidents
    assert incident.time is not None
    assert (incident.time.earliest, incident.time.latest) == (None, date(2010, 6, 10))


def test_a_day_that_only_the_saying_has_dates_no_deed(read):
    reading = read("The governor said on Thursday that rebels had burned a school.", published="2013-02-08")
    assert all(i.time is None or i.time.by != "incidents.when.sentence" for i in reading.incidents)


def test_a_day_behind_what_was_reported_is_the_deed_s(read):
    (incident,) = read("A charity reported the murder of five herders last month.", published="2013-02-08").incidents
    assert str(incident.time.earliest) == "2013-01-01"
