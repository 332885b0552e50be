"""Nothing changes but by the desk's own pages."""

from typing import Annotated

import pytest
from fastapi import Form
from fastapi.testclient import TestClient

from rashomon.review import desk
from rashomon.review.access.forms import LONGEST


def told(words: Annotated[str, Form()]) -> dict[str, str]:
    return {"words": words}


@pytest.fixture
def client(record):
    """A desk with a form that tells what it was given."""
    app = desk(record)
    app.add_api_route("/told", told, methods=["POST", "PUT", "DELETE"])
    with TestClient(app, base_url="http://localhost:8000") as client:
        yield client


@pytest.fixture
def csrf(client):
    return client.app.state.desk.door.alone.csrf


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_without_the_token_nothing_is_done(client, method):
    answer = client.request(method, "/told", data={"words": "x"})
    assert answer.status_code == 403
    assert answer.json()["error"]["status"] == 403


def test_a_form_carries_the_token_and_arrives_whole(client, csrf):
    words = "Ünïcödé & more=less\r\n" * 1000
    assert client.post("/told", data={"csrf": csrf, "words": words}).json() == {"words": words}


def test_the_header_or_the_address_will_do_which_is_what_files_need(client, csrf):
    assert client.post("/told", data={"words": "x"}, headers={"X-CSRF-Token": csrf}).status_code == 200
    files = {"file": ("a.txt", b"x")}
    assert client.post(f"/told?csrf={csrf}", data={"words": "x"}, files=files).json() == {"words": "x"}
    assert client.post("/told", data={"words": "x", "csrf": csrf}, files=files).status_code == 403


@pytest.mark.parametrize("wrong", ["", "x", "ü", "0" * 100_000])
def test_another_token_will_not(client, csrf, wrong):
    assert client.post("/told", data={"csrf": wrong, "words": "x"}).status_code == 403
    assert client.post("/told", data={"csrf": csrf + wrong + "x", "words": "x"}).status_code == 403


@pytest.mark.parametrize(
    "origin", ["http://elsewhere.org", "null", "http://localhost:3000", "http://localhost.elsewhere.org", "http://[::"]
)
def test_a_page_from_elsewhere_cannot_use_a_token(client, csrf, origin):
    assert client.post("/told", data={"csrf": csrf, "words": "x"}, headers={"Origin": origin}).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_a_browser_says_came_from_elsewhere_did(client, csrf, site):
    headers = {"Sec-Fetch-Site": site}
    assert client.post("/told", data={"csrf": csrf, "words": "x"}, headers=headers).status_code == 403


def test_our_own_pages_may(client, csrf):
    headers = {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/told", data={"csrf": csrf, "words": "x"}, headers=headers).status_code == 200


def test_a_form_that_is_too_long_is_refused_before_it_is_all_here(client, csrf):
    answer = client.post("/told", data={"words": "x" * LONGEST, "csrf": csrf})
    assert answer.status_code == 413


def test_nor_is_one_with_the_token_in_the_header_or_of_another_kind(client, csrf):
    for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=b"):
        headers = {"X-CSRF-Token": csrf, "Content-Type": kind}
        start = b'--b\r\nContent-Disposition: form-data; name="words"; filename="a"\r\n\r\n'
        answer = client.post("/told", content=(part for part in [start, b"x" * LONGEST]), headers=headers)
        assert answer.status_code == 413, kind
