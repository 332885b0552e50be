"""What is told of what goes wrong: what it was and what to do, and to a viewer nothing of where the record is kept."""

import pytest

from rashomon.review.access.roles import Role
from rashomon.review.failing import _without_where


@pytest.mark.parametrize(
    "address", ["/incidents/I999999", "/actors/A999999", "/reports/nowhere", "/releases/nowhere.jsonl"]
)
def test_a_viewer_is_told_what_is_not_there_and_not_where_the_record_is(team, record, address):
    answer = team(Role.viewer).get(address, headers={"Accept": "application/json"})
    message = answer.json()["error"]["message"]
    assert answer.status_code == 404
    assert address.rpartition("/")[2].removesuffix(".jsonl") in message
    assert record.where not in message
    assert "rashomon " not in message


def test_whoever_works_on_the_record_is_told_the_command_that_helps(team, record):
    answer = team(Role.coder).get("/incidents/I999999", headers={"Accept": "application/json"})
    message = answer.json()["error"]["message"]
    assert f"`rashomon show {record.where}`" in message
    assert not message.startswith(record.where)


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("no report 'x'; `rashomon show /srv/rec` lists what there is", "no report 'x'"),
        (
            "no incident 'I9'; they are numbered I1 to I8 (`rashomon show /srv/rec`)",
            "no incident 'I9'; they are numbered I1 to I8",
        ),
        ("not linked yet; run `rashomon link /srv/rec`", "not linked yet"),
        ("/srv/rec/file: cannot be read; try again", "rec/file: cannot be read; try again"),
    ],
)
def test_advice_is_left_out_with_the_command(message, told):
    assert _without_where(message, "/srv/rec", "rec") == told
