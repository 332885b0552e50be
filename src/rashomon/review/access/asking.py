"""Who is asking: every route of the desk says by `needs(role)` who may."""

from dataclasses import dataclass

from fastapi import Request
from starlette.exceptions import HTTPException

from rashomon.review.access.roles import Analyst, Role


@dataclass(frozen=True)
class Needs:
    """A dependency that gives whoever is asking, if they may; else nobody gets any further."""

    role: Role

    async def __call__(self, request: Request) -> Analyst:
        """Raises 401 for nobody, 403 for somebody who may not. It waits for nothing, and so is worth no thread of its own."""
        analyst: Analyst | None = request.app.state.desk.who(request)
        if analyst is None:
            raise HTTPException(401, "sign in first")
        if not analyst.role.may(self.role):
            raise HTTPException(403, f"this takes the role {self.role}; yours is {analyst.role}")
        return analyst


def needs(role: Role) -> Needs:
    """`analyst: Annotated[Analyst, Depends(needs(Role.coder))]`."""
    return Needs(role)
