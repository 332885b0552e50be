"""What the desk never does: show a viewer whom the record masks, or take what a report says for a part of its pages."""

import re
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from crawling import Page, pages, words_in
from desks import of_team
from rashomon.archive import open_record
from rashomon.archive.linking import link_unlinked
from rashomon.linking.mention import Sort
from rashomon.record import (
    Account,
    Act,
    Actor,
    ActorKind,
    Figure,
    FigureKind,
    Incident,
    IncidentPlace,
    IncidentTime,
    Participant,
    Reader,
    Reading,
    Relation,
    Report,
    Source,
    SourceKind,
    Statement,
    Tie,
)
from rashomon.record import (
    Role as Part,
)
from rashomon.review import desk
from rashomon.review.access.roles import Role

KILLING = """KANDAHAR, Afghanistan, Jan. 14, 2006 -- Gunmen shot dead Amina Farahmand, a teacher, in Kandahar on Saturday, police
said. Her brother, Yusuf Farahmand, blamed the Taliban for the killing. A witness, Karim Wardaki, said that three people had
been killed.

A local commander, Abdul Noorzai, who asked that his name be kept secret, said that four people had been killed.
"""
RETELLING = """KABUL, Jan. 15, 2006 -- A teacher, Amina Farahmand, was killed by gunmen in Kandahar on Saturday, the governor,
Asadullah Khalid, said. Yusuf Farahmand, her brother, said that she had been threatened. Abdul Noorzai said that he knew nothing.
"""
MASKED = re.compile("Amina|Farahmand|Yusuf|Wardaki|Noorzai", re.IGNORECASE)


@pytest.fixture
def with_people(record, read):
    """The sample, and two reports of a killing: a victim, her brother, a witness, and somebody who asked for protection."""
    told = {"killing": KILLING, "retelling": RETELLING}
    record.readings.put(
        read(text, id=id, title=f"{id}: Amina Farahmand", publisher="The Paper", published="2006-01-15")
        for id, text in told.items()
    )
    sum(link_unlinked(record))
    return record


def test_a_viewer_is_shown_nobody_s_name_that_is_masked_wherever_they_go(with_people):
    with of_team(with_people) as team:
        looked = list(pages(team(Role.viewer), "/reports/killing", "/reports/retelling"))
    shown = {path: found[0] for path, text in looked if (found := MASKED.search(words_in(text)))}
    assert not shown
    assert len(looked) > 40
    assert any("Asadullah Khalid" in words_in(text) for _, text in looked)


def test_a_coder_is_shown_them(with_people):
    with of_team(with_people) as team:
        coder = team(Role.coder)
        assert any("Amina Farahmand" in words_in(text) for _, text in pages(coder, "/reports/killing"))


@pytest.mark.parametrize("name", ["Farahmand", "Noorzai", "Amina Farahmand"])
@pytest.mark.parametrize(("page", "words"), [("incidents", "search"), ("reports", "search"), ("actors", "words")])
def test_a_viewer_does_not_learn_by_searching_where_somebody_is_who_is_masked(with_people, name, page, words):
    with of_team(with_people) as team:
        viewer = team(Role.viewer)
        found, nothing = (viewer.get(f"/{page}.json", params={words: said}) for said in (name, "Nobodyatall"))
        assert _counts(found) == _counts(nothing)
        coder = team(Role.coder)
        assert _counts(coder.get(f"/{page}.json", params={words: name})) != _counts(nothing)


def _counts(answer):
    assert answer.status_code == 200
    return {name: value for name, value in answer.json().items() if isinstance(value, int)}


@pytest.mark.parametrize(
    "path",
    [
        "/actors/Farahmand",
        "/actors/farah",
        "/actors/Amina%20Farahmand",
        "/incidents/Farahmand",
        "/incidents/I999999",
        "/reports/Farahmand",
        "/incidents/killing/i9",
        "/log",
    ],
)
def test_a_viewer_learns_neither_names_nor_folders_from_what_goes_wrong(with_people, path):
    with of_team(with_people) as team:
        answer = team(Role.viewer).get(f"{path}.json", follow_redirects=True)
    assert answer.status_code >= 400
    assert with_people.where not in answer.text
    asked_for = re.compile(re.escape(path.rpartition("/")[2].replace("%20", " ")), re.IGNORECASE)
    assert not MASKED.search(asked_for.sub("", answer.text))


NASTY = (
    "<zxq onzxq=1>",
    "<script>zxq()</script>",
    "<svg/onload=zxq()>",
    '" onzxq="zxq()',
    "' onzxq='zxq()",
    "</title></textarea></script></style><zxq>",
    "<!-- zxq <a href=javascript:zxq()>",
    "&lt;zxq&gt; {{ zxq }} ${zxq} javascript:zxq()",
)


