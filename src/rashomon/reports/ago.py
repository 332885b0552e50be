"""How long ago something was, seen from the day of writing: "last week" said of a Friday puts the writer into the week after."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from rashomon.reports.dates import MONTHS, WEEKDAYS, Interval
from rashomon.reports.vocabulary import expand, table


class Ago(NamedTuple):
    """An expression, where it stands, and how it counts back."""

    text: str
    start: int
    end: int
    rule: dict[str, Any]
    number: int

    def written(self, day: date) -> Interval:
        """When somebody wrote who says this of `day`.

        >>> next(iter(agos_in("seized the town last week"))).written(date(2012, 11, 20))
        (datetime.date(2012, 11, 25), datetime.date(2012, 12, 2))
        """
        if "days" in self.rule:
            least, most = self.rule["days"]
            return day + timedelta(least), day + timedelta(most)
        if "weeks" in self.rule:
            return _weeks_on(day, self.rule["weeks"])
        if "months" in self.rule:
            return _months_on(day, self.rule["months"])
        if "years" in self.rule:
            year = day.year + self.rule["years"]
            return max(day, date(year, 1, 1)), date(year, 12, 31)
        passed, slack = self.number * self.rule["per"], self.rule["slack"]
        return max(day, day + timedelta(passed - slack)), day + timedelta(passed + slack)


def _weeks_on(day: date, weeks: int) -> Interval:
    """Some weeks begin on Sunday and some on Monday; whoever writes may mean either."""
    first = day - timedelta(days=(day.weekday() + 1) % 7) + timedelta(weeks=weeks)
    last = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks, days=6)
    if day.weekday() == 6:
        first, last = day - timedelta(days=6) + timedelta(weeks=weeks), day + timedelta(weeks=weeks, days=6)
    return max(day, first), last


def _months_on(day: date, months: int) -> Interval:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return max(day, date(year, month + 1, 1)), date(year, month + 1, monthrange(year, month + 1)[1])


@cache
def _rules() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    return tuple((re.compile(expand(rule["pattern"]), re.I), rule) for rule in table("inferred")["ago"])


def agos_in(text: str) -> list[Ago]:
    """All such expressions in a sentence."""
    return [
        Ago(found.group(), found.start(), found.end(), rule, _number(found.groupdict().get("n")))
        for form, rule in _rules()
        for found in form.finditer(text)
    ]


def named_agos_in(text: str, day: date) -> list[Ago]:
    """The weekday of `day` ("on Friday", said within the week) and its month without a year ("in February", within the year)."""
    weekday = rf"\b(?:on )?(?<!last )(?<!next ){WEEKDAYS[day.weekday()]}\b(?!s)"
    month = rf"\b(?:in|last) {MONTHS[day.month - 1]}\b(?!,? (?:\d|of ))"
    return [
        Ago(found.group(), found.start(), found.end(), {"days": [0, most]}, 0)
        for form, most in ((weekday, 6), (month, 364))
        for found in re.finditer(form, text)
    ]


def _number(word: str | None) -> int:
    if word is None:
        return 0
    return int(word) if word.isdigit() else int(table("inferred")["numbers"][word.lower()])
