import toys
from rashomon.archive.grouped import grouped
from rashomon.linking.mention import Mention, Sort


def test_incidents_that_several_reports_tell_are_lines_with_all_who_tell_them(record):
    toys.linked(record, toys.reading("b", 3.0, 20.0), toys.reading("a", 3.1), toys.reading("c", 90.0))
    assert [(line.incident, line.reports) for line in grouped(record)] == [("I1", ("a", "b"))]
    record.shelf.settle(Sort.incident, {4: 4}, {4: frozenset({2})})
    assert [(line.incident, line.reports) for line in grouped(record)] == [("I1", ("a", "b")), ("I2", ("b", "c"))]


def test_stories_are_lines_too_where_reports_do_not_lead_with_two_incidents(record):
    toys.linked(record, *(toys.reading(id, dead) for id, dead in zip("abc", (3.0, 4.2, 90.0), strict=True)))
    told = [Mention(id, "story", f"{id}/story", {}, ()) for id in "abc"]
    record.shelf.shelve(Sort.story, told)
    record.shelf.settle(Sort.story, {1: 1, 2: 1, 3: 1}, {})
    assert [(line.incident, line.reports) for line in grouped(record)] == [("S1", ("a", "c"))]


def test_withdrawn_reports_are_in_no_line(record):
    toys.linked(record, toys.reading("a", 3.0), toys.reading("b", 3.1))
    record.judgements.withdraw("b", why="forged")
    assert list(grouped(record)) == []
