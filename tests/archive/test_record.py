import pytest

from making import reading
from rashomon.archive import open_record
from rashomon.errors import BadData, BadSetting, NotInRecord, RecordUnavailable


def test_a_record_is_made_only_when_asked_for(where):
    with pytest.raises(NotInRecord, match="rashomon read"):
        open_record(where)
    open_record(where, create=True).close()
    open_record(where).close()


def test_the_log_says_what_was_done_and_when(record):
    record.log("export", profile="internal", incidents=3)
    (event,) = record.events()
    assert (event.what, event.details) == ("export", {"profile": "internal", "incidents": 3})
    assert event.made.utcoffset().total_seconds() == 0


def test_what_is_written_together_is_kept_together_or_not_at_all(record):
    with pytest.raises(ValueError, match="broke"), record.writing():
        record.log("read")
        record.readings.put([reading("a")])
        raise ValueError("broke")
    assert record.events() == []
    assert list(record.readings.all()) == []


def test_within_a_transaction_its_own_changes_are_seen_and_elsewhere_they_are_not(where, record):
    with open_record(where) as other, record.writing():
        record.log("read")
        assert len(record.events()) == 1
        assert other.events() == []


def test_one_look_sees_one_state_of_the_record(where, record):
    from sqlalchemy import func, select

    from rashomon.archive.tables import event

    with open_record(where) as other, record.looking() as connection:
        asked = select(func.count()).select_from(event)
        before = connection.execute(asked).scalar()
        other.log("read")
        assert connection.execute(asked).scalar() == before


def test_what_waits_for_a_transaction_is_done_when_it_is_confirmed_and_only_then(record):
    done = []
    with record.writing(), record.writing():
        record.when_written(lambda: done.append("after"))
        done.append("before")
    with pytest.raises(ValueError, match="broke"), record.writing():
        record.when_written(lambda: done.append("never"))
        raise ValueError("broke")
    with record.writing():
        pass
    assert done == ["before", "after"]


def test_who_waits_too_long_for_another_writer_is_told(where, record, monkeypatch):
    monkeypatch.setattr("rashomon.archive.database.PATIENCE", 0.1)
    with open_record(where) as other, record.writing():
        record.log("read")
        with pytest.raises(RecordUnavailable, match="others have been writing"):
            other.log("read")
    record.log("link")
    assert [event.what for event in record.events()] == ["read", "link"]


def test_a_file_that_is_no_database_is_named(tmp_path):
    (tmp_path / "record.sqlite").write_text("Gunmen shot a judge. " * 100)
    with pytest.raises(BadData, match="not the database of a record"):
        open_record(tmp_path)


def test_a_folder_that_cannot_be_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSetting, match="give another"):
        open_record(tmp_path / "file" / "record", create=True)


def test_a_database_that_cannot_be_reached_is_named_without_its_password():
    with pytest.raises(RecordUnavailable, match="cannot be used now") as raised:
        open_record("postgresql://amina:secret@127.0.0.1:1/record")
    assert "secret" not in str(raised.value)


def test_what_is_no_address_is_said():
    with pytest.raises(BadSetting, match="not an address"):
        open_record("postgresql://host:port/record")


def test_without_the_driver_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setattr("rashomon.archive.database.find_spec", lambda name: None)
    with pytest.raises(BadSetting, match=r"pip install 'rashomon\[postgres\]'"):
        open_record("postgresql://host/record")


def test_where_all_connections_are_taken_it_is_said(tmp_path, monkeypatch):
    with open_record(tmp_path, create=True) as record:
        monkeypatch.setattr(record.engine.pool, "_timeout", 0.05)
        monkeypatch.setattr(record.engine.pool, "_max_overflow", 0)
        taken = [record.engine.connect() for _ in range(record.engine.pool.size())]
        try:
            with pytest.raises(RecordUnavailable, match="too many wait"), record.looking():
                pass
        finally:
            for each in taken:
                each.close()
