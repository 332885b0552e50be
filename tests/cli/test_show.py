"""What `show`, `explain` and `page` show of a linked record: the sample's twelve reports and three small ones of our own."""

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from rashomon.archive import open_record
from rashomon.archive.linking import link_unlinked
from rashomon.archive.tables import mention
from rashomon.cli import app
from rashomon.linking.mention import Sort

SAMPLE = Path(__file__).parent.parent.parent / "sample" / "reports"

FIRST = (
    "BAGHDAD, Jan. 14, 2006 -- Two gunmen shot dead a teacher, Karim Aziz, in the northern city of Mosul on Saturday, police said. "
    "A militant group, the Brigades of the North, claimed responsibility for the killing of Aziz. "
    "The governor of Mosul, Duraid Salman, said that three people had been killed.\n"
)
SECOND = (
    "MOSUL, Jan. 16, 2006 -- Gunmen killed a teacher, Karim Aziz, in Mosul on Saturday. Five people were killed, a doctor said. "
    "Hazim Rafi, a commander of the Brigades of the North, denied that it had killed the teacher.\n"
)
NURSE = (
    "MOSUL, Jan. 17, 2006 -- A nurse, Layla Hadi, asked that her name be kept secret. "
    "Hadi said that rebels had abducted two men near Mosul on Monday.\n"
)
OTHER = "MOSUL, March 28, 2006 -- Layla Hadi fled the city of Mosul on Tuesday, neighbours said. Rebels shelled Mosul on Tuesday.\n"


@pytest.fixture(scope="module")
def run():
    return lambda *words, columns=160: CliRunner(env={"COLUMNS": str(columns)}).invoke(app, list(map(str, words)))


