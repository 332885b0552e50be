import io

import pytest
from rich.console import Console

from rashomon.cli.drawing.incident import card
from rashomon.cli.drawing.listing import listing
from rashomon.export.headline import Headline
from rashomon.export.quote import Quote
from rashomon.export.story import Story
from rashomon.export.voices import Column, Voice
from rashomon.weighing import Corroboration, Dispute


def printed(drawn, width):
    out = io.StringIO()
    Console(file=out, width=width, color_system="standard", force_terminal=True).print(drawn)
    return out.getvalue()


def column(source, figures, *publishers, **said):
    words = dict.fromkeys(
        ("kind", "what", "act", "firmness", "channel", "when", "where", "who", "whom", "verified"), ""
    )
    quotes = tuple(
        Quote(text=f"{source} said so.", report=p, publisher=p, published=None, span=(0, 9)) for p in publishers
    )
    of = {"reported_by": None, "copied_by": (), "in_reports": (), "protected": False}
    return Column(**{**words, **of, **said}, source=source, figures=figures, quotes=quotes)


def incident(*voices, **more):
    line = {
        "id": "I12", "name": None, "kind": "killing", "status": "happened", "when": "2006-01-14", "earliest": None, "latest": None,
        "where": "Mosul, IRQ", "country": None, "figures": (), "disputed": (), "reports": 3, "origins": 2, "accounts": 3,
    }  # fmt: skip
    full = {
        "participants": (), "voices": voices, "charts": (), "responsibility": (), "disputes": (), "together": (), "covers": (),
        "told_in": (), "decisions": (), "corroboration": Corroboration(origins=("police", "Reuters"), parties=()),
    }  # fmt: skip
    return Story(**{**line, **full, **more})


def voice(*columns, party=False):
    return Voice(origin=columns[0].source, party=party, columns=columns)


YELLOW, DIM = "\x1b[33m", "\x1b[2m"


def test_what_cannot_all_be_right_is_marked_and_what_all_say_is_quiet():
    told = incident(
        voice(column("police", "killed: three", "A", firmness="certain")),
        voice(column("a doctor", "killed: five", "B", firmness="certain")),
        disputed=("killed",),
        disputes=(Dispute(attribute="killed", versions=("3: police", "5: a doctor")),),
    )
    text = printed(card(told, 120), 120)
    assert f"{YELLOW}killed: five" in text
    assert f"{DIM}certain" in text


def test_what_differs_without_contradiction_is_plain():
    told = incident(voice(column("police", "killed: three", "A")), voice(column("a doctor", "killed: at least 2", "B")))
    text = printed(card(told, 120), 120)
    assert "killed: three" in text
    assert f"{YELLOW}killed" not in text
    assert f"{DIM}killed" not in text


def test_a_sentence_that_stands_in_several_reports_is_printed_once_with_all_of_them():
    text = printed(card(incident(voice(column("police", "", "The Post", "The Star"))), 120), 120)
    assert text.count("police said so.") == 1
    assert "The Post, The Star" in text


def test_who_copied_an_account_is_said_unless_the_sentence_says_it():
    copied = column("Reuters", "", "The Post", copied_by=("The Post", "The Star"))
    assert "copied by The Star" in printed(card(incident(voice(copied)), 120), 120)


def test_a_party_to_the_conflict_is_marked():
    text = printed(card(incident(voice(column("the brigade", "", "A"), party=True)), 120), 120)
    assert "a party to it" in text


@pytest.mark.parametrize(("width", "beside"), [(60, 1), (120, 3), (160, 4)])
def test_as_many_accounts_stand_beside_one_another_as_the_terminal_holds(width, beside):
    voices = [voice(column(f"source {n}", "", "A")) for n in range(8)]
    lines = printed(card(incident(*voices), width), width).splitlines()
    assert max(line.count("source ") for line in lines if "said so" not in line) == beside


def test_a_long_dispute_has_a_line_for_each_version_cut_short():
    many = ", ".join(f"origin number {n}" for n in range(40))
    told = incident(
        voice(column("police", "", "A")),
        disputes=(Dispute(attribute="killed", versions=(f"3: {many}", "5: a doctor")),),
    )
    text = printed(card(told, 120), 120)
    assert "and others" in text
    assert "origin number 39" not in text
    assert "  5: a doctor" in text


def test_the_list_gives_the_name_a_person_gave_and_what_is_disputed():
    told = incident(name="The judge of Mosul", disputed=("killed", "culprit"))
    line = Headline(**{name: getattr(told, name) for name in Headline.model_fields})
    for width, counts in ((80, "3/2/3"), (140, "accounts")):
        text = printed(listing([line], width), width)
        assert counts in text
        assert "culprit" in text
        assert "The judge" in text
