"""What the tests of drawings have in common: the drawing as elements, and what holds of every one."""

import xml.etree.ElementTree as ET


def parsed(drawn):
    """The drawing, as a browser sees it. Nothing in it needs what the desk's pages forbid."""
    root = ET.fromstring(f"<div>{drawn}</div>")
    for element in root.iter():
        assert "style" not in element.attrib
        assert not any(name.startswith("on") for name in element.attrib)
        assert element.tag != "script"
    for svg in root.iter("svg"):
        if svg.get("aria-hidden") != "true":
            assert svg.find("title").text
            assert svg.find("desc").text
            assert svg.get("role") in {"img", "group"}
    return root


def of_class(root, name):
    return [element for element in root.iter() if name in element.get("class", "").split()]


def words(root):
    return " ".join("".join(root.itertext()).split())
