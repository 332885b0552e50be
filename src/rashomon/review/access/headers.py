"""What browsers are told to do with the desk's pages: to run and load nothing but the desk's own, and to keep nothing."""

from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.review import files

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # nothing is said elsewhere of what is read here; with "no-referrer" browsers would not even tell us that a form is ours
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"
    ),
    "X-Robots-Tag": "noindex, nofollow",
}

PAGES = "no-store"
"""Pages tell of people: a browser keeps none of them."""

FILES = "public, max-age=31536000, immutable"
"""Scripts and styles are kept: newer ones have another address."""


def encoded(headers: Iterable[tuple[str, str]]) -> list[tuple[bytes, bytes]]:
    """As servers want them."""
    return [(name.lower().encode(), value.encode()) for name, value in headers]


class Headers:
    """Adds them to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._all = encoded(HEADERS.items())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """An answer that says itself how long it may be kept is left to it."""

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = FILES if _is_file(scope["path"], message["status"]) else PAGES
                there = message.setdefault("headers", [])
                own = any(name == b"cache-control" for name, _ in there)
                message["headers"] = [*there, *self._all, *([] if own else encoded([("Cache-Control", kept)]))]
            await send(message)

        await self.app(scope, receive, sending)


def _is_file(path: str, status: int) -> bool:
    return path.startswith(f"{files.AT}/") and status in (200, 206, 304)
