"""What comes with the desk and is not ours is what its card says it is."""

import hashlib
import re
from importlib.resources import files

import pytest

CARDS = [("static/CARD.md", "htmx.min.js"), ("drawing/CARD.md", "outlines.json.gz")]


@pytest.mark.parametrize(("card", "name"), CARDS)
def test_the_card_names_the_hash_of_the_file(card, name):
    folder = files("rashomon.review") / card.partition("/")[0]
    said = set(re.findall(r"\b[0-9a-f]{64}\b", (folder / "CARD.md").read_text(encoding="utf-8")))
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() in said
