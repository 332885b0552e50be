from rashomon.reading.incidents.draft import Draft
from rashomon.reading.incidents.frames import frames
from rashomon.reading.incidents.mention import Filler, Mention
from rashomon.reading.incidents.victims import uncounted
from rashomon.record import FigureKind, Participant, Role


def told(doc, *phrases):
    """A draft of the doc's "killed" with these victims, and its participants."""
    trigger = next(token for token in doc if token.lower_ == "killed")
    frame = next(f for f in frames() if f.counts is FigureKind.killed and "kill" in f.verbs)
    victims = []
    for phrase in phrases:
        start = doc.text.index(phrase)
        span = (start, start + len(phrase))
        victims.append(Filler(Role.victim, doc.char_span(*span).root, span, phrase))
    mention = Mention(trigger, frame, {}, fillers=victims)
    return Draft([mention]), [Participant(role=f.role, text=f.text, span=f.span) for f in victims]


def test_each_single_victim_is_one_killed(annotate):
    doc = annotate("Gunmen killed Judge Musa Traore and his driver.")
    draft, people = told(doc, "Musa Traore", "his driver")
    figures = uncounted(doc, draft, people, [])
    assert [(f.kind, f.low, f.high, f.text) for f in figures] == [
        (FigureKind.killed, 1, 1, "Musa Traore"),
        (FigureKind.killed, 1, 1, "his driver"),
    ]


def test_where_somebody_is_counted_nobody_is_added(annotate):
    doc = annotate("Gunmen killed Judge Musa Traore and his driver.")
    draft, people = told(doc, "Musa Traore")
    known = uncounted(doc, draft, people, [])
    assert uncounted(doc, draft, people, known) == []


def test_a_group_is_not_one(annotate):
    doc = annotate("Gunmen killed Judge Musa Traore and his three guards.")
    assert uncounted(doc, *told(doc, "Musa Traore", "three guards"), []) == []


def test_a_title_is_nobody_beside_the_name(annotate):
    doc = annotate("Gunmen killed General Musa Traore and his driver.")
    figures = uncounted(doc, *told(doc, "General", "Traore", "his driver"), [])
    assert [f.text for f in figures] == ["Traore", "his driver"]


def people_harmed(reading):
    return {(f.kind.value, f.low) for i in reading.incidents for f in i.figures}


def test_what_was_planned_harmed_nobody(read):
    assert people_harmed(read("The rebels planned to murder the mayor.")) == set()
    assert people_harmed(read("The rebels threatened to kill 20 hostages.")) == set()


def test_what_failed_harms_those_whom_it_is_said_to_have_harmed(read):
    reading = read("Gunmen tried to kill Judge Omar Haidari, wounding two of his guards.")
    assert people_harmed(reading) == {("wounded", 2)}
