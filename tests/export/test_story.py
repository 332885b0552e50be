from datetime import date

import pytest

from rashomon.export import Profile, masks
from rashomon.export.gathered import gathered
from rashomon.export.headline import headline
from rashomon.export.masks import Masks
from rashomon.export.redaction import PROTECTED
from rashomon.export.rows import rows
from rashomon.export.story import story
from rashomon.linking.copies import Lineage
from rashomon.record import Actor, ActorKind, Basis, Published, Source, SourceKind
from rashomon.record.linked import Told
from rashomon.weighing.telling import ALONE

INSIDE = Masks(Profile.internal)


@pytest.fixture
def told(both):
    return story(both, INSIDE)


def voice(told, origin):
    return next(voice for voice in told.voices if voice.origin == origin)


def test_one_origin_is_one_voice_and_what_it_says_alike_in_two_papers_one_column(told):
    (column,) = voice(told, "Omar Diallo").columns
    assert {quote.publisher for quote in column.quotes} == {"The Paper", "The Other Paper"}


def test_a_headline_counts_reports_independent_origins_and_accounts(told):
    assert (told.reports, told.origins, told.accounts) == (2, 4, 5)


def test_the_headline_and_the_story_say_the_same(both, told):
    line = headline(both, both.view(), INSIDE.of(both.readings["r"]))
    assert dict(line) == {name: getattr(told, name) for name in type(line).model_fields}


def test_rows_mark_what_differs_and_which_rows_are_disputed(told):
    by_label = {row.label: row for row in rows(told)}
    assert by_label["how many"].disputed
    assert [cell for cell, differs in zip(*by_label["how many"][1:3], strict=True) if differs] == [
        "killed: four people",
        "killed: nine",
    ]
    assert not any(by_label["how firmly"].differs)
    assert "when" not in by_label


def test_an_actor_goes_by_the_record_s_name(told):
    assert "Farah (Amina Farah)" in dict(told.participants)["victim"]


def test_what_is_told_together_with_others_stands_below_and_counts_for_nothing(linked, reading, retelling):
    week = linked.told[1].model_copy(update={"with_others": ("I7", "I9")})
    both = gathered(
        linked.model_copy(update={"told": (linked.told[0], week)}),
        {"r": reading, "q": retelling}.__getitem__,
        lambda reports: ALONE,
    )
    told = story(both, INSIDE)
    assert told.reports == 1
    assert all(quote.publisher == "The Paper" for column in told.columns for quote in column.quotes)
    (together,) = told.together
    assert together.others == ("I7", "I9")
    assert "Farah was killed" in together.quote.text


def test_an_incident_that_only_puts_others_together_keeps_its_own_toll(linked, reading):
    week = linked.told[0].model_copy(update={"with_others": ("I7", "I9")})
    told = story(
        gathered(linked.model_copy(update={"told": (week,)}), {"r": reading}.__getitem__, lambda reports: ALONE), INSIDE
    )
    assert told.figures
    assert told.covers == ("I7", "I9")
    assert not told.together


def test_as_of_a_day_there_is_what_reports_had_told_by_then(linked, reading, retelling):
    def on(day, reading):
        published = Published(earliest=day, latest=day, basis=Basis.given)
        return reading.model_copy(update={"report": reading.report.model_copy(update={"published": published})})

    readings = {"r": on(date(2021, 8, 21), reading), "q": on(date(2021, 8, 25), retelling)}
    early = gathered(linked, readings.__getitem__, lambda reports: ALONE, date(2021, 8, 22))
    assert story(early, INSIDE).reports == 1
    assert gathered(linked, readings.__getitem__, lambda reports: ALONE, date(2021, 8, 20)) is None
    assert gathered(linked, {"r": reading, "q": retelling}.__getitem__, lambda reports: ALONE, date(2030, 1, 1)) is None


def test_no_private_or_protected_name_is_anywhere_in_the_public_story(both, reading, retelling, people):
    found = masks([reading, retelling], people)
    json = story(both, found).model_dump_json()
    for name in ("Amina", "A nurse", "Farah was"):
        assert name not in json
    assert "victim A1" in json
    assert PROTECTED in json
    assert found.withheld


@pytest.mark.parametrize("protected_source", [True, False])
@pytest.mark.parametrize("name", ["Layla", "Layla Hadi"])
def test_what_linking_calls_a_protected_source_is_nowhere_in_the_public_story(linked, reading, name, protected_source):
    """Her report says so of the actor or of the source; linking calls her by what her report does, in small letters."""
    nurse = Actor(id="a5", name=name, kind=ActorKind.person, protected=True, mentions=((0, 1),))
    source = Source(actor="a5", text=name, span=(0, 1), kind=SourceKind.medical, protected=protected_source)
    said = reading.statements[1].model_copy(update={"source": source})
    incident = reading.incidents[0]
    accounts = (
        *incident.accounts[:2],
        incident.accounts[2].model_copy(update={"source": source}),
        incident.accounts[3],
    )
    asked = reading.model_copy(
        update={
            "actors": (*reading.actors, nurse),
            "statements": (reading.statements[0], said, reading.statements[2]),
            "incidents": (incident.model_copy(update={"accounts": accounts}),),
        }
    )
    told = linked.model_copy(update={"told": (Told(report="r", incident=asked.incidents[0]),)})
    gathering = gathered(told, {"r": asked}.__getitem__, lambda reports: Lineage([asked]))
    assert any(name.casefold() in version.chain.origin for version in gathering.versions)
    assert name.casefold() not in story(gathering, masks([asked], [])).model_dump_json().casefold()


def test_masking_does_not_change_how_many_origins_there_are(both, reading, retelling, people):
    public, internal = story(both, masks([reading, retelling], people)), story(both, INSIDE)
    assert public.origins == internal.origins
    assert public.corroboration.independent == internal.corroboration.independent


def test_two_origins_of_a_figure_are_charted_once_each(told):
    (chart,) = told.charts
    assert chart.kind == "killed"
    assert [origin for origin, _ in chart.rows].count("Omar Diallo") == 1
