r"""Everything that can go wrong, in one place.

    RashomonError
    ├── UnreadableReport   an input that could not be read as a report; the rest goes on
    ├── BadSetting         a setting or option with a value it cannot have
    ├── BadData            a data file (kinds, registry, gazetteer dump, readings) that is not what it should be
    ├── NotInRecord        an incident, actor or folder that the record does not hold
    ├── CannotDecide       a decision that makes no sense as things are, or no sense any more
    └── RecordUnavailable  a record that cannot be reached or written to now: server down, disk full, others writing too long

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
    """Something asked for that the record does not hold. `public` is what those are told who only read, where that is less.

    >>> NotInRecord("I7 is gone; Amal judged that it was misread", public="I7 is gone").public
    'I7 is gone'
    """

    def __init__(self, message: str, *, public: str | None = None) -> None:
        super().__init__(message)
        self.public = public


class CannotDecide(RashomonError):
    """A decision that makes no sense as things are ("they are one already"), or that rests on what has changed meanwhile."""


class RecordUnavailable(RashomonError):
    """A record that cannot be reached or written to now; what was confirmed before is kept."""
