import re

from rashomon.review.drawing.waterfall import WIDTH, step_bar


def ends(bar):
    x, width = (float(re.search(rf'<rect[^>]* {name}="([\d.]+)"', bar)[1]) for name in ("x", "width"))
    return x, x + width


def test_a_bar_goes_from_where_one_was_to_where_one_is_then_and_says_in_which_direction():
    reached = [-4.0, -1.0, 2.0]
    towards, away = step_bar(-4, -1, reached), step_bar(2, -1, reached)
    assert 'class="for"' in towards
    assert 'class="against"' in away
    assert ends(towards) == (0, WIDTH / 2)
    assert ends(away) == (WIDTH / 2, WIDTH)


def test_even_odds_are_marked_and_nothing_at_all_can_be_drawn():
    assert 'class="even"' in step_bar(0, 0, [])
    assert ends(step_bar(0, 0, [])) == (0, 1.5)
