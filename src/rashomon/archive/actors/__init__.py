"""The actors of a record: put together from their mentions, found by name, and each in a line of the directory."""
