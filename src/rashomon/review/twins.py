"""Each page is one function that gives a noun: drawn by a template at its address, and as it is at the same with `.json`."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from rashomon.review.access.asking import needs
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.drawn import drawn

Build = TypeVar("Build", bound=Callable[..., Any])


def twin(router: APIRouter, path: str, template: str, role: Role = Role.viewer) -> Callable[[Build], Build]:
    """Register a function that gives what a page shows, at its address and at its `.json` twin.

    The function's parameters are those of a FastAPI route; what it returns is a pydantic model, which the template has as `page`.

        @twin(router, "/incidents/{ref}", "incident.html")
        def incident(ref: str, viewing: Looking) -> IncidentPage: ...
    """

    def register(build: Build) -> Build:
        def html(
            request: Request,
            analyst: Annotated[Analyst, Depends(needs(role))],
            page: Annotated[Any, Depends(build)],
        ) -> HTMLResponse:
            return drawn(request, analyst, template, page)

        allowed = [Depends(needs(role))]
        router.add_api_route(f"{path}.json", build, methods=["GET"], dependencies=allowed, response_model_by_alias=True)
        router.add_api_route(path, html, methods=["GET"], include_in_schema=False, name=f"{build.__name__}_page")
        return build

    return register
