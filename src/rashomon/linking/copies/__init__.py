"""Copies: which passages of reports stand in others, and whose telling an account then is."""

from rashomon.linking.copies.comparing import PASSAGES
from rashomon.linking.copies.lineage import Lineage

__all__ = ["PASSAGES", "Lineage"]
