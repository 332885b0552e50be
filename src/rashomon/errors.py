r"""Everything that can go wrong, in one place.

    RashomonError
    ├── UnreadableReport   an input that could not be read as a report; the rest goes on
    ├── BadSetting         a setting or option with a value it cannot have
    ├── BadData            a data file (kinds, registry, gazetteer dump, readings) that is not what it should be
    └── NotInRecord        an incident, actor or folder that the record does not hold

A message says what happened, to which input or line, and what to do.
"""


class RashomonError(Exception):
    """What went wrong, to which input, and what to do about it."""


class UnreadableReport(RashomonError):
    """An input that could not be read as a report: `input` names it (file, line), `reason` says why, `advice` what to do.

    >>> str(UnreadableReport("reports/a.pdf", "no text in it", "run it through OCR first"))
    'reports/a.pdf: no text in it; run it through OCR first'
    """

    def __init__(self, input: str, reason: str, advice: str) -> None:
        super().__init__(f"{input}: {reason}; {advice}")
        self.input, self.reason, self.advice = input, reason, advice

    def __reduce__(self) -> tuple[type["UnreadableReport"], tuple[str, str, str]]:
        return type(self), (self.input, self.reason, self.advice)  # or it would not travel between processes


class BadSetting(RashomonError):
    """A setting with a value it cannot have."""


class BadData(RashomonError):
    """A data file that is not what it should be; the message names the file and the entry or line."""


class NotInRecord(RashomonError):
    """Something asked for that the record does not hold."""
