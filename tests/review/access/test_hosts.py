"""A page elsewhere can have its own name lead to this machine (DNS rebinding); it cannot have us called by ours."""

import pytest

from rashomon.review import files
from rashomon.review.access.hosts import Hosts, is_loopback


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_one_s_own_machine_is_asked_by_its_own_names(client, host):
    assert client.get(f"{files.address()}/desk.css", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.org",
        "localhost.elsewhere.org",
        "127.0.0.1.nip.io",
        "10.0.0.5",
        "a@localhost",
        "localhost/x",
        "[::1",
        "x:y:z",
        "",
    ],
)
def test_by_any_other_name_nothing_is_told(client, host):
    answer = client.get("/incidents", headers={"host": host, "accept": "text/html"})
    assert answer.status_code == 400
    assert client.app.state.desk.door.alone.csrf not in answer.text


def test_a_team_s_desk_has_the_names_that_it_was_given_and_numbers():
    hosts = Hosts(["Desk.example.org"], addresses=True)
    assert all(
        host in hosts for host in ("desk.example.org", "desk.example.org:443", "10.0.0.5:8000", "[fe80::1]:8000")
    )
    assert "elsewhere.org" not in hosts


def test_only_this_machine_is_loopback():
    assert all(map(is_loopback, ("localhost", "127.0.0.1", "127.8.8.8", "::1")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "10.0.0.5", "example.org", "")))
