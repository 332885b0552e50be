"""The Import page: three ways in, limits said plainly, what became of it."""

import re

import pytest

from rashomon.review import uploads

REPORT = (
    "GOMA, Congo, Jan. 14, 2006 -- Rebels shelled the {} of Goma on Saturday, police said. Three people were killed.\n"
)
LONG = 120


@pytest.fixture
def upload(client):
    """`upload(("a.txt", "text"), …)` as the page's script sends files."""
    csrf = client.app.state.desk.door.alone.csrf

    def uploaded(*given, accept="application/json", **fields):
        headers = {"X-CSRF-Token": csrf, "Accept": accept}
        files = [("files", file) for file in given]
        return client.post("/import/files", files=files, data=fields, headers=headers, follow_redirects=False)

    return uploaded


def over(client, id):
    client.app.state.imports.wait(id, LONG)
    told = client.get(f"/import/{id}.json").json()["told"]
    assert told["problem"] is None
    return told


def test_files_come_in_and_what_became_of_each_is_told(client, upload):
    answer = upload(
        ("a folder/airport.txt", REPORT.format("airport")),
        ("a folder/.DS_Store", b"\0\0"),
        ("../<b>photo</b>.gif", b"GIF89a"),
        publisher="The Star",
    )
    assert answer.status_code == 202
    told = over(client, answer.json()["id"])
    assert told["what"] == "2 files"
    assert [(each["id"], each["publisher"]) for each in told["read"]] == [("airport", "The Star")]
    assert [each["input"] for each in told["refused"]] == ["../<b>photo</b>.gif"]
    page = client.get(answer.headers["location"]).text
    assert 'href="/reports/airport"' in page
    assert "&lt;b&gt;photo" in page
    assert "<b>photo" not in page
    assert "hx-trigger" not in page  # nothing more will come of it
    assert "airport.txt" not in client.get("/import").text
    assert "1 refused" in client.get("/import").text


def test_a_pasted_text_comes_in_with_what_was_said_of_it(client, post):
    answer = post(
        "/import/text", text=REPORT.format("port"), title="Port shelled", publisher="Star", published="2006-01-15"
    )
    assert answer.status_code == 303
    told = over(client, answer.headers["location"].rpartition("/")[2])
    assert [(e["title"], e["publisher"], e["published"]) for e in told["read"]] == [
        ("Port shelled", "Star", "2006-01-15")
    ]


def test_a_running_import_is_looked_at_again_and_can_be_broken_off(client, post):
    address = post("/import/text", text=REPORT.format("port")).headers["location"]
    page = client.get(address).text
    assert f'hx-get="{address}"' in page
    assert post(f"{address}/cancel").status_code == 303
    assert over(client, address.rpartition("/")[2])["state"] == "cancelled"
    assert "broken off" in client.get(address).text


@pytest.mark.parametrize(
    ("address", "fields", "said"),
    [
        ("/import/text", {"text": "  "}, "no text"),
        ("/import/text", {"text": "Rebels shelled it.", "published": "last week"}, "last week"),
        ("/import/feed", {"address": "ftp://lake.example/feed"}, "https://"),
        ("/import/feed", {"address": "/etc/passwd"}, "https://"),
        ("/import/feed", {}, "https://"),
        ("/import/feed", {"address": "https://amal:secret@lake.example/feed"}, "password"),
    ],
)
def test_what_cannot_be_is_said_at_once(client, post, address, fields, said):
    answer = post(address, **fields)
    assert answer.status_code == 422
    assert said in answer.text
    assert client.get("/import.json").json()["going_on"] == []


def test_no_file_at_all_is_said_at_once(upload):
    assert "no file" in upload(("reports/.hidden", b"")).json()["error"]["message"]


def test_more_than_is_taken_is_refused_and_says_what_to_do(upload, monkeypatch):
    monkeypatch.setattr(uploads, "LARGEST", 10)
    answer = upload(("a.txt", REPORT))
    assert (answer.status_code, answer.json()["error"]["message"]) == (
        413,
        "a.txt: larger than 0 MB; split it in parts",
    )
    monkeypatch.setattr(uploads, "MOST", 10)
    assert "at once" in upload(("a.txt", REPORT)).json()["error"]["message"]
    monkeypatch.setattr(uploads, "MOST", 10_000)
    monkeypatch.setattr(uploads, "MOST_FILES", 1)
    answer = upload(("a.txt", "x"), ("b.txt", "x"))
    assert answer.status_code == 413
    assert "more than 1 files" in answer.json()["error"]["message"]


def test_a_body_that_lies_about_its_length_is_cut_off(client, monkeypatch):
    monkeypatch.setattr(uploads, "MOST", 1000)
    csrf = client.app.state.desk.door.alone.csrf
    headers = {"X-CSRF-Token": csrf, "Content-Type": "multipart/form-data; boundary=b"}
    start = b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    answer = client.post("/import/files", content=(part for part in [start, b"x" * 5000]), headers=headers)
    assert answer.status_code == 413


def test_what_is_no_form_is_refused(client):
    csrf = client.app.state.desk.door.alone.csrf
    for kind in ("multipart/form-data", "multipart/form-data; boundary=b", "text/plain"):
        headers = {"X-CSRF-Token": csrf, "Content-Type": kind}
        assert client.post("/import/files", content=b"--nonsense", headers=headers).status_code in {400, 422}


def test_what_waits_to_be_linked_is_said_and_linked_from_here(client, post, record, read):
    record.readings.put([read(REPORT.format("port"), id="port")])
    assert "1 report was read and not linked" in re.sub(r"\s+", " ", client.get("/import").text)
    told = over(client, post("/import/unlinked").headers["location"].rpartition("/")[2])
    assert (told["state"], told["linked"]) == ("done", 1)
    assert client.get("/import.json").json()["unlinked"] == 0


def test_an_import_that_never_was_is_not_found(client):
    assert client.get("/import/nothing.json").status_code == 404


def test_what_is_said_of_files_and_cannot_be_is_said(client):
    headers = {"X-CSRF-Token": client.app.state.desk.door.alone.csrf}
    for fields in ({"publisher": "x" * 600}, {"force": "perhaps"}, {"published": "2006-02-30"}):
        files = {"files": ("a.txt", REPORT)}
        answer = client.post("/import/files", data=fields, files=files, headers=headers)
        assert answer.status_code == 422, fields
        assert next(iter(fields)) in answer.text or "2006-02-30" in answer.text


@pytest.mark.parametrize("where", ["text", "files"])
def test_a_disk_that_is_full_is_said_and_nothing_is_imported(client, post, upload, monkeypatch, where):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rashomon.importing.order.Path.write_text", full)
    monkeypatch.setattr(uploads, "copyfileobj", full)
    answer = post("/import/text", text="Rebels shelled Goma.") if where == "text" else upload(("a.txt", REPORT))
    assert answer.status_code == 507
    assert "No space left" in answer.json()["error"]["message"]
    assert client.get("/import.json").json()["going_on"] == []
