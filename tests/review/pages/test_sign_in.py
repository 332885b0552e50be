import re

import pytest
from fastapi.testclient import TestClient

from rashomon.archive.analysts import Analysts
from rashomon.review import desk
from rashomon.review.access.door import Door
from rashomon.review.access.passwords import hashed
from rashomon.review.access.roles import Role

PASSWORD = "four words of one"


@pytest.fixture(scope="session")
def kept():
    return hashed(PASSWORD)


@pytest.fixture
def app(record, kept):
    """A team's desk, where Amal is an admin and Jo codes."""
    for name, role in (("Amal", Role.admin), ("Jo", Role.coder)):
        Analysts(record).add(name, role, kept, who="root")
    return desk(record, Door.of_team(record))


@pytest.fixture
def browser(app):
    return lambda: TestClient(app, base_url="http://localhost", follow_redirects=False)


def sign_in(browser, name="Jo", password=PASSWORD, **fields):
    page = browser.get("/sign-in")
    csrf = re.search(r'name="csrf" value="(\w+)"', page.text)[1]
    return browser.post("/sign-in", data={"csrf": csrf, "name": name, "password": password, **fields})


def test_whoever_has_the_password_is_let_in_and_goes_where_they_wanted_to(browser):
    jo = browser()
    assert jo.get("/openapi.json").status_code == 401
    answer = sign_in(jo, next="/analysts?x=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/analysts?x=1")
    assert jo.get("/openapi.json").status_code == 200
    assert jo.get("/analysts.json").status_code == 403
    assert jo.get("/sign-in?next=/queue").headers["location"] == "/queue"


def test_nobody_is_sent_elsewhere(browser):
    assert sign_in(browser(), next="//elsewhere.org").headers["location"] == "/incidents"
    assert 'value="/incidents"' in browser().get("/sign-in?next=https://elsewhere.org").text


def test_the_cookie_is_for_the_server_alone_and_for_no_page_from_elsewhere(browser):
    cookie = sign_in(browser()).headers["set-cookie"]
    assert cookie.startswith("rashomon=")
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "Path=/" in cookie
    assert "Domain" not in cookie and "Secure" not in cookie


def test_beyond_this_machine_the_cookie_is_never_sent_without_encryption(record, kept):
    Analysts(record).add("Jo", Role.coder, kept, who="root")
    app = desk(record, Door.of_team(record, ["desk.example.org"], secure=True))
    jo = TestClient(app, base_url="https://desk.example.org", follow_redirects=False)
    cookie = sign_in(jo).headers["set-cookie"]
    assert cookie.startswith("__Host-rashomon=") and "Secure" in cookie
    assert jo.get("/openapi.json").status_code == 200


@pytest.mark.parametrize(
    ("name", "password"), [("Jo", "wrong password"), ("Nobody", PASSWORD), ("", ""), ("jo", PASSWORD)]
)
def test_the_same_is_said_whatever_was_wrong(browser, name, password):
    answer = sign_in(browser(), name, password)
    assert answer.status_code == 401
    assert "there is nobody of this name with this password" in answer.text
    assert PASSWORD not in answer.text


def test_who_is_disabled_is_nobody(browser, record):
    jo = browser()
    sign_in(jo)
    Analysts(record).disable("Jo", who="Amal")
    jo.app.state.desk.door.sessions.forget()
    assert jo.get("/openapi.json").status_code == 401
    assert sign_in(browser()).status_code == 401


def test_a_form_from_elsewhere_signs_nobody_in(browser):
    answer = browser().post("/sign-in", data={"name": "Jo", "password": PASSWORD})
    assert answer.status_code == 403
    stolen = re.search(r'name="csrf" value="(\w+)"', browser().get("/sign-in").text)[1]
    assert browser().post("/sign-in", data={"csrf": stolen, "name": "Jo", "password": PASSWORD}).status_code == 403


def test_a_session_that_somebody_else_began_is_not_taken_over(browser):
    jo = browser()
    jo.cookies.set("rashomon", "chosen by somebody else")
    sign_in(jo)
    assert "chosen" not in jo.cookies.get("rashomon", domain="localhost.local")


def test_who_signs_out_is_out(browser):
    jo = browser()
    sign_in(jo)
    token = jo.cookies["rashomon"]
    csrf = re.search(r'data-csrf="(\w+)"', jo.get("/no-such-page", headers={"accept": "text/html"}).text)[1]
    assert jo.post("/sign-out").status_code == 403
    assert jo.post("/sign-out", data={"csrf": csrf}).headers["location"] == "/sign-in"
    jo.cookies.set("rashomon", token)
    assert jo.get("/openapi.json").status_code == 401


def test_after_too_many_wrong_passwords_one_is_told_when_to_try_again(browser, monkeypatch):
    monkeypatch.setattr("rashomon.review.access.trying.is_right", lambda *_: False)
    answers = [sign_in(browser(), "Jo") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429]
    assert "try again in 15 minutes" in answers[-1].text
    assert 0 < int(answers[-1].headers["retry-after"]) <= 900
    assert sign_in(browser(), "Amal").status_code == 401


def test_nor_can_one_address_try_everybody_s(browser, monkeypatch):
    monkeypatch.setattr("rashomon.review.access.trying.is_right", lambda *_: False)
    assert [sign_in(browser(), f"Name {n}").status_code for n in range(31)][-2:] == [401, 429]


def change(client, **fields):
    csrf = re.search(r'data-csrf="(\w+)"', client.get("/password", headers={"accept": "text/html"}).text)[1]
    return client.post("/password", data={"csrf": csrf, **fields})


def test_one_s_own_password_is_changed_by_who_knows_it_and_ends_all_other_sessions(browser):
    here, elsewhere = browser(), browser()
    sign_in(here)
    sign_in(elsewhere)
    assert change(here, present="not this one", password="five words and one more").status_code == 403
    assert change(here, present=PASSWORD, password="short").status_code == 422
    assert change(here, present=PASSWORD, password="five words and one more").status_code == 303
    assert here.get("/openapi.json").status_code == 200
    assert elsewhere.get("/openapi.json").status_code == 401
    assert sign_in(browser()).status_code == 401
    assert sign_in(browser(), password="five words and one more").status_code == 303


def test_nobody_tries_the_password_of_a_desk_that_was_left_open(browser, monkeypatch):
    jo = browser()
    sign_in(jo)
    monkeypatch.setattr("rashomon.review.access.trying.is_right", lambda *_: False)
    answers = [change(jo, present="a guess at it", password="five words and one more").status_code for _ in range(11)]
    assert answers == [403] * 10 + [429]


def test_a_desk_for_one_person_has_no_password(client):
    assert client.get("/password.json").status_code == 404
