"""Every id of a report has an address of its own, which browsers leave as it is."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.review.addresses import PARTS, report_link, report_of, report_part
from tests.making import reading

ids = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | st.lists(
    st.sampled_from(["a", ".", "..", "/", "value", ".json"])
).map("".join).filter(bool)


@given(ids)
def test_an_address_is_of_one_id_and_no_part_of_it(id):
    path = unquote(urlsplit(report_link(id)).path).removeprefix("/reports/")
    assert path in (id, f"{id}/")
    assert path == f"{id}/" or not path.endswith(PARTS)


@given(ids)
def test_no_browser_makes_another_address_of_it(id):
    segments = urlsplit(report_link(id)).path.split("/")[1:]
    assert not {".", "..", "%2e", "%2E"} & set(segments)
    assert all(segments[:-1])


@given(ids)
def test_what_stands_behind_an_address_leaves_the_address_before_it(id):
    path = urlsplit(report_link(id)).path
    assert report_part(id, "value") == f"{path}/value"
    assert report_part(id, ".json") == f"{path}.json"


def test_a_link_to_a_passage_asks_for_it_and_goes_to_it():
    assert report_link("a b", (3, 9)) == "/reports/a%20b?at=3-9#s3-9"


@pytest.mark.parametrize(("given_", "id"), [("a", "a"), ("a/", "a/"), ("b/", "b"), ("c", "c")])
def test_a_slash_behind_an_id_is_only_its_own_where_it_is(record, given_, id):
    record.readings.put([reading("a"), reading("a/"), reading("b")])
    assert report_of(record, given_) == id
