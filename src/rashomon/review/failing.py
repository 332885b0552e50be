"""What goes wrong, told in one shape: JSON where JSON was asked for, else a page that says what to do."""

import re
from http import HTTPStatus
from urllib.parse import quote

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from rashomon.errors import BadData, BadSetting, CannotDecide, NotInRecord, RashomonError, RecordUnavailable
from rashomon.review.access.back import HOME
from rashomon.review.access.door import SIGN_IN
from rashomon.review.access.headers import HEADERS
from rashomon.review.access.roles import Role
from rashomon.review.drawn import drawn

STATUS: dict[type[Exception], int] = {
    NotInRecord: 404,
    CannotDecide: 409,
    BadSetting: 422,
    BadData: 422,
    RecordUnavailable: 503,
}
"""What goes wrong, as the web says it."""

UNFORESEEN = "something went wrong that should not have; what it was stands where the desk was started"
"""What is said of a mistake of ours: the error itself may tell what is not for everybody."""


NO_PAGE = {404: "there is no page at this address", 405: "at this address there is nothing that could be done so"}
"""What is said of an address that is none of the desk's."""

COMMAND = re.compile(r" \([^()]*`rashomon [^`]*`[^()]*\)|;[^;`(]*`rashomon [^`]*`[^;]*")
"""What a message advises to run where the record is: "; `rashomon show RECORD` lists what there is"."""


def failed(request: Request, error: Exception) -> Response:
    """What somebody is told, and with which status."""
    status, message = _said(error)
    if status == 401 and _wants_page(request):
        return RedirectResponse(_sign_in(request), 303)
    response = _told(request, status, message, getattr(error, "public", None))
    if status == 401 and "hx-request" in request.headers:
        response.headers["HX-Redirect"] = _sign_in(request)
    response.headers.update(getattr(error, "headers", None) or {})
    return response


def unforeseen(request: Request, error: Exception) -> Response:
    """As `failed`, of what nobody has thought of; it is answered outside of everything that adds headers."""
    response = _told(request, 500, UNFORESEEN)
    response.headers.update({**HEADERS, "Cache-Control": "no-store"})
    return response


def _told(request: Request, status: int, message: str, public: str | None = None) -> Response:
    """Those who only read are told what is public of it."""
    desk = request.app.state.desk
    analyst = desk.who(request)
    message = message.removeprefix(f"{desk.record.where}: ")
    if analyst is None or not analyst.role.may(Role.coder):
        message = _without_where(public or message, desk.record.where, desk.name)
    if not _wants_page(request):
        return JSONResponse({"error": {"status": status, "message": message}}, status)
    return drawn(request, analyst, "failed.html", {"status": status, "message": message}, status, **_kept(request))


def _without_where(message: str, where: str, name: str) -> str:
    """Where the record is kept, and with which commands, is for those to know who work on it."""
    return COMMAND.sub("", message).replace(where, name)


def _kept(request: Request) -> dict[str, str]:
    """Of a decision that could not be taken: what was typed, which nobody wants to type twice, and where it came from."""
    return {name: getattr(request.state, name, "") for name in ("typed", "back")}


def _sign_in(request: Request) -> str:
    """Where one signs in, to be sent on to where one wanted to go."""
    query = request.url.query
    wanted = request.url.path + (f"?{query}" if query else "") if request.method == "GET" else HOME
    return f"{SIGN_IN}?next={quote(wanted, safe='')}"


def _wants_page(request: Request) -> bool:
    return not request.url.path.endswith(".json") and "text/html" in request.headers.get("accept", "")


def _said(error: Exception) -> tuple[int, str]:
    if isinstance(error, HTTPException):
        return error.status_code, NO_PAGE[error.status_code] if _is_bare(error) else str(error.detail)
    if isinstance(error, RequestValidationError):
        return 422, "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors())
    return next((STATUS[each] for each in type(error).__mro__ if each in STATUS), 500), str(error)


def _is_bare(error: HTTPException) -> bool:
    """Whether nobody has said more than the status does."""
    return error.status_code in NO_PAGE and str(error.detail) == HTTPStatus(error.status_code).phrase


EXPECTED: tuple[type[Exception], ...] = (RashomonError, HTTPException, RequestValidationError)
"""What may go wrong without a mistake of ours."""
