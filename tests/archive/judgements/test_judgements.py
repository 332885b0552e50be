from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import toys
from rashomon.archive import open_record
from rashomon.archive.judgements.judgements import Judgements
from rashomon.errors import CannotDecide, NotInRecord
from rashomon.linking.mention import Sort
from toys import groups, of


@pytest.fixture
def judgements(record) -> Judgements:
    """Five reports: 3.0, 3.1 and 3.2 killed are one incident; 8.0 and 20.0 are others. I1 with I2 with I3; I4; I5."""
    toys.linked(record, *(toys.reading(id, dead) for id, dead in zip("abcde", (3.0, 3.1, 3.2, 8.0, 20.0), strict=True)))
    assert groups(record) == of({1, 2, 3}, {4}, {5})
    return record.judgements


def test_a_merge_is_logged_with_what_was_before_and_after(judgements, record):
    made = judgements.merge(["I3", "I4"], why="the same market", who="ada")
    assert groups(record) == of({1, 2, 3, 4}, {5})
    assert (made.who, made.what, made.why, made.machine) == ("ada", "merge", "the same market", False)
    assert (made.before, made.after) == (((1, 2, 3), (4,)), ((1, 2, 3, 4),))
    assert made.told(made.before) == "I1 with I2 with I3; I4"
    assert made.made.utcoffset().total_seconds() == 0


def test_incidents_can_be_named_as_a_report_has_them(judgements, record):
    judgements.merge(["d/i1", "e/i1"], why="one raid")
    assert groups(record) == of({1, 2, 3}, {4, 5})


def test_a_decision_without_a_reason_is_refused(judgements, record):
    with pytest.raises(CannotDecide, match="say why"):
        judgements.merge(["I1", "I4"], why="  ")
    assert groups(record) == of({1, 2, 3}, {4}, {5})
    assert not list(judgements.log(people=True))


def test_who_decides_is_the_user_and_must_be_said_where_there_is_none(judgements, monkeypatch):
    monkeypatch.setenv("LOGNAME", "ada")
    assert judgements.merge(["I1", "I4"], why="–").who == "ada"
    monkeypatch.setattr("getpass.getuser", lambda: {}["no such user"])
    with pytest.raises(CannotDecide, match="--who"):
        judgements.merge(["I1", "I5"], why="–")


def test_what_is_one_already_cannot_be_merged(judgements):
    with pytest.raises(CannotDecide, match="one already"):
        judgements.merge(["I1", "I3"], why="–")


def test_a_split_parts_the_reports_named_from_the_rest(judgements, record):
    made = judgements.split("I1", ["b"], why="another village")
    assert groups(record) == of({1, 3}, {2}, {4}, {5})
    assert (made.before, made.after) == (((1, 2, 3),), ((1, 3), (2,)))


def test_a_split_says_who_tells_of_an_incident_when_another_is_named(judgements):
    with pytest.raises(CannotDecide, match="those who do are a, b, c"):
        judgements.split("I1", ["e"], why="–")
    with pytest.raises(CannotDecide, match="nothing of I1 would be left"):
        judgements.split("I1", ["a", "b", "c"], why="–")


def test_two_mentions_of_one_group_can_be_ruled_apart(judgements, record):
    judgements.not_same(["I1", "I3"], why="two days")
    assert not any({1, 3} <= group for group in groups(record))


def test_what_is_ruled_apart_stays_apart_when_more_is_linked(judgements, record):
    judgements.split("I1", ["c"], why="–")
    toys.linked(record, toys.reading("f", 3.15), toys.reading("g", 3.05))
    assert not any({1, 3} <= group or {2, 3} <= group for group in groups(record))
    assert {1, 2} <= next(group for group in groups(record) if 7 in group)


def test_the_later_of_two_decisions_holds(judgements, record):
    judgements.split("I1", ["c"], why="–")
    judgements.merge(["I1", "I3"], why="the same after all")
    assert groups(record) == of({1, 2, 3}, {4}, {5})
    judgements.split("I1", ["c"], why="no")
    assert groups(record) == of({1, 2}, {3}, {4}, {5})


def test_undoing_restores_what_was_and_undoing_that_restores_the_decision(judgements, record):
    made = judgements.merge(["I1", "I5"], why="–")
    back = judgements.undo(made.number, why="wrong")
    assert groups(record) == of({1, 2, 3}, {4}, {5})
    assert (back.undoes, back.before, back.after) == (made.number, ((1, 2, 3, 5),), ((1, 2, 3), (5,)))
    assert judgements.get(made.number).undone
    judgements.undo(back.number, why="right after all")
    assert groups(record) == of({1, 2, 3, 5}, {4})
    assert not judgements.get(made.number).undone


