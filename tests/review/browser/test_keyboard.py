"""A working day without a mouse: a text is imported, the queue answered, an incident reviewed, the log read, a decision undone."""

import re

import pytest
from playwright.sync_api import Page, expect

TITLE = "Doctors count the dead of the strike on a home in Kabul"
REPORT = """KABUL, Aug. 30, 2021 -- A U.S. drone strike on Sunday killed nine members of one family, among them six children,
a relative of the dead said on Monday.

The U.S. military said that the strike had hit a vehicle of the Islamic State and that it was looking into reports of
civilian casualties.
"""
LONG = 120_000


class Keys:
    """A keyboard, and nothing else."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def tab_to(self, selector: str) -> None:
        """Tab on until something is in focus."""
        for _ in range(60):
            if self.page.evaluate("at => document.activeElement.matches(at)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"the Tab key does not lead to {selector}")


@pytest.fixture
def keys(page):
    return Keys(page)


def test_a_working_day_goes_without_a_mouse(page, keys):
    page.goto("/incidents")

    keys.press("g", "m")
    expect(page.locator("#title")).to_be_visible()
    page.wait_for_load_state()
    keys.press("t")
    keys.write(TITLE)
    keys.tab_to("textarea[name=text]")
    keys.write(REPORT)
    keys.tab_to("form[action='/import/text'] button")
    keys.press("Enter")
    expect(page.locator("#import")).to_have_attribute("data-state", "done", timeout=LONG)
    expect(page.locator(".outcome")).to_contain_text("1 report read")

    keys.press("g", "q")
    expect(page.locator("#open article")).to_be_visible()
    asked = page.locator("#open article").get_attribute("data-key")
    keys.press("n")
    expect(page.locator("#news")).to_contain_text("Undo it by z")
    keys.press("z")
    expect(page.locator(f"#open article[data-key='{asked}']")).to_be_visible()
    keys.press("w")
    keys.write("told of another street")
    keys.press("Enter", "n")
    expect(page.locator("#news")).to_contain_text("Undo it by z")

    keys.press("g", "i")
    expect(page.locator("[data-keys=rows] tr").first).to_be_visible()
    page.wait_for_load_state()
    keys.press("j", "Enter")
    expect(page.locator(".accounts td").first).to_be_visible()
    page.wait_for_load_state()
    keys.press("e", "j", "l")
    expect(page.locator(".accounts td:focus")).to_have_count(1)
    keys.press("v", "Enter")
    expect(page.get_by_text(re.compile("^reviewed by"))).to_be_visible()

    keys.press("g", "l")
    log = page.locator("ol.log > li")
    expect(log.first).to_contain_text("review")
    expect(log.nth(1)).to_contain_text("told of another street")
    page.wait_for_load_state()
    keys.press("j", "z")
    expect(log.first.locator("[name=why]")).to_be_focused()
    keys.write("the wrong one")
    keys.press("Enter")
    expect(log.first).to_contain_text("undo")
    expect(log.nth(1)).to_contain_text("undone")


@pytest.mark.parametrize("address", ["/incidents", "/queue", "/log", "/import", "/reports", "/actors"])
def test_the_keys_of_a_page_are_told_by_a_key(page, keys, address):
    page.goto(address)
    keys.press("?")
    told = page.get_by_role("dialog", name="Keys")
    expect(told).to_be_visible()
    keys.press("Escape")
    expect(told).to_be_hidden()
    keys.press("/")
    expect(page.locator("input[type=search]:focus")).to_have_count(1)


def test_whoever_tabs_skips_the_head_of_the_page(page, keys):
    page.goto("/incidents")
    keys.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    keys.press("Enter")
    expect(page.locator("main")).to_be_focused()
