"""Signing in and out of a team's desk."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from rashomon.record import Noun
from rashomon.review.access.back import HOME, local
from rashomon.review.access.door import SIGN_IN
from rashomon.review.access.trying import knows
from rashomon.review.drawn import drawn

router = APIRouter(include_in_schema=False)

WRONG = "there is nobody of this name with this password"
"""One message for all: it does not say who works here."""


class SignInPage(Noun):
    """What somebody sees who is not signed in. `message` says why they still are not."""

    next: str = HOME
    csrf: str = ""
    message: str | None = None
    name: str = ""


@router.get(SIGN_IN)
def sign_in_page(request: Request, next: str | None = None) -> Response:
    """The form; whoever is signed in is sent on."""
    if request.app.state.desk.who(request):
        return RedirectResponse(local(next), 303)
    return _page(request, SignInPage(next=local(next)), 200)


@router.post(SIGN_IN)
def sign_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = HOME,
) -> Response:
    """Begin a session, if the password is right."""
    known = knows(request, name, password)
    if known is None:
        return _page(request, SignInPage(next=local(next), message=WRONG, name=name), 401)
    response = RedirectResponse(local(next), 303)
    request.app.state.desk.door.let_in(response, known)
    return response


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """End the session."""
    response = RedirectResponse(SIGN_IN, 303)
    request.app.state.desk.door.let_out(request, response)
    return response


def _page(request: Request, page: SignInPage, status: int) -> Response:
    cookies = Response()
    csrf = request.app.state.desk.door.welcome(request, cookies)
    response = drawn(request, None, "sign_in.html", page.model_copy(update={"csrf": csrf}), status)
    response.headers["set-cookie"] = cookies.headers["set-cookie"]
    return response
