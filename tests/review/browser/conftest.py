"""A real desk on a real port, and a real browser before it that lets nothing pass: no error, no request to anybody else."""

import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Thread
from urllib.parse import urlsplit

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from rashomon.archive import Record
from rashomon.archive.analysts import Analysts
from rashomon.review import desk
from rashomon.review.access.door import Door
from rashomon.review.access.roles import Role

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESKTOP = {"width": 1280, "height": 900}
PATIENCE = 15_000
"""Milliseconds that the browser waits for what a test says will be there."""

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"needs Chromium, which is not here: none of {', '.join(NAMES)}; on Debian, apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address at which an application is, for as long as it is needed."""
    with socket.socket() as at:
        at.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on", timeout_graceful_shutdown=1))
        thread = Thread(target=server.run, kwargs={"sockets": [at]}, daemon=True)
        thread.start()
        yield f"http://localhost:{at.getsockname()[1]}"
        server.should_exit = True
        thread.join(20)


class Watched:
    """What a browser met with that it should not have: errors, and requests to anybody but the desk."""

    def __init__(self, context: BrowserContext, desk: str) -> None:
        self.problems: list[str] = []
        self._desk, self._allowed = urlsplit(desk).netloc, ()
        context.set_default_timeout(PATIENCE)
        context.on("request", lambda request: self._asked(request.url))
        context.on("console", lambda said: self._said(said.type, said.text))
        context.on("weberror", lambda error: self.problems.append(f"error: {error.error}"))

    def allow(self, *words: str) -> None:
        """What a test brings about by intent: "409" where a conflict is what it is about."""
        self._allowed = (*self._allowed, *words)

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about"} and parts.netloc != self._desk:
            self.problems.append(f"asked elsewhere: {url}")

    def _said(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not any(word in text for word in self._allowed):
            self.problems.append(f"console {kind}: {text}")


class Browse:
    """`browse(address)` is a page in a browser of its own, in which nothing may go wrong."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._open: list[tuple[BrowserContext, Watched]] = []

    def __call__(self, address: str, **how: object) -> Page:
        context = self._chromium.new_context(base_url=address, viewport=DESKTOP, reduced_motion="reduce", **how)
        self._open.append((context, Watched(context, address)))
        return context.new_page()

    def allow(self, page: Page, *words: str) -> None:
        """What a test brings about by intent: "409" where a conflict is what it is about."""
        next(watched for context, watched in self._open if context is page.context).allow(*words)

    def close(self) -> None:
        """Leave, which a browser must before the desk stops."""
        for context, _ in self._open:
            context.close()

    @property
    def problems(self) -> list[str]:
        """What they met with that they should not have."""
        return [problem for _, watched in self._open for problem in watched.problems]


@pytest.fixture
def browse(chromium: Browser) -> Iterator[Browse]:
    """Browsers; whatever one should not have met with fails the test."""
    browse = Browse(chromium)
    yield browse
    browse.close()
    assert browse.problems == []


@pytest.fixture
def serve(browse: Browse) -> Iterator[Callable[[FastAPI], str]]:
    """`serve(desk(record))` is the address of a desk over any record, until the browsers are closed."""
    with ExitStack() as desks:
        yield lambda app: desks.enter_context(served(app))
        browse.close()


@pytest.fixture
def at(record: Record, serve: Callable[[FastAPI], str]) -> str:
    """The address of a desk for one person, over the sample."""
    return serve(desk(record))


@pytest.fixture
def page(browse: Browse, at: str) -> Page:
    """A page of the desk for one person."""
    return browse(at)


@pytest.fixture
def team(record: Record, browse: Browse, serve: Callable[[FastAPI], str]) -> Callable[[str, Role], Page]:
    """`team("Amal", Role.coder)` is a page of somebody who has signed in, in a browser of their own."""
    app = desk(record, Door.of_team(record))
    address = serve(app)

    def signed_in(name: str, role: Role) -> Page:
        Analysts(record).add(name, role, "no hash, nobody signs in with it", who="test")
        page = browse(address)
        token = app.state.desk.door.sessions.begin(name)
        page.context.add_cookies([{"name": "rashomon", "value": token, "url": address}])
        return page

    return signed_in


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """`accessible(page)` fails where axe-core finds something serious, and says where and what to do about it."""
    axe = Axe()

    def check(page: Page) -> None:
        found = axe.run(page).response["violations"]
        serious = [each for each in found if each["impact"] in {"serious", "critical"}]
        assert [_told(each) for each in serious] == [], page.url

    return check


def _told(found: dict) -> str:
    nodes = "; ".join(node["html"][:160] + " ← " + node["failureSummary"][-160:] for node in found["nodes"][:3])
    return f"{found['id']} ({found['help']}): {nodes}"
