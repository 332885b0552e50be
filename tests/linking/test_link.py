"""Linking in batches, in any order, is linking at once."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.link import link
from rashomon.linking.linkable import Linkable, Waterfall
from rashomon.linking.memory import MemoryShelf
from rashomon.linking.mention import Edge, Mention, Shelved, Sort
from rashomon.record import Reader, Reading
from rashomon.reports import report_of


def reading(id: str, words: str) -> Reading:
    report = report_of(words).model_copy(update={"id": id})
    return Reading(reader=Reader(name="test", version="1"), report=report)


def mentions(reading: Reading) -> list[Mention]:
    """A report tells one thing, and is compared by its words."""
    words = sorted(set(reading.report.text.split()))
    return [Mention(reading.report.id, "i1", reading.report.id, {"words": words}, tuple(words))]


def compare(new: Sequence[Shelved], known: Sequence[Shelved]) -> Iterator[Edge]:
    """A bit for each word that two share, and half a bit against for each that they do not."""
    for one, other in [*combinations(new, 2), *product(new, known)]:
        a, b = set(one.features["words"]), set(other.features["words"])
        if a & b:
            left, right = sorted((one.number, other.number))
            yield Edge(left, right, len(a & b) - 0.5 * len(a ^ b))


WORDS = Linkable(
    sort=Sort.incident,
    mentions=mentions,
    compare=compare,
    why=lambda one, other: Waterfall(0.0, ()),
    ask=0.0,
    sure=1.0,
    missing=-2.0,
    one_a_report=True,
)


def linked(readings: Sequence[Reading], sizes: Sequence[int] = ()) -> set[frozenset[str]]:
    """Which reports tell of one thing, linked in batches of these sizes and the rest at once."""
    shelf, rest = MemoryShelf(), list(readings)
    for size in sizes:
        link(rest[:size], shelf, [WORDS])
        rest = rest[size:]
    link(rest, shelf, [WORDS])
    groups = shelf.groups(Sort.incident).values()
    return {frozenset(report for n in group for report in shelf.reports(Sort.incident, n)) for group in groups}


def test_reports_of_one_thing_are_one_and_others_are_not():
    readings = [reading("a", "market bomb kabul"), reading("b", "bomb kabul market"), reading("c", "bomb quetta")]
    assert linked(readings) == {frozenset("ab"), frozenset("c")}


def test_a_later_report_joins_what_was_there():
    readings = [reading("a", "market bomb"), reading("b", "flood"), reading("c", "market bomb")]
    assert linked(readings, [1, 1]) == {frozenset("ac"), frozenset("b")}


TEXTS = st.lists(
    st.sets(st.sampled_from("market bomb kabul quetta school strike dawn drone".split()), min_size=1),
    min_size=1,
    max_size=9,
)


@given(TEXTS, st.data())
def test_neither_order_nor_batches_matter(texts, data):
    readings = [reading(f"r{n}", " ".join(sorted(words))) for n, words in enumerate(texts)]
    others = data.draw(st.permutations(readings))
    sizes = data.draw(st.lists(st.integers(1, 3), max_size=4))
    assert linked(readings) == linked(others, sizes)


def test_what_was_read_twice_is_one_mention():
    shelf = MemoryShelf()
    for _ in range(2):
        link([reading("a", "market bomb")], shelf, [WORDS])
    assert shelf.groups(Sort.incident) == {1: [1]}
