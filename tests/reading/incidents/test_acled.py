import pytest


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("Government troops recaptured the town of Bama on Friday.", "Government regains territory"),
        ("The rebels captured the town of Bria on Friday.", "Non-state actor overtakes territory"),
        ("Rebels took control of the town after the army withdrew.", "Non-violent transfer of territory"),
        ("Thousands of people marched through Minsk on Sunday.", "Peaceful protest"),
        (
            "Police fired tear gas to disperse demonstrators who marched through Minsk on Sunday.",
            "Protest with intervention",
        ),
        ("Soldiers opened fire on protesters in Khartoum, killing nine.", "Excessive force against protesters"),
        ("A mob lynched a herdsman in the village.", "Mob violence"),
    ],
)
def test_the_sub_type_follows_from_who_did_what(read, text, sub_type):
    incident = read(text).incidents[0]
    assert incident.acled is not None and incident.acled[1] == sub_type


def test_what_acled_does_not_code_has_no_code(read):
    assert read("An earthquake destroyed forty houses in the province.").incidents[0].acled is None