def test_what_is_undone_cannot_be_undone_again(judgements):
    made = judgements.merge(["I1", "I5"], why="–")
    judgements.undo(made.number, why="wrong")
    with pytest.raises(CannotDecide, match="undone already"):
        judgements.undo(made.number, why="wrong")
    with pytest.raises(NotInRecord, match="no judgement 99"):
        judgements.undo(99, why="–")


def test_an_earlier_merge_is_undone_as_if_it_had_never_been_whatever_was_merged_since(judgements, record):
    first = judgements.merge(["I1", "I4"], why="–")
    judgements.merge(["I4", "I5"], why="–")
    assert groups(record) == of({1, 2, 3, 4, 5})
    judgements.undo(first.number, why="–")
    assert groups(record) == of({1, 2, 3}, {4, 5})


def test_a_merge_by_the_machine_is_undone_and_stays_so(judgements, record):
    (merge,) = [j for j in judgements.log() if j.machine]
    back = judgements.undo(merge.number, why="three attacks")
    assert groups(record) == of({1}, {2}, {3}, {4}, {5})
    toys.linked(record, toys.reading("f", 3.05))
    assert sum(len(group & {1, 2, 3}) > 0 for group in groups(record)) == 3
    judgements.undo(back.number, why="one attack")
    assert {1, 2, 3} <= next(group for group in groups(record) if 1 in group)


def test_a_name_is_kept_through_merges_and_its_undoing_brings_back_the_former(judgements):
    judgements.rename("I4", "The market", why="–")
    named = judgements.rename("I4", "The bazaar", why="the word there")
    assert (named.before, named.after) == (((4, "The market"),), ((4, "The bazaar"),))
    judgements.merge(["I1", "I4"], why="–")
    assert judgements.names(Sort.incident, [1]) == {1: "The bazaar"}
    judgements.undo(named.number, why="–")
    assert judgements.names(Sort.incident, [1]) == {1: "The market"}


def test_a_withdrawn_report_takes_along_what_it_held_together(judgements, record):
    toys.linked(record, toys.reading("f", 8.4), toys.reading("g", 8.8))
    before = groups(record)
    assert {4, 6, 7} in before
    made = judgements.withdraw("f", why="forged")
    assert not any({4, 7} <= group for group in groups(record))
    with pytest.raises(CannotDecide, match="withdrawn already"):
        judgements.withdraw("f", why="forged")
    back = judgements.undo(made.number, why="genuine")
    assert groups(record) == before and not judgements.withdrawn()
    judgements.undo(back.number, why="forged, truly")
    assert judgements.withdrawn() == {"f"}


def test_a_withdrawn_incidents_number_does_not_go_over_to_one_that_was_only_like_it(judgements, record):
    toys.linked(record, toys.reading("f", 21.0))
    assert groups(record) == of({1, 2, 3}, {4}, {5}, {6})
    judgements.withdraw("e", why="forged")
    assert groups(record) == of({1, 2, 3}, {4}, {5}, {6})


def test_a_withdrawn_report_that_alone_told_of_an_incident_leaves_a_tombstone(judgements, record):
    judgements.withdraw("e", why="forged")
    with pytest.raises(NotInRecord, match="I5 is gone; the report that told of it, e, was withdrawn"):
        judgements.merge(["I1", "I5"], why="–")


def test_actors_are_decided_about_in_the_same_way(judgements, record):
    front = toys.reading("f", 40.0).model_copy(
        update={"actors": (toys.reading("x").actors[0].model_copy(update={"name": "the Popular Front"}),)}
    )
    toys.linked(record, front)
    assert groups(record, Sort.actor) == of({1}, {2})
    made = judgements.merge(["A1", "f/a1"], why="–", sort=Sort.actor)
    assert made.what == "same-actor" and groups(record, Sort.actor) == of({1, 2})
    judgements.not_same(["A1", "A2"], why="–", sort=Sort.actor)
    assert groups(record, Sort.actor) == of({1}, {2})


def test_a_decision_that_rests_on_what_has_changed_is_refused_with_what_changed(judgements):
    seen = judgements.seen(["I1", "I5"])
    made = judgements.split("I1", ["c"], why="another day", who="ada")
    with pytest.raises(
        CannotDecide, match=rf"I1 has changed .*: I3 left it \(judgement {made.number} by ada: another day\)"
    ):
        judgements.merge(["I1", "I5"], why="–", expect=seen)
    judgements.undo(made.number, why="–")
    judgements.merge(["I1", "I4"], why="one raid", who="bea")
    with pytest.raises(CannotDecide, match=r"I4 came to it .* by bea: one raid"):
        judgements.merge(["I1", "I5"], why="–", expect=seen)


