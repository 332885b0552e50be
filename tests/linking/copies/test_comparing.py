from hypothesis import given
from hypothesis import strategies as st

from linking.copies.wire import OTHER, WIRE, scanned, unread
from rashomon.linking.copies import PASSAGES
from rashomon.linking.copies.comparing import common
from rashomon.linking.mention import Shelved


def shelved(number, *paragraphs):
    return [
        Shelved(number + n, m.identity, frozenset({m.report}), m.features, m.keys)
        for n, m in enumerate(PASSAGES.mentions(unread(f"r{number}", *paragraphs)))
    ]


WHOLE, SCANNED = shelved(1, *WIRE), shelved(20, *map(scanned, WIRE))


def test_a_cut_down_passage_is_wholly_in_the_longer_one():
    short, long = shelved(1, WIRE[0])[0], shelved(2, WIRE[0] + " " + WIRE[1])[0]
    assert common(short.features, long.features)[1] <= 1


def test_other_texts_have_nothing_in_common():
    assert common(WHOLE[0].features, shelved(9, *OTHER)[0].features)[0] == 0


def test_an_edge_weighs_what_its_waterfall_says():
    by_number = {m.number: m for m in WHOLE + SCANNED}
    edges = list(PASSAGES.compare(WHOLE, SCANNED))
    assert edges
    for edge in edges:
        assert edge.left < edge.right
        assert edge.weight == PASSAGES.why(by_number[edge.left], by_number[edge.right]).weight >= PASSAGES.ask


def test_known_passages_are_not_compared_with_each_other():
    assert list(PASSAGES.compare([], WHOLE + SCANNED)) == []


@given(st.data())
def test_neither_order_nor_batches_matter(data):
    everything = WHOLE + SCANNED
    shuffled = data.draw(st.permutations(everything))
    at = data.draw(st.integers(0, len(everything)))
    in_two = [*PASSAGES.compare(shuffled[:at], []), *PASSAGES.compare(shuffled[at:], shuffled[:at])]
    assert {(e.left, e.right, e.weight) for e in in_two} == {
        (e.left, e.right, e.weight) for e in PASSAGES.compare(everything, [])
    }
