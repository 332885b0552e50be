from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from linking.copies.wire import OTHER, OWN_WORDS, WIRE, report, scanned
from rashomon.linking.copies import Lineage
from rashomon.record import Basis, Published, Reading, SourceKind
from rashomon.record.linked import LinkedIncident, Told
from rashomon.weighing import corroboration, tellings_of, tellings_of_linked, view

DAY = date(2019, 9, 8)


@pytest.fixture(scope="module")
def wire(reader) -> Reading:
    return _read(reader, "wire", *WIRE, day=DAY)


def _read(reader, id, *paragraphs, day=None, publisher=None, credits=(), authors=()):
    found = report(id, *paragraphs, credits=credits, title="Market attacked in Djibo")
    return reader.read(_of(found, publisher=publisher, day=day, credits=credits, authors=authors))


def _of(report, **about):
    day = about.pop("day", None)
    published = Published(earliest=day, latest=day, basis=Basis.given) if day else None
    return report.model_copy(update={"published": published, **about})


def printed_by(reading, id, **about):
    """The same reading, of the report as another paper prints it."""
    return reading.model_copy(update={"report": _of(reading.report, id=id, **about)})


def told(*readings):
    """All that the readings tell, as if of one incident."""
    versions = [Told(report=r.report.id, incident=i) for r in readings for i in r.incidents]
    incident = LinkedIncident(id="I1", told=tuple(versions))
    return tellings_of_linked(incident, {r.report.id: r for r in readings}, Lineage(readings))


def chains(lineage, reading, kind=None):
    accounts = (a for i in reading.incidents for a in i.accounts)
    return [lineage.chain(a, reading) for a in accounts if kind is None or a.source.kind is kind]


def origins(*readings):
    return set(corroboration(told(*readings)).origins)


def test_ten_papers_with_one_wire_story_are_one_origin_each_way(wire):
    papers = [
        printed_by(wire, f"paper {n}", publisher=f"The {n}th Paper", day=DAY + timedelta(days=n)) for n in range(10)
    ]
    agency = printed_by(wire, "agency", publisher="Reuters", day=DAY + timedelta(days=3))
    assert origins(*papers, agency) == origins(agency)
    assert "Reuters" in origins(*papers, agency)


def test_one_copy_that_credits_the_agency_tells_whose_all_are(wire):
    papers = [
        printed_by(wire, "a", publisher="The A", day=DAY),
        printed_by(wire, "b", publisher="The B", credits=("AP",)),
    ]
    lineage = Lineage(papers)
    for paper in papers:
        for chain in chains(lineage, paper, SourceKind.author):
            assert (chain.origin, chain.reported_by, chain.copied_by) == ("AP", "AP", chain.copied_by)
            assert set(chain.copied_by) == {"The A", "The B"}


def test_where_nobody_credits_an_agency_it_is_the_first_s(wire):
    first, later = (
        printed_by(wire, "z", publisher="The First", day=DAY),
        printed_by(wire, "a", publisher="The Later", day=DAY + timedelta(days=1)),
    )
    (chain, *_) = chains(Lineage([later, first]), later, SourceKind.author)
    assert (chain.origin, chain.copied_by) == ("The First", ("The Later",))


def test_of_one_day_s_copies_the_one_with_a_byline_is_the_first(wire):
    signed = printed_by(wire, "z", publisher="The Signed", day=DAY, authors=("Awa Traore",))
    bare = printed_by(wire, "a", publisher="The Bare", day=DAY)
    assert chains(Lineage([bare, signed]), bare, SourceKind.author)[0].origin == "The Signed"


def test_a_shortened_copy_is_the_whole_story_s(reader, wire):
    short = _read(reader, "a", *WIRE[:3], publisher="The Short")
    whole = printed_by(wire, "z", publisher="The Whole", day=None)
    assert {c.origin for c in chains(Lineage([short, whole]), short, SourceKind.author)} == {"The Whole"}


def test_a_badly_scanned_copy_is_a_copy(reader, wire):
    copy = _read(reader, "copy", *map(scanned, WIRE), day=DAY + timedelta(days=1), publisher="The Archive")
    own = {c.reported_by for c in chains(Lineage([wire, copy]), copy, SourceKind.author)}
    assert own == {"wire"}


def test_own_words_are_an_origin_of_their_own(reader, wire):
    own = _read(reader, "own", *OWN_WORDS, publisher="The Own", day=DAY)
    assert {"wire", "The Own"} <= origins(wire, own)


def test_a_paper_with_its_own_interview_besides_is_two(reader, wire):
    interview = "Trader Issa Barry told The Paper that gunmen killed his two brothers at the market."
    paper = _read(reader, "paper", *WIRE, interview, publisher="The Paper", day=DAY + timedelta(days=1))
    agency = printed_by(wire, "agency", publisher="AFP", day=DAY)
    added = origins(agency, paper) - origins(agency)
    assert added
    assert all("Barry" in origin for origin in added)


