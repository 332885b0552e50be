"""The bundled sample: its gold fits its reports, it shows what it says it shows, and it is read no worse than it was."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from benchmarks.sample import SAMPLE
from benchmarks.sample.__main__ import read_sample
from benchmarks.sample.case import percent, rates
from benchmarks.sample.floors import floors, pin
from benchmarks.sample.gold import Gold, GoldIncident, GoldReport, find, gold
from benchmarks.sample.measures import Amount, Days
from benchmarks.sample.pairing import pair
from benchmarks.sample.score import MARK, reading_of, score
from rashomon.record import Act, Incident, Reading

REPORTS = {report.name: report for report in gold().reports}


@pytest.fixture(scope="module")
def readings(reader) -> list[Reading]:
    return read_sample(reader)


@pytest.fixture(scope="module")
def shares(readings) -> dict[str, float]:
    return percent(rates(score(readings)))


# The reports and the gold


def test_every_report_of_the_sample_is_read_and_has_gold(readings):
    found = {name: reading_of(report, readings) for name, report in REPORTS.items()}
    assert [name for name, reading in found.items() if reading is None] == []
    assert len(readings) == len(REPORTS)


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_every_quotation_of_the_gold_stands_in_its_report_and_nowhere_else(report, readings):
    text = reading_of(report, readings).report.text
    titled = f"{report.title}\n\n{text}" if find(text, report.title) is None else text
    quotes = [*report.violent_passages(), *(statement.quote for statement in report.statements)]
    assert [quote for quote in quotes if find(titled, quote) is None] == []
    openings = [quote.partition(" … ")[0] for quote in quotes]
    assert [words for words in openings if find(titled[find(titled, words)[1] :], words)] == []


@pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)
def test_every_report_says_that_it_is_a_retelling_and_is_short(report, readings):
    text = reading_of(report, readings).report.text
    files = "".join(path.read_text("utf-8") for path in (SAMPLE / "reports").glob(f"{report.name}.html"))
    assert find(text + files, MARK)
    assert 120 <= len(text.split()) <= 370


def test_the_readme_lists_every_file_of_the_sample():
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in (SAMPLE / "reports").iterdir() if f"`{path.name}`" not in readme] == []


# What the sample shows


def acts(report: GoldReport) -> set[Act]:
    """The acts that the gold leaves no doubt about."""
    accounts = [account for incident in report.incidents for account in incident.accounts]
    return {act for entry in (*report.statements, *accounts) if len(entry.act) == 1 for act in entry.act}


def most_with(report: GoldReport, act: Act) -> int:
    """Accounts with this act of the incident that has the most of them."""
    return max(sum(act in account.act for account in incident.accounts) for incident in report.incidents)


def tolls(incident: GoldIncident) -> set[Amount]:
    return {account.killed for account in incident.accounts if account.killed}


def blamed(report: GoldReport) -> set[str]:
    accounts = [account for incident in report.incidents for account in incident.accounts]
    return {a.responsible.pattern for a in accounts if a.responsible and Act.blames in a.act}


def same_culprit(report: GoldReport) -> bool:
    held = [account.responsible for account in report.incidents[0].accounts if account.responsible]
    return any(one.search(other.pattern) or other.search(one.pattern) for one, other in pairwise(held))


def told_elsewhere(report: GoldReport) -> bool:
    names = {incident.name for other in gold().reports if other is not report for incident in other.incidents}
    return any(incident.name in names for incident in report.incidents)


SHOWN: dict[str, Callable[[GoldReport], bool]] = {
    "agreement": same_culprit,
    "contradiction": lambda report: max(len(tolls(incident)) for incident in report.incidents) >= 3,
    "denial": lambda report: Act.denies in acts(report),
    "claim": lambda report: Act.claims_responsibility in acts(report),
    "rival_claims": lambda report: most_with(report, Act.claims_responsibility) >= 2,
    "mutual_blame": lambda report: len(blamed(report)) >= 2,
    "retraction": lambda report: Act.retracts in acts(report),
    "protected_source": lambda report: bool(report.protected),
    "alias": lambda report: bool(report.aliases),
    "changes_sides": lambda report: sum("defection" in incident.kind for incident in report.incidents) >= 2,
    "undated": lambda report: None in report.published,
    "told_twice": told_elsewhere,
}


@pytest.mark.parametrize("feature", SHOWN)
def test_the_gold_bears_out_what_the_sample_is_said_to_show(feature):
    assert SHOWN[feature](REPORTS[gold().features[feature]])


def test_nothing_else_is_said_to_be_shown():
    assert set(gold().features) == set(SHOWN)


# How well it is read


@pytest.mark.parametrize("component", floors())
def test_no_component_falls_below_its_floor(component, shares):
    assert shares[component] >= floors()[component]


def test_every_component_has_a_floor(shares):
    assert set(floors()) == set(shares)


def test_pinning_raises_a_floor_and_lowers_none(tmp_path, monkeypatch):
    path = tmp_path / "floors.toml"
    path.write_text("# floors\nfound = 20.0  # new reports\nkind = 99.0\n", encoding="utf-8")
    monkeypatch.setattr("benchmarks.sample.floors.PATH", path)
    pin({"found": (50, 100), "kind": (9, 10), "ties": (1, 4)})
    assert path.read_text(encoding="utf-8").startswith("# floors\nfound = 47.0  # new reports\nkind = 99.0\n")
    assert floors() == {"found": 47.0, "kind": 99.0, "ties": 0.0, "mean": 53.5}


# The scorer itself


def without_findings(reading: Reading) -> Reading:
    return reading.model_copy(update={"actors": (), "statements": (), "incidents": (), "ties": ()})


def test_a_reader_that_finds_nothing_scores_nothing(readings):
    table = rates(score([without_findings(reading) for reading in readings]))
    assert {component for component, (right, _) in table.items() if right} == {"read", "published", "mark"}


def test_a_report_that_is_not_read_counts_as_missed():
    assert rates(score([]))["read"] == (0, len(REPORTS))


@pytest.mark.parametrize(
    ("gold", "low", "high", "right"),
    [
        ("9", 9, 9, True),
        ("9", 7, 9, False),
        ("281..", 281, None, True),
        ("70..", 71, None, True),  # "more than 70"
        ("281..", 281, 281, False),
        ("..10", None, 10, True),
        ("..10", 10, 10, False),
        ("100..300", 100, 300, True),
        ("~300", 300, 300, True),
        ("~300", 270, 330, True),
        ("~300", 100, 330, False),
    ],
)
def test_a_number_is_right_when_it_says_what_the_source_said(gold, low, high, right):
    assert Amount.of(gold).right(low, high) is right


@pytest.mark.parametrize(
    ("gold", "earliest", "latest", "right"),
    [
        ("2021-08-29", date(2021, 8, 29), date(2021, 8, 29), True),
        ("2021-08-29", date(2021, 8, 28), date(2021, 8, 29), True),
        ("2021-08-29", date(2021, 8, 1), date(2021, 8, 31), False),
        ("2021-08-29", None, None, False),
        ("1997-12-13..", None, None, True),
        ("1997-12-13..", date(1997, 12, 20), date(1997, 12, 20), True),
        ("1997-12-13..", date(1997, 11, 1), date(1997, 11, 30), False),
    ],
)
def test_days_are_right_when_they_meet_and_are_hardly_wider(gold, earliest, latest, right):
    assert Days.of(gold).right(Days(earliest, latest)) is right


def test_of_two_incidents_the_one_that_covers_more_of_the_passage_is_taken(readings):
    report = GoldReport.model_validate(
        {
            "name": "small",
            "title": "Small",
            "published": "2022-07-29",
            "incidents": [{"name": "fire", "kind": "shelling", "evidence": ["shells fell on the bridge"]}],
        }
    )
    text = "Shells flew. In the evening shells fell on the bridge."
    reading = without_findings(readings[0])
    reading = reading.model_copy(update={"report": reading.report.model_copy(update={"text": text})})
    start = text.index("shells fell")
    little = Incident(id="i1", kind="shelling", trigger=(start, start + 6), evidence=((start, start + 6),))
    whole = Incident(id="i2", kind="shelling", trigger=(start, start + 6), evidence=((start, len(text)),))
    found = pair(report.incidents, reading.model_copy(update={"incidents": (little, whole)}))
    assert found == {"fire": whole}


def test_a_quotation_is_found_over_line_breaks_and_gaps():
    assert find("He said\nthat ten\nmen died.", "said that … died") == (3, 25)
    assert find("He said nothing.", "that ten") is None


def test_a_slip_in_the_gold_is_an_error():
    entry = {"name": "x", "title": "x", "published": "2020-01-01", "incidents": []}
    assert Gold.model_validate({"features": {}, "reports": [entry]})
    with pytest.raises(ValueError, match="killd"):
        Gold.model_validate({"features": {}, "reports": [entry | {"killd": "9"}]})
    with pytest.raises(ValueError, match="no kind"):
        incident = {"name": "i", "kind": "airstrik", "evidence": ["x"]}
        Gold.model_validate({"features": {}, "reports": [entry | {"incidents": [incident]}]})


def test_the_sample_has_reports_of_every_form():
    forms = {path.suffix for path in (SAMPLE / "reports").iterdir()}
    assert forms == {".txt", ".md", ".html", ".jsonl", ".csv", ".pdf"}
