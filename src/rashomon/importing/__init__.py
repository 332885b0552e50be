"""Reports that come in while others work on the record: what was asked for, what reads it, and what waits its turn."""

from rashomon.importing.imports import Imports
from rashomon.importing.order import Order, OrderOptions
from rashomon.importing.told import Import, State

__all__ = ["Import", "Imports", "Order", "OrderOptions", "State"]
