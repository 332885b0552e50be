"""Who tells an incident how: from whole small reports to accounts."""

from rashomon.record import Act, Reading, SourceKind


def told(reading: Reading, kind: str | None = None) -> dict[str, set[str]]:
    """Acts by source, over the incidents (of a kind)."""
    found: dict[str, set[str]] = {}
    for incident in reading.incidents:
        for account in incident.accounts if kind in {None, incident.kind} else ():
            found.setdefault(account.source.text or account.source.kind.value, set()).add(account.act.value)
    return found


def test_the_report_s_own_telling_is_an_account_without_statement(read):
    (incident,) = read("Gunmen killed a judge in Mosul on Saturday.", published="2006-01-15").incidents
    (account,) = incident.accounts
    assert account.source.kind is SourceKind.author
    assert account.statement is None


def test_what_only_a_source_tells_is_not_the_report_s_account(read):
    reading = read("The governor said that gunmen had killed a judge in Mosul.", published="2006-01-15")
    assert told(reading) == {"The governor": {"asserts"}}


def test_rival_tolls_stand_in_their_accounts_and_are_not_added_up(read):
    reading = read(
        "A bomb exploded in the market of Mosul on Saturday. Police said that the bombing killed 12 people. "
        "Doctors said that the bombing killed 19 people.",
        published="2006-01-15",
    )
    bombing = next(i for i in reading.incidents if i.kind == "bombing")
    tolls = {
        a.source.text: [f.low for f in a.figures if f.kind.value == "killed"] for a in bombing.accounts if a.source.text
    }
    assert tolls == {"Police": [12], "Doctors": [19]}
    assert [f.low for f in bombing.figures if f.kind.value == "killed"] == [12]


def test_a_claim_of_responsibility_answers_to_the_attack_told_before(read):
    reading = read(
        "A car bomb killed nine people in Aleppo on Monday. The Martyrs Brigade claimed responsibility for the attack.",
        published="2014-03-05",
    )
    incident = reading.incidents[0]
    claim = next(a for a in incident.accounts if a.act is Act.claims_responsibility)
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names[id] for id in claim.responsible] == [names[claim.source.actor]]


def test_blame_and_denial_answer_to_the_killing_told_before(read):
    reading = read(
        "Six priests were killed in the capital on Thursday. The army blamed the guerrillas for the killings. "
        "The guerrillas denied any involvement.",
        published="1989-11-17",
    )
    acts = told(reading, "killing")
    assert "blames" in acts["The army"]
    assert "denies" in acts["The guerrillas"]


def test_a_spokesman_claims_for_his_group(read):
    reading = read(
        'Two soldiers were killed near Gao on Friday. "We carried out the attack," said Abu Walid, a spokesman for Ansar Dine.',
        published="2013-02-03",
    )
    names = {actor.id: actor.name for actor in reading.actors}
    claims = [a for i in reading.incidents for a in i.accounts if a.act is Act.claims_responsibility]
    assert [names[id] for claim in claims for id in claim.responsible] == ["Ansar Dine"]


def test_claims_that_could_not_be_verified_are_marked(read):
    reading = read(
        "Rebel commanders said that they had killed 30 soldiers near Goma. The claims could not be independently verified.",
        published="2012-11-20",
    )
    assert {a.verified for i in reading.incidents for a in i.accounts} == {"unverified"}


def test_a_remark_on_something_else_marks_nothing(read):
    reading = read(
        "Rebel commanders said that they had killed 30 soldiers near Goma. The army confirmed the deaths.",
        published="2012-11-20",
    )
    assert {a.verified for i in reading.incidents for a in i.accounts} == {None}


def test_what_somebody_says_in_two_sentences_is_one_account(read):
    reading = read(
        "Gunmen attacked a police post near Gao on Friday. The mayor said that the attack killed two officers. "
        "The mayor said that the attack began at dawn.",
        published="2013-02-03",
    )
    (attack,) = [i for i in reading.incidents if any(a.source.text == "The mayor" for a in i.accounts)]
    assert [a.source.text for a in attack.accounts if a.statement] == ["The mayor"]
    assert len(next(a for a in attack.accounts if a.statement).evidence) == 2


