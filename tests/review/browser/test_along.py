"""From one incident to the next of the list one came from, and back to where one was in it."""

from playwright.sync_api import expect


def test_one_goes_along_the_list_one_came_from_and_back_into_it(page):
    page.goto("/incidents")
    links = page.locator("[data-keys=rows] tr th a")
    expect(links.nth(2)).to_be_visible()
    leads = [links.nth(n).get_attribute("href") for n in range(3)]
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".along")).to_contain_text("1 of the ")
    for address, key in ((leads[1], "]"), (leads[2], "]"), (leads[1], "[")):
        page.keyboard.press(key)
        page.wait_for_url(f"**{address}")
        expect(page.locator(".along a").last).to_be_visible()
    page.goto("/incidents")
    page.go_back()
    page.wait_for_url(f"**{leads[1]}")
    expect(page.locator(".along")).to_contain_text("2 of the ")
    page.go_forward()
    expect(page.locator(f"[data-keys=rows] a[href='{leads[1]}']")).to_be_focused()


def test_what_is_in_no_list_has_no_neighbours(page):
    page.goto("/incidents/I1")
    expect(page.locator(".accounts")).to_be_visible()
    expect(page.locator(".along")).to_be_empty()
    expect(page.locator(".along")).to_be_hidden()
