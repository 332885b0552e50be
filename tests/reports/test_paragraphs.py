"""Where paragraphs end: blank lines, one line each, stray breaks, wrapped lines."""

from rashomon.reports.lines import lines_of
from rashomon.reports.paragraphs import layout_of, paragraphs_of

WRAPPED = """   GOMA, 3 MAR 91 (SOME AGENCY) -- [TEXT] THE GOVERNOR SAID TODAY THAT
REBELS ATTACKED THE BRIDGE NORTH OF THE TOWN AND THAT FOUR SOLDIERS OF
THE GARRISON WERE KILLED IN THE FIGHTING.

   A SPOKESMAN FOR THE REBELS, WHO CALLED A RADIO STATION BY TELEPHONE,
SAID THAT NO BRIDGE HAD BEEN ATTACKED.
"""


def cut(text: str) -> list[str]:
    lines = lines_of(text)
    return [paragraph.text for paragraph in paragraphs_of(lines, layout_of(lines))]


def test_blank_lines_end_paragraphs() -> None:
    assert cut("Rebels took the town.\n\nThe army denied it.") == ["Rebels took the town.", "The army denied it."]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert len(cut("Rebels took the town on Monday.\nThe army denied it.\nNobody could check.")) == 3


def test_a_stray_break_inside_a_sentence_is_mended() -> None:
    assert cut("The mayor fled after\nthe rebels had entered\nthe town.\nHe is abroad.") == [
        "The mayor fled after the rebels had entered the town.",
        "He is abroad.",
    ]


def test_a_stray_break_is_mended_over_a_blank_line() -> None:
    assert cut("The colonel was shot while\n\nhis driver changed a wheel near the river.") == [
        "The colonel was shot while his driver changed a wheel near the river."
    ]


def test_a_line_that_ends_in_and_goes_on_in_the_next() -> None:
    assert cut("By Ana Ruiz\nand\nJohn Okello") == ["By Ana Ruiz and John Okello"]


def test_a_name_in_lower_case_begins_a_paragraph() -> None:
    assert cut("Who holds the port\n\nal-Nusra fighters held it until May.") == [
        "Who holds the port",
        "al-Nusra fighters held it until May.",
    ]


def test_wrapped_lines_are_joined_and_an_indent_begins_a_paragraph() -> None:
    paragraphs = cut(WRAPPED)
    assert len(paragraphs) == 2
    assert paragraphs[0].endswith("WERE KILLED IN THE FIGHTING.")
    assert cut(WRAPPED.replace("\n\n", "\n")) == paragraphs


def test_wrapped_lines_in_mixed_case_are_joined() -> None:
    text = (
        "Fighting broke out again on Monday in the hills above the lake, where\n"
        "government troops have been trying for weeks to retake three villages\n"
        "that rebels seized in the spring. A doctor said eleven people had been\n"
        "brought to the hospital.\n"
        "The governor said that the road to the border would remain closed until\n"
        "further notice, and that a curfew would be imposed on both towns.\n"
    )
    assert [paragraph[:12] for paragraph in cut(text)] == ["Fighting bro", "The governor"]


def test_a_text_all_in_lower_case_keeps_its_paragraphs() -> None:
    assert len(cut("a bomb went off in the market. nobody was hurt. police came\n\npolice said it was home-made.")) == 2


def test_a_date_or_a_link_alone_is_never_joined() -> None:
    assert cut("March 3, 2012\nshelling went on in the north.")[0] == "March 3, 2012"
    assert cut("he said of the dead\nhttps://news.example/1")[1] == "https://news.example/1"


def test_unicode_line_separators_break_lines() -> None:
    assert cut("Base Command\u2028Two rebels were killed.") == ["Base Command", "Two rebels were killed."]


def test_what_a_release_puts_before_its_news_on_the_same_line_is_cut_off() -> None:
    head, news = cut("Base Command 2011-02-S-007 For Immediate Release  GAO, Mali (Feb. 3) - Troops killed two rebels.")
    assert head.endswith("Release")
    assert news.startswith("GAO, Mali")
