"""The list of incidents is narrowed by its address, and what is marked in it is taken along or decided."""

import csv
import json
import re
from io import StringIO

import pytest

from rashomon.export import Profile, Viewing
from rashomon.review.access.roles import Role
from rashomon.review.cataloguing import make_all
from rashomon.review.incidents.asked import Asked


@pytest.fixture(autouse=True)
def full(record):
    """All lines are there."""
    sum(make_all(record))


def listed(client, query=""):
    return client.get(f"/incidents.json?{query}").json()


def ids(page):
    return [line["id"] for line in page["lines"]]


def test_the_page_shows_what_its_twin_says(client):
    page, html = listed(client), client.get("/incidents").text
    assert page["total"] == page["of"] > 10 and page["waiting"] == 0
    assert re.findall(r'name="refs" value="(I\d+)"', html) == ids(page)
    for facet in page["facets"]:
        for option in facet["options"]:
            assert f'name="{facet["name"]}" value="{option["value"]}"' in html


def test_every_option_leaves_as_many_as_it_says(client):
    for facet in listed(client)["facets"]:
        for option in facet["options"]:
            assert listed(client, f"{facet['name']}={option['value']}")["total"] == option["count"], option


def test_a_facet_goes_on_to_offer_its_other_values(client):
    kinds = next(f for f in listed(client)["facets"] if f["name"] == "kind")["options"]
    chosen = kinds[0]["value"]
    narrowed = next(f for f in listed(client, f"kind={chosen}")["facets"] if f["name"] == "kind")["options"]
    assert [(o["value"], o["count"]) for o in narrowed] == [(o["value"], o["count"]) for o in kinds]
    assert [o["value"] for o in narrowed if o["chosen"]] == [chosen]


def test_words_are_looked_for_in_reports(client, record):
    page = listed(client, "search=nowhereinthesample")
    assert page["total"] == 0
    assert "No incident is all of this" in client.get("/incidents?search=nowhereinthesample").text
    word = next(record.readings.all()).report.text.split()[0].strip(".,")
    assert 0 < listed(client, f"search={word}")["total"] <= listed(client)["total"]
    assert ids(listed(client, f"search={ids(listed(client))[3]}")) == [ids(listed(client))[3]]


def test_pages_hold_every_incident_once(client):
    pages = listed(client, "size=7")["pages"]
    seen = [id for n in range(pages) for id in ids(listed(client, f"size=7&page={n + 1}&order=deaths"))]
    assert len(seen) == len(set(seen)) == listed(client)["total"]


def test_a_page_behind_the_last_is_the_last(client):
    assert listed(client, "size=10&page=9999")["asked"]["page"] == listed(client, "size=10")["pages"]


@pytest.mark.parametrize(
    "query", ["box=1,2", "since=yesterday", "order=best", "page=0", "size=100000", "actor=Khaksar"]
)
def test_what_cannot_be_asked_is_refused_in_the_one_shape(client, query):
    answer = client.get(f"/incidents.json?{query}")
    assert answer.status_code == 422 and answer.json()["error"]["status"] == 422


def test_empty_fields_of_a_form_ask_nothing(client):
    empty = "search=&kind=&since=&until=&actor=&part=&reviewed=&box=&admin1="
    assert ids(listed(client, empty)) == ids(listed(client))


def test_the_map_is_drawn_where_it_is_asked_for_and_says_how_many_have_no_place(client):
    page = listed(client, "map=true")
    assert sum(place["count"] for place in page["places"]) + page["unplaced"] == page["total"]
    html = client.get("/incidents?map=true").text
    assert 'class="drawing map"' in html and f"{page['unplaced']} incident" in html
    assert 'class="drawing map"' not in client.get("/incidents").text


def test_a_part_of_the_map_leaves_what_is_there(client):
    place = listed(client, "map=true")["places"][0]
    box = f"{place['lon'] - 0.01},{place['lat'] - 0.01},{place['lon'] + 0.01},{place['lat'] + 0.01}"
    assert place["incident"] in ids(listed(client, f"box={box}&size=200"))


def test_the_timeline_counts_all_that_have_a_day(client):
    page = listed(client)
    assert sum(each["count"] for each in page["days"]) + page["undated"] + page["beyond"] == page["total"]


def test_htmx_gets_the_main_part_alone(client):
    html = client.get("/incidents?kind=killing", headers={"HX-Request": "true"}).text
    assert "<html" not in html and 'id="narrow"' in html


def test_links_keep_what_is_asked_and_begin_again_on_the_first_page():
    asked = Asked(kind=["killing", "raid"], since="2006-01-14", box="60,29,75,39", page=4)
    assert asked.link(map=True) == "/incidents?kind=killing&kind=raid&since=2006-01-14&box=60%2C29%2C75%2C39&map=True"
    assert "page=5" in asked.link(page=5)
    assert Asked().link() == "/incidents" and not Asked().is_narrow and asked.is_narrow


