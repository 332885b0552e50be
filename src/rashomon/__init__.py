"""Rashomon reads reports of armed conflict and writes down who says what about which incident.

import rashomon

reading = rashomon.read("KABUL, Jan. 14 -- Gunmen …", published="2006-01-15")
for incident in reading.incidents:
    for account in incident.accounts: ...
"""

from rashomon.api import read, read_many
from rashomon.errors import BadData, BadSetting, NotInRecord, RashomonError, UnreadableReport
from rashomon.record import Reading, Report
from rashomon.reports import report_of
from rashomon.settings import Settings
from rashomon.version import __version__

__all__ = [
    "BadData",
    "BadSetting",
    "NotInRecord",
    "RashomonError",
    "Reading",
    "Report",
    "Settings",
    "UnreadableReport",
    "__version__",
    "read",
    "read_many",
    "report_of",
]
