"""JSON lines and CSV."""

import json
from pathlib import Path

import pytest

from rashomon.errors import UnreadableReport
from rashomon.record import Report
from rashomon.reports import reports_in

NEWS = "Rebels shelled the town on Monday, officials said."


def read(path: Path, **options: object) -> tuple[list[Report], list[str], list[str]]:
    notes: list[str] = []
    items = list(reports_in([path], note=notes.append, **options))  # type: ignore[arg-type]
    problems = [str(item).removeprefix(str(path)) for item in items if isinstance(item, UnreadableReport)]
    return [item for item in items if isinstance(item, Report)], problems, notes


def table(tmp_path: Path, name: str, *lines: str) -> Path:
    path = tmp_path / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_line_seven_is_broken_and_the_others_are_read(tmp_path: Path) -> None:
    lines = [json.dumps({"id": n, "text": f"{NEWS} {n}"}) for n in range(1, 10)]
    lines[6] = '{"text": "Rebels'
    reports, problems, _ = read(table(tmp_path, "a.jsonl", *lines))
    assert [report.id for report in reports] == ["1", "2", "3", "4", "5", "6", "8", "9"]
    assert len(problems) == 1
    assert problems[0].startswith(", line 7: not JSON (")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1]", "not a JSON object"),
        ('{"text": null}', "no text in it"),
        ('{"text": 7}', "its text is not text but int"),
        ('{"text": ""}', "empty"),
        ('{"title": "Rebels"}', "no text in it"),
        ('{"text": "He \\ud800 was shot dead"}', "lone surrogates"),
        ('{"text": "Two men were shot dead.", "date": "soon"}', "'soon' is not a date; write it as"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_bad_lines(tmp_path: Path, line: str, reason: str) -> None:
    reports, problems, _ = read(table(tmp_path, "a.jsonl", line, json.dumps({"text": NEWS})))
    assert len(reports) == 1
    assert problems[0].startswith(", line 1: ")
    assert reason in problems[0]


def test_a_line_that_is_too_long_is_skipped(tmp_path: Path) -> None:
    path = table(tmp_path, "a.jsonl", json.dumps({"text": "a " * 20_000}), json.dumps({"text": NEWS}))
    reports, problems, _ = read(path, longest=1000)
    assert [report.text for report in reports] == [NEWS]
    assert "line 1: longer than 1,000 characters" in problems[0]


def test_usual_names_of_columns(tmp_path: Path) -> None:
    row = {
        "Headline": "Shelling",
        "body": NEWS,
        "pub_date": "2012-11-20",
        "Link": "https://x.example",
        "author": "A; B",
        "lang": "en",
    }
    (report,), _, notes = read(table(tmp_path, "a.jsonl", json.dumps(row)))
    assert (report.title, report.authors, report.url) == ("Shelling", ("A", "B"), "https://x.example")
    assert str(report.published and report.published.earliest) == "2012-11-20"
    assert notes == [f"{tmp_path / 'a.jsonl'}: not used: lang"]


def test_columns_as_the_user_says(tmp_path: Path) -> None:
    row = {"text": "no", "event_text": NEWS, "filed": "2012-11-20", "date": "1999-01-01"}
    (report,), _, _ = read(
        table(tmp_path, "a.jsonl", json.dumps(row)), columns={"text": "event_text", "published": "filed"}
    )
    assert report.text == NEWS
    assert str(report.published and report.published.earliest) == "2012-11-20"


def test_the_same_id_twice_gets_a_number(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "x", "text": f"{NEWS} {n}"}) for n in range(3)]
    reports, _, notes = read(table(tmp_path, "a.jsonl", *lines))
    assert [report.id for report in reports] == ["x", "x-2", "x-3"]
    assert len(notes) == 2


def test_csv_with_semicolons_and_quoted_lines(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "a.csv",
        "\ufeffid;headline;text",
        '1;Shelling;"Rebels shelled; the town',
        'burnt on Monday."',
        "2;;Two men were shot.",
    )
    reports, problems, _ = read(path)
    assert [report.text for report in reports] == ["Rebels shelled; the town\nburnt on Monday.", "Two men were shot."]
    assert not problems


def test_csv_without_a_text_column(tmp_path: Path) -> None:
    _, problems, _ = read(table(tmp_path, "a.csv", "name,age", "x,1"))
    assert problems == [
        ": no column with the reports' text (columns: name, age); say which it is with --column text=NAME"
    ]


def test_a_row_that_is_no_csv_ends_the_file_by_name(tmp_path: Path) -> None:
    path = table(
        tmp_path, "a.csv", "id,text", "1,Two men were shot.", '2,"Three "men" died."', "3,Four men fled the town."
    )
    reports, problems, _ = read(path)
    assert [report.id for report in reports] == ["1"]
    assert problems[0].startswith(", row 3: not CSV from here on")


def test_a_table_in_utf_16_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"id,text\n1,{NEWS}\n".encode("utf-16"))
    assert "a table in UTF-16; save it as UTF-8" in read(path)[1][0]


def test_a_table_in_windows_1252(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,text\n1,Señor Núñez was shot dead.\n".encode("cp1252"))
    assert read(path)[0][0].text == "Señor Núñez was shot dead."
