from training.outlines import outlines, points, simpler

PLAIN = {"scale": [1, 1], "translate": [0, 0]}
# Two countries that share a border: the arc from (0, 0) up to (0, 10), which the second goes down.
NEIGHBOURS = {
    "transform": PLAIN,
    "arcs": [[[0, 0], [1, 5], [-1, 5]], [[0, 10], [10, 0], [0, -10], [-10, 0]], [[0, 10], [-10, 0], [0, -10], [10, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "id": "004", "arcs": [[0, 1]], "properties": {"name": "East"}},
                {"type": "MultiPolygon", "id": "008", "arcs": [[[2, 0]]], "properties": {"name": "West"}},
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"name": "Kosovo"}},
                {"type": "Polygon", "id": "010", "arcs": [[0, 1]], "properties": {"name": "Antarctica"}},
            ]
        }
    },
}


def test_countries_have_their_code_and_their_rings():
    made = outlines(NEIGHBOURS, {4: "AFG", 8: "ALB"})
    assert [(c["code"], c["polygons"]) for c in made["countries"]] == [
        ("AFG", [[[0, 1]]]),
        ("ALB", [[[2, 0]]]),
        ("XKX", [[[0, 1]]]),
    ]


def test_each_level_keeps_more_of_the_border():
    made = outlines(NEIGHBOURS, {4: "AFG", 8: "ALB"})
    assert len(made["levels"]) == 3
    assert made["levels"][2][0] == [0, 0, 100, 500, -100, 500]


def test_a_simpler_line_stays_within_the_tolerance_and_keeps_its_ends():
    line = [(0, 0), (10, 1), (20, 0), (30, 40), (40, 0)]
    assert simpler(line, 2) == [(0, 0), (20, 0), (30, 40), (40, 0)]
    assert simpler(line, 0.5) == line
    assert simpler(line, 100) == [(0, 0), (40, 0)]


def test_a_line_over_the_edge_of_the_map_goes_on():
    arc = [[178, 0], [-357, 1]]
    assert list(points(arc, PLAIN)) == [(17800, 0), (18100, 100)]
