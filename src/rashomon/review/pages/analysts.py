"""Who works on the record: for admins, who let others in, say what they may do, and shut them out again."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from rashomon.archive.analysts import Analysts
from rashomon.record import Noun
from rashomon.review.access.door import Door
from rashomon.review.access.passwords import hashed
from rashomon.review.access.roles import Role
from rashomon.review.looking import Admin, TheRecord
from rashomon.review.twins import twin

router = APIRouter()

Name = Annotated[str, Form()]
Password = Annotated[str, Form()]


class AnalystLine(Noun):
    """Somebody, and what they may do."""

    name: str
    role: Role
    since: datetime
    disabled: bool


class AnalystsPage(Noun):
    """Everybody who works on the record. `alone` says that the desk is for one person, who does not sign in."""

    analysts: tuple[AnalystLine, ...]
    alone: bool


@twin(router, "/analysts", "analysts.html", Role.admin)
def analysts(request: Request, record: TheRecord) -> AnalystsPage:
    """Who works on the record."""
    lines = (AnalystLine(name=a.name, role=a.role, since=a.made, disabled=a.disabled) for a in Analysts(record).all())
    return AnalystsPage(analysts=tuple(lines), alone=request.app.state.desk.door.alone is not None)


@router.post("/analysts")
def add(
    request: Request, record: TheRecord, admin: Admin, name: Name, role: Annotated[Role, Form()], password: Password
) -> Response:
    """Let somebody in."""
    Analysts(record).add(name, role, hashed(password), who=admin.name)
    return _done(request)


@router.post("/analysts/role")
def give_role(request: Request, record: TheRecord, admin: Admin, name: Name, role: Annotated[Role, Form()]) -> Response:
    """Let somebody do more, or less; they sign in anew."""
    Analysts(record).give_role(name, role, who=admin.name)
    return _done(request)


@router.post("/analysts/password")
def give_password(request: Request, record: TheRecord, admin: Admin, name: Name, password: Password) -> Response:
    """Give somebody another password; they sign in anew."""
    Analysts(record).give_password(name, hashed(password), who=admin.name)
    return _done(request)


@router.post("/analysts/disable")
def disable(request: Request, record: TheRecord, admin: Admin, name: Name) -> Response:
    """Shut somebody out, at once."""
    Analysts(record).disable(name, who=admin.name)
    return _done(request)


@router.post("/analysts/enable")
def enable(request: Request, record: TheRecord, admin: Admin, name: Name) -> Response:
    """Let somebody in again."""
    Analysts(record).enable(name, who=admin.name)
    return _done(request)


def _done(request: Request) -> Response:
    door: Door = request.app.state.desk.door
    if door.sessions:
        door.sessions.forget()
    return RedirectResponse("/analysts", 303)
