"""One's own password: an admin gave the first one, and should not go on knowing it."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from rashomon.archive.analysts import Analysts
from rashomon.record import Noun
from rashomon.review.access.back import HOME
from rashomon.review.access.door import Door
from rashomon.review.access.passwords import SHORTEST, hashed
from rashomon.review.access.trying import knows
from rashomon.review.looking import TheRecord, Viewer
from rashomon.review.twins import twin

router = APIRouter()


class PasswordPage(Noun):
    """Whose password it is, and how many characters one has at least."""

    name: str
    shortest: int = SHORTEST


@twin(router, "/password", "password.html")
def password_page(request: Request, analyst: Viewer) -> PasswordPage:
    """Where one's own password is changed."""
    _door(request)
    return PasswordPage(name=analyst.name)


@router.post("/password")
def change(
    request: Request,
    record: TheRecord,
    analyst: Viewer,
    present: Annotated[str, Form()],
    password: Annotated[str, Form()],
) -> Response:
    """Another password. Every session of one's own ends, and one goes on in a new one."""
    door = _door(request)
    if knows(request, analyst.name, present) is None:
        raise HTTPException(403, "that is not your present password; nothing was changed")
    Analysts(record).give_password(analyst.name, hashed(password), who=analyst.name)
    response = RedirectResponse(HOME, 303)
    door.let_in(response, analyst.name)
    return response


def _door(request: Request) -> Door:
    door: Door = request.app.state.desk.door
    if door.sessions is None:
        raise HTTPException(404, "this desk is for one person, who has no password")
    return door
