"""How a decision is taken at the desk: who may, what a second click does, and what is answered."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import Depends, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from pydantic import AfterValidator, BaseModel, Field
from starlette.background import BackgroundTask

from rashomon.archive import Record
from rashomon.archive.judgements.judgement import Judgement, Seen
from rashomon.archive.judgements.judgements import Judgements
from rashomon.errors import RashomonError
from rashomon.export.decision import decisions
from rashomon.review.access.asking import needs
from rashomon.review.access.back import local
from rashomon.review.access.may import MAY, What
from rashomon.review.access.roles import Analyst
from rashomon.review.expecting import expected

LONGEST = 10_000
"""Characters of a reason."""

AT_ONCE = 1_000
"""Incidents or reports that one form names."""

DOUBLE = 10.0
"""Seconds within which the same decision of the same person is a second click, and no second decision."""

Refs = Annotated[list[str], Field(max_length=AT_ONCE)]


def _local(back: str) -> str:
    if local(back, "") != back:
        raise ValueError("not an address of this desk")
    return back


class Reasoned(BaseModel):
    """What every decision says: why, what was seen before (see `expecting`), and where to go afterwards."""

    why: Annotated[str, Field(max_length=LONGEST)] = ""
    seen: str = ""
    back: Annotated[str, Field(max_length=LONGEST), AfterValidator(_local)] = "/log"

    @property
    def expect(self) -> Seen | None:
        """What was seen."""
        return expected(self.seen)


@dataclass
class Clicks:
    """What each analyst decided last, so that a second click on the same is not a second decision."""

    latest: dict[str, tuple[Hashable, float, int]] = field(default_factory=dict)
    guards: dict[str, Lock] = field(default_factory=dict)

    def of(self, who: str) -> Lock:
        """Held while somebody's decision is taken: their second click waits for it."""
        return self.guards.setdefault(who, Lock())

    def same(self, who: str, what: Hashable) -> int | None:
        """The number of the judgement, where this is what they decided a moment ago."""
        last, when, number = self.latest.get(who, (None, 0.0, 0))
        return number if last == what and monotonic() - when < DOUBLE else None

    def note(self, who: str, what: Hashable, number: int) -> None:
        """They have decided this."""
        self.latest[who] = (what, monotonic(), number)


@dataclass(frozen=True)
class Deciding:
    """Somebody who may take a decision, about to do so."""

    what: What
    analyst: Analyst
    request: Request

    @property
    def record(self) -> Record:
        """The record on the desk."""
        record: Record = self.request.app.state.desk.record
        return record

    def take(self, form: Reasoned, decide: Callable[[Judgements], Judgement]) -> Response:
        """Take it, and say what was decided: as JSON where that is asked for, else where they wanted to go."""
        self.request.state.typed, self.request.state.back = form.why, form.back  # what is shown again if it cannot be
        judgement = self._once(form, decide)
        after = BackgroundTask(_follow, self.record) if self.what in ("withdraw", "undo") else None
        if "application/json" in self.request.headers.get("accept", ""):
            return JSONResponse(decisions([judgement])[0].model_dump(mode="json"), background=after)
        return RedirectResponse(_with_news(form.back, judgement.number), 303, background=after)

    def _once(self, form: Reasoned, decide: Callable[[Judgements], Judgement]) -> Judgement:
        clicks: Clicks = self.request.app.state.desk.clicks
        log, who, what = self.record.judgements, self.analyst.name, (self.what, form.model_dump_json())
        with clicks.of(who):
            number = clicks.same(who, what)
            if number is not None and not (same := log.get(number)).undone:
                return same
            judgement = decide(log)
            clicks.note(who, what, judgement.number)
            return judgement


def _follow(record: Record) -> None:
    """The plain copy of the readings follows; where it cannot be written, whoever reads reports next is told."""
    with suppress(RashomonError):
        record.plain.catch_up()


def may(what: What) -> object:
    """`deciding: Annotated[Deciding, may("merge")]`: only for those who may."""

    async def deciding(request: Request, analyst: Annotated[Analyst, Depends(needs(MAY[what]))]) -> Deciding:
        return Deciding(what, analyst, request)

    return Depends(deciding)


def _with_news(back: str, number: int) -> str:
    """An address with the number of the judgement just made, of which the page tells."""
    parts = urlsplit(back)
    asked = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "done"]
    return urlunsplit(("", "", parts.path, urlencode([*asked, ("done", str(number))]), parts.fragment))
