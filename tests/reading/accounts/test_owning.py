"""Who tells what he did himself claims it."""

import pytest

from rashomon.record import Act, SourceKind


def claims(reading):
    """Source and names of those held responsible, of each claim."""
    names = {actor.id: actor.name for actor in reading.actors}
    accounts = [a for i in reading.incidents for a in i.accounts if a.act is Act.claims_responsibility]
    return [(a.source.text or a.source.kind.value, [names[id] for id in a.responsible]) for a in accounts]


@pytest.mark.parametrize(
    "told",
    [
        "Hezbollah said that they had ambushed an army convoy near Ghazni on Monday.",
        "The Taliban said that it had ambushed an army convoy near Ghazni on Monday.",
        "The Taliban said that its fighters had ambushed an army convoy near Ghazni on Monday.",
        '"Our fighters ambushed an army convoy near Ghazni on Monday," the Taliban said.',
    ],
)
def test_whoever_says_that_he_did_it_claims_it(read, told):
    assert [held for _, held in claims(read(told))] in ([["Taliban"]], [["Hezbollah"]])


def test_a_communique_that_speaks_of_our_fighters_is_a_claim(read):
    reading = read("Our fighters ambushed an army convoy near Chalatenango on Monday.")
    assert SourceKind.author.value in [source for source, _ in claims(reading)]


def test_whoever_tells_the_deed_of_others_claims_nothing(read):
    assert claims(read("The army said that rebels had ambushed a convoy near Ghazni on Monday.")) == []


def test_what_another_claimed_is_no_claim_of_whoever_reports_it(read):
    reading = read(
        "A bomb killed two guards in Kabul on Monday. The police said that the Taliban claimed responsibility for the attack."
    )
    assert not any("police" in source.lower() for source, _ in claims(reading))


def test_police_who_tell_of_their_arrests_claim_nothing(read):
    assert claims(read("Police said that they had arrested nine men in Kano on Monday.")) == []


def test_a_mere_threat_is_no_claim(read):
    assert claims(read("The Taliban said that they would ambush army convoys near Ghazni.")) == []


def test_whoever_suffered_it_claims_nothing(read):
    assert claims(read("The army said that its men came under fire near Ghazni on Monday.")) == []
