import pytest

from rashomon.archive.actors.known_as import KnownAs
from rashomon.export.gathered import gathered
from rashomon.record import (
    Account,
    Act,
    Actor,
    ActorKind,
    Figure,
    FigureKind,
    Incident,
    Participant,
    Reader,
    Reading,
    Relation,
    Report,
    Role,
    Source,
    SourceKind,
    Statement,
    Tie,
)
from rashomon.record.linked import LinkedIncident, Told
from rashomon.weighing.telling import ALONE

TEXT = (
    "Gunmen shot Amina Farah, a teacher, on Monday. General Omar Diallo, the governor, said four people were killed. "
    "A nurse who asked not to be named said nine were killed. Her brother Yusuf Farah blamed the militia."
)


def span(words, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def figure(words, number):
    return Figure(kind=FigureKind.killed, low=number, high=number, text=words, span=span(words))


@pytest.fixture
def reading():
    """A victim and her brother, both private; a governor, who is not; a nurse who asked for protection."""
    governor = Source(
        actor="a2", text="General Omar Diallo", span=span("General Omar Diallo"), kind=SourceKind.official, named=True
    )
    nurse = Source(text="A nurse", span=span("A nurse"), kind=SourceKind.medical, protected=True)
    brother = Source(
        actor="a3",
        text="Her brother Yusuf Farah",
        span=span("Her brother Yusuf Farah"),
        kind=SourceKind.relative,
        named=True,
    )
    told = ("four people were killed", "nine were killed", "blamed the militia")
    statements = tuple(
        Statement(id=f"s{n}", content=(span(words),), source=source, act=act)
        for n, (words, source, act) in enumerate(
            zip(told, (governor, nurse, brother), (Act.asserts, Act.asserts, Act.blames), strict=True)
        )
    )
    accounts = (
        Account(source=Source(kind=SourceKind.author), evidence=(span("Gunmen shot Amina Farah"),)),
        Account(source=governor, statement="s0", evidence=(span(told[0]),), figures=(figure("four people", 4),)),
        Account(source=nurse, statement="s1", evidence=(span(told[1]),), figures=(figure("nine", 9),)),
        Account(source=brother, statement="s2", act=Act.blames, evidence=(span(told[2]),), responsible=("a4",)),
    )
    actors = (
        Actor(id="a1", name="Amina Farah", kind=ActorKind.person, mentions=(span("Amina Farah"),)),
        Actor(id="a2", name="Omar Diallo", kind=ActorKind.person, mentions=(span("General Omar Diallo"),)),
        Actor(id="a3", name="Yusuf Farah", kind=ActorKind.person, mentions=(span("Yusuf Farah"),)),
        Actor(id="a4", name="militia", kind=ActorKind.armed_group, mentions=(span("the militia"),)),
    )
    incident = Incident(
        id="i1",
        kind="killing",
        trigger=span("shot"),
        evidence=(span("Gunmen shot Amina Farah"),),
        participants=(Participant(role=Role.victim, text="Amina Farah", span=span("Amina Farah"), actor="a1"),),
        figures=(figure("four people", 4),),
        accounts=accounts,
    )
    tie = Tie(a="a2", relation=Relation.official, role="governor", b="a4", evidence=(span("the governor"),))
    report = Report(id="r", text=TEXT, sha256="0" * 64, title="Teacher shot", publisher="The Paper")
    return Reading(
        reader=Reader(name="rules", version="1"),
        report=report,
        actors=actors,
        statements=statements,
        incidents=(incident,),
        ties=(tie,),
    )


@pytest.fixture
def retelling(reading):
    """Another paper's report of the same: it gives the victim's surname alone, four dead, and calls her brother a captain."""
    text = "Farah was killed on Monday, General Diallo said, with four people dead. Captain Yusuf Farah spoke at the grave."
    at = lambda words: (text.index(words), text.index(words) + len(words))  # noqa: E731
    governor = Source(
        actor="a2", text="General Diallo", span=at("General Diallo"), kind=SourceKind.official, named=True
    )
    said = Statement(id="s0", content=(at("four people dead"),), source=governor)
    four = Figure(kind=FigureKind.killed, low=4, high=4, text="four people", span=at("four people"))
    actors = (
        Actor(id="a1", name="Farah", kind=ActorKind.person, mentions=(at("Farah"),)),
        Actor(id="a2", name="Diallo", kind=ActorKind.person, mentions=(at("General Diallo"),)),
        Actor(id="a3", name="Yusuf Farah", kind=ActorKind.person, mentions=(at("Yusuf Farah"),)),
    )
    incident = Incident(
        id="i1",
        kind="killing",
        trigger=at("killed"),
        evidence=(at("Farah was killed"),),
        participants=(Participant(role=Role.victim, text="Farah", span=at("Farah"), actor="a1"),),
        accounts=(Account(source=governor, statement="s0", evidence=(at("four people dead"),), figures=(four,)),),
    )
    report = Report(id="q", text=text, sha256="1" * 64, title="Grave", publisher="The Other Paper")
    return reading.model_copy(
        update={"report": report, "actors": actors, "statements": (said,), "incidents": (incident,), "ties": ()}
    )


@pytest.fixture
def linked(reading, retelling):
    """The killing, as both papers tell it."""
    told = tuple(Told(report=r.report.id, incident=r.incidents[0]) for r in (reading, retelling))
    return LinkedIncident(id="I1", told=told)


@pytest.fixture
def people(reading, retelling):
    """The victim, the governor and the brother, each of whom both papers tell of."""
    names = ("Amina Farah", "Omar Diallo", "Yusuf Farah")
    return [
        KnownAs(f"A{n}", tuple((r.report.id, f"a{n}") for r in (reading, retelling)), frozenset({name}))
        for n, name in enumerate(names, 1)
    ]


class Lineage:
    """Whose tellings the two papers' are: the governor is one voice in both, and linking knows his full name."""

    def chain(self, account, reading):
        chain = ALONE.chain(account, reading)
        return chain.model_copy(update={"origin": self.actor("a2", reading)}) if account.source.actor == "a2" else chain

    def actor(self, id, reading):
        return {"a1": "Amina Farah", "a2": "Omar Diallo"}.get(id) or ALONE.actor(id, reading)


@pytest.fixture
def both(linked, reading, retelling):
    """The killing, gathered."""
    return gathered(linked, {"r": reading, "q": retelling}.__getitem__, lambda reports: Lineage())
