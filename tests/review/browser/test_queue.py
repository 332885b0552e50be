"""The queue in a browser: the next is there at once, and what cannot be decided comes back with what was typed."""

import pytest
from playwright.sync_api import Page, expect

from rashomon.linking.mention import Edge, Sort
from rashomon.review.access.roles import Role


@pytest.fixture
def two(record) -> list[str]:
    """Two pairs that wait, the likest first, by what the desk calls them."""
    (waiting,) = record.linked.undecided()
    pair = (waiting.one, waiting.other)
    others = {each.told[0].report: int(each.id[1:]) for each in record.linked.incidents() if each.id not in pair}
    one, other = sorted(others.values())[:2]
    record.shelf.connect(Sort.incident, [Edge(one, other, -0.2)])
    return [f"I{one}-I{other}", "-".join(pair)]


def opened(page: Page, key: str):
    return page.locator(f"#open article[data-key='{key}']")


def write_why(page: Page, why: str) -> None:
    page.keyboard.press("w")
    page.keyboard.insert_text(why)
    page.keyboard.press("Enter")


def fetched(page: Page, key: str):
    """Until the desk has given a thing that nobody has opened yet."""
    return page.expect_response(lambda answer: "ahead=true" in answer.url and key.partition("-")[0] in answer.url)


def test_the_next_is_shown_before_the_desk_has_answered(two, page):
    held = []
    page.route("**/decisions/not-same", lambda route: held.append(route))
    with fetched(page, two[1]):
        page.goto("/queue")
    expect(opened(page, two[0])).to_be_visible()
    with page.expect_request("**/decisions/not-same"):
        page.keyboard.press("n")
    expect(opened(page, two[1])).to_be_visible()
    expect(page.locator("#news")).to_be_empty()
    (asked,) = held
    asked.continue_()
    expect(page.locator("#news")).to_contain_text("not same")
    expect(page.locator("#lines li")).to_have_count(1)


def test_what_did_not_reach_the_desk_comes_back_with_what_was_typed(two, page, browse):
    browse.allow(page, "ERR_FAILED")
    page.goto("/queue")
    expect(opened(page, two[0])).to_be_visible()
    page.route("**/decisions/not-same", lambda route: route.abort())
    write_why(page, "told of another street")
    page.keyboard.press("n")
    expect(page.locator("#open [role=alert]")).to_contain_text("cannot be reached")
    expect(opened(page, two[0])).to_be_visible()
    expect(page.locator("#open [name=why]")).to_have_value("told of another street")
    page.unroute("**/decisions/not-same")
    page.keyboard.press("n")
    expect(page.locator("#news")).to_contain_text("not same")


def test_two_coders_see_each_other_and_cannot_overwrite_each_other(two, team, browse, record):
    amal, basim = team("Amal", Role.coder), team("Basim", Role.coder)
    amal.goto("/queue")
    expect(opened(amal, two[0])).to_be_visible()
    basim.goto("/queue")
    expect(basim.locator(f"[data-line='{two[0]}']")).to_contain_text("Amal is looking at this")
    expect(opened(basim, two[1])).to_be_visible()
    basim.keyboard.press("j")
    expect(opened(basim, two[0])).to_be_visible()
    browse.allow(basim, "409", "ERR_FAILED")
    basim.route("**/changes.json*", lambda route: route.abort())  # as if they decided at the same moment
    one, other = two[0].split("-"), two[1].split("-")
    record.judgements.merge([one[0], other[0]], why="one and the same street", who="Amal")
    write_why(basim, "told of another street")
    basim.keyboard.press("y")
    told = basim.locator("#open [role=alert]")
    expect(told).to_contain_text("by Amal: one and the same street")
    expect(basim.locator("#open [name=why]")).to_have_value("told of another street")


def test_what_others_decide_meanwhile_is_told_and_shown(two, team, record):
    basim = team("Basim", Role.coder)
    basim.goto("/queue")
    expect(opened(basim, two[0])).to_be_visible()
    one, other = two[0].split("-"), two[1].split("-")
    record.judgements.merge([one[0], other[0]], why="one and the same street", who="Amal")
    expect(basim.locator("#open [role=alert]")).to_contain_text("Amal decided meanwhile")
    reports = {told.report for told in record.linked.incident(one[0]).told}
    expect(basim.locator("#open .compare thead")).to_contain_text(f"{len(reports)} reports")


def test_a_key_alone_gives_a_reason_that_is_true_of_any_pair_and_what_was_written_last_is_asked_for(two, page, record):
    page.goto("/queue")
    expect(opened(page, two[0])).to_be_visible()
    write_why(page, "told of another street")
    page.keyboard.press("n")
    expect(opened(page, two[1])).to_be_visible()
    expect(page.get_by_role("button", name="Different compared side by side: two events")).to_be_visible()
    page.keyboard.press("w")
    expect(page.locator("#open [name=why]")).to_have_value("told of another street")
    page.keyboard.type("of another day")
    expect(page.locator("#open [name=why]")).to_have_value("of another day")
    page.keyboard.press("Enter")
    page.keyboard.press("n")
    expect(page.locator("#open")).to_contain_text("Nothing waits here any more")
    expect(page.locator("#news")).to_contain_text("not same")
    page.wait_for_load_state("networkidle")  # the news may still be the first one's
    assert {each.why for each in record.judgements.log(people=True)} == {"told of another street", "of another day"}
