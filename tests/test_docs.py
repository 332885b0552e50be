import difflib
import importlib.util
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@cache
def generator():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_documentation_has_not_drifted():
    for path, text in generator().generated().items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name} has drifted: run `make docs`"


def test_the_readme_s_example_is_still_what_a_user_sees():
    (text,) = generator().with_example().values()
    now, then = (
        re.search(r"<!-- show -->(.*)<!-- /show -->", t, re.S)[1] for t in (text, (ROOT / "README.md").read_text())
    )
    assert difflib.SequenceMatcher(None, now, then).ratio() > 0.8, "run `make docs`"


def test_every_command_has_help():
    for words in generator()._command_words():
        assert len(generator()._help(words)) > 100, words


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name
)
def test_links_within_the_documentation_lead_somewhere(path):
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
