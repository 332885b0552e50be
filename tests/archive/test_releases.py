import hashlib
import json

import pytest

import toys
from rashomon.errors import CannotDecide, NotInRecord
from rashomon.review.cataloguing import make_all


@pytest.fixture
def releases(record):
    """Three incidents, each in a line of the catalogue."""
    toys.linked(record, *(toys.reading(id, dead) for id, dead in zip("abc", (3.0, 8.0, 20.0), strict=True)))
    list(make_all(record))
    return record.releases


def test_a_release_is_kept_as_it_was_made_whatever_becomes_of_the_record(releases, record, monkeypatch):
    monkeypatch.setattr("rashomon.archive.releases.AT_ONCE", 2)
    made = releases.make("2026-11", why="for the yearbook", who="ada")
    data = b"".join(releases.file("2026-11"))
    first, *lines = map(json.loads, data.splitlines())
    assert first == {"profile": "public", "withheld": 0}
    assert [line["id"] for line in lines] == ["I1", "I2", "I3"]
    assert (made.incidents, made.reports, made.judgement) == (3, 3, record.judgements.last())
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    record.judgements.rename("I1", "The raid", why="–", who="ada")
    list(make_all(record))
    later = releases.make("2026-12", why="a name", who="ada")
    assert b"".join(releases.file("2026-11")) == data != b"".join(releases.file("2026-12"))
    assert releases.all() == [later, made] and releases.get("2026-11") == made
    assert [each.what for each in record.events()][-2:] == ["release", "release"]


def test_nothing_is_released_of_which_the_lines_are_stale(releases, record):
    record.judgements.rename("I1", "The raid", why="–", who="ada")
    with pytest.raises(CannotDecide, match="being brought up to date"):
        releases.make("2026-11", why="–", who="ada")
    assert releases.all() == []


@pytest.mark.parametrize(
    ("name", "why", "wrong"), [("a b", "–", "is called by"), ("a", " ", "say why"), ("", "–", "''")]
)
def test_a_release_has_a_name_that_a_file_can_have_and_a_reason(releases, name, why, wrong):
    with pytest.raises(CannotDecide, match=wrong):
        releases.make(name, why=why, who="ada")


def test_a_name_is_taken_once(releases):
    releases.make("one", why="–", who="ada")
    with pytest.raises(CannotDecide, match="a release one already"):
        releases.make("one", why="–", who="bea")
    with pytest.raises(NotInRecord):
        releases.file("two")
    with pytest.raises(NotInRecord):
        releases.get("two")
