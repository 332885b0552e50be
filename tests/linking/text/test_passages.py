"""What of a reading is compared: news, not what stands around it."""

from rashomon.linking.text import news, news_spans, passage
from rashomon.record import Reader, Reading
from rashomon.reports import report_of


def reading(text: str) -> Reading:
    return Reading(reader=Reader(name="test", version="1"), report=report_of(text))


TEXT = (
    "Ferry sinks off Marudi\n\nA ferry sank off the port of Marudi on Sunday.\n\n"
    "Divers went on searching.\n\nShips of this age must be inspected."
)


def test_news_ends_with_the_paragraph_in_which_enough_is_reached():
    assert "Marudi" in news(reading(TEXT), 60)
    assert "inspected" not in news(reading(TEXT), 60)
    assert "inspected" in news(reading(TEXT))


def test_chrome_is_no_news():
    assert "Accessibility" not in news(reading("Accessibility links\n\nSkip to content\n\n" + TEXT))


def test_a_passage_is_what_its_spans_name_once_each():
    assert passage(reading(TEXT), [(0, 5), (6, 11), (0, 5)]) == "Ferry\nsinks"


def test_a_dateline_is_no_part_of_the_lead():
    told = reading("MARUDI, March 6 -- A ferry sank on Sunday.\n\nDivers went on searching.")
    (start, end), *_ = news_spans(told)
    assert told.report.text[start:end] == "A ferry sank on Sunday."