def test_marked_incidents_are_reviewed_and_the_page_says_so(client, post, record):
    first, second, *_ = ids(listed(client))
    answer = post("/incidents/review?order=number", refs=[first, second], why="looked through")
    assert answer.status_code == 303 and "order=number" in answer.headers["location"]
    assert {line["id"] for line in listed(client, "reviewed=yes")["lines"]} == {first, second}
    assert "reviewed</span>" in client.get("/incidents?reviewed=yes").text
    assert [j.what for j in record.judgements.log(people=True)] == ["review", "review"]


def test_all_results_are_reviewed_at_once_but_not_more_than_anybody_looks_through(client, post, monkeypatch):
    kind = listed(client)["lines"][0]["kind"].replace(" ", "_")
    total = listed(client, f"kind={kind}")["total"]
    assert post(f"/incidents/review?kind={kind}", all="true", why="–").status_code == 303
    assert listed(client, "reviewed=yes&size=200")["total"] == total
    monkeypatch.setattr("rashomon.review.pages.incidents_at_once.MOST_REVIEWED", 2)
    assert post("/incidents/review", all="true", why="–").status_code == 422


def test_marked_incidents_are_merged_by_what_the_page_says_was_seen(client, post):
    page = listed(client)
    refs = ids(page)[:2]
    answer = post("/decisions/merge", refs=refs, why="one", seen=page["seen"], back="/incidents?kind=killing")
    assert answer.status_code == 303 and answer.headers["location"].startswith("/incidents?kind=killing")
    assert listed(client)["total"] == page["total"] - 1
    again = post("/decisions/merge", refs=[refs[0], ids(page)[2]], why="one", seen=page["seen"])
    assert again.status_code == 409


def test_what_is_exported_is_what_was_asked_for(client, post):
    total = listed(client)["total"]
    _, *lines = post("/incidents/export?order=number", all="true", format="jsonl").text.splitlines()
    assert len(lines) == total
    assert [json.loads(line)["id"] for line in lines] == ids(listed(client, "order=number&size=200"))[:total]
    rows = list(csv.DictReader(StringIO(post("/incidents/export", refs=ids(listed(client))[:2], format="csv").text)))
    assert [row["id"] for row in rows] == ids(listed(client))[:2]
    assert {"killed_low", "killed_high", "disputed", "where"} <= rows[0].keys()


def test_a_file_says_how_many_values_were_withheld_and_not_which(client, post, guarded):
    viewing = Viewing(guarded, Profile.public)
    assert viewing.most_told().of and viewing.masks.withheld
    files = {f: post("/incidents/export", all="true", format=f).text.splitlines() for f in ("jsonl", "csv")}
    assert json.loads(files["jsonl"][0]) == {"profile": "public", "withheld": viewing.masks.withheld}
    assert files["csv"][0].endswith(f",withheld: {viewing.masks.withheld}")
    whole = post("/incidents/export", all="true", profile="internal").text.splitlines()
    assert json.loads(whole[0]) == {"profile": "internal", "withheld": 0}


def test_names_are_exported_only_where_that_is_asked_for_and_it_is_written_down(client, post, record):
    post("/incidents/export", all="true")
    assert not [event for event in record.events() if event.what == "export"]
    assert post("/incidents/export", all="true", profile="internal").status_code == 200
    (logged,) = (event for event in record.events() if event.what == "export")
    assert logged.details["profile"] == "internal" and logged.details["incidents"] == listed(client)["total"]


def test_a_table_holds_no_formulas(client, post, record):
    first = ids(listed(client))[0]
    record.judgements.rename(first, "=HYPERLINK(1)", why="–", who="Amal")
    listed(client)
    (row,) = csv.DictReader(StringIO(post("/incidents/export", refs=[first], format="csv", profile="internal").text))
    assert row["name"] == "'=HYPERLINK(1)"


def test_nothing_is_done_with_nothing(client, post):
    assert post("/incidents/export").status_code == 422
    assert post("/incidents/review", why="–").status_code == 422


def test_what_reports_say_is_text_on_the_page(client, record):
    first = ids(listed(client))[0]
    record.judgements.rename(first, "<script>alert(1)</script>", why="–", who="Amal")
    assert "<script>alert(1)" not in client.get("/incidents").text


def test_a_viewer_does_not_narrow_by_a_protected_source(team, record):
    protected = [actor.id for actor in record.linked.actors() if actor.protected]

    def found(role: Role) -> int:
        return sum(team(role).get(f"/incidents.json?actor={id}").json()["total"] for id in protected)

    assert found(Role.coder) > 0
    assert found(Role.viewer) == 0
