from datetime import UTC, date, datetime

import pytest
from sqlalchemy import insert, select

import databases
from making import reading
from rashomon.archive import open_record, tables
from rashomon.archive.copying import TABLES, copy, rows_in
from rashomon.errors import BadData, BadSetting
from rashomon.linking.mention import Edge, Mention, Sort


@pytest.fixture
def places(tmp_path):
    """A record with something in every table, and two places for others: one of each database."""
    with databases.schema() as address, open_record(tmp_path / "record", create=True) as source:
        fill(source)
        with open_record(address, create=True) as team, open_record(tmp_path / "back", create=True) as back:
            yield source, team, back


def fill(record):
    reports = [reading("a", "shots in Herat\0"), reading("b", title="Café", incidents=0), reading("c", incidents=0)]
    record.readings.put(reports, "rules 1 model=x")
    record.readings.withdraw(["c"])
    record.plain.catch_up()
    mentions = [Mention(id, "i1", f"{id}@0", {"kind": "killing"}, ("k",)) for id in "ab"]
    with record.writing() as connection:
        first, second = record.shelf.shelve(Sort.incident, mentions)
        record.shelf.connect(Sort.incident, [Edge(first.number, second.number, 3.5)])
        one = min(first.number, second.number)
        record.shelf.settle(Sort.incident, {first.number: one, second.number: one}, {second.number: frozenset({one})})
        (last,) = connection.execute(select(tables.judgement.c.number)).scalars()
        connection.execute(insert(tables.ruling).values(judgement=last, sort="incident", number=1, side=0, same=True))
        connection.execute(insert(tables.given_name).values(sort="incident", number=1, name="Herat", judgement=last))
    record.readings.set_linked(["a", "b"])
    record.log("read", reports=3)
    with record.writing() as connection:
        for table in TABLES:
            if not connection.execute(select(table)).first():
                connection.execute(insert(table).values({each.name: something(each, last) for each in table.columns}))


def something(column, judgement):
    """A value that a column can have."""
    if any(key.column is tables.judgement.c.number for key in column.foreign_keys):
        return judgement
    kind = getattr(column.type, "impl", column.type).python_type  # what our own types are kept as
    made = datetime(2026, 11, 20, 12, tzinfo=UTC)
    return {int: 1, float: 0.5, str: "x", bytes: b"x", bool: False, date: made.date(), datetime: made}[kind]


def contents(record):
    with record.looking() as connection:
        return {t.name: sorted(map(str, connection.execute(select(t)))) for t in TABLES}


def test_everything_arrives_in_postgresql_and_comes_back(places):
    source, team, back = places
    assert all(contents(source).values()), "something in every table, or this tests nothing"
    copy(source, team)
    copy(team, back)
    assert contents(source) == contents(team) == contents(back)
    assert back.plain.file.read_text() == source.plain.file.read_text()
    for words in ("Herat", "cafe", "shot"):
        assert source.search.reports(words) == team.search.reports(words) == back.search.reports(words)


def test_a_copy_goes_on_from_there(places):
    source, team, back = places
    for copied in (team, back):
        copy(source, copied)
        copied.log("read")
        copied.readings.put([reading("d")])
        assert [event.what for event in copied.events()] == ["read", "read"]
        assert [each.report.id for each in copied.readings.all()] == ["a", "b", "d"]


def test_a_record_is_given_up_for_another_only_when_that_is_said(places):
    source, team, back = places
    for other in (team, back):
        other.readings.put([reading("x", "ambush")])
        with pytest.raises(BadSetting, match="--replace"):
            copy(source, other)
        assert other.search.reports("ambush") == ["x"]
        copy(source, other, replace=True)
        assert contents(other) == contents(source)
        assert other.search.reports("ambush") == []
        assert other.search.reports("Herat") == ["a"]


def test_a_record_is_not_copied_over_itself(places, tmp_path):
    source, _, _ = places
    with open_record(tmp_path / "record") as again, pytest.raises(BadSetting, match="itself"):
        copy(source, again, replace=True)
    assert len(source.readings) == 3


def test_all_rows_are_told_of(places):
    source, team, _ = places
    told = []
    copied = copy(source, team, tick=told.append)
    assert sum(told) == sum(copied.values()) == rows_in(source)


def test_what_does_not_arrive_is_noticed_and_nothing_is_kept(places, monkeypatch):
    source, team, back = places
    for other in (team, back):
        with monkeypatch.context() as patch:
            patch.setattr("rashomon.archive.copying._copy", lambda here, there, table, tick: 0)
            with pytest.raises(BadData, match="not all of"):
                copy(source, other)
        assert not any(contents(other).values())
