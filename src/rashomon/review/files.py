"""The desk's scripts and styles, at an address that says which they are: a browser keeps them and asks for none of them twice.

A script asks for others by where they lie beside it (`import "./desk.js"`), so that these are of the same address.
"""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from starlette.staticfiles import StaticFiles

AT = "/static"
"""Where they are; nobody has to sign in for them."""

FOLDER = Path(str(files("rashomon.review"))) / "static"


@cache
def address() -> str:
    """ "/static/3f1c9a0be2d4": another as soon as any of them is."""
    digest = blake2b(digest_size=6)
    for file in sorted(FOLDER.iterdir()):
        digest.update(f"{file.name} {file.stat().st_size} ".encode() + file.read_bytes())
    return f"{AT}/{digest.hexdigest()}"


def served() -> StaticFiles:
    """Gives them out."""
    return StaticFiles(directory=FOLDER)
