from datetime import date

from linking.copies.wire import report
from rashomon.linking.copies.printing import printing
from rashomon.record import Basis, Published


def paper(id, publisher=None, day=None, credits=(), authors=()):
    published = Published(earliest=day, latest=day, basis=Basis.given) if day else None
    about = {"publisher": publisher, "published": published, "authors": authors}
    return report(id, "A convoy was attacked.", credits=credits).model_copy(update=about)


def printed(*papers, words=None):
    return printing(papers, lambda paper: (words or {}).get(paper.id, 4))


def test_the_agency_that_most_credit_is_the_reporter_however_it_is_spelt():
    papers = [
        paper("a", "The A", credits=("Associated Press",)),
        paper("b", credits=("AFP",)),
        paper("c", credits=("AP",)),
    ]
    assert printed(*papers).reporter == "AP"


def test_an_agency_s_own_report_counts_as_its_credit():
    assert printed(paper("a", "The A"), paper("b", "Reuters")).reporter == "Reuters"


def test_the_earliest_comes_first_and_the_smaller_id_on_one_day():
    papers = [paper("a", day=date(2013, 2, 3)), paper("c", day=date(2013, 2, 2)), paper("b", day=date(2013, 2, 2))]
    assert printed(*papers).reports == ("b", "c", "a")


def test_where_a_day_is_not_known_the_longest_comes_first():
    papers = [paper("a", day=date(2013, 2, 3)), paper("b")]
    assert printed(*papers, words={"a": 50, "b": 200}).reports == ("b", "a")


def test_a_report_alone_with_two_credits_is_both_agencies_in_any_order():
    assert (
        printed(paper("a", credits=("Reuters", "AP"))).reporter
        == printed(paper("b", credits=("AP", "REUTERS"))).reporter
    )
