"""Whose words tell that somebody did it."""

from rashomon.record import Act, SourceKind


def held(reading, kind=None):
    """Names of those held responsible: by accounts of this kind of source, or by all."""
    names = {actor.id: actor.name for actor in reading.actors}
    accounts = [a for i in reading.incidents for a in i.accounts if kind in {None, a.source.kind}]
    return {names[id] for a in accounts for id in a.responsible}


def test_the_clause_beside_the_deed_names_the_doer(read):
    reading = read(
        "Nobody knows whether the minister was hurt in the attack. The attack was carried out by the Shining Path."
    )
    assert "Shining Path" in held(reading, SourceKind.author)


def test_whose_defector_was_killed_did_not_kill_him(read):
    reading = read("Taliban defector killed in Kandahar\n\nGunmen shot a former Taliban judge in Kandahar on Monday.")
    assert not any("Taliban" in name for name in held(reading))


def test_what_only_a_source_tells_is_not_the_report_s_word(read):
    reading = read("The governor said that the Shining Path had killed a mayor in Ayacucho on Monday.")
    assert "Shining Path" in held(reading) and "Shining Path" not in held(reading, SourceKind.author)


def test_whom_a_source_speaks_of_besides_he_does_not_hold_responsible(read):
    reading = read(
        "The president blamed the Shining Path for the murder of a mayor. He said that the Shining Path was weak."
    )
    assert {a.act for i in reading.incidents for a in i.accounts if a.responsible} == {Act.blames}
