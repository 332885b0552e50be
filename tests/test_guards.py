"""Guards that bugs have left behind."""

import re
from pathlib import Path

import pytest

SOURCES = sorted((Path(__file__).parent.parent / "src").rglob("*.py"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_tokens_are_compared_by_value(path):
    """spaCy makes a new Token object at each look: `token.head is token` is never true, and a loop until it is ends never."""
    assert not re.search(r"\.head is (?:not )?(?!None)\w", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_text_of_a_doc_is_not_joined_again_for_every_slice(path):
    """`doc.text` joins all tokens at each look: a long report took minutes. `document.text_of(doc)` keeps it."""
    assert "doc.text[" not in path.read_text(encoding="utf-8")
