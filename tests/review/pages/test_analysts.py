import pytest

from rashomon.archive.analysts import Analysts
from rashomon.review.access.roles import Role

ADDED = {"name": "Kim", "role": "coder", "password": "four words of one"}


@pytest.fixture
def admin(team):
    return team(Role.admin)


def listed(client):
    return {each["name"]: (each["role"], each["disabled"]) for each in client.get("/analysts.json").json()["analysts"]}


def test_an_admin_lets_somebody_in_and_out_again(admin):
    assert admin.post("/analysts", data=ADDED).headers["location"] == "/analysts"
    assert listed(admin) == {"Admin": ("admin", False), "Kim": ("coder", False)}
    admin.post("/analysts/role", data={"name": "Kim", "role": "adjudicator"})
    admin.post("/analysts/disable", data={"name": "Kim"})
    assert listed(admin)["Kim"] == ("adjudicator", True)
    admin.post("/analysts/enable", data={"name": "Kim"})
    assert listed(admin)["Kim"] == ("adjudicator", False)


def test_no_password_and_no_hash_of_one_is_ever_shown(admin, record):
    admin.post("/analysts", data=ADDED)
    for path in ("/analysts", "/analysts.json"):
        shown = admin.get(path, headers={"accept": "text/html"}).text
        assert ADDED["password"] not in shown and "argon2" not in shown


def test_somebody_whose_role_changes_signs_in_anew_at_once(admin, team):
    coder = team(Role.coder)
    assert coder.get("/openapi.json").status_code == 200
    admin.post("/analysts/role", data={"name": "Coder", "role": "viewer"})
    assert coder.get("/openapi.json").status_code == 401


@pytest.mark.parametrize(("what", "fields"), [("disable", {}), ("role", {"role": "viewer"})])
def test_the_last_admin_cannot_shut_everybody_out(admin, record, what, fields):
    answer = admin.post(f"/analysts/{what}", data={"name": "Admin", **fields})
    assert answer.status_code == 409
    assert "last admin" in answer.json()["error"]["message"]
    assert Analysts(record).get("Admin").role == "admin"


@pytest.mark.parametrize("wrong", [{"password": "short"}, {"role": "king"}, {"name": " "}])
def test_what_cannot_be_is_refused(admin, wrong):
    assert admin.post("/analysts", data={**ADDED, **wrong}).status_code == 422
    assert listed(admin) == {"Admin": ("admin", False)}


def test_a_name_is_shown_as_it_is_written(admin):
    admin.post("/analysts", data={**ADDED, "name": '<b>Kim</b> "O\'Neil"'})
    page = admin.get("/analysts", headers={"accept": "text/html"}).text
    assert "<b>Kim" not in page and "&lt;b&gt;Kim&lt;/b&gt;" in page
