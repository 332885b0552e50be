"""Where and when a report was filed."""

from datetime import date

import pytest

from rashomon.reports import report_of
from rashomon.reports.datelines import filing_of


@pytest.mark.parametrize(
    ("text", "place", "day", "agency", "rest"),
    [
        ("GOMA, Congo, Nov. 20 -- Rebels", "GOMA, Congo", (None, 11, 20), None, "Rebels"),
        ("GOMA — Rebels", "GOMA", None, None, "Rebels"),
        ("DAR ES SALAAM, Tanzania (AP) _ Two", "DAR ES SALAAM, Tanzania", None, "AP", "Two"),
        ("NIAMEY, May 9 (Xinhua) -- Two", "NIAMEY", (None, 5, 9), "Xinhua", "Two"),
        ("GAO, Mali (Feb. 3, 2013) – Two", "GAO, Mali", (2013, 2, 3), None, "Two"),
        ("Bamako (AFP) – Two", "Bamako", None, "AFP", "Two"),
        ("OUAGADOUGOU/BAMAKO, June 5 (Reuters) - Two", "OUAGADOUGOU/BAMAKO", (None, 6, 5), "Reuters", "Two"),
        ("CALI, 16 SEP 89 (RADIO LAGO) -- [REPORT] [ANA RUIZ] [TEXT] TWO", "CALI", (1989, 9, 16), "RADIO LAGO", "TWO"),
        ("LUSAKA (ZAMBIA), MAY 7 88 (AFP)-- [TEXT] TWO", "LUSAKA (ZAMBIA)", (1988, 5, 7), "AFP", "TWO"),
        ("CLANDESTINE, 5 MAR 91 -- [TEXT] TWO", None, (1991, 3, 5), None, "TWO"),
        ("NO CITY (CHAD), NO DATE -- [TEXT] TWO", "CHAD", None, None, "TWO"),
        ("QUETTA, Pakistan, April 3, 2004 -- Two", "QUETTA, Pakistan", (2004, 4, 3), None, "Two"),
        ("(Reuters) - Two", None, None, "Reuters", "Two"),
    ],
)
def test_forms(text: str, place: str | None, day: tuple[int, int, int] | None, agency: str | None, rest: str) -> None:
    filing = filing_of(text)
    assert filing is not None
    assert (filing.place, filing.agency) == (place, agency)
    assert (filing.day and filing.day[:3]) == day
    assert text[filing.span[1] :].strip() == rest


@pytest.mark.parametrize(
    "text",
    [
        "WATCH: Rebels enter",
        "RENT-A-CAR firms closed",
        "The army -- what is left of it -- fled.",
        "UPDATE — Two more died",
        "UPDATE MONDAY, MAY 9: Two more died",
        "He fled - again",
        "",
    ],
)
def test_no_datelines(text: str) -> None:
    assert filing_of(text) is None


def test_in_capitals_a_place_needs_a_date_or_an_agency() -> None:
    assert filing_of("THE ARMY -- WHAT IS LEFT OF IT -- FLED.", capitals=True) is None
    assert filing_of("GOMA, 3 MAR 91 -- [TEXT] THE ARMY FLED.", capitals=True) is not None


def test_the_report_has_the_dateline_with_its_span_inside_the_body() -> None:
    report = report_of("GOMA, Congo, Dec. 30 -- Rebels shelled the town.\n\nNobody died.", published="2012-01-02")
    assert report.dateline is not None
    assert report.dateline.span == (0, 23)
    assert report.dateline.date == date(2011, 12, 30)
    assert report.regions[0].span[0] == 0


def test_a_dateline_without_a_year_takes_it_from_the_copyright_line() -> None:
    report = report_of("GOMA, Nov. 20 -- Rebels shelled the town on Tuesday, a priest said.\n\n© 2012 The Herald")
    assert report.dateline is not None
    assert report.dateline.date == date(2012, 11, 20)


def test_a_dateline_without_any_year_has_no_date() -> None:
    report = report_of("GOMA, Nov. 20 -- Rebels shelled the town on Tuesday, a priest said.")
    assert report.dateline is not None
    assert report.dateline.date is None
    assert report.published is None
