import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.reading import heads

FOLDER = Path(heads.__file__).parent
FILES = ("encoder.onnx", "arguments.onnx", "tokenizer.json", "confidence.toml")


def test_all_weights_together_are_small():
    assert sum((FOLDER / name).stat().st_size for name in FILES) <= 35_000_000


@pytest.mark.parametrize("name", FILES)
def test_the_card_tells_each_file_by_its_hash(name):
    digest = hashlib.sha256((FOLDER / name).read_bytes()).hexdigest()
    assert f"`{digest}`" in (FOLDER / "CARD.md").read_text(encoding="utf-8")


def test_reading_needs_no_torch_and_opens_no_connection():
    script = """
import socket, sys

def refuse(*_):
    raise AssertionError("a connection was opened")

socket.socket.connect = refuse
import spacy
from rashomon.reading import heads
nlp = spacy.blank("en")
nlp.add_pipe("rashomon_heads")
assert nlp("The mayor said that two men were shot.")._.heads is not None
assert not {"torch", "transformers"} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
