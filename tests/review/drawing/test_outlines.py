import gzip
import json

from rashomon.gazetteer import open_gazetteer
from rashomon.review.drawing.outlines import SHIPPED, outlines
from rashomon.review.drawing.scale import WORLD
from rashomon.review.drawing.shapes import Box


def test_a_part_of_the_world_has_the_countries_that_reach_into_it():
    codes = {outline.code for outline in outlines(Box(60, 29, 75, 39))}
    assert {"AFG", "PAK", "IRN"} <= codes
    assert "FRA" not in codes


def test_a_closer_look_is_more_detailed():
    def drawn(box):
        return next(o.path for o in outlines(box) if o.code == "AFG" and o.box.width > 5)

    assert len(drawn(WORLD)) < len(drawn(Box(40, 10, 90, 50))) < len(drawn(Box(60, 29, 75, 39)))


def test_no_country_goes_straight_across_the_map():
    assert all(outline.box.width < 180 for outline in outlines(WORLD))


def test_what_reaches_beyond_the_edge_is_on_the_other_side_too():
    easts = [outline.box for outline in outlines(WORLD) if outline.code == "RUS" and outline.box.width > 100]
    assert any(box.east > 180 for box in easts)
    assert any(box.west < -180 for box in easts)


def test_what_is_shipped_is_small_and_its_card_knows_it():
    assert SHIPPED.stat().st_size <= 250_000
    card = SHIPPED.with_name("CARD.md").read_text(encoding="utf-8")
    assert "public domain" in card
    assert "no statement of ours" in " ".join(card.split())


def test_countries_have_the_gazetteer_s_codes():
    shipped = json.loads(gzip.decompress(SHIPPED.read_bytes()))["countries"]
    coded = {country["name"]: country["code"] for country in shipped if country["code"]}
    assert len(coded) >= len(shipped) - 2
    for name, code in coded.items():
        hits = [entry.place.country for entry, _ in open_gazetteer().look_up(name) if entry.feature == "PCLI"]
        assert not hits or code in hits
