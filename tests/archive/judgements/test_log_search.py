import pytest

import toys
from rashomon.archive.judgements.log_search import Wanted, log_page, people
from rashomon.errors import NotInRecord


@pytest.fixture
def judgements(record):
    """One merge of the machine's, and what Ada and Bea did: 2 a merge, 3 its undoing, 4 a coding."""
    toys.linked(record, *(toys.reading(id, n) for id, n in zip("abc", (3.0, 3.1, 20.0), strict=True)))
    log = record.judgements
    made = log.merge(["I1", "I3"], why="the same Convoy", who="ada")
    log.undo(made.number, why="100 % another", who="bea")
    log.code("c/i1", "kind", "raid", why="–", who="ada")
    return log


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [4, 3, 2, 1]),
        (Wanted(who="ada"), [4, 2]),
        (Wanted(what="undo"), [3]),
        (Wanted(machine=True), [1]),
        (Wanted(machine=False), [4, 3, 2]),
        (Wanted(about="I3"), [4, 3, 2]),
        (Wanted(about="I2"), [3, 2, 1]),
        (Wanted(words="convoy SAME"), [2]),
        (Wanted(words="100 %"), [3]),
        (Wanted(words="raid"), [4]),
        (Wanted(words="_"), []),
        (Wanted(number=2), [2]),
        (Wanted(who="ada", what="undo"), []),
    ],
)
def test_judgements_are_found_by_what_is_wanted(judgements, record, wanted, found):
    assert [each.number for each in log_page(record, wanted, None, 10).judgements] == found


def test_page_by_page_nothing_is_missed(judgements, record):
    first = log_page(record, Wanted(), None, 2)
    assert ([each.number for each in first.judgements], first.more) == ([4, 3], 3)
    second = log_page(record, Wanted(), first.more, 2)
    assert ([each.number for each in second.judgements], second.more) == ([2, 1], None)


def test_what_became_of_a_judgement_is_told_with_it(judgements, record):
    page = log_page(record, Wanted(), None, 10)
    assert page.undone_by == {2: 3} and page.reports == {4: "c"} and page.orphaned == set()
    record.readings.put([toys.reading("c", version="2")])
    assert log_page(record, Wanted(), None, 10).orphaned == {each.number for each in judgements.orphaned()} == {4}
    assert [each.number for each in log_page(record, Wanted(about="I3"), None, 10).judgements] == [4, 3, 2]


def test_who_ever_judged_is_told_and_what_never_was_is_refused(judgements, record):
    assert people(record) == ["ada", "bea"]
    for asked in ("I99", "nobody"):
        with pytest.raises(NotInRecord, match=asked):
            log_page(record, Wanted(about=asked), None, 10)
