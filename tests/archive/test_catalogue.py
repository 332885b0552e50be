"""The catalogue finds, sorts and counts what its lines say, and knows of every line that is made or dropped."""

import json
from datetime import date
from itertools import count

import pytest

import toys
from rashomon.archive import open_record, stale
from rashomon.archive.catalogue import Box, Counted, Entry, Narrowing, Order, Seen

KANDAHAR = {"country": "AFG", "admin1": "Kandahar", "place": "Kandahar", "lat": 31.61, "lon": 65.71, "precision": 1}
MOSUL = {"country": "IRQ", "admin1": "Nineveh", "place": "Mosul", "lat": 36.34, "lon": 43.13, "precision": 4}

LINES = (
    {"kind": "bombing", "killed_high": 30, "killed_low": 15, "disputed": ("killed", "place"), "reports": 4, "origins": 3,
     "earliest": date(2006, 1, 14), "latest": date(2006, 1, 14), **KANDAHAR, "actors": ((7, "perpetrator"), (8, "victim"))},
    {"kind": "clash", "killed_high": 5, "disputed": ("killed",), "earliest": date(2006, 1, 1), "latest": date(2006, 1, 31),
     **MOSUL, "actors": ((7, "party"),), "published": date(2006, 2, 2)},
    {"kind": "bombing", "standing": "claimed", "latest": date(2005, 12, 31), **MOSUL, "reviewed": 12, "killed_low": 7},
    {"kind": "suicide_bombing", "status": "planned", "published": date(2020, 1, 1)},
)  # fmt: skip


def entry(number, **of):
    nothing = dict.fromkeys(Entry._fields)
    given = {
        "kind": "killing",
        "status": "happened",
        "standing": "unknown",
        "disputed": (),
        "actors": (),
        "withheld": 0,
    }
    given |= {
        "reports": 1,
        "origins": 1,
        "accounts": 1,
        "headline": f'{{"id":"I{number}"}}',
        "public": '{"id":"masked"}',
    }
    return Entry(**nothing | given | of | {"number": number})


@pytest.fixture
def catalogue(record):
    """I1 to I4 are the lines above."""
    toys.linked(record, *(toys.reading(id, dead) for id, dead in zip("abcd", count(10, 10), strict=False)))
    keep(record, {n: entry(n, **line) for n, line in enumerate(LINES, 1)})
    return record.catalogue


def keep(record, entries, *gone):
    numbers = [*entries, *gone]
    with record.writing() as connection:
        stale.mark(connection, numbers)
    with record.looking():
        seen = record.catalogue.stale(100)
    record.catalogue.keep(seen, entries)


def found(catalogue, order=Order.number, **asked):
    return catalogue.look(Narrowing(**asked)).page(order)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({}, [1, 2, 3, 4]),
        ({"kind": ("bombing",)}, [1, 3]),
        ({"kind": ("bombing", "clash")}, [1, 2, 3]),
        ({"kind": ("nothing of the kind",)}, []),
        ({"status": ("planned",)}, [4]),
        ({"country": ("IRQ",)}, [2, 3]),
        ({"country": ("IRQ",), "admin1": "Kandahar"}, []),
        ({"admin1": "Kandahar"}, [1]),
        ({"standing": ("claimed",)}, [3]),
        ({"disputed": ("any",)}, [1, 2]),
        ({"disputed": ("place",)}, [1]),
        ({"disputed": ("time", "killed")}, [1, 2]),
        ({"disputed": ("time",)}, []),
        ({"reviewed": True}, [3]),
        ({"reviewed": False}, [1, 2, 4]),
        ({"actor": 7}, [1, 2]),
        ({"actor": 7, "part": "party"}, [2]),
        ({"actor": 9}, []),
        ({"box": Box(60, 29, 75, 39)}, [1]),
        ({"since": date(2006, 1, 14)}, [1, 2]),
        ({"since": date(2006, 1, 15)}, [2]),
        (
            {"until": date(2006, 1, 13)},
            [2, 3],
        ),  # whatever happened by the last of December may have been in January 1905
        ({"since": date(2006, 2, 1)}, []),
        ({"words": "I2"}, [2]),
        ({"words": "attack"}, [1, 2, 3, 4]),
        ({"words": "attack", "without": frozenset("ab")}, [3, 4]),
        ({"words": "attack", "without": None}, []),
        ({"words": "nowhere"}, []),
        ({"words": "attack", "kind": ("clash",)}, [2]),
    ],
)
def test_what_is_asked_must_all_hold(catalogue, asked, numbers):
    assert found(catalogue, **asked) == numbers


@pytest.mark.parametrize(
    ("order", "numbers"),
    [
        (Order.dispute, [1, 2, 3, 4]),
        (Order.deaths, [1, 3, 2, 4]),
        (Order.newest, [1, 2, 3, 4]),
        (Order.oldest, [3, 2, 1, 4]),
        (Order.told, [4, 2, 1, 3]),
        (Order.reports, [1, 2, 3, 4]),
    ],
)
def test_what_nobody_states_comes_last_and_of_equals_the_first_told_first(catalogue, order, numbers):
    look = catalogue.look()
    assert look.page(order) == numbers
    assert [look.page(order, 1, at)[0] for at in range(4)] == numbers
    assert look.page(order, 3, 2) == numbers[2:] and look.page(order, 3, 4) == []


def test_a_facet_counts_as_if_nothing_were_asked_of_it(catalogue):
    look = catalogue.look(Narrowing(kind=("bombing",), country=("IRQ",)))
    assert look.counts("kind") == [Counted("bombing", 1), Counted("clash", 1)]
    assert look.counts("country") == [Counted("AFG", 1), Counted("IRQ", 1)]
    assert look.counts("admin1") == [Counted("Nineveh", 1)]
    assert look.counts("reviewed") == [Counted("no", 0), Counted("yes", 1)]
    assert catalogue.look().counts("disputed") == [Counted("any", 2), Counted("killed", 2), Counted("place", 1)]


