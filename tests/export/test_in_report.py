import pytest

from rashomon.export.in_report import in_report
from rashomon.export.masks import Masks
from rashomon.export.redaction import Profile
from rashomon.export.rows import rows
from rashomon.export.story import story

INSIDE = Masks(Profile.internal)


@pytest.fixture
def told(both):
    return story(both, INSIDE)


def column(told, source):
    return next(column for column in told.columns if source in column.source)


def read(told, reading, source, attribute):
    """The words of a reading from which an attribute of an account was read."""
    (there,) = [each for each in column(told, source).in_reports if each.report == reading.report.id]
    return [reading.report.text[slice(*span)] for span in there.read.get(attribute, ())]


def test_each_attribute_says_where_it_stands_and_what_is_not_stated_stands_nowhere(told, reading):
    assert read(told, reading, "General Omar Diallo", "figures") == ["four people"]
    assert read(told, reading, "The Paper", "whom") == ["Amina Farah"]
    assert read(told, reading, "Yusuf Farah", "who") == ["blamed the militia"]
    assert read(told, reading, "The Paper", "what") == ["shot"]
    assert read(told, reading, "nurse", "when") == []


def test_what_reports_have_alike_stands_in_each_of_them_at_an_address_that_decisions_take(told, reading):
    there = {each.report: each for each in column(told, "Diallo").in_reports}
    assert there.keys() == {"r", "q"}
    start, end = reading.statements[0].source.span
    assert (there["r"].incident, there["r"].account) == ("i1", f"{start}-{end}")
    assert column(told, "The Paper").in_reports[0].account == "own"


def test_a_value_that_a_person_gave_says_by_which_judgement(both):
    version = next(version for version in both.versions if version.account.figures)
    figures = tuple(figure.model_copy(update={"by": "judgement 12"}) for figure in version.account.figures)
    by = "accounts.reported; firmness: judgement 9"
    account = version.account.model_copy(update={"figures": figures, "by": by})
    said = in_report(type(version)(**{**vars(version), "account": account})).said
    assert said == {"figures": 12, "firmness": 9}


def test_a_quote_says_where_its_sentence_stands(told, reading):
    (quote,) = column(told, "nurse").quotes
    assert " ".join(reading.report.text[slice(*quote.span)].split()) == quote.text


def test_a_protected_source_is_marked(told):
    assert [column.protected for column in told.columns].count(True) == 1
    assert column(told, "nurse").protected


def test_without_a_heading_what_all_have_alike_is_a_row_too(told):
    labels = [row.attribute for row in rows(told, headed=False)]
    assert "what" in labels
    assert "what" not in [row.attribute for row in rows(told)]
