import pytest


def test_the_nearest_place_is_where(read):
    (incident,) = read("A spokesman in Geneva said that gunmen had killed a nurse in Goma.").incidents
    assert incident.place is not None and incident.place.name == "Goma"


def test_a_country_that_acts_is_no_place(read):
    (incident,) = read("Israel bombed a market in Gaza on Monday.").incidents
    assert incident.place is not None and incident.place.name.startswith("Gaza")


def test_a_country_gives_way_to_a_town(read):
    (incident,) = read("Gunmen killed a nurse in Nigeria's city of Kano on Monday.").incidents
    assert incident.place is not None and incident.place.name == "Kano"


def test_a_people_s_arms_are_no_place(read):
    (incident,) = read("Rebels fired American-made rockets at a school in Idlib.").incidents
    assert incident.place is not None and incident.place.name == "Idlib"


def test_a_maker_or_a_newspaper_is_no_place(read):
    reading = read("Gunmen shot a teacher in a Toyota pickup, The Washington Post reported.")
    assert all(i.place is None for i in reading.incidents)


def test_where_a_speaker_sits_is_not_where_it_happened(read):
    reading = read("In Geneva, the commissioner said that a missile had hit a convoy.")
    assert all(i.place is None for i in reading.incidents)


def test_what_was_struck_is_where(read):
    (incident,) = read("Rebels captured Bentiu, the capital of Unity state, on Friday.").incidents
    assert incident.place is not None and incident.place.name == "Bentiu"


def test_the_town_tells_more_than_the_street(read):
    (incident,) = read("A bomb on Palestine Street in Baghdad killed two guards.").incidents
    assert incident.place is not None and incident.place.name == "Baghdad"


def test_a_street_is_better_than_nothing(read):
    (incident,) = read("A bomb exploded on Palestine Street.").incidents
    assert incident.place is not None and incident.place.name == "Palestine Street"


def test_in_the_town_of_is_in(read):
    reading = read("Gunmen from Ibadan killed a nurse on Monday in the town of Kano.")
    assert [i.place.name for i in reading.incidents if i.place] == ["Kano"]


def test_a_country_s_name_before_a_strike_says_whose_it_was(read):
    reading = read("Four militants were killed in a US drone strike near Mir Ali in Pakistan.")
    assert {i.place.country for i in reading.incidents if i.place} == {"PAK"}
    assert all(i.place is None for i in read("Four militants were killed in a US drone strike.").incidents)


def test_a_town_says_more_than_its_province_wherever_it_is_named(read):
    (incident,) = read(
        "A bomb killed two nurses in Helmand province. The blast struck a clinic in Lashkar Gah."
    ).incidents
    assert incident.place is not None and incident.place.name.startswith("Lashk")


def test_a_country_says_more_than_a_continent(read):
    (incident,) = read("Gunmen killed the union's secretary for Africa in Nigeria.").incidents
    assert incident.place is not None and incident.place.name == "Nigeria"


@pytest.mark.parametrize("struck", ["Herat University", "Herat University Hospital"])
def test_a_university_that_is_stormed_is_in_its_town(read, struck):
    (incident,) = read(f"Three gunmen stormed {struck} on Monday, killing four students.").incidents
    assert incident.place.name == "Herāt"


def test_where_somebody_once_commanded_is_not_where_he_died(read):
    (incident,) = read("A sniper killed the former Homs and Hama police commander Tarek Haddad on Monday.").incidents
    assert incident.place is None
