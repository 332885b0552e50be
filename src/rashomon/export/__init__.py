"""What leaves the house: files for people who do not have Rashomon, by default with nobody exposed."""

from rashomon.export.page import page
from rashomon.export.redaction import Profile, Redaction, redaction

__all__ = ["Profile", "Redaction", "page", "redaction"]
