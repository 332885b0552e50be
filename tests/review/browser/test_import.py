"""Reports come in at the Import page, by mouse and by keyboard, and are linked."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from rashomon.archive import open_record
from rashomon.review import desk

SAMPLE = Path(__file__).parents[3] / "sample" / "reports"
SHARED = Path(__file__).parents[4] / "shared" / "reports"
LONG = 120_000


@pytest.fixture
def reports():
    """The five real reports, or where they are not, five of the sample's."""
    return sorted((SHARED if SHARED.is_dir() else SAMPLE).glob("*.txt"))[:5]


@pytest.fixture
def new(tmp_path, serve):
    """A desk over a record with nothing in it."""
    with open_record(tmp_path / "new", create=True) as record:
        yield serve(desk(record))


def test_five_reports_come_in_and_are_linked(browse, new, reports, accessible, tmp_path):
    page = browse(new)
    page.goto("/import")
    (tmp_path / "photo.gif").write_bytes(b"GIF89a")
    page.get_by_label("Choose files").set_input_files([*reports, tmp_path / "photo.gif"])
    page.get_by_role("button", name="Import files").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("6 files")
    expect(page.locator("#import")).to_have_attribute("data-state", "done", timeout=LONG)
    expect(page.locator(".outcome")).to_contain_text("5 reports read, 1 refused")
    expect(page.locator(".outcome")).to_contain_text("5 reports linked")
    expect(page.get_by_role("row", name="photo.gif")).to_contain_text(".gif files are not something Rashomon reads")
    expect(page.locator("#said")).to_contain_text("5 reports read")
    accessible(page)
    page.locator(".reports a").first.click()
    expect(page).to_have_url(f"{new}/reports/{reports[0].stem}")
    page.goto("/import")
    page.get_by_label("Choose files").set_input_files(reports)
    page.get_by_role("button", name="Import files").click()
    expect(page.locator(".outcome")).to_contain_text("0 reports read, 5 known", timeout=LONG)


def test_a_folder_is_dragged_there_with_all_that_is_in_it(page):
    page.goto("/import")
    transfer = page.evaluate_handle("""() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(["Rebels shelled the port of Goma on Monday, police said."], "port.txt"));
        return transfer;
    }""")
    drop = page.locator("[data-drop]")
    drop.dispatch_event("dragover", {"dataTransfer": transfer})
    expect(drop).to_have_class("drop over")
    drop.dispatch_event("drop", {"dataTransfer": transfer})
    expect(page.get_by_role("heading", level=1)).to_contain_text("port.txt")
    page.get_by_role("button", name="Break off").click()
    expect(page.locator("#import")).to_have_attribute("data-state", "cancelled", timeout=LONG)


def test_what_is_wrong_is_said_on_the_page_and_what_was_chosen_stays(page, browse, monkeypatch, tmp_path):
    monkeypatch.setattr("rashomon.review.uploads.LARGEST", 10)
    browse.allow(page, "413")
    (tmp_path / "large.txt").write_text("Rebels shelled the port of Goma on Monday, police said.")
    page.goto("/import")
    page.get_by_label("Choose files").set_input_files(tmp_path / "large.txt")
    page.get_by_role("button", name="Import files").click()
    expect(page.get_by_role("alert")).to_have_text("large.txt: larger than 0 MB; split it in parts")
    expect(page.get_by_role("button", name="Import files")).to_be_enabled()
    assert page.locator("#files").evaluate("field => field.files.length") == 1


def test_without_scripts_files_come_in_all_the_same(browse, at, tmp_path):
    page = browse(at, java_script_enabled=False)
    (tmp_path / "port.txt").write_text("Rebels shelled the port of Goma on Monday, police said.")
    page.goto("/import")
    page.get_by_label("Choose files").set_input_files(tmp_path / "port.txt")
    page.get_by_role("button", name="Import files").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("port.txt")
    page.get_by_role("button", name="Break off").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("broken off")