def test_an_unnamed_official_is_one_in_copies_and_two_in_reports_of_their_own(reader):
    line = "A police official said that four villagers were killed in the raid near Djibo on Sunday."
    rest = "The raid was the second in a week, and shops along the main road stayed closed until Tuesday morning."
    one = _read(reader, "one", line, rest, publisher="The One", day=DAY)
    copy = _read(reader, "copy", line, rest, publisher="The Copy", day=DAY)
    own = _read(
        reader,
        "own",
        "Four villagers died when armed men raided a hamlet outside Djibo, a police official said on Monday.",
        publisher="The Own",
        day=DAY,
    )
    unnamed = [o for o in origins(one, copy, own) if "police official" in o]
    assert sorted(unnamed) == ["police official in The Copy", "police official in The Own"]


def test_a_named_speaker_is_one_wherever_he_is_quoted(reader, wire):
    own = _read(
        reader,
        "own",
        "Governor Salif Sawadogo said on state radio that 14 people were killed when gunmen attacked the market.",
        publisher="State Radio",
    )
    assert sum("Sawadogo" in origin for origin in origins(wire, own)) == 1


def test_what_a_report_has_from_an_agency_is_the_agency_s(reader):
    paper = _read(
        reader,
        "paper",
        "Gunmen killed 14 people at a market in Djibo on Sunday, the Associated Press reported.",
        publisher="The Paper",
    )
    from_agency = [c for c in chains(Lineage([paper]), paper) if c.origin == "AP"]
    assert from_agency
    assert all(c.reported_by == "AP" for c in from_agency)


def test_a_stock_paragraph_makes_no_report_a_copy(reader, wire):
    background = WIRE[5]
    own = _read(reader, "own", *OWN_WORDS, background, publisher="The Own", day=DAY + timedelta(days=1))
    by_origin = {c.origin for c in chains(Lineage([wire, own]), own, SourceKind.author)}
    assert "The Own" in by_origin


def test_a_report_alone_is_its_publisher_s_or_its_agency_s(reader, wire):
    assert chains(Lineage([wire]), wire, SourceKind.author)[0].origin == "wire"
    credited = printed_by(wire, "a", publisher="The A", credits=("dpa",))
    chain = chains(Lineage([credited]), credited, SourceKind.author)[0]
    assert (chain.origin, chain.copied_by) == ("dpa", ("The A",))


def test_unrelated_reports_do_not_change_whose_an_account_is(reader, wire):
    other = _read(reader, "other", *OTHER, publisher="The Other", day=DAY)
    assert chains(Lineage([wire, other]), wire) == chains(Lineage([wire]), wire)


PAPERS = st.lists(
    st.tuples(
        st.sampled_from(["The A", "The B", "The C"]), st.integers(0, 9), st.sampled_from([(), ("AP",), ("AFP",)])
    ),
    min_size=1,
    max_size=5,
)


@hypothesis(deadline=None, max_examples=60)
@given(papers=PAPERS, data=st.data())
def test_neither_copies_nor_the_order_of_reports_change_how_many_tell_it(wire, papers, data):
    readings = [wire] + [
        printed_by(wire, f"p{n}", publisher=publisher, day=DAY + timedelta(days=day), credits=credits)
        for n, (publisher, day, credits) in enumerate(papers)
    ]
    counts = [len(origins(*readings[: n + 1])) for n in range(len(readings))]
    assert len(set(counts)) == 1
    shuffled = data.draw(st.permutations(readings))
    assert view(told(*shuffled)) == view(told(*readings))


@hypothesis(deadline=None, max_examples=30)
@given(data=st.data())
def test_a_withdrawn_report_takes_its_accounts_with_it(wire, data):
    readings = [printed_by(wire, f"p{n}", publisher=f"The {n}", day=DAY) for n in range(4)]
    gone = data.draw(st.sampled_from(readings))
    left = [r for r in readings if r is not gone]
    assert [(t.report, t.account) for t in told(*left)] == [
        (t.report, t.account) for t in told(*readings) if t.report != gone.report.id
    ]


def test_figures_told_of_several_incidents_together_count_for_none(wire):
    versions = [Told(report="wire", incident=i, with_others=("I2",)) for i in wire.incidents]
    tellings = tellings_of_linked(LinkedIncident(id="I1", told=tuple(versions)), {"wire": wire}, Lineage([wire]))
    assert any(t.account.figures for i in wire.incidents for t in tellings_of(i, wire))
    assert not any(t.account.figures for t in tellings)
    assert corroboration(tellings).independent


def test_tellings_come_in_order_of_publication(wire):
    readings = [printed_by(wire, f"p{n}", day=DAY - timedelta(days=n)) for n in range(3)]
    days = [t.published for t in told(*readings)]
    assert all(a <= b for a, b in pairwise(days))


def test_a_protected_source_is_not_given_the_name_that_another_copy_has(reader):
    line = "The commander said that four villagers were killed in the raid near Djibo on Sunday by men in uniform."
    named = _read(reader, "a", "Colonel Ibrahim Keita commands the garrison.", line, publisher="The A", day=DAY)
    secret = _read(reader, "b", line, publisher="The B", day=DAY)
    hidden = secret.model_copy(
        update={
            "incidents": tuple(
                i.model_copy(update={"accounts": tuple(map(_protected, i.accounts))}) for i in secret.incidents
            )
        }
    )
    said = [c for c in chains(Lineage([named, hidden]), hidden) if c.told_by]
    assert said
    assert not any("Keita" in c.origin for c in said)


def _protected(account):
    return account.model_copy(update={"source": account.source.model_copy(update={"protected": True})})
