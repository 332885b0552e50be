import re

import pytest

from rashomon.archive import open_record
from rashomon.archive.linking import link_unlinked
from rashomon.export import Profile, Viewing, page


@pytest.fixture
def record(tmp_path):
    with open_record(tmp_path / "record", create=True) as record:
        yield record


@pytest.fixture
def keep(record):
    """Put readings into the record and link them."""

    def kept(*readings):
        record.readings.put(readings)
        assert sum(link_unlinked(record)) == len(readings)
        return record

    return kept


@pytest.fixture
def html(keep, reading):
    return page(Viewing(keep(reading), Profile.public))


def test_every_account_has_its_column_and_its_sentence(html):
    assert html.count('scope="col"') == 4
    assert "said four people were killed" in html
    assert "blames" in html


def test_rival_figures_stand_side_by_side_and_are_drawn(html):
    assert "killed: four people" in html
    assert "killed: nine" in html
    assert '<svg class="drawing figures"' in html
    assert '<span class="dispute">killed</span>' in html


def test_nothing_is_loaded_from_elsewhere(html):
    assert not re.search(r'(?:src|href)="(?!#)', html)
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


def test_private_persons_and_protected_sources_do_not_leave_the_house(html):
    for name in ("Amina", "Yusuf", "Farah", "A nurse"):
        assert name not in html
    assert re.search(r"[1-9]\d* values withheld", html)


def test_the_internal_profile_shows_them_and_warns(keep, reading):
    html = page(Viewing(keep(reading), Profile.internal))
    assert "Amina Farah" in html
    assert "Do not pass on" in html


def test_text_of_a_report_that_is_html_stays_text(keep, reading):
    hostile = reading.report.model_copy(update={"title": "<script>alert(1)</script>"})
    html = page(Viewing(keep(reading.model_copy(update={"report": hostile})), Profile.public))
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_record_without_incidents_is_a_page_too(record):
    assert "0 incidents" in page(Viewing(record, Profile.public))


def test_a_page_that_is_cut_says_how_many_there_are(keep, reading, retelling):
    retelling = retelling.model_copy(
        update={"incidents": tuple(i.model_copy(update={"kind": "protest"}) for i in retelling.incidents)}
    )
    html = page(Viewing(keep(reading, retelling), Profile.public), limit=1)
    assert "1 of 2 incidents from 2 reports" in html
    assert html.count("<article") == 1
