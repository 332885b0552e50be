from itertools import combinations

from rashomon.review.drawing import Edge, Node, network
from tests.review.drawing.parsed import of_class, parsed, words


def nodes(number, name="Mohammed Abdullah Khaksar"):
    return [Node(f"A{n}", f"{name} {n}", "person", f"/actors/A{n}") for n in range(number)]


def star(number):
    return [Edge("A0", f"A{n}", "commander of") for n in range(1, number)]


def boxes(root):
    for group in of_class(root, "node"):
        text = group.find("text")
        wide = 7 * len(text.text)
        x = float(text.get("x")) - {"end": wide, "middle": wide / 2}.get(text.get("text-anchor"), 0)
        yield x, x + wide, float(text.get("y"))


def test_the_same_ties_are_drawn_the_same_every_time():
    assert network("A0", nodes(9), star(9)) == network("A0", nodes(9), star(9))


def test_names_never_lie_on_one_another_and_stay_in_the_drawing():
    far = [Edge(f"A{n % 9 + 1}", f"A{n}", "ally of") for n in range(10, 30)]
    for number, edges in ((5, star(5)), (30, star(30)), (30, star(10) + far)):
        root = parsed(network("A0", nodes(number), edges))
        _, _, width, height = map(float, next(root.iter("svg")).get("viewBox").split())
        drawn = list(boxes(root))
        assert len(drawn) == number
        for (a, b, y), (c, d, z) in combinations(drawn, 2):
            assert abs(y - z) >= 14 or b <= c or d <= a
        assert all(a >= 0 and b <= width and 10 <= y <= height for a, b, y in drawn)


def test_how_a_tie_is_held_shows_in_its_line_and_is_told():
    statuses = ("current", "former", "alleged", "denied")
    edges = [Edge("A0", f"A{n}", "ally of", status) for n, status in enumerate(statuses, 1)]
    root = parsed(network("A0", nodes(5), edges))
    dashes = [of_class(root, status)[0].find("line").get("stroke-dasharray") for status in statuses]
    assert dashes[0] is None
    assert len(set(dashes)) == 4
    assert of_class(of_class(root, "denied")[0], "cross")
    assert of_class(root, "denied")[0].find("title").text.endswith("(denied)")
    assert all(word in words(root) for word in ("holds", "held once", "alleged", "denied"))


def test_two_ties_between_the_same_two_are_one_line_that_tells_both():
    edges = [Edge("A0", "A1", "enemy of", "former"), Edge("A1", "A0", "ally of")]
    (line,) = of_class(parsed(network("A0", nodes(2, "X"), edges)), "current")[:1]
    assert line.find("title").text == "X 0, enemy of X 1 (former); X 1, ally of X 0"


def test_of_too_many_the_rest_is_counted():
    root = parsed(network("A0", nodes(40), star(40), left_out=2))
    assert len(of_class(root, "node")) == 30
    assert "12 more not drawn." in words(root)


def test_who_can_be_opened_is_a_link():
    root = parsed(
        network("A0", [*nodes(2), Node("r/a3", "his brother")], [*star(2), Edge("r/a3", "A0", "relative of")])
    )
    assert [a.get("href") for a in root.iter("a")] == ["/actors/A0", "/actors/A1"]


def test_persons_are_round_and_others_square():
    group = Node("A1", "militia", "armed_group")
    root = parsed(network("A0", [*nodes(1), group], star(2)))
    assert of_class(root, "ego")[0].find("circle") is not None
    assert of_class(root, "node")[1].find("rect") is not None


def test_names_are_escaped():
    root = parsed(network("A0", [Node("A0", "<b>"), Node("A1", "<i>")], star(2)))
    assert "<b>" in [text.text for text in root.iter("text")]


def test_without_ties_there_is_no_drawing():
    assert not list(parsed(network("A0", nodes(1), [])).iter("svg"))
