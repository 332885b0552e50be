"""Which reports tell one story: by words, people, places, numbers and days, whatever order they come in."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.linking.link import link
from rashomon.linking.memory import MemoryShelf
from rashomon.linking.mention import Shelved, Sort
from rashomon.linking.stories import STORIES
from rashomon.record import Actor, ActorKind, Reader, Reading
from rashomon.reports import report_of
from rashomon.vocabulary import read_table

FERRY = [
    "The ferry Lindara sank off Marudi on Sunday and 31 passengers are missing, the coast guard said.",
    "Coast guard divers search for 31 passengers of the ferry Lindara, which sank off Marudi.",
    "Marudi mourns: the sinking of the Lindara leaves 31 ferry passengers missing.",
]
VERDICT = [
    "A court in Velbrook sentenced the banker Osric Tamblin to nine years for defrauding pensioners of the Harrow fund.",
    "Osric Tamblin, the banker who defrauded pensioners of the Harrow fund, must go to prison for nine years.",
]
OTHER_VERDICT = "A court in Velbrook sentenced the banker Edda Quill to nine years for defrauding pensioners of a fund."


def reading(id: str, text: str, published: str | None = None, people: Sequence[str] = ()) -> Reading:
    report = report_of(text, published=published).model_copy(update={"id": id})
    actors = [
        Actor(id=f"a{n}", name=name, kind=ActorKind.person, mentions=((0, 1),)) for n, name in enumerate(people, 1)
    ]
    return Reading(reader=Reader(name="test", version="1"), report=report, actors=tuple(actors))


def stories(readings: Sequence[Reading], sizes: Sequence[int] = ()) -> set[frozenset[str]]:
    """Which reports tell one story, linked in batches of these sizes and the rest at once."""
    shelf, rest = MemoryShelf(), list(readings)
    for size in (*sizes, len(readings)):
        link(rest[:size], shelf, [STORIES])
        rest = rest[size:]
    told = shelf.groups(Sort.story).values()
    return {frozenset(report for n in group for report in shelf.reports(Sort.story, n)) for group in told}


def shelved(*readings: Reading) -> list[Shelved]:
    return MemoryShelf().shelve(Sort.story, [m for r in readings for m in STORIES.mentions(r)])


FERRIES = [reading(f"f{n}", text) for n, text in enumerate(FERRY)]
VERDICTS = [reading(f"v{n}", text, people=["Osric Tamblin"]) for n, text in enumerate(VERDICT)]
OTHER = reading("w", OTHER_VERDICT, people=["Edda Quill"])
ALL = [*FERRIES, *VERDICTS, OTHER]
TOLD = {frozenset({"f0", "f1", "f2"}), frozenset({"v0", "v1"}), frozenset({"w"})}


def test_reports_of_one_event_are_one_story_and_of_another_like_it_are_not():
    assert stories(ALL) == TOLD


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(ALL), st.lists(st.integers(1, 3), max_size=3))
def test_neither_order_nor_batches_matter(readings, sizes):
    assert stories(readings, sizes) == TOLD


def test_weights_are_the_same_from_both_sides():
    a, b, *_ = shelved(*VERDICTS)
    assert STORIES.why(a, b).weight == pytest.approx(STORIES.why(b, a).weight)


def test_an_edge_weighs_what_its_reasons_add_up_to():
    told = shelved(*ALL)
    by_number = {mention.number: mention for mention in told}
    edges = list(STORIES.compare(told, []))
    assert edges
    for edge in edges:
        assert STORIES.why(by_number[edge.left], by_number[edge.right]).weight == pytest.approx(edge.weight)


def test_the_same_words_months_later_are_another_story():
    then, now = reading("a", FERRY[0], "2011-03-06"), reading("b", FERRY[1], "2011-09-04")
    assert len(stories([then, now])) == 2
    assert len(stories([then, reading("b", FERRY[1], "2011-03-07")])) == 1


@given(st.dates(date(1980, 1, 1), date(2030, 1, 1)), st.integers(0, 4))
def test_reports_at_most_four_days_apart_share_a_window(day, apart):
    (one,) = STORIES.mentions(reading("a", FERRY[0], day.isoformat()))
    (other,) = STORIES.mentions(reading("b", FERRY[0], (day + timedelta(apart)).isoformat()))
    assert set(one.keys) & set(other.keys)


def test_a_report_without_a_day_is_compared_with_one_that_has_one():
    (one,) = STORIES.mentions(FERRIES[0])
    (other,) = STORIES.mentions(reading("b", FERRY[0], "2011-03-06"))
    assert set(one.keys) & set(other.keys)


def test_nobody_is_linked_by_the_name_of_a_protected_source():
    told = reading("a", "Mirwais Tokhi told us of the graves.", people=["Mirwais Tokhi"])
    protected = told.model_copy(update={"actors": (told.actors[0].model_copy(update={"protected": True}),)})
    (mention,) = STORIES.mentions(protected)
    assert not {"mirwai", "tokhi"} & {*mention.features["rare"], *mention.features["people"]}
    assert not [key for key in mention.keys if "tokhi" in key]


def test_a_report_that_nothing_sets_apart_is_compared_with_none():
    (mention,) = STORIES.mentions(reading("a", "He said so."))
    assert not mention.keys


def test_strikes_of_one_day_in_the_same_words_are_left_to_their_incidents(read: Callable[..., Reading]):
    one = read("Six militants were killed in a drone strike on a car in Tolma Khel.", published="2010-11-03")
    other = read("Six militants were killed in a drone strike on a car in Zarbagh Khel.", published="2010-11-03")
    a, b = shelved(one, other)
    steps = {step.comparison: step for step in STORIES.why(a, b).steps}
    assert steps["what they lead with"].weight == pytest.approx(-4)


def test_why_names_what_it_compared():
    a, b, *_ = shelved(*VERDICTS)
    steps = {step.comparison: step for step in STORIES.why(a, b).steps}
    assert steps["who"].level == "the same main person"
    assert steps["who"].left == "tamblin"


def test_every_level_that_says_something_has_probabilities():
    table = read_table("rashomon.linking.stories", "settings")
    levels = [level for c in table["comparisons"] for level in c["comparison_levels"] if "is_null_level" not in level]
    assert all(0 < level[side] <= 1 for level in levels for side in ("m_probability", "u_probability"))
