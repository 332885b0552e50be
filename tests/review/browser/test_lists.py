"""Lists by key: from row to row, and from page to page."""

import re

from playwright.sync_api import expect


def test_one_goes_from_actor_to_actor_and_opens_one(page):
    page.goto("/actors")
    links = page.locator("table.actors tbody a")
    for key, at in (("j", 0), ("j", 1), ("k", 0)):
        page.keyboard.press(key)
        expect(links.nth(at)).to_be_focused()
    address = links.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


def test_one_goes_from_page_to_page_and_back(page):
    page.goto("/incidents?size=10")
    expect(page.locator(".paging")).to_contain_text("page 1 of")
    page.keyboard.press("]")
    expect(page.locator(".paging")).to_contain_text("page 2 of")
    expect(page).to_have_url(re.compile("page=2"))
    page.keyboard.press("[")
    expect(page.locator(".paging")).to_contain_text("page 1 of")
