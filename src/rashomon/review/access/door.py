"""Who is let in: one person on this machine without asking, or analysts who sign in."""

import getpass
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Self

from fastapi import FastAPI, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool

from rashomon.archive import Record
from rashomon.review.access import passwords
from rashomon.review.access.attempts import Attempts
from rashomon.review.access.gate import Gate
from rashomon.review.access.headers import Headers
from rashomon.review.access.hosts import Hosts
from rashomon.review.access.roles import Analyst, Role
from rashomon.review.access.sessions import LONGEST, Sessions, csrf_of, new_token

SIGN_IN = "/sign-in"
"""Where nobody is signed in yet, and so no session vouches for the form."""

WHILE = 15 * 60
"""Seconds for which wrong passwords count."""


@dataclass(frozen=True)
class Door:
    """How requests are known. `alone` is the one person of a desk that is for one person; else there are sessions.

    A cookie is `secure`, and so never sent without encryption, unless only this machine can reach the desk.
    """

    alone: Analyst | None = None
    hosts: Hosts = field(default_factory=Hosts)
    sessions: Sessions | None = None
    secure: bool = False
    by_name: Attempts = field(default_factory=lambda: Attempts(10, WHILE))
    by_address: Attempts = field(default_factory=lambda: Attempts(30, WHILE))

    @classmethod
    def of_one(cls) -> Self:
        """For one person on this machine, who may do everything."""
        return cls(Analyst(_user(), Role.admin, secrets.token_urlsafe(16)))

    @classmethod
    def of_team(cls, record: Record, names: Iterable[str] = (), *, secure: bool = False) -> Self:
        """For the analysts of a record, under these names and any number of this machine."""
        passwords.prepare()
        return cls(None, Hosts(names, addresses=True), Sessions(record), secure)

    async def recognise(self, request: Request) -> None:
        """Find out who is asking; the record is asked in a thread of its own, if it has to be."""
        token = request.cookies.get(self.cookie)
        analyst = self.alone
        if self.sessions and token:
            analyst = self.sessions.known(token) or await run_in_threadpool(self.sessions.who, token)
        request.scope["analyst"] = analyst

    def who(self, request: Request) -> Analyst | None:
        """Whoever is asking, once they were recognised; None for somebody who has not signed in."""
        analyst: Analyst | None = request.scope.get("analyst")
        return analyst

    def csrf(self, request: Request) -> str | None:
        """What a request must carry that changes anything."""
        if request.url.path == SIGN_IN:
            visitor = request.cookies.get(self.visitor_cookie)
            return csrf_of(visitor) if visitor else None
        analyst = self.who(request)
        return analyst and analyst.csrf

    async def used(self, request: Request) -> None:
        """A request was answered: the session goes on."""
        token = request.cookies.get(self.cookie)
        if self.sessions and token and self.sessions.is_due(token):
            await run_in_threadpool(self.sessions.extend, token)

    @property
    def cookie(self) -> str:
        """What keeps a session; by its prefix, browsers take it from no other host and from no page without encryption."""
        return "__Host-rashomon" if self.secure else "rashomon"

    @property
    def visitor_cookie(self) -> str:
        """What vouches for the form to sign in. It is another, or whoever comes by a link from elsewhere would be signed out."""
        return f"{self.cookie}-visitor"

    def welcome(self, request: Request, response: Response) -> str:
        """Give a visitor their cookie, unless they have one; gives what their form must carry."""
        token = request.cookies.get(self.visitor_cookie) or new_token()
        self._set(response, self.visitor_cookie, token)
        return csrf_of(token)

    def let_in(self, response: Response, name: str) -> None:
        """Begin a session, under a new token whatever there was before."""
        assert self.sessions is not None
        self.sessions.forget()
        self._set(response, self.cookie, self.sessions.begin(name))

    def let_out(self, request: Request, response: Response) -> None:
        """End the session."""
        token = request.cookies.get(self.cookie)
        if self.sessions and token:
            self.sessions.end(token)
        response.delete_cookie(self.cookie, secure=self.secure, httponly=True, samesite="strict")

    def _set(self, response: Response, cookie: str, token: str) -> None:
        lasting = int(LONGEST.total_seconds())
        response.set_cookie(cookie, token, lasting, path="/", secure=self.secure, httponly=True, samesite="strict")

    def guard(self, app: FastAPI, failed: Callable[[Request, Exception], Response]) -> None:
        """Keep out of the application what does not come from its own pages."""
        app.add_middleware(Gate, door=self, failed=failed)
        app.add_middleware(Headers)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # in a container, the system may know the user by number alone
        return "somebody"
