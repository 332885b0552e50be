"""With what a report was read: its reader and the settings that change what is read, so that a change of either rereads."""

import hashlib
from dataclasses import fields
from pathlib import Path

from rashomon.record import Reader
from rashomon.settings import Settings
from rashomon.version import READER, __version__

MATTERING = ("model", "kinds", "registry", "gazetteer")
"""The settings with which the same report may be read otherwise."""


def name_of(reader: Reader) -> str:
    """A reader by name and version: "rules 0.2.0"."""
    return f"{reader.name} {reader.version}"


def how_read(settings: Settings) -> str:
    """What reads with these settings: "rules 0.2.0", and every setting that matters and is not the default.

    Of a file of one's own it is the content that matters, not where it lies.

    >>> how_read(Settings(model="en_core_web_lg")).partition(" model=")[2]
    'en_core_web_lg'
    """
    defaults = {setting.name: setting.default for setting in fields(Settings)}
    given = {name: getattr(settings, name) for name in MATTERING}
    others = [f"{name}={_content(value)}" for name, value in given.items() if value != defaults[name]]
    return " ".join([name_of(Reader(name=READER, version=__version__)), *others])


def _content(value: str) -> str:
    """A setting's value; of a file, or of a folder with a model in it, what tells one content from another."""
    path = Path(value)
    if path.is_dir():
        path /= "meta.json"
    if not path.is_file():
        return value
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()[:16]}"
