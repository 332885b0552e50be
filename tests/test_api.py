import pytest

import rashomon
from rashomon.api import try_many

TEXTS = [
    f"Gunmen killed {n} soldiers near Gao on Friday, the army said." for n in ("two", "three", "four", "five", "six")
]


def test_read_takes_a_text():
    reading = rashomon.read(TEXTS[0], published="2013-02-03")
    assert [str(incident.time.earliest) for incident in reading.incidents] == ["2013-02-01"]


def test_read_many_gives_the_same_in_one_process_and_in_two():
    settings = rashomon.Settings(batch=2)
    alone = list(rashomon.read_many(TEXTS, settings=settings))
    assert list(rashomon.read_many(TEXTS, workers=2, settings=settings)) == alone
    assert [reading.report.text for reading in alone] == TEXTS


def test_read_many_stops_at_what_cannot_be_read_and_try_many_goes_on():
    items = [rashomon.report_of(TEXTS[0]), rashomon.UnreadableReport("a.pdf", "no text in it", "run OCR first")]
    items.append(rashomon.report_of(TEXTS[1]))
    with pytest.raises(rashomon.UnreadableReport, match=r"a\.pdf: no text in it; run OCR first"):
        list(rashomon.read_many(items))
    assert [type(item).__name__ for item in try_many(items)] == ["Reading", "UnreadableReport", "Reading"]


def test_public_names_are_those_of_all():
    assert sorted(rashomon.__all__) == list(rashomon.__all__)
    assert all(hasattr(rashomon, name) for name in rashomon.__all__)