def test_actors_are_counted_once_an_incident(catalogue):
    assert catalogue.look().actors(9) == [(7, 2), (8, 1)]
    assert catalogue.look(Narrowing(actor=8)).actors(1) == [(7, 2)]
    assert catalogue.look(Narrowing(part="party")).actors(9) == [(7, 1)]


def test_spots_say_how_many_are_where_and_how_many_nowhere(catalogue):
    spots, unplaced = catalogue.look().spots()
    assert {(spot.place, spot.precision, spot.count) for spot in spots} == {("Kandahar", 1, 1), ("Mosul", 4, 2)}
    assert unplaced == 1 and catalogue.look(Narrowing(kind=("none",))).spots() == ([], 0)


def test_spans_hold_every_dated_incident_once(catalogue):
    look = catalogue.look()
    spans, beyond = look.spans()
    assert sum(span.count for span in spans) + beyond + look.undated == look.total
    assert (look.undated, beyond) == (1, 0)
    assert all(span.first <= span.last for span in spans)
    assert catalogue.look(Narrowing(kind=("none",))).spans() == ([], 0)


def test_lines_come_in_the_order_in_which_they_are_asked_for_and_masked_for_the_public(catalogue):
    assert [json.loads(line)["id"] for line in catalogue.lines([3, 1, 99])] == ["I3", "I1"]
    assert catalogue.lines([3], public=True) == ['{"id":"masked"}']


def test_what_is_stale_is_not_given_out_who_must_not_be_named_may_have_changed(catalogue, record):
    with record.writing() as connection:
        stale.mark(connection, [3])
    assert catalogue.lines([3, 1], public=True) == ['{"id":"masked"}']
    assert len(catalogue.lines([3, 1])) == 2


def test_a_line_that_is_made_anew_or_dropped_is_so_in_memory_too(catalogue, record):
    assert catalogue.look().total == 4
    keep(record, {2: entry(2, kind="raid", actors=((8, "party"),))}, 1)
    assert found(catalogue) == [2, 3, 4] and found(catalogue, kind=("raid",)) == [2]
    assert catalogue.look().actors(9) == [(8, 1)] and catalogue.lines([1]) == []
    keep(record, {1: entry(1, kind="riot")})
    assert found(catalogue, kind=("riot",)) == [1] and catalogue.look().of == 4


def test_another_process_sees_what_this_one_made(catalogue, record, where):
    with open_record(where) as other:
        assert other.catalogue.look().total == 4
        keep(record, {2: entry(2, kind="raid")})
        assert other.catalogue.look(Narrowing(kind=("raid",))).total == 1


def test_what_is_marked_while_its_line_is_made_stays_stale(catalogue, record):
    with record.writing() as connection:
        stale.mark(connection, [1, 2])
    seen = catalogue.stale(10)
    with record.writing() as connection:
        stale.mark(connection, [1])
    catalogue.keep(seen, {1: entry(1, kind="raid"), 2: entry(2, kind="raid")})
    assert found(catalogue, kind=("raid",)) == [2]
    assert [each.number for each in catalogue.stale(10)] == [1]


def test_what_somebody_else_has_made_meanwhile_is_not_made_old_again(catalogue, record):
    with record.writing() as connection:
        stale.mark(connection, [1])
    seen = catalogue.stale(10)
    catalogue.keep(seen, {1: entry(1, kind="newer")})
    catalogue.keep(seen, {1: entry(1, kind="older")})
    assert found(catalogue, kind=("newer",)) == [1]


def test_a_number_that_was_merged_into_another_is_dropped(catalogue):
    keep_seen = [Seen(number=3, marking=-1, group=1)]
    catalogue.keep(keep_seen, {1: entry(1)})
    assert found(catalogue) == [1, 2, 3, 4]  # it was never marked so
    record = catalogue.record
    with record.writing() as connection:
        stale.mark(connection, [1, 3])
    markings = {each.number: each.marking for each in catalogue.stale(10)}
    catalogue.keep([Seen(n, marking, 1) for n, marking in markings.items()], {1: entry(1)})
    assert found(catalogue) == [1, 2, 4]


def test_an_empty_catalogue_has_nothing_of_anything(record):
    look = record.catalogue.look()
    assert (look.total, look.of, look.page(Order.dispute), look.actors(5), look.undated) == (0, 0, [], [], 0)
    assert look.spots() == ([], 0) and look.spans() == ([], 0) and look.counts("kind") == []


def test_words_find_an_incident_by_any_report_that_tells_of_it_now(catalogue):
    record = catalogue.record
    assert found(catalogue, words="attack") == [1, 2, 3, 4]
    (first,) = (told.report for told in record.linked.incident("I1").told)
    assert found(catalogue, words="attack", without=frozenset({first})) == [2, 3, 4]
    merged = record.judgements.merge(["I1", "I2"], why="one", who="ada")
    keep(record, {1: entry(1, reports=2)}, 2)
    assert found(catalogue, words="attack", without=frozenset({first})) == [1, 3, 4]
    record.judgements.undo(merged.number, why="two", who="ada")
    keep(record, {n: entry(n) for n in (1, 2)})
    assert found(catalogue, words="attack", without=frozenset({first})) == [2, 3, 4]


def test_what_is_withheld_of_lines_is_counted(catalogue):
    keep(catalogue.record, {n: entry(n, withheld=n) for n in (1, 3)})
    assert (catalogue.withheld([1, 2, 3, 999]), catalogue.withheld([2]), catalogue.withheld([])) == (4, 0, 0)
