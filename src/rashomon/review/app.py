"""The desk as an application: its pages, who is let in, and what is done when something goes wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from rashomon.archive import Record
from rashomon.review import cataloguing, files
from rashomon.review.access.asking import needs
from rashomon.review.access.back import HOME
from rashomon.review.access.door import Door
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.actors import directory
from rashomon.review.deciding import Clicks
from rashomon.review.failing import EXPECTED, failed, unforeseen
from rashomon.review.pages import PAGES
from rashomon.review.queueing.desk import Queueing
from rashomon.review.warming import warm
from rashomon.version import __version__


@dataclass
class Desk:
    """What all requests share: the record, and who lets whom in."""

    record: Record
    door: Door
    clicks: Clicks = field(default_factory=Clicks)
    queueing: Queueing = field(default_factory=Queueing)
    name: str = field(init=False)

    def __post_init__(self) -> None:
        self.name = self.record.where.rstrip("/").rpartition("/")[2]

    def who(self, request: Request) -> Analyst | None:
        """Whoever is asking; None for somebody who has not signed in."""
        return self.door.who(request)


def desk(record: Record, door: Door | None = None) -> FastAPI:
    """The application over a record. Without a door it is for one person on this machine, who may do everything."""
    app = FastAPI(
        title="Rashomon desk",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=_lifespan,
    )
    app.state.desk = Desk(record, door or Door.of_one())
    app.mount(files.address(), files.served())
    for router in PAGES:
        app.include_router(router)
    for path, answer in (("/", _home), ("/openapi.json", _openapi)):
        app.add_api_route(path, answer, dependencies=[Depends(needs(Role.viewer))], include_in_schema=False)
    for expected in EXPECTED:
        app.add_exception_handler(expected, failed)
    app.add_exception_handler(Exception, unforeseen)
    app.state.desk.door.guard(app, failed)
    return app


def _home() -> Response:
    return RedirectResponse(HOME)


def _openapi(request: Request) -> Response:
    """The desk's twins, as programs are told of them."""
    return JSONResponse(request.app.openapi())


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    record: Record = app.state.desk.record
    warm(record, app.state.desk.queueing.counts)
    yield
    for behind in (cataloguing.behind, directory.behind):
        await run_in_threadpool(behind.stop, record)
