"""What analysts do all day, in a browser: compare, correct, merge, take back, look at an earlier day, come in each other's way."""

import re

import pytest
from playwright.sync_api import Page, expect

from rashomon.archive.refs import find
from rashomon.linking.mention import Sort
from rashomon.review.access.roles import Role


@pytest.fixture
def told_by(record):
    """`told_by("moura", "killing")`: what the record calls the first incident of that kind that a report tells."""

    def number(report, kind):
        incident = next(i for i in record.readings.get(report).incidents if i.kind == kind)
        return find(record, f"{report}/{incident.id}", Sort.incident).ref

    return number


def decide(page: Page, title: str, button: str, **fields: str) -> None:
    """Fill in a form of an incident's page and send it."""
    form = page.locator("details", has=page.locator("summary", has_text=title))
    form.locator("summary").click()
    for name, value in fields.items():
        form.locator(f"[name={name}]:visible").fill(value)
    form.get_by_role("button", name=button).click()


def test_accounts_are_compared_and_each_value_has_its_words(page, told_by):
    page.goto(f"/incidents/{told_by('olenivka-kyiv', 'shelling')}")
    accounts = page.get_by_role("grid", name="Accounts")
    assert accounts.get_by_role("columnheader").count() > 4
    expect(accounts.locator("td.differs").first).to_contain_text("differs")
    value = accounts.locator("tr[data-attribute=figures] td[data-at]").first
    value.hover()
    expect(page.locator("#evidence mark.words").first).to_be_visible()
    alike = accounts.locator("tbody tr.alike")
    assert alike.count()
    page.keyboard.press("d")
    expect(alike.first).to_be_hidden()
    value.locator("a").first.click()
    expect(page).to_have_url(re.compile(r"/reports/olenivka-\w+\?at=\d+-\d+"))


def test_another_rule_gives_other_figures_of_the_same_accounts(page, told_by):
    page.goto(f"/incidents/{told_by('olenivka-kyiv', 'shelling')}")
    figures = page.locator("ul.figures")
    expect(figures).to_contain_text("by the rule “range”")
    page.get_by_label("Figures by the rule").select_option("conservative")
    expect(figures).to_contain_text("by the rule “conservative”")
    expect(page).to_have_url(re.compile("rule=conservative"))


def test_a_figure_that_is_corrected_in_its_report_is_another_on_the_incident(page, told_by):
    incident = told_by("moura", "killing")
    page.goto("/reports/moura")
    entry = page.locator("[data-attribute=killed][data-ref]").first
    ref = entry.get_attribute("data-ref")
    entry.get_by_role("link", name="correct killed").click()
    form = page.locator("form[data-say]")
    form.get_by_label("At least").fill("777")
    form.get_by_label("At most").fill("778")
    form.get_by_label("Why").fill("the table says so")
    form.get_by_role("button", name="Say so").click()
    expect(page.locator(f"[data-attribute=killed][data-ref='{ref}'] .tag.person").first).to_be_visible()
    page.goto(f"/incidents/{incident}")
    expect(page.locator(".accounts")).to_contain_text("778")
    expect(page.locator(".accounts .tag.person").first).to_contain_text("coded by")


def test_two_incidents_are_merged_and_parted_again(page, told_by):
    one, other = told_by("mh17", "shelling"), told_by("ghouta", "chemical_attack")
    page.goto(f"/incidents/{one}")
    told = page.locator("ul.reports > li")
    before = told.count()
    decide(page, "Merge with another", "Merge", refs=other, why="one and the same")
    expect(told).to_have_count(before + 1)
    expect(page.locator("#news")).to_contain_text("z takes it back")
    page.keyboard.press("z")
    page.get_by_role("button", name=re.compile("^Undo ")).first.click()
    expect(told).to_have_count(before)
    page.goto("/log?by=people")
    expect(page.locator("ol.log > li")).to_have_count(2)
    expect(page.locator("ol.log")).to_contain_text("one and the same")


def test_an_incident_is_seen_as_it_was_known_on_a_day(page, told_by):
    page.goto(f"/incidents/{told_by('kabul-strike', 'airstrike')}")
    told = page.locator("ul.reports > li:not(.unknown)")
    expect(told).to_have_count(2)
    page.locator("#as-of").select_option(index=0)
    expect(told).to_have_count(1)
    expect(page).to_have_url(re.compile(r"as_of=2021-08-30"))
    page.locator("#as-of-slider").press("End")
    expect(told).to_have_count(2)


def test_what_somebody_else_decided_meanwhile_is_shown_and_not_overwritten(team, browse, told_by):
    one, other = told_by("mh17", "shelling"), told_by("ghouta", "chemical_attack")
    amal, ben = team("Amal", Role.coder), team("Ben", Role.coder)
    browse.allow(ben, "409")
    ben.goto(f"/incidents/{one}")
    amal.goto(f"/incidents/{one}")
    decide(amal, "Merge with another", "Merge", refs=other, why="the same day")
    expect(amal.locator("#news")).to_contain_text("z takes it back")
    decide(ben, "Merge with another", "Merge", refs=told_by("moura", "killing"), why="I think so")
    refused = ben.locator(".refused").first
    expect(refused).to_contain_text("Amal")
    expect(ben.locator("[name=why]:visible").first).to_have_value("I think so")
    expect(ben.locator("#news")).to_contain_text("Amal", timeout=10_000)  # told without being asked, too


def test_a_protected_source_is_shown_to_no_viewer(team):
    coder, viewer = team("Amal", Role.coder), team("Vera", Role.viewer)
    for page, there in ((coder, True), (viewer, False)):
        page.goto("/reports/kabul-strike")
        assert ("spoke on condition of anonymity" in page.locator("main").inner_text()) is there
        page.goto("/reports/moura")
        assert ("whose name was withheld" in page.locator("main").inner_text()) is there
    viewer.goto("/incidents")
    expect(viewer.get_by_role("link", name="Import", exact=True)).to_have_count(0)
