"""What the parts of a report are."""

from rashomon.record import RegionKind
from rashomon.reports import report_of

LEAD = "GOMA, Congo, Nov. 20 -- Rebels entered this lakeside city on Tuesday after government soldiers fled, witnesses said."
SECOND = "The governor, who had left by boat the night before, said from the far shore that the army would be back within days."
THIRD = "Hospitals on both sides of the border counted at least forty dead, most of them civilians hit by shells."


def kinds(text: str, **about: str) -> list[tuple[str, str]]:
    report = report_of(text, **about)  # type: ignore[arg-type]
    return [(region.kind.value, report.text[slice(*region.span)]) for region in report.regions]


def kind_of(line: str, *, before: bool = False) -> str:
    """The kind of a line between paragraphs of news, or before them."""
    text = (
        f"Rebels Enter Goma\n\n{line}\n\n{LEAD}\n\n{SECOND}" if before else f"{LEAD}\n\n{line}\n\n{SECOND}\n\n{THIRD}"
    )
    return next(kind for kind, found in kinds(text) if found == line)


def last_kind(line: str) -> str:
    return kinds(f"{LEAD}\n\n{SECOND}\n\n{line}")[-1][0]


def test_a_newspaper_story_from_title_to_copyright() -> None:
    text = (
        "Rebels Enter Goma\n\nBy Ana Ruiz\nEastern Herald Foreign Service\nWednesday, November 21, 2012\n\n"
        f"{LEAD}\n\n{SECOND}\n\n© 2012 The Eastern Herald Company"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "title",
        "byline",
        "byline",
        "byline",
        "dateline",
        "body",
        "body",
        "credit",
    ]


def test_a_given_title_is_a_region_even_without_a_break_behind_it() -> None:
    text = "Two shot in market | Lake TimesPolice said two traders were shot on Monday."
    assert kinds(text, title="Two shot in market | Lake Times")[:2] == [
        ("title", "Two shot in market | Lake Times"),
        ("body", "Police said two traders were shot on Monday."),
    ]


def test_a_given_title_may_be_broken_into_lines_and_end_in_a_stop() -> None:
    assert kinds(f"Rebels Enter;\nArmy Flees.\n\n{LEAD}", title="Rebels Enter; Army Flees")[0] == (
        "title",
        "Rebels Enter;\nArmy Flees.",
    )


def test_a_snippet_of_one_sentence_is_body() -> None:
    for snippet in (
        "A drone killed two men in Marib",
        "Strike kills 4-7 alleged militants.",
        "boom",
        "Photos show 3 dead, the mayor said.",
    ):
        assert [kind for kind, _ in kinds(snippet)] == ["body"], snippet


def test_captions_by_what_they_say() -> None:
    for caption in (
        "FILE - A soldier guards a road near Gao, Mali, Feb. 3, 2013.",
        "A burnt truck is seen near the market of Goma on Nov. 20. (Some Name/AFP/Getty Images)",
        "Residents carry water through Goma. (Ana Ruiz for The Eastern Herald)",
        "In this Nov. 20, 2012 file photo, rebels walk past a bank in Goma.",
        "This undated image released by the army shows a tunnel under the border.",
        "Photo: A. Name",
    ):
        assert kind_of(caption) == "caption", caption


def test_news_that_looks_a_little_like_a_caption_is_body() -> None:
    for news in (
        "A video released by the group shows three soldiers asking to be exchanged, and the ministry said that they were alive.",
        "The colonel, left without fuel, surrendered on Monday.",
        "He was seen in Goma on Nov. 20, two neighbours told the court.",
        "The images show at least nine bodies, said a researcher with a rights group.",
    ):
        assert kind_of(news) == "body", news


def test_an_agency_in_brackets_after_the_last_words_is_no_caption() -> None:
    assert last_kind("The army did not comment on the death of the nine men. (Reuters)") == "body"


def test_a_copy_of_a_caption_is_a_caption() -> None:
    caption = "FILE - A soldier guards a road near Gao, Mali."
    found = kinds(f"{LEAD}\n\n{caption}\n{caption}\n\n{SECOND}")
    assert [kind for kind, _ in found] == ["dateline", "body", "caption", "caption", "body"]


