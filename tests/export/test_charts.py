import xml.etree.ElementTree as ET

from rashomon.export.charts import range_chart
from rashomon.weighing import Range


def chart(*rows):
    return ET.fromstring(
        range_chart([(name, Range(low=low, high=high, of="people")) for name, low, high in rows], "killed")
    )


def test_a_number_is_a_dot_and_a_range_a_line():
    assert len(chart(("a", 15, 15)).findall("circle")) == 1
    assert len(chart(("a", 15, 30)).findall("line")) == 1


def test_an_open_end_is_dashed():
    assert chart(("a", 22, None)).find("line").get("stroke-dasharray")
    assert chart(("a", 15, 30)).find("line").get("stroke-dasharray") is None


def test_a_larger_number_stands_further_to_the_right():
    small, large = chart(("a", 15, 15), ("b", 30, 30)).findall("circle")
    assert float(small.get("cx")) < float(large.get("cx"))


def test_a_source_s_name_is_escaped():
    assert chart(("<b>", 1, 1)).find("text").text == "<b>"
