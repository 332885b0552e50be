"""A team's desk over a PostgreSQL record: every page and twin, every decision and an import are as over SQLite."""

from collections.abc import Iterator
from itertools import islice

import pytest

import databases
from crawling import pages
from desks import of_team
from rashomon.archive import open_record
from rashomon.archive.copying import copy
from rashomon.importing import State
from rashomon.review.access.roles import Role

SOME = 60
"""Pages and twins that are looked at: several of each kind."""

ODD = ("%00", "%ED%A0%80", "\u202e", "';--", '"', "I999999999999999999", "9" * 30, "kill*", '"market bombing"')
ASKED = (
    *(f"/incidents?{of}=" for of in ("search", "country", "actor", "since", "page")),
    *(f"/reports?{of}=" for of in ("search", "publisher", "page")),
    *(f"/log?{of}=" for of in ("words", "about", "who", "number")),
    *("/actors?words=", "/actors/", "/incidents/", "/reports/", "/decisions/", "/releases/", "/import/"),
)


@pytest.fixture(scope="module")
def where(sample) -> Iterator[str]:
    """The sample's record in a schema of its own. What one test changes the others do not ask for."""
    with databases.schema() as address:
        with open_record(sample) as source, open_record(address, create=True) as target:
            copy(source, target)
        yield address


@pytest.fixture
def coder(where):
    """Somebody who decides, at a desk over that record."""
    with open_record(where) as record, of_team(record) as team:
        yield team(Role.adjudicator)


def test_every_page_is_there_and_its_twin(where):
    with open_record(where) as record, of_team(record) as team:
        for role in (Role.viewer, Role.admin):
            looked = dict(islice(pages(team(role)), SOME))
            assert len(looked) == SOME
            assert not [path for path, text in looked.items() if "something went wrong" in text]


@pytest.mark.parametrize("odd", ODD)
def test_nothing_that_can_be_asked_is_a_mistake_of_ours(coder, odd):
    for asked in ASKED:
        assert coder.get(asked + odd).status_code < 500, asked + odd


def test_everything_can_be_decided_and_taken_back(coder):
    record = coder.app.state.desk.record
    told = [f"I{number}" for number in sorted(record.shelf.groups_of("incident", range(1, 200)).values())]
    one, other, third = list(dict.fromkeys(told))[:3]
    reading = next(each for each in record.readings.all() if each.incidents)
    value = {"ref": f"{reading.report.id}/{reading.incidents[0].id}", "attribute": "kind", "value": '"bombing"'}
    for what, fields in (
        ("merge", {"refs": [one, other]}),
        ("not-same", {"refs": [one, third]}),
        ("rename", {"refs": [one], "name": "The market\u2019s day"}),
        ("code", value),
        ("opine", {"refs": [one, third], "verdict": "unsure"}),
        ("review", {"refs": [one, third]}),
        ("withdraw", {"report": reading.report.id}),
    ):
        number = _decided(coder, what, fields)
        assert coder.get(f"/decisions/{number}.json").json()["who"] == "Adjudicator"
        back = _decided(coder, "undo", {"number": number})
        _decided(coder, "undo", {"number": back})
        assert not coder.get(f"/decisions/{number}.json").json()["undone"]
        assert coder.get("/incidents.json").status_code == coder.get("/queue.json").status_code == 200
        _decided(coder, "undo", {"number": coder.get("/log.json").json()["judgements"][0]["number"]})


def _decided(coder, what, fields):
    answer = coder.post(f"/decisions/{what}", data={"why": "–", **fields}, headers={"accept": "application/json"})
    assert answer.status_code == 200, (what, answer.text)
    return answer.json()["number"]


def test_a_text_comes_in_and_is_found(coder):
    text = "GOMA, Congo, Jan. 14, 2006 -- Rebels shelled the zeppelin of Goma on Saturday, police said. Three died.\n"
    id = coder.post("/import/text", data={"text": text}, headers={"accept": "application/json"}).json()["id"]
    assert coder.app.state.imports.wait(id, 120).state is State.done
    assert coder.get("/reports.json?search=zeppelin").json()["total"] == 1
    assert coder.get("/incidents.json?search=zeppelin").json()["total"] == 1
