"""The command line: thin commands over the packages."""

from rashomon.cli.app import app, main

__all__ = ["app", "main"]