@pytest.fixture(scope="module")
def unlinked(run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("shown")
    for name, text in {"first": FIRST, "second": SECOND, "nurse": NURSE, "other": OTHER}.items():
        (folder / f"{name}.txt").write_text(text)
    assert run("read", SAMPLE, folder, "--out", folder / "record").exit_code == 0
    return folder / "record"


@pytest.fixture(scope="module")
def record(run, unlinked, tmp_path_factory):
    linked = tmp_path_factory.mktemp("linked") / "record"
    shutil.copytree(unlinked, linked)
    with open_record(linked) as opened:
        assert sum(link_unlinked(opened)) == 16
    return linked


@pytest.fixture(scope="module")
def killing(record):
    """The number of the killing in Mosul."""
    with open_record(record) as opened:
        return opened.linked.incident("first/i1").id


def shown(run, *words):
    result = run("show", *words, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.output)


def test_a_record_that_is_not_linked_says_so_in_a_line_with_the_command(run, unlinked):
    result = run("show", unlinked)
    assert result.exit_code
    assert f"rashomon link {unlinked}" in str(result.exception)
    assert "\n" not in str(result.exception)


def test_the_list_begins_with_what_most_reports_tell(run, record, killing):
    lines = shown(run, record)["incidents"]
    assert lines[0]["reports"] == 2
    reports = [line["reports"] for line in lines]
    assert reports == sorted(reports, reverse=True)
    assert killing in [line["id"] for line in lines if line["reports"] == 2]
    assert run("show", record).output.splitlines()[1].startswith(lines[0]["id"])


def test_two_papers_killing_is_one_incident_with_both_tolls(run, record, killing):
    told = shown(run, record, "--incident", killing)["incident"]
    assert told["reports"] == 2
    assert "killed" in told["disputed"]
    (killed,) = (figure for figure in told["figures"] if figure["kind"] == "killed")
    assert (killed["low"], killed["high"]) == (1, 5)


def test_an_incident_is_shown_with_its_accounts_by_origin_and_their_sentences(run, record, killing):
    output = run("show", record, "--incident", killing).output
    for words in ("claims responsibility", "denies", "Duraid Salman", "a doctor", "disputed", "first", "second"):
        assert words in output


def test_an_incident_can_be_asked_for_as_a_report_s_reading_calls_it(run, record, killing):
    assert shown(run, record, "--incident", "second/i1")["incident"]["id"] == killing


def test_disputed_lists_only_those_and_the_most_disputed_first(run, record):
    lines = shown(run, record, "--disputed")["incidents"]
    disputes = [len(line["disputed"]) for line in lines]
    assert disputes == sorted(disputes, reverse=True)
    assert disputes[-1] > 0


def test_a_limit_says_how_many_more_there_are(run, record):
    output = run("show", record, "--limit", 3).output
    of = shown(run, record, "--limit", 3)["of"]
    assert f"3 of {of} incidents" in output
    assert len(shown(run, record, "--limit", 0)["incidents"]) == of


def test_search_finds_the_incident_that_is_told_so(run, record, killing):
    assert [line["id"] for line in shown(run, record, "--search", '"Brigades of the North"')["incidents"]] == [killing]
    assert shown(run, record, "--search", "zeppelin")["incidents"] == []


def test_as_of_a_day_only_what_was_told_by_then_is_known(run, record, killing):
    told = shown(run, record, "--incident", killing, "--as-of", "2006-01-15")["incident"]
    assert told["reports"] == 1
    assert max(figure["high"] for figure in told["figures"]) == 3
    assert shown(run, record, "--as-of", "1980-01-01")["incidents"] == []
    assert run("show", record, "--incident", killing, "--as-of", "2006-01-01").exit_code


def test_an_actor_is_shown_with_names_ties_and_incidents(run, record, killing):
    told = shown(run, record, "--actor", "Brigades of the North", "--profile", "internal")["actor"]
    assert told["reports"] == 2
    assert killing in [appearance["incident"]["id"] for appearance in told["incidents"]]
    assert any("held responsible" in appearance["parts"] for appearance in told["incidents"])
    commander = run("show", record, "--actor", "Hazim Rafi").output
    assert "commander" in commander
    assert "“Hazim Rafi, a commander of the Brigades of the North" in commander


def test_json_is_by_the_public_profile_unless_asked_otherwise_and_the_ask_is_logged(run, record, killing):
    public = run("show", record, "--incident", killing, "--json").output
    assert "Karim" not in public
    assert "Aziz" not in public
    assert json.loads(public)["withheld"] > 0
    with open_record(record) as opened:
        before = len(opened.events())
    assert "Karim Aziz" in run("show", record, "--incident", killing, "--json", "--profile", "internal").output
    with open_record(record) as opened:
        logged = opened.events()[before:]
    assert [event.details["profile"] for event in logged] == ["internal"]


def test_of_an_actor_a_day_knows_only_what_reports_said_by_then(run, record):
    early = shown(run, record, "--actor", "Brigades of the North", "--as-of", "2006-01-15")["actor"]
    late = shown(run, record, "--actor", "Brigades of the North")["actor"]
    assert (early["reports"], late["reports"]) == (1, 2)
    assert not early["ties"]
    assert late["ties"]
    result = run("show", record, "--actor", "Hazim Rafi", "--as-of", "2006-01-15")
    assert "nobody had named Hazim Rafi by 2006-01-15" in str(result.exception)


def test_where_nothing_is_found_it_says_so(run, record):
    assert run("show", record, "--search", "xylophone").output == "no incident told in these words\n"


def test_what_linking_compares_never_leaves_the_record(run, record, killing, tmp_path):
    """What is kept of a report to compare it by holds words of it, a protected source's among them."""
    with open_record(record) as opened, opened.looking() as connection:
        asked = select(mention.c.features).where(mention.c.sort.in_([Sort.story, Sort.passage]))
        kept = {name for features in connection.execute(asked).scalars() for name in json.loads(features)}
    told = run("show", record, "--incident", killing, "--json").output
    run("page", record, "--out", tmp_path / "page.html", "--limit", 0)
    assert kept
    assert not [name for name in kept - {"incident", "published", "publisher"} if f'"{name}":' in told]
    assert not [
        words for words in ("before looking", "in common", " bits") if words in (tmp_path / "page.html").read_text()
    ]


def test_the_terminal_takes_no_profile(run, record):
    result = run("show", record, "--profile", "public")
    assert result.exit_code == 2


def test_who_asked_for_protection_is_masked_in_every_report_although_never_linked(run, record, tmp_path):
    run("page", record, "--out", tmp_path / "page.html", "--limit", 0)
    html = (tmp_path / "page.html").read_text()
    assert "Layla" not in html
    assert "Hadi" not in html
    assert "a source who asked for protection" in html


def test_of_a_protected_actor_nothing_is_exported_and_inside_it_is_marked(run, record):
    with open_record(record) as opened:
        (protected,) = (a.id for a in opened.linked.actors() if a.protected and "Hadi" in a.name)
    told = shown(run, record, "--actor", protected)["actor"]
    assert told["protected"]
    assert "Hadi" not in json.dumps(told)
    assert not told["incidents"]
    assert "asked for protection" in run("show", record, "--actor", protected).output


def test_explain_says_of_each_report_what_each_value_was_read_from(run, record, killing):
    output = run("explain", record, killing).output
    for words in ("first/i1", "second/i1", "incidents.", "statements.", "accounts."):
        assert words in output


def test_explain_draws_why_two_reports_incidents_are_one(run, record, killing):
    for words in (("explain", record, killing), ("explain", record, "first/i1", "second/i1")):
        output = run(*words).output
        assert "before looking" in output
        assert "that they are one" in output
        assert "█" in output


def test_explain_says_why_two_are_apart(run, record):
    output = run("explain", record, "first/i1", "nurse/i1").output
    assert "are two" in output
    assert "that they are two" in output


def test_explain_compares_actors_too_by_name(run, record):
    output = run("explain", record, "Hazim Rafi", "Duraid Salman").output
    assert "are two" in output
    assert "that they are two" in output


def test_explain_says_so_where_nothing_was_merged(run, record):
    assert "no merges to explain" in run("explain", record, "nurse/i1").output


def test_a_merge_a_person_made_is_shown_with_who_and_why_and_the_old_number_leads_on(run, record, tmp_path):
    copy = tmp_path / "record"
    shutil.copytree(record, copy)
    with open_record(copy) as opened:
        first, nurse = (opened.linked.incident(ref).id for ref in ("first/i1", "nurse/i1"))
        opened.judgements.merge([first, nurse], why="the same gang", who="Amal")
        merged = opened.linked.incident(nurse).id
    gone = ({first, nurse} - {merged}).pop()
    output = run("show", copy, "--incident", gone).output
    assert f"{gone} is now {merged}" in output
    assert "Amal" in output
    assert "the same gang" in output
    assert "the same gang" in run("explain", copy, first, nurse).output
    assert "Amal" not in run("show", copy, "--incident", gone, "--json").output


def test_page_is_public_unless_asked_otherwise_and_the_ask_is_logged(run, record, tmp_path):
    assert "public profile" in run("page", record, "--out", tmp_path / "page.html").output
    assert "Karim" not in (tmp_path / "page.html").read_text()
    run("page", record, "--out", tmp_path / "page.html", "--profile", "internal")
    assert "Karim Aziz" in (tmp_path / "page.html").read_text()
    with open_record(record) as opened:
        assert opened.events()[-1].details["what_kind"] == "page"


@pytest.mark.parametrize("columns", [80, 120, 160])
def test_what_is_shown_fits_the_terminal(run, record, killing, columns):
    for words in (("show", record), ("show", record, "--incident", killing), ("explain", record, killing)):
        output = run(*words, columns=columns).output
        assert max(map(len, output.splitlines())) <= columns


def test_an_unknown_rule_names_the_rules(run, record):
    result = run("show", record, "--rule", "best")
    assert result.exit_code == 2
    assert "conservative" in result.output
