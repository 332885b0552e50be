"""What browsers are told, whatever is answered."""

import re

import pytest
from fastapi.testclient import TestClient

from rashomon.review import desk, files

PAGES = [
    "/incidents",
    "/no-such-page",
    f"{files.address()}/desk.css",
    "/static/no-such-file",
    "/analysts.json",
    "/openapi.json",
    "/",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_every_answer_says_that_nothing_but_the_desk_s_own_is_loaded_or_run(client, path, accept):
    headers = client.get(path, headers={"accept": accept}, follow_redirects=False).headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
    assert "geolocation=()" in headers["permissions-policy"]


def test_what_is_refused_at_the_gate_says_so_too(client):
    for answer in (client.post("/analysts"), client.get("/", headers={"host": "elsewhere.org"})):
        assert answer.status_code in {400, 403}
        assert "content-security-policy" in answer.headers


def test_pages_are_kept_by_nobody_and_files_for_good(client):
    page = client.get("/analysts", headers={"accept": "text/html"})
    assert page.headers["cache-control"] == "no-store"
    (style,) = re.findall(r'href="([^"]+/desk\.css)"', page.text)
    assert "immutable" in client.get(style).headers["cache-control"]
    assert client.get("/static/no-such-file").headers["cache-control"] == "no-store"


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_mistake_of_ours_tells_nothing_of_what_it_was_and_keeps_the_headers(record, accept):
    app = desk(record)

    def broken() -> None:
        raise ValueError("Amina Farah lives in a secret place")

    app.add_api_route("/broken", broken)
    answer = TestClient(app, base_url="http://localhost", raise_server_exceptions=False).get(
        "/broken", headers={"accept": accept}
    )
    assert answer.status_code == 500
    assert "Amina" not in answer.text
    assert "content-security-policy" in answer.headers
    assert answer.headers["cache-control"] == "no-store"
