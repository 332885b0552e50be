import pytest

from rashomon.record import Region, RegionKind, Report
from rashomon.reports.sentences import sentence_around

TEXT = (
    "Rebels took the port on Jan. 14 and held it. “We did not fire first,” Gen. Omar Diallo of the U.N. mission said. "
    "“The blast was caused by others.” Protesters marched at 4 p.m. in the capital."
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("port", "Rebels took the port on Jan. 14 and held it."),
        ("Diallo", "“We did not fire first,” Gen. Omar Diallo of the U.N. mission said."),
        ("The blast was caused by others.”", "“The blast was caused by others.”"),
        ("marched", "Protesters marched at 4 p.m. in the capital."),
    ],
)
def test_the_sentence_around_a_span(words, sentence):
    start = TEXT.index(words)
    assert sentence_around((start, start + len(words)), Report(id="r", text=TEXT, sha256="")) == sentence


def test_a_span_over_two_sentences_shows_both():
    start = TEXT.index("mission said")
    shown = sentence_around((start, TEXT.index("caused")), Report(id="r", text=TEXT, sha256=""))
    assert shown.startswith("“We did not") and shown.endswith("others.”")


def test_a_sentence_never_leaves_its_paragraph():
    text = "Rebels Take Port\nThe army fled."
    regions = (Region(kind=RegionKind.title, span=(0, 16)), Region(kind=RegionKind.body, span=(17, 31)))
    assert sentence_around((21, 25), Report(id="r", text=text, sha256="", regions=regions)) == "The army fled."
