from datetime import date

from making import account, figure, telling
from rashomon.record import Act, IncidentPlace, IncidentTime
from rashomon.weighing import disputes


def attributes(*told):
    return [d.attribute for d in disputes(told)]


def test_two_death_tolls_that_cannot_both_be_right_are_a_dispute():
    told = [
        telling("commanders", account(Act.asserts, figure(30, 30))),
        telling("an account", account(Act.asserts, figure(15, 15))),
    ]
    (dispute,) = disputes(told)
    assert dispute.attribute == "killed"
    assert dispute.versions == ("30: commanders", "15: an account")


def test_figures_that_can_both_be_right_are_none():
    assert (
        attributes(
            telling("a", account(Act.asserts, figure(None, 30))), telling("b", account(Act.asserts, figure(15, 15)))
        )
        == []
    )


def test_one_origin_does_not_dispute_itself():
    assert (
        attributes(telling("a", account(Act.asserts, figure(1, 1))), telling("a", account(Act.asserts, figure(2, 2))))
        == []
    )


def test_doubt_disputes_that_it_happened_only_if_somebody_tells_it():
    doubt = telling("brother", account(Act.doubts))
    assert attributes(doubt) == []
    assert attributes(doubt, telling("police", account())) == ["happened"]


def test_who_is_blamed_and_denies_it_disputes_the_culprit_and_not_that_it_happened():
    blame = telling("police", account(Act.blames), responsible=("army",))
    denial = telling("army", account(Act.denies, actor="army"), responsible=("army",))
    assert attributes(blame, denial) == ["culprit"]


def test_who_has_no_part_in_it_and_denies_it_disputes_that_it_happened():
    blame = telling("police", account(Act.blames), responsible=("army",))
    assert attributes(blame, telling("ministry", account(Act.denies))) == ["happened"]


def test_a_doubt_where_a_culprit_is_named_is_about_the_culprit():
    blame = telling("police", account(Act.blames), responsible=("army",))
    assert attributes(blame, telling("brother", account(Act.doubts))) == ["culprit"]


def test_two_culprits_are_a_dispute():
    told = [
        telling("a", account(Act.blames), responsible=("army",)),
        telling("b", account(Act.blames), responsible=("rebels",)),
    ]
    assert attributes(*told) == ["culprit"]


def test_times_that_do_not_meet_are_a_dispute():
    def on(day):
        return account().model_copy(update={"time": IncidentTime(earliest=day, latest=day)})

    assert attributes(telling("a", on(date(1981, 12, 10))), telling("b", on(date(1981, 12, 13)))) == ["time"]


def test_versions_of_the_time_are_in_words_and_who_states_none_has_none():
    def by(earliest, latest):
        return account().model_copy(update={"time": IncidentTime(earliest=earliest, latest=latest)})

    told = [
        telling("a", by(None, date(1989, 8, 20))),
        telling("b", by(date(1989, 8, 23), date(1989, 8, 24))),
        telling("c", by(None, None)),
        telling("d", by(date(1989, 8, 19), None)),
    ]
    (dispute,) = disputes(told)
    assert dispute.versions == ("by 1989-08-20: a", "1989-08-23 to 1989-08-24: b", "1989-08-19 or later: d")


def test_who_speaks_against_it_is_named_as_who_gives_a_version_is():
    told = [telling("a", account()), telling("b", account(Act.denies)), telling("c", account(Act.denies))]
    assert [dispute.versions for dispute in disputes(told)] == [("denies: b, c",)]


def test_a_place_within_another_is_no_dispute():
    def at(**place):
        return account().model_copy(update={"place": IncidentPlace(**place)})

    district, province = (
        {"name": "Bano", "country": "AFG", "admin1": "Baghlan"},
        {"name": "Baghlan", "country": "AFG", "admin1": "Baghlan"},
    )
    assert attributes(telling("a", at(**district)), telling("b", at(**province))) == []
    assert attributes(telling("a", at(**district)), telling("b", at(name="Herat", country="AFG", admin1="Herat"))) == [
        "place"
    ]
