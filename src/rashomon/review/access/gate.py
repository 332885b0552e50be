"""What every request passes before any page sees it: is it asked of us, who asks, and does it come from our pages."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from rashomon.errors import RashomonError
from rashomon.review import files
from rashomon.review.access.forms import changes, from_our_pages

if TYPE_CHECKING:
    from rashomon.review.access.door import Door


class Gate:
    """Lets through what may come in; the rest is told why not by `failed`. Files for all to see are given to all."""

    def __init__(self, app: ASGIApp, door: "Door", failed: Callable[[Request, Exception], Response]) -> None:
        self.app, self.door, self.failed = app, door, failed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Of what is no request, only that the server starts and stops concerns the desk."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._let_in(Request(scope, receive), send)

    async def _let_in(self, request: Request, send: Send) -> None:
        try:
            receive = await self._passed(request)
        except (HTTPException, RashomonError) as error:
            await self.failed(request, error)(request.scope, request.receive, send)
            return
        await self.app(request.scope, receive, send)
        await self.door.used(request)

    async def _passed(self, request: Request) -> Receive:
        if request.headers.get("host", "") not in self.door.hosts:
            raise HTTPException(
                400, "the desk is not called so here; ask for it by the address that it gave, or start it with --name"
            )
        if not request.url.path.startswith(f"{files.AT}/"):
            await self.door.recognise(request)
        return await from_our_pages(request, self.door.csrf(request)) if changes(request) else request.receive
