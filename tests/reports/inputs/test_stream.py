"""Files, folders and standard input; what cannot be read is named, and the rest goes on."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from rashomon.errors import BadSetting, UnreadableReport
from rashomon.record import Report
from rashomon.reports import reports_in

NEWS = "GOMA, Congo -- Rebels shelled the town on Monday, officials said.\n\nAt least three people died, a doctor told reporters.\n"


def read(*paths: Path | str, **options: object) -> tuple[list[Report], list[str]]:
    """The reports, and why the others were not read."""
    options.setdefault("note", lambda text: None)
    items = list(reports_in(paths, **options))  # type: ignore[arg-type]
    return [i for i in items if isinstance(i, Report)], [str(i) for i in items if isinstance(i, UnreadableReport)]


def refusal(path: Path, **options: object) -> str:
    """Why the one report in a file was not read."""
    reports, (problem,) = read(path, **options)
    assert not reports
    assert problem.startswith(str(path))
    return problem.removeprefix(str(path))


def test_a_folder_is_read_in_order_with_its_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(NEWS + name)
    notes: list[str] = []
    reports, problems = read(tmp_path, note=notes.append)
    assert [report.id for report in reports] == ["a", "b", "a-2"]
    assert not problems
    assert notes == ["the id 'a' came before; this report is now a-2"]


def test_bad_files_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(NEWS)
    (tmp_path / "2.txt").write_text("")
    (tmp_path / "3.docx").write_bytes(b"PK")
    (tmp_path / "4.txt").write_text(NEWS + "4")
    (tmp_path / ".hidden").write_text("x")
    reports, problems = read(tmp_path, tmp_path / "nothing.txt")
    assert [report.id for report in reports] == ["1", "4"]
    assert [problem.split(": ", 1)[1] for problem in problems] == [
        "empty; give its text, or leave it out",
        ".docx files are not something Rashomon reads; give .txt, .md, .html, .pdf, .jsonl or .csv",
        "no such file or folder; check the path",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b" \n\t", "empty"),
        (bytes(range(256)) * 20, "binary data, not text"),
        (NEWS.replace("e", "\ufffd").encode(), "characters were lost"),
        (b"\xff\xfea", "marked as utf-16 but broken"),
        (b"12 34", "no sentence in it"),
        (b"Boom", "no sentence in it"),
        ("Dos personas murieron en el ataque contra la estación de policía, dijo el alcalde.".encode(), "in 'es'"),
        (b"FILE - A soldier stands near Gao.\n\nA boy is seen in Gao. (AFP/Getty Images)", "only captions"),
    ],
)
def test_texts_that_are_no_reports(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert reason in refusal(path)


def test_another_language_is_read_if_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Dos personas murieron en el ataque contra la estación de policía, dijo el alcalde.", encoding="utf-8"
    )
    assert read(path, force=True)[0][0].language == "es"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = NEWS + "“Señor Núñez” – he said – ‘is dead’."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    assert read(tmp_path)[0][0].text == text


def test_a_long_line_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert "longer than 200,000 characters" in refusal(path)
    path.write_text("word " * 300)
    assert "longer than 1,000 characters" in refusal(path, longest=1000)


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    assert "no reports in this folder" in refusal(tmp_path)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    reports, problems = read(tmp_path)
    assert len(reports) == 1
    assert "a link to something that is not there" in problems[0]
    assert "a link back to a folder that holds it" in problems[1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(NEWS)
    path.chmod(0)
    assert "cannot be opened" in refusal(path)


def test_a_file_that_fails_to_open_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "b.txt").write_text(NEWS + "b")
    real = Path.open

    def refuse(self: Path, *args: str, **options: str) -> object:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    reports, problems = read(tmp_path)
    assert [report.id for report in reports] == ["b"]
    assert "a.txt: cannot be opened (Permission denied); check the file and its permissions" in problems[0]


def test_a_date_that_is_no_date_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="'soon' is not a date"):
        reports_in([tmp_path], published="soon")


def test_an_unknown_column_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"txt; there are id, text, title"):
        reports_in([tmp_path], columns={"txt": "body"})


def test_a_day_and_a_publisher_for_all_that_do_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": NEWS, "date": "2012-11-20", "source": "Lake Times"})
        + "\n"
        + json.dumps({"text": NEWS + "2"})
    )
    one, two = read(tmp_path, published="2013-01-01", publisher="Herald")[0]
    assert (str(one.published and one.published.latest), one.publisher) == ("2012-11-20", "Lake Times")
    assert (str(two.published and two.published.latest), two.publisher) == ("2013-01-01", "Herald")


@pytest.mark.parametrize(
    "data",
    [NEWS.encode(), json.dumps({"text": NEWS}).encode(), f"<!DOCTYPE html><p>{NEWS}".encode()],
    ids=["text", "json", "html"],
)
def test_standard_input_by_its_first_bytes(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (report,) = read("-")[0]
    assert report.text.startswith("GOMA, Congo -- Rebels")


def test_empty_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert read("-")[1] == ["standard input: empty; give its text, or leave it out"]


def test_files_that_differ_in_nothing_but_their_names_are_one_report(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(NEWS)
    notes: list[str] = []
    reports, problems = read(tmp_path, note=notes.append)
    assert [report.id for report in reports] == ["a"]
    assert not problems
    assert notes == [f"{tmp_path / name}: the same as a, which was read" for name in ("b.txt", "c/a.txt")]


def test_rows_with_ids_of_their_own_are_reports_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps({"id": id, "text": NEWS}) + "\n" for id in ("x", "y")))
    (tmp_path / "bare.jsonl").write_text(json.dumps({"text": NEWS}) + "\n" + json.dumps({"text": NEWS}) + "\n")
    assert [report.id for report in read(tmp_path / "rows.jsonl")[0]] == ["x", "y"]
    assert len(read(tmp_path / "bare.jsonl")[0]) == 1


def test_the_same_text_with_other_metadata_is_another_report(tmp_path: Path) -> None:
    rows = [{"text": NEWS, "publisher": name} for name in ("The Star", "The Moon")]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    first, second = read(tmp_path / "rows.jsonl")[0]
    assert second.id == f"{first.id}-2"


def test_a_report_that_is_known_keeps_the_id_under_which_it_is(tmp_path: Path) -> None:
    for name in ("renamed.txt", "other.txt"):
        (tmp_path / name).write_text(NEWS + name)
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "own", "text": NEWS + "renamed.txt"}) + "\n")

    def known_as(report: Report) -> str | None:
        return "before" if "renamed" in report.text else None

    assert [report.id for report in read(tmp_path, known_as=known_as)[0]] == ["other", "before", "own"]


def test_a_known_id_that_another_report_has_now_is_not_taken_from_it(tmp_path: Path) -> None:
    """A new `a.txt` came into an earlier folder: the former one must not be passed over as known, or it would be lost."""
    for folder in ("1", "2"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(NEWS + folder)
    reports, _ = read(tmp_path, known_as=lambda report: "a" if report.text.endswith("2") else None)
    assert [report.id for report in reports] == ["a", "a-2"]


def test_an_id_is_one_that_every_database_can_hold(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "a\0b\ud800c", "text": NEWS}) + "\n")
    assert [report.id for report in read(tmp_path / "rows.jsonl")[0]] == ["a_b_c"]


@pytest.mark.parametrize("file", ["record.sqlite", "readings.jsonl"])
def test_a_record_in_a_folder_is_passed_over(tmp_path: Path, file: str) -> None:
    (tmp_path / "record").mkdir()
    (tmp_path / "record" / file).write_text("")
    (tmp_path / "a.txt").write_text(NEWS)
    assert len(read(tmp_path)[0]) == 1
