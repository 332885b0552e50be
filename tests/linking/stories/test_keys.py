"""With what a report is compared: few others, and those that tell its story."""

from rashomon.linking.stories.keys import keys
from rashomon.linking.text import terms, words

DAY = 733840


def made(text: str, day: int | None = DAY) -> set[str]:
    return set(keys(terms(text), words(text), day))


def test_what_every_report_of_a_war_says_brings_nothing_together():
    assert not made("Four militants were killed in a strike, officials said.")


def test_a_rare_word_is_enough_within_days_and_never_without_them():
    assert any(key.startswith("ferri ") and " " not in key[6:] for key in made("A ferry sank."))
    assert "ferri" not in made("A ferry sank.", None)


def test_an_unknown_name_needs_company():
    assert not made("Zarbagh.")
    assert any(key.startswith("tolma zarbagh") for key in made("Zarbagh fell. So did Tolma."))


def test_the_words_of_one_name_bring_nothing_together_across_the_years():
    assert "tolmai velbrook zarbagh" not in made("Zarbagh Velbrook Tolmai spoke.")
    assert "tolmai velbrook zarbagh" in made("Zarbagh fell. At Velbrook all was quiet. So it was in Tolmai.")


def test_reports_of_months_apart_share_no_window():
    text = "Zarbagh said no. Tolma said so."
    assert made(text) & made(text, DAY + 3)
    assert not made(text) & made(text, DAY + 60)
