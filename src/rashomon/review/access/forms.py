"""What changes anything comes from the desk's own pages: the browser says so, and it carries what only they know.

The check is made before anything else is done with a request. A form's body is read for it and handed on as it came; a file on its
way up is not, so whoever sends one says the token in a header, or in the address. Nobody can send more than a form has room for but
to where files are taken.
"""

import hmac
from urllib.parse import parse_qs, urlsplit

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive

HEADER = "X-CSRF-Token"
FIELD = "csrf"
FORM = "application/x-www-form-urlencoded"
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})

FILES = "/import/files"
"""Where files are taken, which sees for itself to it that they are not too much."""

LONGEST = 8_000_000
"""Bytes of a form. A pasted report of the longest length that is read, and its escapes, take 1.8 MB."""

FIELDS = 20_000
"""Fields of a form: a decision about all results names each of them."""


def changes(request: Request) -> bool:
    """Whether a request may change anything."""
    return request.method not in SAFE


async def from_our_pages(request: Request, expected: str | None) -> Receive:
    """See to it that a request comes from a page of ours; gives what it is to be received by from now on. Raises 403, 413."""
    _same_origin(request)
    given, receive = await _given(request)
    if not expected or not given or not hmac.compare_digest(given.encode(), expected.encode()):
        raise HTTPException(403, "this did not come from a page of the desk, or from one too old; load the page again")
    return receive


def _same_origin(request: Request) -> None:
    """Browsers say whence a request comes; what is no browser says nothing."""
    origin = request.headers.get("origin")
    foreign = origin is not None and not _is_of(origin, request.headers["host"])
    if foreign or request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise HTTPException(403, "this came from a page that is not the desk's; nothing was done")


def _is_of(origin: str, host: str) -> bool:
    try:
        return urlsplit(origin).netloc.casefold() == host.casefold()
    except ValueError:
        return False


async def _given(request: Request) -> tuple[str | None, Receive]:
    if token := request.headers.get(HEADER) or request.query_params.get(FIELD):
        return token, request.receive if request.url.path == FILES else _limited(request.receive)
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        return None, request.receive
    body = await _body(request)
    return _field(body), _again(body, request.receive)


def _field(body: bytes) -> str | None:
    try:
        return parse_qs(body.decode("latin-1"), max_num_fields=FIELDS).get(FIELD, [None])[0]
    except ValueError:
        raise HTTPException(413, f"a form of more than {FIELDS:,} fields; decide about fewer at once") from None


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for chunk in Request(request.scope, _limited(request.receive)).stream():
        body += chunk
    return bytes(body)


def _limited(receive: Receive) -> Receive:
    """What gives out no more than a form has room for."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LONGEST:
            raise HTTPException(413, f"a form of more than {LONGEST / 1e6:.0f} MB; send it as a file, or in parts")
        return message

    return limited


def _again(body: bytes, receive: Receive) -> Receive:
    """What gives out once more what was read."""
    first: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return first.pop() if first else await receive()

    return again
