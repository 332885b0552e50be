import re

import pytest

from rashomon.archive import Located
from rashomon.export import Profile, page


@pytest.fixture
def html(reading):
    return page([Located("i1", reading.incidents[0], reading)])


def test_every_account_has_its_column_and_its_sentence(html):
    assert html.count('scope="col"') == 4
    assert "said four people were killed" in html
    assert "blames" in html


def test_rival_figures_stand_side_by_side_and_are_drawn(html):
    assert "killed: four people" in html
    assert "killed: nine" in html
    assert '<svg class="range"' in html
    assert '<span class="dispute">killed</span>' in html


def test_nothing_is_loaded_from_elsewhere(html):
    assert not re.search(r'(?:src|href)="(?!#)', html)
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html


def test_private_persons_and_protected_sources_do_not_leave_the_house(html):
    for name in ("Amina", "Yusuf", "Farah", "A nurse"):
        assert name not in html
    assert re.search(r"\d+ values withheld", html)


def test_the_internal_profile_shows_them_and_warns(reading):
    html = page([Located("i1", reading.incidents[0], reading)], profile=Profile.internal)
    assert "Amina Farah" in html
    assert "Do not pass on" in html


def test_text_of_a_report_that_is_html_stays_text(reading):
    hostile = reading.report.model_copy(update={"title": "<script>alert(1)</script>"})
    html = page([Located("i1", reading.incidents[0], reading.model_copy(update={"report": hostile}))])
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_a_record_without_incidents_is_a_page_too():
    assert "0 incidents" in page([])
