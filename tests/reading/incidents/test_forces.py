import pytest


def doers(reading, kind):
    """Who is said to have done what is of the kind, and whether it is said so or implied."""
    return {
        (p.text.lower(), p.by == "incidents.roles.implied")
        for i in reading.incidents
        if i.kind == kind
        for p in i.participants
        if p.role.value == "perpetrator"
    }


@pytest.mark.parametrize(
    "text",
    [
        "Police sealed the road on Monday. Forty men were detained.",
        "Forty men were detained on Monday after police had searched the hostel.",
        "The police chief visited the hostel. It was quiet on Monday. Forty men were detained.",
    ],
)
def test_an_arrest_by_nobody_is_by_the_police_spoken_of_beside_it(read, text):
    reading = read(text)
    assert doers(reading, "arrest") == {("police", True)}
    (arrest,) = (i for i in reading.incidents if i.kind == "arrest")
    (doer,) = (p for p in arrest.participants if p.role.value == "perpetrator")
    assert reading.report.text[slice(*doer.span)].lower() == "police"


@pytest.mark.parametrize(
    "text",
    [
        "A student was arrested on Monday.",
        "Rebels attacked a police station on Monday. Ten students were detained.",
        "A bomb wounded two policemen on Monday. A student was arrested.",
    ],
)
def test_where_no_force_is_said_to_do_anything_nobody_is_implied(read, text):
    assert not doers(read(text), "arrest")


def test_who_is_said_to_have_arrested_stays(read):
    text = "The army sealed the road on Monday. Forty men were detained by customs officers."
    assert doers(read(text), "arrest") == {("customs officers", False)}


def test_what_others_do_as_well_is_not_implied(read):
    assert not doers(read("Police searched the hostel on Monday. A student was killed."), "killing")


@pytest.mark.parametrize(
    "text",
    [
        "A court remanded the editor to police custody on Monday.",
        "The editor was taken into police custody on Monday.",
    ],
)
def test_in_whose_custody_somebody_is_says_who_took_him(read, text):
    assert ("police", False) in doers(read(text), "arrest")


def test_a_police_official_speaks_for_the_police(read):
    text = "A curfew was imposed on Monday, the superintendent of police said."
    assert doers(read(text), "coercion") == {("police", False)}
