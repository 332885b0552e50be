"""What every noun of the record has in common."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


def _ordered(span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    if not 0 <= start < end:
        raise ValueError(f"a span needs 0 <= start < end, not [{start}, {end}]")
    return span


Span = Annotated[tuple[int, int], AfterValidator(_ordered)]
"""A stretch of `report.text`: [start, end) in code points, Python slicing. `text[0:5]` for `[0, 5]`."""


class Noun(BaseModel):
    """Something Rashomon writes down. Frozen: a later judgement about it is written beside it, never into it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Found(Noun):
    """A noun that a machine found in a report.

    `by` names the component and the rule that found it ("statements.according_to", "times.weekday"); `explain` shows it.
    `confidence` is a calibrated probability, null where the finder is a rule without one.
    """

    by: str | None = None
    confidence: float | None = None
