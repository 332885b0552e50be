from collections.abc import Callable
from datetime import date

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from rashomon import reports
from rashomon.reading.times import read_times
from rashomon.record import Basis, Dateline, Published, Report, Time


def test_relative_times_count_from_the_dateline_where_it_has_a_day(parse: Callable[[Report], Doc]) -> None:
    report = reports.report_of("Gunmen killed a judge today.", published="2011-03-09")
    report = report.model_copy(update={"dateline": Dateline(place="LIMA", date=date(2011, 3, 8))})
    (time,) = parse(report)._.times
    assert time.value == "2011-03-08"


def test_between_two_possible_days_of_writing_a_time_is_as_wide_as_both_make_it(parse: Callable[[Report], Doc]) -> None:
    report = reports.report_of("Gunmen killed a judge last month.")
    published = Published(earliest=date(2011, 3, 9), latest=date(2011, 5, 9), basis=Basis.inferred)
    report = report.model_copy(update={"published": published})
    (time,) = parse(report)._.times
    assert (time.value, time.earliest, time.latest) == ("2011-0X", date(2011, 2, 1), date(2011, 4, 30))


def test_every_time_says_its_rule_and_lies_in_the_text(times: Callable[..., list[Time]]) -> None:
    text = "On Friday, two years after the war of 1991, 12 people died in May."
    for time in times(text, published="2011-03-09"):
        assert time.by and time.by.startswith("times.")
        assert text[slice(*time.span)].strip() == text[slice(*time.span)]


def test_a_doc_without_parse_or_report_is_read_too() -> None:
    doc = read_times(English()("They met on 12 March 2004 and last week, at 4 p.m., and may meet in May."))
    assert [time.value for time in doc._.times][:2] == ["2004-03-12", "XXXX-WXX"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May",
        "😀",
        "9" * 400 + " years ago",
        "0 BC",
        "99/99/99",
        "İN MAY 1999",
        "999999 centuries ago, Easter 1500",
    ],
)
def test_odd_texts_are_read_without_a_crash(text: str) -> None:
    assert all(0 <= time.span[0] < time.span[1] <= len(text) for time in read_times(English()(text))._.times)
