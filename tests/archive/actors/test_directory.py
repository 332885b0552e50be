import pytest

from making import reading
from rashomon.archive.actors import directory
from rashomon.archive.actors.directory import Asked, Counts
from rashomon.archive.linking import link_unlinked
from rashomon.linking.mention import Sort
from rashomon.record import Actor, ActorKind

MARSH, COAST = "Marsh Brigade", "Khōst Front"


def named(id, *actors, **about):
    text = " ".join(("shot", *(name for name, _ in actors)))
    there = tuple(
        Actor(
            id=f"a{n}",
            name=name,
            kind=kind,
            mentions=((text.index(name), text.index(name) + len(name)),),
            country="AFG" if kind is not ActorKind.person else None,
            protected=name in about.get("protected", ()),
        )
        for n, (name, kind) in enumerate(actors)
    )
    return reading(id, text).model_copy(update={"actors": there})


GROUP, PERSON = ActorKind.armed_group, ActorKind.person


def put(record, *readings):
    record.readings.put(readings)
    list(link_unlinked(record))
    make(record)


def make(record):
    while directory.make_some(record):
        pass


def found(record, asked=Asked(), **how):  # noqa: B008  # it is frozen
    return {entry.name: entry for entry in directory.entries(record, asked, limit=50, **how)}


@pytest.fixture
def told(record):
    put(
        record,
        named("one", (MARSH, GROUP), (COAST, GROUP), ("Idris Kamal", PERSON)),
        named("two", (MARSH, GROUP)),
        named("three", ("Nadia Rahim", PERSON), protected=("Nadia Rahim",)),
    )
    return record


def ref(record, name):
    return f"A{found(record, Asked(name))[name].number}"


def test_groups_are_listed_by_reports_and_persons_only_where_asked_for(told):
    assert list(found(told)) == [MARSH, COAST]
    assert found(told)[MARSH].reports == 2
    assert list(found(told, by_name=True)) == [COAST, MARSH]
    assert "Idris Kamal" in found(told, Asked("kamal"))


def test_names_are_found_however_they_are_spelt(told):
    assert list(found(told, Asked("khost"))) == [COAST]
    assert list(found(told, Asked("KHŌST fr"))) == [COAST]
    assert not found(told, Asked("%"))
    assert not found(told, Asked("|"))


def test_counts_are_of_what_is_asked_for(told):
    counts = Counts(told, Asked())
    assert counts.total == 2
    assert dict(counts.kinds)["armed_group"] == 2
    assert counts.countries == [("AFG", 2)]
    assert Counts(told, Asked(country="SYR")).total == 0
    assert Counts(told, Asked("marsh")).total == 1


def test_who_asked_for_protection_is_not_listed_in_public(told):
    assert "Nadia Rahim" in found(told, Asked("nadia"))
    assert not found(told, Asked("nadia", public=True))
    assert Counts(told, Asked("nadia", public=True)).total == 0


def test_a_line_follows_a_name_that_a_person_gives(told):
    told.judgements.rename(ref(told, MARSH), "Brigade of the Marshes", why="its own name", who="Amal", sort=Sort.actor)
    assert directory.waiting(told)
    make(told)
    assert "Brigade of the Marshes" in found(told)
    assert MARSH not in found(told)
    assert "Brigade of the Marshes" in found(told, Asked("marsh brigade"))


def test_lines_follow_a_merge_and_its_undoing(told):
    merged = told.judgements.merge([ref(told, MARSH), ref(told, COAST)], why="one", who="Amal", sort=Sort.actor)
    make(told)
    (entry,) = found(told).values()
    assert entry.reports == 2
    told.judgements.undo(merged.number, why="two after all", who="Amal")
    make(told)
    assert {name: entry.reports for name, entry in found(told).items()} == {MARSH: 2, COAST: 1}


def test_lines_follow_reports_that_come_and_go(told):
    put(told, named("four", (COAST, GROUP)))
    assert found(told)[COAST].reports == 2
    withdrawn = told.judgements.withdraw("two", why="a hoax", who="Amal")
    make(told)
    assert found(told)[MARSH].reports == 1
    told.judgements.undo(withdrawn.number, why="no hoax", who="Amal")
    make(told)
    assert found(told)[MARSH].reports == 2


def test_whom_no_report_names_any_more_is_not_listed(told):
    put(told, named("one", ("Delta Force", GROUP)))
    assert set(found(told)) == {"Delta Force", MARSH}
    assert found(told)[MARSH].reports == 1


def test_once_all_lines_are_made_nothing_waits(told):
    assert directory.waiting(told) == 0
    assert directory.make_some(told) == 0