def test_page_chrome() -> None:
    for chrome in (
        "Accessibility links",
        "Read more: Who are the rebels?",
        "Advertisement",
        "Share this story on Facebook",
        "https://news.example/2012/11/20/goma",
        "---",
        "**Location:** Congo",
        "[Home](#)",
        "Sign up for our newsletter",
    ):
        assert kind_of(chrome) == "chrome", chrome


def test_what_follows_read_more_is_chrome_until_a_sentence_ends() -> None:
    found = kinds(f"{LEAD}\n\nRelated stories\nWho are the rebels\nA city changes hands\n\n{SECOND}")
    assert [kind for kind, _ in found] == ["dateline", "body", "chrome", "chrome", "chrome", "body"]


def test_news_that_begins_like_chrome_is_body() -> None:
    for news in (
        "Read out in court, the colonel's letter named eleven officers and the places where they had buried the dead.",
        "More than a dozen houses were burnt.",
        "Share prices fell after the attack.",
        "Watch towers were set on fire along the border, a farmer said.",
    ):
        assert kind_of(news) == "body", news


def test_bylines_dates_and_counts_before_the_news() -> None:
    for byline in (
        "By Ana Ruiz and John Okello",
        "By Ana Ruiz in Bukavu",
        "Yesterday at 9:10 a.m. EST",
        "Published: 20 November 2012, 18:04 GMT",
        "**Author:** [Ana Ruiz](#)",
        "*20 November 2012*",
        "1.3k",
        "3 hours ago",
    ):
        assert kind_of(byline, before=True) == "byline", byline


def test_by_may_begin_news() -> None:
    assert kind_of("By Friday the rebels had left the town again, leaving their wounded behind.") == "body"
    assert kind_of("By nightfall eleven bodies lay in the square.") == "body"


def test_a_date_after_the_news_is_not_the_day_of_the_report() -> None:
    assert last_kind("16 November 1989") == "body"


def test_a_dateline_alone_is_one() -> None:
    assert kind_of("GOMA, Congo (Nov. 20, 2012)", before=True) == "dateline"


def test_headings_stand_between_long_paragraphs() -> None:
    assert kind_of("What the elders want") == "heading"
    assert kind_of("## What the elders want") == "heading"


def test_lists_and_short_sentences_are_no_headings() -> None:
    assert kind_of("Nobody came.") == "body"
    assert kind_of("- Four dead in Goma") == "body"
    found = kinds(f"{LEAD}\n\nGoma: four dead\nSake: nine dead\nMinova: none\n\n{SECOND}")
    assert {kind for kind, _ in found} == {"dateline", "body"}


def test_credits() -> None:
    for credit in (
        "The Wire's Goma bureau contributed to this report.",
        "(Reporting by Ana Ruiz; Editing by John Okello)",
        "Additional reporting by Ana Ruiz in Bukavu.",
        "© 2012 Eastern Herald",
        "ab/cd (AP, dpa)",
        "With inputs from agencies",
    ):
        assert last_kind(credit) == "credit", credit


def test_reporting_by_somebody_can_be_news() -> None:
    assert last_kind("Reporting by the commission was blocked by the army, its chairman said on Monday.") == "body"


def test_who_the_author_is_stands_at_the_end() -> None:
    assert last_kind("Ana Ruiz is a freelance journalist based in Bukavu.") == "credit"
    assert last_kind("One of the dead is a journalist who was killed on Monday, the union said.") == "body"


def test_regions_of_an_empty_text() -> None:
    assert report_of("").regions == report_of(" \n").regions == ()


def test_no_news_is_lost_between_regions() -> None:
    text = f"Rebels Enter Goma\n\nBy Ana Ruiz\n\n{LEAD}\nA truck is seen. (X/AFP)\n{SECOND}"
    report, end = report_of(text), 0
    for region in report.regions:
        assert not text[end : region.span[0]].strip()
        end = region.span[1]
    assert not text[end:].strip()
    assert RegionKind.body in {region.kind for region in report.regions}
