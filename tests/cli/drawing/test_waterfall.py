import io

import pytest
from rich.console import Console

from rashomon.cli.drawing.waterfall import waterfall
from rashomon.linking.linkable import Step, Waterfall

COMPARED = Waterfall(
    -8.0,
    (
        Step("where", "Baghlan", "Pul-e Hisar", "one lies in the other", 5.0),
        Step("when", "20 August", "21 August", "a day apart", -1.0),
        Step("who", "", "", "not stated", 0.0),
        Step("how many", "30 killed", "up to 30 killed", "the same toll", 12.0),
    ),
)


def drawn(width):
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None)
    console.print(waterfall(COMPARED, width))
    return out.getvalue().splitlines()


def line(lines, starting):
    return next(line for line in lines if line.startswith(starting))


def test_each_comparison_says_what_it_compared_in_words_and_bits():
    lines = drawn(140)
    assert all(word in line(lines, "where") for word in ("Baghlan", "Pul-e Hisar", "one lies in the other", "+5.0"))
    assert "−1.0" in line(lines, "when")


def test_the_sum_is_said_as_odds():
    together = line(drawn(140), "together")
    assert "+8.0" in together
    assert "256 to 1 that they are one" in together


def test_each_bar_begins_where_the_one_before_ended():
    lines = drawn(140)
    start, where, toll = (line(lines, name) for name in ("before looking", "where", "how many"))
    assert where.index("█") == start.index("█")
    assert toll.rindex("█") > where.rindex("█")


def test_what_could_not_be_compared_is_named_below():
    assert line(drawn(140), "nothing to compare") == "nothing to compare: who"


@pytest.mark.parametrize("width", [40, 80, 120, 160])
def test_it_fits_the_terminal(width):
    assert max(map(len, drawn(width))) <= width
