import pytest

from linking.copies.wire import unread
from rashomon.linking.copies.lineage import own_name
from rashomon.linking.copies.speakers import speaker
from rashomon.record import Actor, ActorKind, Source, SourceKind


def heard(text, kind=SourceKind.official, *, actor=None, named=False, protected=False):
    actors = (Actor(id="a1", name=actor, kind=ActorKind.person, mentions=((0, 1),)),) if actor else ()
    reading = unread("r", "A convoy was attacked.").model_copy(update={"actors": actors})
    source = Source(kind=kind, text=text, span=(0, 1), actor="a1" if actor else None, named=named, protected=protected)
    return speaker(source, reading, own_name)


@pytest.mark.parametrize(
    "text", ["a police official", "A POLICE OFFICIAL", "the police official who", "police\nofficial"]
)
def test_an_unnamed_speaker_is_called_the_same_in_all_spellings(text):
    assert (heard(text).label, heard(text).named) == ("police official", False)


def test_a_named_speaker_goes_by_his_name():
    assert heard("he", actor="Omar Diallo") == heard("Diallo", actor="Omar Diallo", named=True)
    assert heard("he", actor="Omar Diallo").named


def test_a_protected_speaker_is_known_only_in_his_report():
    assert not heard("Omar Diallo", actor="Omar Diallo", named=True, protected=True).named


def test_a_document_is_no_speaker_with_a_name():
    assert not heard("the Report", SourceKind.document, named=True).named
