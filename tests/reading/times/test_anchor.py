from collections.abc import Callable

from rashomon.reading.times.anchor import Anchor, is_narrative
from rashomon.reading.times.find import expressions
from rashomon.reading.times.period import Period

Values = Callable[..., list[str]]

HISTORY = (
    "The league was founded in May 1931. It split in 1933 and again in June 1934. "
    "On 12 November 1936 its troops crossed the river. The following day they took the fort. "
    "In December they reached the sea. In January they besieged the port. Two years later the war ended."
)


def test_a_history_goes_on_from_what_it_told_last(values: Values) -> None:
    assert values(HISTORY, published="2009-12-19")[3:] == ["1936-11-12", "1936-11-13", "1936-12", "1937-01", "1939"]


def test_news_that_recalls_old_years_is_still_news(values: Values) -> None:
    text = (
        "Gunmen killed a judge on Friday, police said yesterday. He had been named in 1999, dismissed in 2001, "
        "and freed in 2003. The court will sit in March."
    )
    assert values(text, published="2005-02-07") == ["2005-02-04", "2005-02-06", "1999", "2001", "2003", "2005-03"]


def test_dates_of_its_own_year_make_no_history() -> None:
    text = "Update, May 3, 2011. Seoul (May 3, 2011) 2011. In May 2011, on 2 May 2011 and on 1 May 2011 shots fell."
    assert not is_narrative(expressions(text), Period("day", 2011, 5, 3).first)


def test_a_history_passes_over_what_it_tells_by_the_way(values: Values) -> None:
    text = HISTORY + " Its leader, who had been born in 1890, fled to the coast. In May he sailed."
    assert values(text, published="2009-12-19")[-1].startswith("1939")


def test_the_next_day_counts_from_a_day_and_not_from_the_year_that_contains_it() -> None:
    anchor = Anchor(None, narrative=True)
    anchor.tell(Period("day", 1936, 11, 12))
    anchor.tell(Period("year", 1936))
    assert anchor.fine("day") == Period("day", 1936, 11, 12)
    anchor.tell(Period("year", 1940))
    assert anchor.fine("day") is None
