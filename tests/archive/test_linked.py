import pytest

import toys
from rashomon.errors import NotInRecord
from rashomon.linking.mention import Edge, Sort
from rashomon.record import ActorKind, Relation, Tie


def named(reading, *names, aliases=()):
    """The reading with actors of these names."""
    actor = reading.actors[0]
    given = [
        actor.model_copy(update={"id": f"a{n}", "name": name, "aliases": aliases}) for n, name in enumerate(names, 1)
    ]
    return reading.model_copy(update={"actors": tuple(given)})


@pytest.fixture
def linked(record):
    """One incident of three reports, I1, and one of one, I2; then one that a ruling could join to it, I5."""
    toys.linked(
        record, toys.reading("a", 3.0, 20.0), toys.reading("b", 3.1), toys.reading("c", 3.2), toys.reading("d", 3.9)
    )
    return record.linked


def test_an_incident_has_what_every_report_tells_of_it(linked):
    first = next(linked.incidents())
    assert first.id == "I1" and [(t.report, t.incident.id) for t in first.told] == [
        ("a", "i1"),
        ("b", "i1"),
        ("c", "i1"),
    ]
    assert [incident.id for incident in linked.incidents()] == ["I1", "I2", "I5"]
    assert [incident.id for incident in linked.incidents([5, 1])] == ["I5", "I1"]
    assert [reading.report.id for reading in linked.readings_of(first)] == ["a", "b", "c"]


def test_any_number_that_an_incident_had_leads_to_it(linked):
    assert linked.incident("I4") == linked.incident("I1") == linked.incident("c/i1")


@pytest.mark.parametrize("asked", ["I99", "i1", "A1", "nobody/i1", "a/i9", "", "I" + "9" * 18])
def test_what_is_not_there_is_said_with_what_is(linked, asked):
    with pytest.raises(NotInRecord, match="they are numbered I1 to I5"):
        linked.incident(asked)


def test_in_a_list_a_page_ends_nowhere(record):
    toys.linked(record, *(toys.reading(f"r{n}", *(1000 * n + 10 * k for k in range(20))) for n in range(30)))
    assert [incident.id for incident in record.linked.incidents()] == [f"I{n}" for n in range(1, 601)]


def test_what_is_told_with_others_in_one_breath_stands_with_each_of_them(linked, record):
    record.shelf.settle(Sort.incident, {2: 2}, {2: frozenset({1})})
    told = {(t.report, t.incident.id): t.with_others for t in linked.incident("I1").told}
    assert told == {("a", "i1"): (), ("a", "i2"): ("I2",), ("b", "i1"): (), ("c", "i1"): ()}
    assert linked.incident("I2").told[0].with_others == ("I1",)


def test_a_withdrawn_reports_accounts_are_gone(linked, record):
    record.judgements.withdraw("a", why="forged")
    assert [told.report for told in linked.incident("I1").told] == ["b", "c"]
    with pytest.raises(NotInRecord, match="was withdrawn"):
        linked.incident("I2")
    assert [incident.id for incident in linked.incidents()] == ["I1", "I5"]


def test_what_is_alike_and_not_merged_waits_for_a_person_until_one_has_ruled(linked, record):
    (waiting,) = linked.undecided()
    assert (waiting.one, waiting.other) == ("I1", "I5")
    assert waiting.edge == Edge(4, 5, pytest.approx(3.2))
    record.judgements.not_same(["I1", "I5"], why="–")
    assert not list(linked.undecided())


def test_an_actor_has_the_fullest_common_name_and_all_others(record):
    toys.linked(
        record,
        *(named(toys.reading(id, 3.0), "Mohammed Khaksar", aliases=("Khaksar",)) for id in "abc"),
        *(named(toys.reading(id, 30.0), "Khaksar") for id in "defg"),
        named(toys.reading("h", 60.0), "Mullah Haji Mohammed Khaksar", "Omar"),
    )
    record.judgements.merge(["A1", "A2", "A3"], why="–", sort=Sort.actor)
    actor = record.linked.actor("A2")
    assert (actor.id, actor.name, actor.kind) == ("A1", "Mohammed Khaksar", ActorKind.armed_group)
    assert set(actor.names) == {"Khaksar", "Mohammed Khaksar", "Mullah Haji Mohammed Khaksar"}
    assert len(actor.mentions) == 8
    assert [each.id for each in record.linked.actors()] == ["A1", "A4"]
    record.judgements.rename("A1", "Khaksar the defector", why="–", sort=Sort.actor)
    assert record.linked.name("A3") == record.linked.actor("khaksar").name == "Khaksar the defector"


def test_an_actor_is_found_by_name_alias_or_part_of_one(record):
    toys.linked(record, named(toys.reading("a", 3.0), "Ahmad Shah Massoud", aliases=("Lion of Panjshir",)))
    toys.linked(
        record, named(toys.reading("b", 3.0), "Ahmad Massoud"), named(toys.reading("c", 3.0), "Massoud Khalili")
    )
    assert record.linked.actor("ahmad massoud").id == "A2"
    assert record.linked.actor("Lion of Panjshir").id == record.linked.actor("a/a1").id == "A1"
    with pytest.raises(
        NotInRecord, match=r"3 actors are called 'Massoud': A1 Ahmad Shah Massoud; A2 Ahmad Massoud; A3"
    ):
        record.linked.actor("Massoud")
    with pytest.raises(NotInRecord, match="no actor is called '%'"):
        record.linked.actor("%")


def test_ties_are_those_of_the_actor_whatever_reports_call_it(record):
    def tied(id):
        reading = named(toys.reading(id, 3.0), "Omar", "the Front")
        tie = Tie(a="a1", relation=Relation.leader, b="a2", evidence=((0, 4),))
        return reading.model_copy(update={"ties": (tie,)})

    toys.linked(record, tied("a"), tied("b"), toys.reading("c", 9.0))
    (tie,) = record.linked.ties("Omar")
    assert (tie.a, tie.b, [version.report for version in tie.versions]) == ("A1", "A2", ["a", "b"])
    assert record.linked.ties("the Front") == [tie]


def test_provenance_gives_the_records_name_of_an_actor(record):
    toys.linked(record, named(toys.reading("a", 3.0), "Omar"), named(toys.reading("b", 3.0), "Mullah Omar"))
    record.judgements.merge(["A1", "A2"], why="–", sort=Sort.actor)
    reading = record.readings.get("a")
    assert record.linked.provenance().among(["a"]).actor("a1", reading) == "Mullah Omar"
    assert record.linked.provenance().among(["a"]).chain(reading.incidents[0].accounts[0], reading).origin == "a"