@pytest.fixture
def with_markup(tmp_path):
    """A record of reports in which everything that can be is markup: titles, texts, publishers, names, places, figures."""
    with open_record(tmp_path / "nasty", create=True) as record:
        record.readings.put(_nasty(n, words) for n, words in enumerate(NASTY))
        sum(link_unlinked(record))
        for n, words in enumerate(NASTY, 1):
            record.judgements.rename(f"I{n}", words, why=words, who=words)
        yield record


def _nasty(n, words):
    named = {part: f"{part}{n} {words}" for part in ("Victim", "Front", "Speaker", "Town", "Figure", "Role")}
    text = " ".join(named.values()) + " END"
    span = lambda part: (text.index(named[part]), text.index(named[part]) + len(named[part]))  # noqa: E731
    kinds = {"Victim": ActorKind.person, "Front": ActorKind.armed_group, "Speaker": ActorKind.person}
    actors = tuple(
        Actor(id=f"a{k}", name=named[part], kind=kind, mentions=(span(part),), description=words, aliases=(words,))
        for k, (part, kind) in enumerate(kinds.items(), 1)
    )
    killed = [Figure(kind=FigureKind.killed, low=k, high=k, text=named["Figure"], span=span("Figure")) for k in (3, 30)]
    speaker = Source(actor="a3", text=named["Speaker"], span=span("Speaker"), kind=SourceKind.official, named=True)
    place = IncidentPlace(name=named["Town"], country="AFG", admin1=words, lat=31.6, lon=65.7, span=span("Town"))
    incident = Incident(
        id="i1",
        kind="killing",
        trigger=span("Victim"),
        evidence=((0, len(text)),),
        time=IncidentTime(earliest=f"2006-0{n + 1}-14", latest=f"2006-0{n + 1}-14", span=(0, 4)),
        place=place,
        participants=(
            Participant(role=Part.victim, text=named["Victim"], span=span("Victim"), actor="a1"),
            Participant(role=Part.perpetrator, text=named["Front"], span=span("Front"), actor="a2"),
        ),
        figures=(killed[0],),
        accounts=(
            Account(source=Source(kind=SourceKind.author), evidence=((0, len(text)),), figures=(killed[0],)),
            Account(
                source=speaker,
                statement="s1",
                act=Act.blames,
                evidence=(span("Speaker"),),
                responsible=("a2",),
                figures=(killed[1],),
            ),
        ),
    )
    report = Report(
        id=f"{n}-{words}",
        title=words,
        publisher=words,
        authors=(words,),
        url=f"javascript:zxq('{words}')",
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        credits=(words,),
    )
    return Reading(
        reader=Reader(name=words, version="1"),
        report=report,
        actors=actors,
        statements=(Statement(id="s1", content=(span("Figure"),), source=speaker, act=Act.blames),),
        incidents=(incident,),
        ties=(Tie(a="a3", relation=Relation.leader, role=named["Role"], b="a2", evidence=(span("Role"),)),),
    )


def test_what_a_report_says_is_text_on_every_page(with_markup):
    with TestClient(desk(with_markup), base_url="http://localhost") as client:
        looked = [(path, Page(text)) for path, text in pages(client) if not path.endswith(" as JSON")]
    assert len(looked) > 20
    for path, page in looked:
        assert not [tag for tag in page.tags if "zxq" in tag], path
        assert not [name for name in page.attributes if "zxq" in name or name.startswith("on")], path
        assert not [script for script in page.scripts if script.strip()], path
        assert not [link for link in page.links if not link.startswith(("/", "?", "#"))], path


def test_no_page_has_scripts_or_styles_of_its_own_which_its_policy_forbids(client):
    for path, text in pages(client):
        if not path.endswith(" as JSON"):
            page = Page(text)
            assert "style" not in page.tags and "style" not in page.attributes, path
            assert not [script for script in page.scripts if script.strip()], path
            assert not [name for name in page.attributes if name.startswith(("on", "hx-on"))], path


def test_a_viewer_is_not_told_who_decided_what_nor_why(with_people):
    judgements = with_people.judgements
    judgements.merge(["I1", "I2"], why="Amina says so", who="Jo Bloggs")
    judgements.code("killing/i1", "incident", None, why="Amina says so", who="Jo Bloggs")
    misread = with_people.shelf.borne_by(Sort.incident, "killing")["i1"]
    judgements.code("retelling/i1", "incident", None, why="Amina says so", who="Jo Bloggs")
    with of_team(with_people) as team:
        for path in ("/incidents/I2", f"/incidents/I{misread}"):
            told = {role: team(role).get(f"{path}.json").text for role in (Role.viewer, Role.coder)}
            assert "Bloggs" in told[Role.coder], path
            assert "Bloggs" not in told[Role.viewer] and "Amina" not in told[Role.viewer]
