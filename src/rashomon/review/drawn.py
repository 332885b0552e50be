"""Templates: what is shown to whom. A request by htmx gets the page's main part alone."""

from functools import cache
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from rashomon.export.words import counted
from rashomon.review import files
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.actors.ties import actor_link
from rashomon.review.addresses import report_link, report_part
from rashomon.review.drawing import figure_axis, network, responsibility_matrix, tie_timeline, timeline, world_map
from rashomon.review.drawing.waterfall import step_bar
from rashomon.review.marking import seen
from rashomon.version import __version__


def drawn(
    request: Request, analyst: Analyst | None, template: str, page: Any, status: int = 200, **more: Any
) -> HTMLResponse:
    """A page, or where htmx asks for a part of one, its main part."""
    whole = "hx-boosted" in request.headers or "hx-history-restore-request" in request.headers
    part = "hx-request" in request.headers and not whole
    context = {
        "page": page,
        "analyst": analyst,
        "layout": "part.html" if part else "desk.html",
        "path": request.url.path,
        "asked": request.query_params,
        "desk": request.app.state.desk,
        **more,
    }
    return HTMLResponse(environment().get_template(template).render(context), status, headers={"Vary": "HX-Request"})


@cache
def environment() -> Environment:
    """The templates of the desk. Everything is escaped but what a drawing has made."""
    made = Environment(
        loader=PackageLoader("rashomon.review"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"words": lambda name: str(name).replace("_", " "), "counted": counted, "seen": seen}
    made.globals |= {
        "version": __version__,
        "static": files.address(),
        "Role": Role,
        "report_link": report_link,
        "report_part": report_part,
    }
    made.globals |= {"figure_axis": figure_axis, "responsibility_matrix": responsibility_matrix, "step_bar": step_bar}
    made.globals |= {"network": network, "tie_timeline": tie_timeline, "timeline": timeline, "world_map": world_map}
    made.globals |= {"actor_link": actor_link}
    return made