def test_what_new_reports_add_does_not_stand_in_the_way_and_is_not_ruled_about(judgements, record):
    seen = judgements.seen(["I4", "I5"])
    toys.linked(record, toys.reading("f", 8.1))
    made = judgements.merge(["I4", "I5"], why="–", expect=seen)
    (ruling,) = record.shelf.rulings_about(Sort.incident, [4])
    assert ruling.judgement == made.number and ruling.sides == (frozenset({4, 5}),)


def test_the_log_of_one_incident_has_all_that_concerned_it_the_latest_first(judgements, record):
    from rashomon.archive.refs import find

    made = judgements.merge(["I1", "I4"], why="–")
    judgements.rename("I5", "another", why="–")
    about = list(judgements.log(find(record, "I4", Sort.incident)))
    assert [j.number for j in about] == [made.number, 1]
    assert [j.what for j in judgements.log(people=True, latest=1)] == ["rename"]


decisions = st.lists(
    st.tuples(
        st.sampled_from(["merge", "not_same", "split", "rename", "withdraw", "undo"]),
        st.integers(0, 99),
        st.integers(0, 99),
    ),
    min_size=1,
    max_size=5,
)


def state(record, judgements):
    names = judgements.names(Sort.incident, range(1, 12))
    return groups(record), names, judgements.withdrawn()


def decide(judgements, decision) -> int | None:
    """Make a decision, as far as it can be made."""
    what, a, b = decision
    one, other, report = f"I{a % 8 + 1}", f"I{b % 8 + 1}", "abcdefgh"[a % 8]
    try:
        if what in ("merge", "not_same"):
            return getattr(judgements, what)([one, other], why="–").number
        if what == "split":
            return judgements.split(one, ["abcdefgh"[b % 8]], why="–").number
        if what == "rename":
            return judgements.rename(one, f"name {b}", why="–").number
        if what == "withdraw":
            return judgements.withdraw(report, why="–").number
        numbers = sorted(j.number for j in judgements.log())
        return judgements.undo(numbers[a % len(numbers)], why="–").number
    except (CannotDecide, NotInRecord):
        return None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(10, 30), min_size=8, max_size=8), decisions, decisions.map(lambda d: d[0]))
def test_undoing_restores_exactly_whatever_was_decided_before(tmp_path_factory, killed, before, last):
    with closing(open_record(tmp_path_factory.mktemp("record"), create=True)) as record:
        toys.linked(record, *(toys.reading(id, k / 4) for id, k in zip("abcdefgh", killed, strict=True)))
        judgements = record.judgements
        for decision in before:
            decide(judgements, decision)
        was = state(record, judgements)
        number = decide(judgements, last)
        if number is None:
            assert state(record, judgements) == was
            return
        became = state(record, judgements)
        back = judgements.undo(number, why="–")
        assert state(record, judgements) == was
        judgements.undo(back.number, why="–")
        assert state(record, judgements) == became


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations([("merge", 0, 1), ("not_same", 2, 3), ("split", 4, 5), ("rename", 6, 1), ("withdraw", 7, 0)]))
def test_the_order_of_decisions_that_do_not_touch_each_other_does_not_matter(tmp_path_factory, order):
    ends = []
    for decided in (order, sorted(order)):
        with closing(open_record(tmp_path_factory.mktemp("record"), create=True)) as record:
            killed = (1.0, 10.0, 20.0, 20.1, 30.0, 30.1, 40.0, 40.1)
            toys.linked(record, *(toys.reading(id, k) for id, k in zip("abcdefgh", killed, strict=True)))
            judgements = record.judgements
            assert None not in [decide(judgements, decision) for decision in decided]
            ends.append(state(record, judgements))
    assert ends[0] == ends[1]


def test_a_report_counts_no_longer_while_any_withdrawal_of_it_holds(judgements):
    first = judgements.withdraw("e", why="a hoax")
    back = judgements.undo(first.number, why="–")
    second = judgements.withdraw("e", why="a hoax after all")
    judgements.undo(back.number, why="–")
    judgements.undo(second.number, why="–")
    assert judgements.withdrawn() == {"e"}
    judgements.undo(first.number, why="–")
    assert judgements.withdrawn() == set()
