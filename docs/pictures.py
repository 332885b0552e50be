"""Pictures of the desk's pages for docs/desk.md, over the bundled sample: `python -m docs.pictures` (needs Chromium)."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import sleep

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from benchmarks.sample.__main__ import read_sample
from rashomon.archive import Record, open_record
from rashomon.archive.linking import link_unlinked
from rashomon.reading.reader import Reader
from rashomon.review import desk

HERE = Path(__file__).parent / "desk"
PORT = 8765
WIDTH = 1280

PAGES = {
    "incidents": ("/incidents", 1000),
    "incident": ("/incidents/I1", 1500),
    "report": ("/reports/mh17", 1000),
    "reports": ("/reports", 700),
    "actors": ("/actors", 800),
    "actor": ("/actors/Taliban", 1100),
    "queue": ("/queue", 1000),
    "log": ("/log", 900),
    "import": ("/import", 700),
}
"""What is pictured: the address, and how tall."""


def main() -> None:
    """Read and link the sample, start a desk over it, and take the pictures."""
    HERE.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, open_record(Path(folder) / "sample", create=True) as record:
        record.readings.put(read_sample(Reader()))
        sum(link_unlinked(record))
        _decide(record)
        with served(record), sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for name, (address, height) in PAGES.items():
                take(browser, name, address, height)
            take(browser, "incident-dark", "/incidents/I1", 1000, dark=True)


def take(browser: Browser, name: str, address: str, height: int, dark: bool = False) -> None:
    """One picture."""
    scheme = "dark" if dark else "light"
    page = browser.new_page(viewport={"width": WIDTH, "height": height}, color_scheme=scheme)
    page.goto(f"http://localhost:{PORT}{address}", wait_until="networkidle")
    page.screenshot(path=HERE / f"{name}.png")
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


def _decide(record: Record) -> None:
    """Something for the log to show."""
    record.judgements.review("I1", why="read against the report, paragraph by paragraph", who="Amal")


if __name__ == "__main__":
    main()
