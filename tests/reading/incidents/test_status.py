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
        "The minister urged the rebels to release and not to kill the captives.",
    ],
)
def test_conditions_negation_and_wishes_tell_of_nothing_that_happened(read, text):
    assert not [
        i for i in read(text).incidents if i.status.value == "happened" and i.kind in {"killing", "assault", "clash"}
    ]
