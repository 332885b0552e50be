"""Whatever was decided, taken back and read anew in whatever order: values are what follows from the judgements that hold."""

from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

import toys
from rashomon.archive import open_record
from rashomon.archive.coding.addresses import account_at
from rashomon.archive.coding.values import value_of
from rashomon.archive.readings.at_hand import ReadingsAtHand
from rashomon.errors import CannotDecide, NotInRecord
from rashomon.record import Account, Act, Reading, Source, SourceKind, Statement

CODED = (
    ("kind", "", ("bombing", "shelling")),
    ("status", "", ("planned", "threatened")),
    ("act", "0-6", ("denies", "claims_responsibility")),
    ("killed", "0-6", ([{"low": 15, "high": 15, "span": [0, 6]}], [])),
)

step = st.one_of(
    st.tuples(st.just("code"), st.sampled_from("ab"), st.sampled_from(CODED), st.integers(0, 1)),
    st.tuples(st.just("undo"), st.integers(0, 20)),
    st.tuples(st.just("reread"), st.sampled_from("ab"), st.sampled_from("123")),
    st.tuples(st.just("merge")),
    st.tuples(st.just("split")),
)


def told_twice(report: str, killed: float, version: str = "1") -> Reading:
    """As `toys.reading`; an official, who stands at [0, 6], gives an account, too."""
    reading = toys.reading(report, killed, version=version)
    (incident,) = reading.incidents
    source = Source(kind=SourceKind.official, text="attack", span=(0, 6), named=True)
    said = Statement(id="s1", content=((0, 6),), source=source, act=Act.asserts)
    account = Account(source=source, statement="s1", evidence=((0, 6),), figures=incident.figures)
    incident = incident.model_copy(update={"accounts": (*incident.accounts, account)})
    return reading.model_copy(update={"incidents": (incident,), "statements": (said,)})


class Told:
    """What should hold, by what was said and what of it was taken back."""

    def __init__(self) -> None:
        self.said: dict[int, tuple[tuple[str, str, str], object]] = {}
        self.undoes: dict[int, int] = {}

    def holds(self, number: int) -> bool:
        return not any(self.holds(by) for by, of in self.undoes.items() if of == number)

    def latest(self, report: str, account: str, attribute: str) -> list[object]:
        key = (report, account, attribute)
        return [value for number, (of, value) in sorted(self.said.items()) if of == key and self.holds(number)][-1:]


@settings(max_examples=20, deadline=None)
@given(st.lists(step, min_size=4, max_size=14))
def test_values_follow_from_the_judgements_that_hold(tmp_path_factory, steps):
    with closing(open_record(tmp_path_factory.mktemp("record"), create=True)) as record:
        toys.linked(record, *(told_twice(id, killed) for id, killed in (("a", 3.0), ("b", 8.0))))
        told = Told()
        for each in steps:
            _take(record, told, *each)
        at_hand = ReadingsAtHand(record)
        for report in "ab":
            read = record.readings.get(report).incidents[0]
            (now, *_) = at_hand.get(report).incidents
            for attribute, account, _ in CODED:
                was, now_is = (account_at(one, account) if account else one for one in (read, now))
                expected = told.latest(report, account, attribute) or [value_of(was, attribute)]
                assert [_bare(value_of(now_is, attribute))] == [_bare(value) for value in expected]


def _bare(value):
    return [(part["low"], part["high"]) for part in value] if isinstance(value, list) else value


def _take(record, told, what, *how):
    log = record.judgements
    if what == "code":
        report, (attribute, account, values), which = how
        made = log.code(f"{report}/i1", attribute, values[which], account=account, why="–")
        told.said[made.number] = (report, account, attribute), values[which]
    elif what == "reread":
        report, version = how
        record.readings.put([told_twice(report, {"a": 3.0, "b": 8.0}[report], version=version)])
    else:
        try:
            if what == "undo":
                people = [each.number for each in log.log(people=True)]
                if people:
                    number = people[how[0] % len(people)]
                    told.undoes[log.undo(number, why="–").number] = number
            elif what == "merge":
                log.merge(["a/i1", "b/i1"], why="–")
            else:
                log.split("a/i1", ["b"], why="–")
        except (CannotDecide, NotInRecord):
            pass  # it is so already, or was taken back
