"""A temporal expression and the days it means."""

from datetime import date
from enum import StrEnum

from rashomon.record.base import Found, Span


class TimeType(StrEnum):
    """TIMEX3's four types (ISO-TimeML, TimeML 1.2.1 section 2.2)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Time(Found):
    """ "Two days after the coup of 11 September 1973": value 1973-09-13, earliest and latest that day.

    `value` is TIMEX3 ("2001-09-09", "1995-Q3", "199", "P3W", "PAST_REF"). An end that the text does not bound is null.
    """

    span: Span
    type: TimeType
    value: str
    earliest: date | None = None
    latest: date | None = None
