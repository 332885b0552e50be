"""The groups file: incidents and stories that several reports tell."""

from rashomon.linking.mention import Shelved
from rashomon.linking.stories.groups import Lead, Line, leads_of, lines, parts


def lead(group: int, *keys: str) -> Lead:
    return Lead(frozenset({group}), frozenset(keys))


def test_what_one_report_tells_has_no_line():
    found = lines([(1, {"a"}), (2, {"b", "a"})], [(1, {"c"}), (4, {"d", "c"})], lambda reports: {})
    assert list(found) == [Line("I2", ("a", "b")), Line("S4", ("c", "d"))]


def test_reports_whose_leading_incidents_are_two_are_no_story():
    leads = {"a": lead(1, "3 March in Tolma"), "b": lead(2, "3 March in Tolma")}
    assert list(lines([], [(1, {"a", "b"})], lambda reports: leads)) == []


def test_incidents_that_were_never_compared_do_not_part_a_story():
    leads = {"a": lead(1, "3 March in Tolma"), "b": lead(2, "name Tolma")}
    assert parts(["a", "b"], leads) == [["a", "b"]]


def test_reports_that_share_any_incident_are_not_parted():
    leads = {"a": Lead(frozenset({1, 7}), frozenset({"k"})), "b": Lead(frozenset({2, 7}), frozenset({"k"}))}
    assert parts(["a", "b"], leads) == [["a", "b"]]


def test_a_parted_story_keeps_what_goes_together():
    leads = {"a": lead(1, "k"), "b": lead(2, "k"), "c": lead(1, "k")}
    assert parts(["a", "b", "c", "d"], leads) == [["a", "c", "d"], ["b"]]


def test_a_report_leads_with_its_first_incident_and_tells_all():
    first = Shelved(1, "a/0", frozenset({"a"}), keys=("k",))
    second = Shelved(2, "a/90", frozenset({"a"}), keys=("m",))
    found = leads_of([second, first], {1: 1, 2: 9}, {2: frozenset({5})})
    assert found == {"a": Lead(frozenset({1, 9, 5}), frozenset({"k"}))}
