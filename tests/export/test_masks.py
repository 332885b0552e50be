import pytest

from rashomon.export import Profile, masks
from rashomon.export.redaction import PROTECTED


def test_the_public_profile_is_the_default_and_masks_victims_and_relatives(reading):
    shown = masks([reading], []).of(reading).text(reading.report.text)
    for name in ("Amina", "Yusuf", "Farah", "A nurse"):
        assert name not in shown
    assert "victim " in shown
    assert "relative " in shown


def test_who_holds_an_office_is_named(reading):
    assert "General Omar Diallo" in masks([reading], []).of(reading).text(reading.report.text)


def test_the_internal_profile_masks_nothing(reading):
    found = masks([reading], [], Profile.internal)
    assert found.of(reading).text(reading.report.text) == reading.report.text
    assert found.withheld == 0


def test_a_pseudonym_is_stable_and_not_made_from_the_name(reading):
    renamed = reading.model_copy(
        update={"actors": (reading.actors[0].model_copy(update={"name": "Somebody Else"}), *reading.actors[1:])}
    )
    assert masks([reading], []).of(reading).text("Amina Farah") == masks([renamed], []).of(renamed).text(
        "Somebody Else"
    )


def test_a_private_person_has_one_pseudonym_in_all_reports(reading, retelling, people):
    found = masks([reading, retelling], people)
    assert found.of(reading).text("Amina Farah") == "victim A1"
    assert found.of(retelling).text("Farah was killed") == "victim A1 was killed"


def test_a_name_that_only_another_report_gives_is_masked_too(reading, retelling, people):
    assert "Amina" not in masks([reading, retelling], people).of(retelling).text("Amina Farah was a teacher.")


def test_who_is_public_in_one_report_is_public_in_all(reading, retelling, people):
    """One paper has him as a grieving brother, the other as a captain."""
    found = masks([reading, retelling], people)
    assert found.of(reading).text("Yusuf Farah") == "Yusuf Farah"
    assert "Yusuf" not in masks([reading], []).of(reading).text("Yusuf Farah")


def test_who_is_protected_in_one_report_is_masked_in_all_by_every_name(reading, retelling, people):
    protected = reading.actors[1].model_copy(update={"protected": True, "aliases": ("Abu Omar",)})
    asked = reading.model_copy(update={"actors": (reading.actors[0], protected, *reading.actors[2:])})
    governor = people[1]._replace(names=people[1].names | {"Abu Omar"})
    found = masks([asked, retelling], [people[0], governor, people[2]])
    shown = found.of(retelling).text("General Diallo, known as Abu Omar, and Omar Diallo")
    assert "Diallo" not in shown
    assert "Abu Omar" not in shown
    assert PROTECTED in shown


def test_a_protected_name_is_masked_where_another_report_has_it_although_the_two_are_not_linked(reading, retelling):
    protected = reading.actors[1].model_copy(update={"protected": True})
    asked = reading.model_copy(update={"actors": (reading.actors[0], protected, *reading.actors[2:])})
    found = masks([asked, retelling], [])
    assert found.of(retelling).text("Omar Diallo said so.") == f"{PROTECTED} said so."


def test_of_two_with_one_name_who_are_not_linked_neither_is_named_where_both_are_told_of(reading, retelling):
    """One report has him as a grieving brother, the other as a captain, and nobody knows whether they are one."""
    for readings in ([reading, retelling], [retelling, reading]):
        assert "Yusuf" not in masks(readings, []).over(readings).text("Yusuf Farah")


def test_what_was_withheld_is_counted_over_all_reports(reading, retelling, people):
    found = masks([reading, retelling], people)
    found.of(reading).text("Amina Farah")
    found.of(retelling).text("Farah")
    assert found.withheld == 2


@pytest.mark.parametrize("words", ["A local commander", "The commander"])
def test_every_phrase_for_a_protected_source_is_masked(read, words):
    reading = read(
        "A local commander asked that his name be kept secret. The commander said that rebels had shot two men near Gao.",
        published="2013-02-03",
    )
    assert words not in masks([reading], []).of(reading).text(reading.report.text)
