"""A number of people or things, as a range."""

from enum import StrEnum

from pydantic import model_validator

from rashomon.record.base import Found, Span


class FigureKind(StrEnum):
    """What is counted."""

    killed = "killed"
    wounded = "wounded"
    captured = "captured"
    abducted = "abducted"
    arrested = "arrested"
    displaced = "displaced"
    defected = "defected"
    missing = "missing"
    took_part = "took_part"
    destroyed = "destroyed"


class Figure(Found):
    """ "as many as 30 fighters": low null, high 30, of "fighters". "at least 22": low 22, high null. Null is not stated, never 0.

    `span` covers the number with its bounds and what is counted; `text` is exactly that stretch of the report.
    """

    kind: FigureKind
    of: str = "people"
    low: int | None = None
    high: int | None = None
    text: str
    span: Span

    @model_validator(mode="after")
    def _ends_in_order(self) -> "Figure":
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"figure {self.text!r}: low {self.low} is above high {self.high}")
        return self
