"""Every route of the desk says who may, and nobody else may: enumerated, so that one that is added cannot be forgotten."""

from collections.abc import Iterator

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from rashomon.review import desk
from rashomon.review.access.asking import Needs
from rashomon.review.access.roles import Role

OPEN = {("GET", "/sign-in"), ("POST", "/sign-in"), ("POST", "/sign-out")}
"""What nobody needs to have signed in for."""

EXAMPLES = {"what": "merge", "ref": "I1", "number": "1", "name": "no-such-name", "id": "no-such-id"}
"""What stands in addresses, where it has to be of some form; roles are checked before anything is looked up."""


def routes(app) -> Iterator[APIRoute]:
    """All of them, whatever they are kept in."""
    waiting = list(app.routes)
    while waiting:
        each = waiting.pop()
        if isinstance(each, APIRoute):
            yield each
        else:
            inner = getattr(each, "router", None) or getattr(each, "original_router", None)
            waiting += getattr(each, "routes", None) or getattr(inner, "routes", None) or []


def needed(dependant: Dependant) -> set[Role]:
    """The roles that a route asks for, itself or by what it depends on."""
    own = {dependant.call.role} if isinstance(dependant.call, Needs) else set()
    return own.union(*map(needed, dependant.dependencies))


def asked(app) -> dict[tuple[str, str], Role | None]:
    """Method and address → who may; the strictest counts."""
    return {
        (method, route.path): max(needed(route.dependant), key=list(Role).index, default=None)
        for route in routes(app)
        for method in route.methods
    }


def filled(path: str) -> str:
    """An address with something in every place."""
    parts = path.split("{")
    return parts[0] + "".join(
        EXAMPLES.get((inner := part.partition("}"))[0].partition(":")[0], "x") + inner[2] for part in parts[1:]
    )


def test_every_route_says_who_may(record):
    found = asked(desk(record))
    assert len(found) > 20
    assert {where for where, role in found.items() if role is None} <= OPEN


@pytest.mark.parametrize("role", [None, *Role])
def test_nobody_gets_through_whose_role_is_not_enough_and_everybody_else_does(team, role):
    client = team(role)
    for (method, path), need in asked(client.app).items():
        if need is None:
            continue
        answer = client.request(method, filled(path), headers={"accept": "application/json"})
        if role is not None and role.may(need):
            assert answer.status_code not in {401, 403, 500}, (method, path)
        else:
            # of who has not signed in nobody knows that a form is theirs, either
            refused = {401, 403} if role is None and method != "GET" else {401} if role is None else {403}
            assert answer.status_code in refused, (method, path)
            assert answer.json().keys() == {"error"}


def test_whatever_changes_something_needs_more_than_a_viewer(record):
    allowed = {where for where, role in asked(desk(record)).items() if where[0] != "GET" and role is Role.viewer}
    assert allowed <= {("POST", "/incidents/export"), ("POST", "/password")}, "a file, and what is one's own"


def test_who_has_not_signed_in_is_sent_to_sign_in_and_back(team):
    answer = team(None).get("/analysts?x=1", headers={"accept": "text/html"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in?next=%2Fanalysts%3Fx%3D1"


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(team):
    answer = team(None).get("/analysts", headers={"hx-request": "true", "accept": "*/*"})
    assert answer.status_code == 401
    assert answer.headers["hx-redirect"] == "/sign-in?next=%2Fanalysts"


def test_the_command_line_knows_the_same_roles():
    from rashomon.cli import analyst

    assert [*analyst.Role] == [*Role]
