import time

import pytest

from rashomon.review.drawing import Box, Mark, world_map
from rashomon.review.drawing.map import radius
from rashomon.review.drawing.scale import WORLD, around, scale
from tests.review.drawing.parsed import of_class, parsed, words

KABUL, KANDAHAR = (34.5, 69.2), (31.6, 65.7)


def link(box):
    return f"?box={box.west:.2f},{box.south:.2f},{box.east:.2f},{box.north:.2f}"


def test_the_less_precise_a_place_is_the_larger_is_its_circle():
    view = scale(Box(60, 29, 75, 39), 720)
    radii = [radius(precision, view) for precision in range(1, 8)]
    assert radii == sorted(set(radii))
    near = scale(Box(69, 34, 70, 35), 720)
    assert [radius(p, near) for p in range(1, 8)] == sorted({radius(p, near) for p in range(1, 8)})


def test_a_place_known_exactly_is_a_dot_and_a_province_is_none():
    root = parsed(world_map([Mark(*KABUL, 1), Mark(*KANDAHAR, 4)]))
    exact, province = of_class(root, "p1")[0], of_class(root, "p4")[0]
    assert of_class(exact, "core")
    assert not of_class(province, "core")


def test_what_is_known_to_a_country_hatches_it():
    root = parsed(world_map([Mark(33.9, 67.7, 6, 17, "Afghanistan", country="AFG"), Mark(*KABUL, 1)], name="there"))
    (country,) = of_class(root, "vague")
    assert country.get("fill") == "url(#there-hatch)"
    assert any(pattern.get("id") == "there-hatch" for pattern in root.iter("pattern"))


def test_marks_close_together_are_one_with_their_number_and_lead_closer():
    root = parsed(world_map([Mark(*KABUL, 1, 12, "Kabul", "/k"), Mark(34.6, 69.3, 1, 3), Mark(-30, -60, 1)], link=link))
    cluster = next(a for a in root.iter("a") if "15 incidents" in a.get("aria-label", ""))
    assert cluster.find("text").text == "15"
    west, south, east, north = map(float, cluster.get("href").removeprefix("?box=").split(","))
    assert west < 69.2 < east
    assert south < 34.5 < north


def test_a_mark_alone_leads_where_it_is_said_to():
    root = parsed(world_map([Mark(*KABUL, 1, 1, "Kabul", "/incidents?place=Kabul")], link=link))
    assert [a.get("href") for a in of_class(root, "mark")] == ["/incidents?place=Kabul"]


def test_numbers_never_lie_on_one_another():
    marks = [Mark(lat / 2, lon / 2, 1, 900) for lat in range(40, 70, 3) for lon in range(100, 150, 3)]
    root = parsed(world_map(marks))
    cores = [(float(c.get("cx")), float(c.get("cy")), float(c.get("r"))) for c in of_class(root, "core")]
    assert len(cores) > 10
    for n, (x, y, r) in enumerate(cores):
        assert all((x - a) ** 2 + (y - b) ** 2 >= (r + s) ** 2 for a, b, s in cores[n + 1 :])


def test_a_country_s_number_stands_beside_what_is_in_its_middle():
    root = parsed(world_map([Mark(33.9, 67.7, 6, 17, country="AFG"), Mark(33.9, 67.7, 1, 40), Mark(-30, -60, 1)]))
    square, disc = of_class(of_class(root, "p6")[0], "core")[0], of_class(of_class(root, "p1")[0], "core")[0]
    x, side = float(square.get("x")), float(square.get("width"))
    left, right = float(disc.get("cx")) - float(disc.get("r")), float(disc.get("cx")) + float(disc.get("r"))
    assert x + side <= left or x >= right


def test_the_map_shows_all_marks_and_some_room_around_them():
    view = scale(around([KABUL, KANDAHAR]), 720)
    for lat, lon in (KABUL, KANDAHAR):
        x, y = view.at(lat, lon)
        assert 10 < x < 710
        assert 10 < y < view.height - 10


@pytest.mark.parametrize("box", [WORLD, Box(-180, -90, 180, 90), Box(170, 60, 179, 70), Box(10, 80, 11, 89)])
def test_no_look_goes_beyond_the_world(box):
    shown = scale(box, 720).box
    assert shown.width <= 360.001
    assert -58.001 <= shown.south < shown.north <= 84.001


def test_a_map_says_what_it_does_not_show():
    drawn = world_map([Mark(*KABUL, 1), Mark(-30, -60, 1, 7)], box=Box(60, 29, 75, 39), unplaced=4)
    assert "4 incidents cannot be placed." in words(parsed(drawn))
    assert "7 incidents outside this part of the world." in words(parsed(drawn))


def test_a_map_says_whose_the_borders_are():
    assert "no statement of ours" in words(parsed(world_map([Mark(*KABUL, 1)])))


def test_without_a_place_there_is_no_map():
    root = parsed(world_map([], unplaced=3))
    assert not list(root.iter("svg"))
    assert "3 incidents cannot be placed." in words(root)


def test_one_can_look_closer_and_elsewhere_by_key():
    (ways,) = of_class(parsed(world_map([Mark(*KABUL, 1)], link=link)), "ways")
    assert {a.get("aria-label") for a in ways.iter("a")} >= {"closer", "wider", "further west", "the whole world"}


def test_labels_are_escaped():
    root = parsed(world_map([Mark(*KABUL, 1, 1, '"><script>alert(1)</script>', "/?a=1&b=2")]))
    assert of_class(root, "mark")[0].get("href") == "/?a=1&b=2"


def test_five_hundred_marks_are_quick():
    marks = [Mark(n % 60, n * 7 % 150, n % 5 + 1, n % 9 + 1, f"place {n}", "/") for n in range(500)]
    world_map(marks)
    best = min(_seconds(lambda: world_map(marks)) for _ in range(5))
    assert best < 0.05  # 5 ms on an idle machine


def _seconds(do):
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun
