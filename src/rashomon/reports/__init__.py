"""Files, folders and texts → Reports: the exact text, what its parts are, who published it, and when, with how that is known.

report_of(text, …)   one text
reports_in(paths, …) files, folders and standard input, one after the other; what cannot be read is named and the rest goes on
"""

from rashomon.reports.inputs import reports_in
from rashomon.reports.report import report_of

__all__ = ["report_of", "reports_in"]
