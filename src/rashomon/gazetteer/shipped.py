"""The gazetteer that comes with Rashomon: packed in the package, unpacked once into the user's cache."""

import hashlib
import lzma
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

from rashomon.errors import BadSetting
from rashomon.gazetteer.store import Gazetteer

PACKED = Path(__file__).with_name("gazetteer.sqlite.xz")


def open_gazetteer(path: str = "") -> Gazetteer:
    """The gazetteer in the file `path`, or the shipped one; opened once per process. Raises BadSetting, BadData."""
    return _opened(path)


@cache
def _opened(path: str) -> Gazetteer:
    if not path:
        return Gazetteer(unpacked())
    if not Path(path).is_file():
        raise BadSetting(
            f"there is no gazetteer {path}; make one with `rashomon gazetteer import`, or leave the setting empty"
        )
    return Gazetteer(Path(path))


def unpacked() -> Path:
    """Where the shipped gazetteer lies unpacked. Several processes may ask at once: the file appears whole or not at all."""
    digest = hashlib.sha256(PACKED.read_bytes()).hexdigest()[:16]
    for folder in (
        _user_cache(),
        Path(tempfile.gettempdir()) / f"rashomon-{os.getuid() if hasattr(os, 'getuid') else 'user'}",
    ):
        path = folder / f"gazetteer-{digest}.sqlite"
        if path.is_file():
            return path
        try:
            return _unpack(path)
        except OSError:
            continue
    raise BadSetting(
        f"no room to unpack the gazetteer: neither {_user_cache()} nor {tempfile.gettempdir()} can be written"
    )


def _unpack(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
    try:
        with os.fdopen(handle, "wb") as out, lzma.open(PACKED) as packed:
            shutil.copyfileobj(packed, out, 1 << 20)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return path


def _user_cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rashomon"
