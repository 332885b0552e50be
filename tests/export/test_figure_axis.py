import xml.etree.ElementTree as ET
from itertools import combinations

from rashomon.export.figure_axis import LETTER, figure_axis
from rashomon.export.story import Chart
from rashomon.weighing import Range, WeighedFigure


def drawn(*rows, parties=(), weighed=()):
    told = tuple((name, Range(low=low, high=high, of="people")) for name, low, high in rows)
    return ET.fromstring(figure_axis(Chart(kind="killed", rows=told, parties=parties), weighed))


def accounts(svg):
    return [group for group in svg.iter("g") if "account" in group.get("class", "").split()]


def weighed(low, best, high, kind="killed"):
    return WeighedFigure(kind=kind, of="people", low=low, best=best, high=high, rule="conservative")


def test_a_number_is_a_dot_and_a_range_a_line():
    (number,) = accounts(drawn(("a", 15, 15)))
    (range_,) = accounts(drawn(("a", 15, 30)))
    assert len(number.findall("circle")) == 1
    assert number.find("line") is None
    assert range_.find("line") is not None
    assert len(range_.findall("circle")) == 2


def test_an_open_end_is_dashed_and_reaches_the_end_of_the_axis():
    svg = drawn(("a", 22, None), ("b", None, 30), ("c", 15, 30))
    more, less, range_ = (account.find("line") for account in accounts(svg))
    axis = next(line for line in svg.findall("line") if line.get("class") == "axis")
    assert more.get("stroke-dasharray")
    assert more.get("x2") == axis.get("x2")
    assert less.get("stroke-dasharray")
    assert less.get("x1") == axis.get("x1")
    assert range_.get("stroke-dasharray") is None


def test_a_larger_number_stands_further_to_the_right():
    small, large = (account.find("circle") for account in accounts(drawn(("a", 15, 15), ("b", 30, 30))))
    assert float(small.get("cx")) < float(large.get("cx"))


def test_values_far_apart_stand_on_a_logarithmic_axis_that_says_so():
    linear, logarithmic = drawn(("a", 4, 4), ("b", 300, 300)), drawn(("a", 4, 4), ("b", 4000, 4000))
    assert "Logarithmic" not in "".join(linear.itertext())
    assert "Logarithmic" in "".join(logarithmic.itertext())
    few, many = (float(account.find("circle").get("cx")) for account in accounts(logarithmic))
    assert few > 50
    assert many > 300


def test_who_takes_part_has_another_shape():
    told, other = accounts(drawn(("spokesman", 15, 15), ("paper", 30, 30), parties=("spokesman",)))
    assert told.find("circle") is None
    assert told.find("path") is not None
    assert other.find("circle") is not None


def test_what_follows_is_a_band_named_by_its_rule():
    svg = drawn(("a", 15, 15), ("b", 30, 30), weighed=[weighed(15, 15, 30), weighed(1, 1, 1, kind="wounded")])
    assert "by the rule “conservative”" in "".join(svg.itertext())
    band = next(rect for rect in svg.iter("rect") if rect.get("class") == "band")
    low, high = (float(account.find("circle").get("cx")) for account in accounts(svg))
    assert float(band.get("x")) <= low
    assert float(band.get("x")) + float(band.get("width")) >= high


def test_no_two_labels_overlap():
    long = "a spokesman of the provincial governor who asked that neither his name nor his office be given"
    svg = drawn((long, 15, 15), (long[3:], None, 30), ("x", 1, 1_000_000), weighed=[weighed(1, 1, 1_000_000)])
    boxes = []
    for text in svg.iter("text"):
        wide = LETTER * len(text.text)
        x = float(text.get("x")) - {"end": wide, "middle": wide / 2}.get(text.get("text-anchor"), 0)
        boxes.append((x, x + wide, float(text.get("y"))))
    for (a, b, y), (c, d, z) in combinations(boxes, 2):
        assert abs(y - z) >= 11 or b <= c or d <= a


def test_a_source_s_name_is_escaped_and_nothing_has_a_style():
    svg = drawn(("<script>", 1, 1), ("b", 2, 2))
    assert any(text.text == "<script>" for text in svg.iter("text"))
    assert not any("style" in element.attrib for element in svg.iter())


def test_what_is_drawn_is_told_in_words():
    svg = drawn(("police", 15, 15), ("elders", None, 30))
    assert svg.get("role") == "img"
    assert svg.find("desc").text == "police: 15; elders: up to 30."
