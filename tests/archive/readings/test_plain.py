import json

import pytest

from making import reading
from rashomon.archive import open_record
from rashomon.archive.readings import putting
from rashomon.errors import BadData, RecordUnavailable


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path, create=True) as record:
        yield record


def plain(record):
    """The ids in readings.jsonl, which has to be exactly the readings of the record."""
    lines = (record.folder / "readings.jsonl").read_text().splitlines()
    assert lines == [each.to_json() for each in record.readings.all()]
    return [json.loads(line)["report"]["id"] for line in lines]


def test_a_line_is_added_for_each_new_reading(record):
    record.readings.put([reading("a"), reading("b")], batch=1)
    inode = record.plain.file.stat().st_ino
    record.readings.put([reading("c")])
    assert plain(record) == ["a", "b", "c"]
    assert record.plain.file.stat().st_ino == inode, "added to, not written anew"


def test_what_was_read_anew_is_replaced(record):
    record.readings.put([reading("a"), reading("b")])
    record.readings.put([reading("a", incidents=2), reading("c")])
    assert plain(record) == ["a", "b", "c"]


def test_a_withdrawn_report_goes_and_comes_back(record):
    record.readings.put([reading("a"), reading("b")])
    record.readings.withdraw(["a"])
    record.plain.catch_up()
    assert plain(record) == ["b"]
    record.readings.withdraw(["a"], False)
    record.plain.catch_up()
    assert plain(record) == ["a", "b"]


def test_to_withdraw_a_report_writes_no_file_and_what_comes_next_does(record):
    record.readings.put([reading("a"), reading("b")])
    inode = record.plain.file.stat().st_ino
    record.readings.withdraw(["a"])
    assert record.plain.file.stat().st_ino == inode
    record.readings.put([reading("c")])
    assert plain(record) == ["b", "c"]


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda other: other.readings.withdraw(["b"]),
        lambda other: putting.put(other, [reading("c")], None),
        lambda other: putting.put(other, [reading("a", incidents=2)], None),
    ],
    ids=["withdrawn", "new", "replaced"],
)
def test_what_comes_while_it_is_written_anew_waits_for_nobody_and_is_in_it(record, meanwhile, monkeypatch):
    record.readings.put([reading("a"), reading("b")])
    record.plain.changed()
    lines, left = record.readings.lines, [meanwhile]

    def slow():
        yield from lines()
        if left:
            with open_record(record.folder) as other:
                left.pop()(other)

    monkeypatch.setattr(record.readings, "lines", slow)
    record.plain.catch_up()
    monkeypatch.undo()
    assert not left
    plain(record)
    assert [file.name for file in record.folder.glob("*.part")] == []


@pytest.mark.parametrize(
    "spoil", [lambda file: file.unlink(), lambda file: file.write_text("{")], ids=["gone", "spoilt"]
)
def test_a_file_that_is_not_what_it_should_be_is_written_anew(record, spoil):
    record.readings.put([reading("a")])
    spoil(record.plain.file)
    record.readings.put([])
    assert plain(record) == ["a"]


def test_what_was_not_confirmed_is_not_in_it(record):
    record.readings.put([reading("a")])
    with pytest.raises(KeyboardInterrupt), record.writing():
        record.readings.put([reading("b")])
        raise KeyboardInterrupt
    assert plain(record) == ["a"]


def test_a_folder_of_version_0_1_becomes_a_record(tmp_path):
    old = [reading("a"), reading("b", incidents=2)]
    (tmp_path / "readings.jsonl").write_text("".join(each.to_json() + "\n" for each in old))
    with open_record(tmp_path) as record:
        assert list(record.readings.all()) == old
        assert plain(record) == ["a", "b"]
        assert record.search.reports("shot") == ["a", "b"]
        record.readings.put([reading("c")])
        assert plain(record) == ["a", "b", "c"]


def test_a_broken_line_is_named_by_file_and_number_and_nothing_is_taken_over(tmp_path):
    (tmp_path / "readings.jsonl").write_text(reading("a").to_json() + '\n{"schema": "something else"}\n')
    for _ in range(2):
        with pytest.raises(BadData, match=r"readings\.jsonl, line 2"):
            open_record(tmp_path)


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_lost(record, tmp_path):
    record.plain.file.mkdir()
    with pytest.raises(RecordUnavailable, match="the database has all readings"):
        record.readings.put([reading("a")])
    record.plain.file.rmdir()
    record.readings.put([])
    assert plain(record) == ["a"]


def test_lines_keep_their_order_when_another_writer_is_first_at_the_file(record, monkeypatch):
    append, late = record.plain._append, []
    with open_record(record.folder) as other:
        with monkeypatch.context() as patch:
            patch.setattr(record.plain, "_append", lambda *lines: late.append(lines))
            putting.put(record, [reading("a")], None)
        putting.put(other, [reading("b")], None)
        append(*late[0])
        other.readings.put([])
    assert plain(record) == ["a", "b"]
