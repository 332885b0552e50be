"""A text as a Report; any text."""

import hashlib
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon.record import RegionKind, Report
from rashomon.reports import report_of

LAYOUT = st.text(alphabet=" \n\r\t\u2028\x0b\x85\ufeff.,:;-—–_()[]\"'“”©#*=|/0129aAbBzZéÉ中😀\u200b")
LINES = st.lists(
    st.sampled_from(
        "By Ana Ruiz|GOMA, Nov. 20 --|FILE - x|Read more|(AP)|---|2.4k|| |## A|**By:** x|© 2012 X|and|the town of|11 MAR 90|"
        "Rebels fled on Monday, Sept. 15, last week.|https://a.b/2021/08/20/".split("|")
    )
).map("\n".join)


def check(report: Report, text: str) -> None:
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)  # half a character cannot be kept: no file can hold it
    assert report.text == text
    end = 0
    for region in report.regions:
        assert region.span[0] >= end
        assert not text[end : region.span[0]].strip()
        assert text[slice(*region.span)] == text[slice(*region.span)].strip()
        end = region.span[1]
    assert not text[end:].strip()
    if report.dateline and report.dateline.span:
        assert 0 <= report.dateline.span[0] < report.dateline.span[1] <= len(text)


@given(st.text() | LAYOUT | LINES)
@example("\ud800 half a character")
@example("A" * 20_000)
@example("word " * 10_000)
@example("(" * 5_000)
@example("Ab " * 5_000 + "/Getty")
@settings(max_examples=400, deadline=None)
def test_any_text_becomes_a_report_that_keeps_it_exactly(text: str) -> None:
    check(report_of(text), text)


@given(st.text(max_size=60) | LINES, st.text(max_size=20))
@settings(max_examples=150, deadline=None)
def test_any_title_will_do(text: str, title: str) -> None:
    check(report_of(text, title=title), text)
    check(report_of(title + text, title=title), title + text)


def test_the_hash_is_of_the_utf_8_bytes_and_is_the_id_where_none_is_given() -> None:
    text = "Señor Núñez was shot."
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    report = report_of(text)
    assert (report.sha256, report.id) == (sha256, sha256[:16])
    assert report_of(text, id="a").id == "a"


def test_what_is_given_is_kept() -> None:
    report = report_of(
        "Men fled.", id="7", title="T", publisher="P", authors=["A", "B"], url="https://x.example", published="2012"
    )
    assert (report.id, report.title, report.publisher, report.authors) == ("7", "T", "P", ("A", "B"))
    assert report.url == "https://x.example"


def test_a_recognised_title_is_plain() -> None:
    report = report_of("\n## **Rebels Enter Goma**\n\nRebels entered the city on Tuesday after the soldiers had fled.")
    assert report.title == "Rebels Enter Goma"
    assert report.regions[0].kind is RegionKind.title


def test_the_address_is_the_one_alone_at_the_end() -> None:
    text = (
        "Rebels entered the city on Tuesday after the soldiers had fled.\n\n**Source URL:** <https://lake.example/goma>"
    )
    assert report_of(text).url == "https://lake.example/goma"
    assert report_of(text).publisher == "lake.example"
