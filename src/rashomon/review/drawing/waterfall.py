"""What comparisons add to the odds that two are one, or take away: a bar each, from where one was to where one is then."""

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.export.svg import element

WIDTH, HEIGHT = 180, 14


def step_bar(start: float, end: float, weights: Sequence[float]) -> Markup:
    """One comparison's bar. `weights` are all the places that the bars of one waterfall reach, in bits; 0 is even odds.

    >>> 'class="for"' in step_bar(-2, 1, [-2, 1, 4])
    True
    """
    low, high = min(0.0, start, end, *weights), max(0.0, start, end, *weights)
    scale = WIDTH / ((high - low) or 1)
    left, right = sorted(((start - low) * scale, (end - low) * scale))
    even = -low * scale
    return element(
        "svg",
        element("line", x1=even, x2=even, y1=0, y2=HEIGHT, class_="even"),
        element(
            "rect",
            x=left,
            y=2,
            width=max(right - left, 1.5),
            height=HEIGHT - 4,
            class_="for" if end >= start else "against",
        ),
        class_="step",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        width=WIDTH,
        height=HEIGHT,
        aria_hidden="true",
    )
