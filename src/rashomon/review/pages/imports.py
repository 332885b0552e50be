"""Import: files, a pasted text or an address become reports of the record; what becomes of each is told while it happens."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Form, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from pydantic import BaseModel, Field, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from rashomon.archive import listing
from rashomon.importing import Import, Imports, Order, OrderOptions
from rashomon.record import Noun
from rashomon.reports.inputs.web import is_address, names_somebody
from rashomon.reports.published import published_given
from rashomon.review.access.roles import Role
from rashomon.review.looking import Coder, TheRecord
from rashomon.review.twins import twin
from rashomon.review.uploads import LARGEST, MOST, MOST_FILES, form_of, kept, room

EARLIER = 50
"""Imports that are listed."""


@asynccontextmanager
async def _ended(app: FastAPI) -> AsyncIterator[None]:
    """Imports begin and end with the desk."""
    app.state.imports = Imports(app.state.desk.record)
    yield
    await run_in_threadpool(app.state.imports.close)


router = APIRouter(lifespan=_ended)


def the_imports(request: Request) -> Imports:
    """The desk's imports."""
    imports: Imports = request.app.state.imports
    return imports


TheImports = Annotated[Imports, Depends(the_imports)]


class Limits(Noun):
    """How much is taken at once: files, and bytes of one and of all."""

    files: int = MOST_FILES
    file: int = LARGEST
    all: int = MOST


class ImportsPage(Noun):
    """What is being imported and what was, the latest first; `unlinked` reports wait to be linked and nobody is at it."""

    going_on: tuple[Import, ...]
    earlier: tuple[Import, ...]
    unlinked: int
    limits: Limits = Limits()


class ImportPage(Noun):
    """An import, and whether whoever asks may break it off."""

    told: Import
    may_cancel: bool


class Said(BaseModel):
    """What is said of all reports that do not say it themselves."""

    publisher: Annotated[str, Field(max_length=500)] = ""
    published: Annotated[str, Field(max_length=40)] = ""
    force: bool = False

    def options(self) -> OrderOptions:
        """The same, empty fields left out. Raises BadSetting for what is no day."""
        published_given(self.published.strip() or None)
        return OrderOptions(self.published.strip() or None, self.publisher.strip() or None, self.force)


class Text(Said):
    """A text that somebody pasted."""

    text: str = ""
    title: Annotated[str, Field(max_length=1_000)] = ""


class Address(Said):
    """The address of a feed or of a page."""

    address: Annotated[str, Field(max_length=2_000)] = ""


@twin(router, "/import", "imports.html", Role.coder)
def imports(imports: TheImports, record: TheRecord) -> ImportsPage:
    """What is imported and what was."""
    every = imports.all()
    going_on = tuple(each for each in every if not each.state.over)
    over = [each for each in every if each.state.over]
    unlinked = 0 if going_on else listing.waiting(record)[0]
    return ImportsPage(going_on=going_on[::-1], earlier=tuple(over[:EARLIER]), unlinked=unlinked)


@twin(router, "/import/{id}", "import.html", Role.coder)
def one_import(id: str, imports: TheImports, analyst: Coder) -> ImportPage:
    """How far an import is, and what came of it."""
    told = imports.get(id)
    return ImportPage(told=told, may_cancel=not told.state.over and _may_cancel(told, analyst))


@router.post("/import/files")
async def import_files(request: Request, analyst: Coder, imports: TheImports) -> Response:
    """Files, as a form has them."""
    form = await form_of(request)
    try:
        options = _said(form).options()
        folder, files = await kept(value for value in form.getlist("files") if isinstance(value, UploadFile))
    finally:
        await form.close()
    return _begun(request, await run_in_threadpool(imports.begin, Order.of_files(files, options, folder), analyst.name))


def _said(form: FormData) -> Said:
    try:
        return Said.model_validate({name: value for name, value in form.items() if name in Said.model_fields})
    except ValidationError as error:
        raise RequestValidationError([{**each, "loc": ("body", *each["loc"])} for each in error.errors()]) from None


@router.post("/import/text")
def import_text(request: Request, form: Annotated[Text, Form()], analyst: Coder, imports: TheImports) -> Response:
    """A text that somebody pasted."""
    if not form.text.strip():
        raise HTTPException(422, "there is no text; paste the report's into the field")
    options = form.options()
    with room():
        folder = Path(mkdtemp(prefix="rashomon-import-"))
        order = Order.of_text(form.text, form.title.strip(), options, folder)
    return _begun(request, imports.begin(order, analyst.name))


@router.post("/import/feed")
def import_feed(request: Request, form: Annotated[Address, Form()], analyst: Coder, imports: TheImports) -> Response:
    """What is at an address of the web; nothing is fetched but what somebody asks for here."""
    address = form.address.strip()
    if not is_address(address):
        raise HTTPException(422, "not an address of the web; give one that begins with https:// or http://")
    if names_somebody(address):
        raise HTTPException(
            422, "a name or password stands in the address, and would stand in the log; give it without"
        )
    return _begun(request, imports.begin(Order.of_address(address, form.options()), analyst.name))


@router.post("/import/unlinked")
def link_unlinked(request: Request, analyst: Coder, imports: TheImports) -> Response:
    """Link what waits for it: what was read by a command, or by an import that was broken off."""
    return _begun(request, imports.begin(Order.of_unlinked(), analyst.name))


@router.post("/import/{id}/cancel")
def cancel(id: str, request: Request, analyst: Coder, imports: TheImports) -> Response:
    """Break an import off: one's own, or as an adjudicator anybody's."""
    told = imports.get(id)
    if not _may_cancel(told, analyst):
        raise HTTPException(403, f"this import is {told.who}'s: they break it off, or whoever has the role adjudicator")
    return _begun(request, imports.cancel(id))


def _may_cancel(told: Import, analyst: Coder) -> bool:
    return told.who == analyst.name or analyst.role.may(Role.adjudicator)


def _begun(request: Request, told: Import) -> Response:
    """Where to look on."""
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse(told.model_dump(mode="json"), 202, headers={"Location": f"/import/{told.id}"})
    return RedirectResponse(f"/import/{told.id}", 303)
