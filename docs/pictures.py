"""Pictures of the desk's pages for docs/desk.md, over the bundled sample: `python -m docs.pictures` (needs Chromium)."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import sleep
from typing import Literal

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from benchmarks.sample.__main__ import read_sample
from rashomon.archive import Record, open_record
from rashomon.archive.linking import link_unlinked
from rashomon.export import Viewing
from rashomon.reading.reader import Reader
from rashomon.review import desk
from rashomon.review.cataloguing import make_all

FOLDER = Path(__file__).parent / "desk"
PORT = 8765
WIDTH = 1280

PAGES = {
    "incidents": ("/incidents?map=true", 1000),
    "incident": ("/incidents/{disputed}", 1500),
    "report": ("/reports/mh17", 1000),
    "reports": ("/reports", 800),
    "actors": ("/actors", 800),
    "actor": ("/actors/{actor}", 1100),
    "queue": ("/queue", 1000),
    "log": ("/log", 800),
    "import": ("/import", 700),
}
"""What is pictured: the address, and how tall."""


def main() -> None:
    """Read and link the sample, decide a few things, start a desk over it, and take the pictures."""
    FOLDER.mkdir(exist_ok=True)
    os.environ["LOGNAME"] = "Amal"  # whoever sits at a desk for one
    with TemporaryDirectory() as folder, open_record(Path(folder) / "sample", create=True) as record:
        record.readings.put(read_sample(Reader()))
        sum(link_unlinked(record))
        sum(make_all(record))
        there = {"disputed": Viewing(record).most_disputed(1).lines[0].id, "actor": record.linked.actor("Taliban").id}
        decide(record, there["disputed"])
        with served(record), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for name, (address, height) in PAGES.items():
                take(browser, name, address.format(**there), height)
            take(browser, "incident-dark", PAGES["incident"][0].format(**there), 900, dark=True)


def decide(record: Record, disputed: str) -> None:
    """Something for the log to show."""
    record.judgements.rename(disputed, "The prison at Olenivka", why="what most reports call it", who="Amal")
    record.judgements.review(disputed, why="read against both reports, paragraph by paragraph", who="Amal")


def take(browser: Browser, name: str, address: str, height: int, dark: bool = False) -> None:
    """One picture."""
    scheme: Literal["dark", "light"] = "dark" if dark else "light"
    page = browser.new_page(viewport={"width": WIDTH, "height": height}, color_scheme=scheme)
    page.goto(f"http://localhost:{PORT}{address}", wait_until="networkidle")
    page.screenshot(path=FOLDER / f"{name}.png")
    page.close()


@contextmanager
def served(record: Record) -> Iterator[None]:
    """A desk over a record."""
    server = uvicorn.Server(uvicorn.Config(desk(record), port=PORT, log_level="warning"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        sleep(0.05)
    yield
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
