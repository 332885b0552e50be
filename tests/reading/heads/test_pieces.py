from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.reading.heads.pieces import OVERLAP, WINDOW, pieces_of, windows


def test_each_piece_is_where_it_was_cut_from():
    text = "Peshmerga shelled Qamishli."
    pieces = pieces_of(text)
    assert "".join(text[s:e] for s, e in zip(pieces.starts, pieces.ends, strict=True)) == text.replace(" ", "")
    assert len(pieces) > 4


def test_capitals_and_accents_make_no_difference():
    assert list(pieces_of("BOGOTÁ BOMBED").ids) == list(pieces_of("bogota bombed").ids)


def test_the_pieces_that_a_stretch_touches():
    pieces = pieces_of("Shots were fired.")
    assert list(pieces.covering((6, 10))) == [1]
    assert list(pieces.covering((8, 12))) == [1, 2]
    assert list(pieces.covering((5, 6))) == []


@given(st.integers(1, 2000))
def test_windows_cover_every_piece_and_overlap(length):
    cut = list(windows(length))
    assert {piece for window in cut for piece in window} == set(range(length))
    assert all(len(window) <= WINDOW - 2 for window in cut)
    assert all(a.stop - b.start == OVERLAP for a, b in pairwise(cut))
