import pytest

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
