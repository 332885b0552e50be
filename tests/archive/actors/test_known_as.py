import toys
from rashomon.archive.actors.known_as import KnownAs, known_as
from rashomon.linking.mention import Sort


def front(report, *names):
    reading = toys.reading(report, 3.0)
    actor = reading.actors[0].model_copy(update={"name": names[0], "aliases": names[1:]})
    return reading.model_copy(update={"actors": (actor,)})


def test_an_actor_is_known_by_every_name_of_every_report_and_by_that_which_a_person_gave(record):
    toys.linked(record, front("a", "the Front", "FLN"), front("b", "the Front"), front("c", "the League"))
    record.judgements.merge(["A1", "A2"], why="–", sort=Sort.actor)
    record.judgements.rename("A1", "Front and League", why="–", sort=Sort.actor)
    names = frozenset({"the Front", "FLN", "the League", "Front and League"})
    assert [known._replace(mentions=set(known.mentions)) for known in known_as(record)] == [
        KnownAs("A1", {("a", "a1"), ("b", "a1"), ("c", "a1")}, names)
    ]


def test_what_only_a_withdrawn_report_names_is_gone(record):
    toys.linked(record, front("a", "the Front", "FLN"), front("b", "the Front"), front("c", "the League"))
    for id in ("a", "c"):
        record.judgements.withdraw(id, why="forged")
    assert list(known_as(record)) == [KnownAs("A1", (("b", "a1"),), frozenset({"the Front"}))]
