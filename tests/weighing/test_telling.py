from datetime import date

from making import account, telling
from rashomon.record import Act
from rashomon.weighing import as_of, tellings_of


def test_as_of_shows_what_had_appeared_by_that_day():
    told = [telling("a", account(), published=date(2021, 8, 29)), telling("b", account(), published=date(2021, 9, 17))]
    assert as_of(told, date(2021, 9, 1)) == told[:1]


def test_as_of_leaves_out_what_cannot_be_dated():
    assert as_of([telling("a", account())], date(2021, 9, 1)) == []


def test_a_spokesman_who_denies_denies_for_his_group(read):
    reading = read(
        "Nine villagers were killed near Gao on Friday. Police blamed Ansar Dine for the killings. "
        "Abu Walid, a spokesman for Ansar Dine, denied any involvement.",
        published="2013-02-03",
    )
    told = [t for i in reading.incidents for t in tellings_of(i, reading) if t.account.act is Act.denies]
    assert [t.responsible for t in told] == [("Ansar Dine",)]
    assert told[0].party


def test_the_same_voice_is_one_origin_and_the_report_s_own_is_its_publisher_s(read):
    reading = read("Gunmen killed a judge in Mosul. Police said that the killing was the third.", publisher="The Paper")
    origins = [t.origin for i in reading.incidents for t in tellings_of(i, reading)]
    assert set(origins) == {"The Paper", "police"}