def test_every_incident_is_somebody_s(read):
    reading = read(
        "He left his post when he heard that whole units were surrendering to the rebels. "
        "The minister said that whoever says that the army fled lies.",
        published="2013-02-03",
    )
    assert reading.incidents
    assert all(incident.accounts for incident in reading.incidents)


def test_tolls_told_as_nouns_are_figures_of_accounts(read):
    reading = read(
        "A rocket hit a prison in Aden on Friday, killing 40 prisoners. The mayor put the number of dead at 47. "
        "A spokesman said later that 53 had died. Rescuers spoke of at least 60 dead. The hospital gave a death toll of 71.",
        published="2015-06-10",
    )
    (incident,) = reading.incidents
    tolls = [f.low for account in incident.accounts for f in account.figures if f.kind.value == "killed"]
    assert tolls == [40, 47, 53, 60, 71]


def test_a_source_that_calls_somebody_responsible_blames_him(read):
    reading = read(
        'Thirty villagers were killed near Mopti on Sunday. "The army is responsible for this atrocity," said Awa Keita, a lawyer.',
        published="2013-02-03",
    )
    names = {actor.id: actor.name for actor in reading.actors}
    blame = next(a for i in reading.incidents for a in i.accounts if a.act is Act.blames)
    assert [names[id].lower() for id in blame.responsible] == ["army"]


def test_whoever_is_called_not_responsible_is_not_held_so(read):
    reading = read(
        "Thirty villagers were killed near Mopti on Sunday. The minister said that the army was not responsible.",
        published="2013-02-03",
    )
    assert not any(a.responsible for i in reading.incidents for a in i.accounts if a.source.text == "The minister")


def test_a_remark_on_the_incident_is_an_account(read):
    reading = read(
        "A shell hit a market in Taiz on Friday. The envoy called the strike a crime.", published="2015-06-10"
    )
    assert any("envoy" in voice for voice in told(reading))


def test_who_points_the_blame_is_not_the_culprit_and_who_bears_the_guilt_is(read):
    reading = read(
        "Nine students were killed in the capital on Monday. The ministry pointed the blame towards the Northern Brigades. "
        "The union said that the army bears the responsibility.",
        published="2020-11-05",
    )
    names = {actor.id: actor.name for actor in reading.actors}
    held = {a.source.text: {names[id] for id in a.responsible} for i in reading.incidents for a in i.accounts}
    assert held["The ministry"] == {"Northern Brigades"}
    assert held["The union"] == {"army"}


def test_a_number_alone_is_a_rival_of_the_toll_told_before(read):
    reading = read(
        "Police in Kano said that 80 people were killed in the attack; others spoke of more than 120.",
        published="2012-01-22",
    )
    tolls = {a.source.text: [(f.kind.value, f.low) for f in a.figures] for i in reading.incidents for a in i.accounts}
    assert tolls == {"Police in Kano": [("killed", 80)], "others": [("killed", 121)]}


def test_a_number_of_things_is_no_toll(read):
    reading = read("Police in Kano said that 80 people were killed in the attack. Officials spoke of 12 checkpoints.")
    assert {f.low for i in reading.incidents for a in i.accounts for f in a.figures} == {80}


def test_whoever_died_besides_is_in_the_report_s_own_toll(read):
    (incident,) = read("A shell killed three nurses in Homs. Two drivers also died.", published="2013-05-02").incidents
    assert [f.low for f in incident.figures] == [3, 2]


def test_a_number_that_two_sources_give_stays_with_both(read):
    (incident,) = read(
        "A bomb killed six people in Goma on Monday. The governor said that the bomb had killed six people."
    ).incidents
    assert [[f.low for f in account.figures] for account in incident.accounts] == [[6], [6]]
    assert [f.low for f in incident.figures] == [6]


def test_what_a_relative_clause_says_of_the_attack_is_an_account_of_it(read):
    reading = read(
        "Gunmen stormed a school in Gao on Monday, killing nine pupils. "
        "The Front has claimed responsibility for the attack, which the government called a crime against humanity."
    )
    (incident,) = reading.incidents
    assert {Act.claims_responsibility, Act.condemns} <= {account.act for account in incident.accounts}
