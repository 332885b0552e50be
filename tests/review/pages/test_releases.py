import hashlib
import json

from rashomon.review.access.roles import Role


def made(post, name="2026-11", why="for the yearbook"):
    return post("/releases", name=name, why=why)


def test_a_release_is_every_incident_as_anybody_may_see_it_and_is_given_back_unchanged(client, post, record):
    assert made(post).headers["location"] == "/releases"
    (release,) = client.get("/releases.json").json()["releases"]
    file = client.get("/releases/2026-11.jsonl")
    _, *lines = [json.loads(line) for line in file.text.splitlines()]
    assert [line["id"] for line in lines] == [incident.id for incident in record.linked.incidents()]
    assert release["incidents"] == len(lines) and release["reports"] == len(record.readings)
    assert release["sha256"] == hashlib.sha256(file.content).hexdigest()
    assert release["judgement"] == record.judgements.last()
    assert file.headers["content-disposition"] == 'attachment; filename="2026-11.jsonl"'
    record.judgements.rename("I1", "The raid", why="–", who="Amal")
    assert client.get("/releases/2026-11.jsonl").content == file.content


def test_a_release_has_what_people_said(client, post, record):
    (told, *_) = record.linked.incident("I1").told
    record.judgements.code(f"{told.report}/{told.incident.id}", "kind", "raid", why="–", who="Amal")
    made(post)
    assert json.loads(client.get("/releases/2026-11.jsonl").text.splitlines()[1])["kind"] == "raid"


def test_a_release_is_logged_and_its_name_is_taken_for_good(client, post, record):
    made(post)
    assert record.events()[-1].what == "release" and record.events()[-1].details["name"] == "2026-11"
    assert made(post).status_code == 409
    assert made(post, name="../x").status_code == 409
    assert made(post, name="v2", why=" ").status_code == 409
    assert client.get("/releases/v2.jsonl").status_code == 404
    assert len(client.get("/releases.json").json()["releases"]) == 1


def test_nobody_who_must_not_be_named_is_in_a_release(post, client, guarded):
    made(post)
    from rashomon.export import Profile, Viewing

    viewing = Viewing(guarded, Profile.public)
    public = [line.model_dump(mode="json") for line in viewing.most_told().lines]
    first, *released = [json.loads(line) for line in client.get("/releases/2026-11.jsonl").text.splitlines()]
    assert sorted(public, key=lambda line: line["id"]) == sorted(released, key=lambda line: line["id"])
    assert first["withheld"] == viewing.masks.withheld > 0


def test_viewers_have_releases_but_neither_make_them_nor_see_who_did(team, record):
    answer = team(Role.adjudicator).post("/releases", data={"name": "one", "why": "for Bea's sake"})
    assert answer.status_code in (200, 303)
    assert team(Role.coder).post("/releases", data={"name": "two", "why": "–"}).status_code == 403
    viewer = team(Role.viewer)
    assert viewer.get("/releases/one.jsonl").status_code == 200
    (release,) = viewer.get("/releases.json").json()["releases"]
    assert release["who"] is None and release["why"] is None
    assert "Bea" not in viewer.get("/releases").text
    assert "Bea" in team(Role.coder).get("/releases").text
