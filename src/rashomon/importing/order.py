"""What is to be imported: uploaded files, a pasted text, an address; and what to call it in a message."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rashomon.errors import UnreadableReport
from rashomon.export.words import counted
from rashomon.importing.told import Refused
from rashomon.reports.inputs.opening import is_readable

PASTED = "the pasted text"
_TABLES = {".jsonl", ".ndjson", ".csv", ".tsv"}


@dataclass(frozen=True)
class OrderOptions:
    """What is said of all reports that do not say it, and whether those that do not seem English are read, too."""

    published: str | None = None
    publisher: str | None = None
    force: bool = False


@dataclass(frozen=True)
class Order:
    """What to read: paths or addresses, what whoever gave them calls them, and the folder that is gone when all is read."""

    what: str
    inputs: Sequence[str]
    called: Mapping[str, str] = field(default_factory=dict)
    options: OrderOptions = OrderOptions()
    folder: Path | None = None

    @classmethod
    def of_files(cls, files: Mapping[Path, str], options: OrderOptions, folder: Path) -> "Order":
        """Files by where they lie, with the names that they had."""
        names = list(files.values())
        what = names[0] if len(names) == 1 else counted(len(names), "file")
        return cls(what, [str(path) for path in files], {str(p): n for p, n in files.items()}, options, folder)

    @classmethod
    def of_text(cls, text: str, title: str | None, options: OrderOptions, folder: Path) -> "Order":
        """One text, as somebody pasted it."""
        said = {"title": title, "publisher": options.publisher, "published": options.published}
        row = {"text": text} | {name: value for name, value in said.items() if value}
        file = folder / "pasted.jsonl"
        file.write_text(json.dumps(row), encoding="utf-8")
        return cls(title or PASTED, [str(file)], {f"{file}, line 1": PASTED, str(file): PASTED}, options, folder)

    @classmethod
    def of_address(cls, address: str, options: OrderOptions) -> "Order":
        """What is at an address of the web."""
        return cls(address, [address], {}, options)

    @classmethod
    def of_unlinked(cls) -> "Order":
        """Nothing new: what was read before and waits to be linked."""
        return cls("linking what waits", [])

    @property
    def countable(self) -> int | None:
        """How many reports there will be at most, where that shows before they are read."""
        paths = [Path(each) for each in self.inputs]
        alone = self.folder and all(is_readable(p) and p.suffix.lower() not in _TABLES for p in paths)
        return len(paths) if alone or PASTED in self.called.values() else None

    def refused(self, problem: UnreadableReport) -> Refused:
        """What is wrong, with the input called as whoever gave it calls it."""
        return Refused(input=self.name(problem.input), reason=problem.reason, advice=problem.advice)

    def name(self, said: str) -> str:
        """A message, or an input, in which paths are called as whoever gave them calls them."""
        for path, name in self.called.items():
            said = said.replace(path, name)
        return said
