import pytest


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Gunmen killed the mayor on Monday.", "happened"),
        ("Gunmen tried to kill the mayor on Monday.", "attempted"),
        ("The mayor survived an assassination attempt on Monday.", "attempted"),
        ("The journalist was almost killed by the soldiers.", "attempted"),
        ("The police foiled an attack on the embassy.", "thwarted"),
        ("The rebels plotted to kill the governor.", "planned"),
        ("The group threatened to kill the hostages.", "threatened"),
        ("Three officers offered to defect to the rebels.", "offered"),
        ("The general sent offers from two colonels to defect.", "offered"),
        ("The army denied that it had bombed the village.", "denied"),
        ("The rebels denied having kidnapped the nurses.", "denied"),
        ("The militants managed to kill two soldiers.", "happened"),
        ("Police were able to arrest two of the attackers.", "happened"),
        ("The soldiers may have killed the boy on Sunday.", "happened"),
        ("The bishop condemned the murder of the priest.", "happened"),
    ],
)
def test_what_governs_the_trigger_says_how_far_it_got(read, text, status):
    assert status in {incident.status.value for incident in read(text).incidents}


@pytest.mark.parametrize(
    "text",
    [
        "If the rebels attack the town, the garrison will leave it.",
        "The soldiers did not kill anybody.",
        "Nobody was killed in the village.",
        "The general wants to attack the town.",
        "It was hard for the army to attack the town.",
        "The minister urged the rebels to release and not to kill the captives.",
    ],
)
def test_conditions_negation_and_wishes_tell_of_nothing_that_happened(read, text):
    assert not [
        i for i in read(text).incidents if i.status.value == "happened" and i.kind in {"killing", "assault", "clash"}
    ]


def test_what_a_raid_did_to_nobody_does_not_undo_it(read):
    reading = read("A raid on the camp killed nobody but injured four.")
    assert {(f.kind.value, f.low) for i in reading.incidents for f in i.figures} >= {("killed", 0), ("wounded", 4)}


def test_what_somebody_was_first_to_report_happened(read):
    (incident,) = read("The radio was the first to report that jets had struck a clinic in Aleppo.").incidents
    assert incident.status.value == "happened"


def test_what_adds_up_many_incidents_is_none_of_them(read):
    assert not read("Troops have killed 80 rebels since January.").incidents


@pytest.mark.parametrize(
    "text",
    [
        "It was difficult to deploy more troops in the city.",
        "The parties sought the deployment of troops in the city.",
    ],
)
def test_what_is_asked_for_or_judged_tells_of_no_deed(read, text):
    assert not read(text).incidents


@pytest.mark.parametrize(
    "text",
    [
        "The guards would have killed the two boys in Mosul on Monday.",
        "The senator bitterly attacked the police chief on Monday.",
        "The ministry has taken out life insurance on the judges of Mosul.",
        "The prisoners were taken to a jail in the capital on Monday.",
    ],
)
def test_what_did_not_come_about_or_was_meant_otherwise_is_no_incident(read, text):
    assert [i.kind for i in read(text).incidents if i.kind in {"killing", "assault", "abduction"}] == []


@pytest.mark.parametrize(
    "text",
    [
        "The bomb may have killed hundreds of shoppers in Mosul.",
        "The militiamen attacked the police chief on Monday.",
        "The militiamen took the judges of Mosul prisoner on Monday.",
    ],
)
def test_what_may_have_been_or_was_done_to_people_is_one(read, text):
    assert read(text).incidents


@pytest.mark.parametrize(
    "text", ["Attacks by insurgents have increased by half since June.", "Kidnappings fell last year."]
)
def test_what_is_counted_is_no_incident(read, text):
    assert not read(text).incidents
