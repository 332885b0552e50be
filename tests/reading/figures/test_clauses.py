from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from rashomon.reading.figures import figures_of
from rashomon.record import FigureKind

Told = list[tuple[str, int | None, int | None, str]]


def told(doc: Doc, word: str) -> Told:
    trigger: Token = next(token for token in doc if token.text == word)
    return [(f.kind.value, f.low, f.high, f.text) for f in figures_of(doc, trigger)]


@pytest.mark.parametrize(
    ("text", "trigger", "figures"),
    [
        # active, passive, coordinated
        (
            "Officers said they had killed up to 30 fighters and captured 20 near the dam.",
            "killed",
            [("killed", None, 30, "up to 30 fighters"), ("captured", 20, 20, "20")],
        ),
        (
            "One nurse was killed and 40 wounded.",
            "killed",
            [("killed", 1, 1, "One nurse"), ("wounded", 40, 40, "40")],
        ),
        (
            "A Malian soldier and two suspected rebels were killed.",
            "killed",
            [("killed", 1, 1, "A Malian soldier"), ("killed", 2, 2, "two suspected rebels")],
        ),
        ("Keita and 13 others died in the fire.", "died", [("killed", 1, 1, "Keita"), ("killed", 13, 13, "13 others")]),
        (
            "The colonel was killed along with four guards.",
            "killed",
            [("killed", 1, 1, "The colonel"), ("killed", 4, 4, "four guards")],
        ),
        # results of an attack
        (
            "Gunmen attacked a bus near Mandera, killing 28 people and wounding 3.",
            "attacked",
            [("killed", 28, 28, "28 people"), ("wounded", 3, 3, "3")],
        ),
        ("The blast left 30 dead.", "blast", [("killed", 30, 30, "30")]),
        ("An explosion that killed 45 people shook the city.", "explosion", [("killed", 45, 45, "45 people")]),
        ("Seven villagers died when shells hit a school.", "hit", [("killed", 7, 7, "Seven villagers")]),
        # nouns
        ("The group documented the deaths of nine men.", "deaths", [("killed", 9, 9, "nine men")]),
        ("The battle claimed 12 lives.", "claimed", [("killed", 12, 12, "12 lives")]),
        ("The death toll rose to 12.", "toll", [("killed", 12, 12, "12")]),
        (
            "The kidnapping of 276 schoolgirls shocked the country.",
            "kidnapping",
            [("abducted", 276, 276, "276 schoolgirls")],
        ),
        ("The bodies of six men were found near the road.", "found", [("killed", 6, 6, "six men")]),
        # states
        ("Omar Said was shot dead.", "shot", [("killed", 1, 1, "Omar Said")]),
        ("At least 20 people remain missing.", "missing", [("missing", 20, None, "At least 20 people")]),
        ("Ten men were taken into custody.", "taken", [("arrested", 10, 10, "Ten men")]),
        # headlines
        ("5-15 killed in raid on Gao.", "killed", [("killed", 5, 15, "5-15")]),
        ("Strike kills 4-5 in Mosul.", "kills", [("killed", 4, 5, "4-5")]),
        # nobody, somebody
        ("No one was hurt.", "hurt", [("wounded", 0, 0, "No one")]),
        ("Several insurgents were detained.", "detained", [("arrested", 3, None, "Several insurgents")]),
        ("Civilians were killed by the shelling.", "killed", [("killed", 2, None, "Civilians")]),
        # others
        ("Some 4,000 men defected to the alliance.", "defected", [("defected", 4000, 4000, "Some 4,000 men")]),
        ("Thousands protested in Khartoum.", "protested", [("took_part", 2000, 9999, "Thousands")]),
        (
            "More than 100,000 people have been displaced.",
            "displaced",
            [("displaced", 100_001, None, "More than 100,000 people")],
        ),
        ("The rebels destroyed three tanks.", "destroyed", [("destroyed", 3, 3, "three tanks")]),
    ],
)
def test_a_trigger_gives_the_figures_of_its_clause(
    text: str, trigger: str, figures: Told, annotate: Callable[..., Doc]
) -> None:
    assert told(annotate(text), trigger) == figures


@pytest.mark.parametrize(
    ("text", "trigger", "figures"),
    [
        (
            "At least 25 people, including nine children, were killed.",
            "killed",
            [("killed", 25, None, "At least 25 people")],
        ),
        ("Five people, two of them children, were killed.", "killed", [("killed", 5, 5, "Five people")]),
        ("Two commanders were among six militants killed.", "killed", [("killed", 6, 6, "six militants")]),
        ("3-4 fighters or villagers killed in Sirte.", "killed", [("killed", 3, 4, "3-4 fighters")]),
    ],
)
def test_a_part_is_not_told_beside_its_total(
    text: str, trigger: str, figures: Told, annotate: Callable[..., Doc]
) -> None:
    assert told(annotate(text), trigger) == figures


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police detained a man accused of killing 20 people.", "detained"),
        ("The bombs killed and wounded dozens of civilians.", "wounded"),
        ("Troops mounted an operation to kill two commanders.", "operation"),
        ("The gunmen fled.", "fled"),
        ("The rebels captured three villages.", "captured"),
        ("He was detained in 2005 on Highway 7.", "Highway"),
    ],
)
def test_what_does_not_count_the_killed_gives_no_killed(text: str, trigger: str, annotate: Callable[..., Doc]) -> None:
    kinds = {kind for kind, *_ in told(annotate(text), trigger)}
    assert kinds <= {"arrested"}


def test_the_same_figure_is_found_from_the_attack_and_from_the_killing(annotate: Callable[..., Doc]) -> None:
    doc = annotate("Jets bombed the market on Friday, killing 10 people.")
    bombed, killing = (next(t for t in doc if t.text == word) for word in ("bombed", "killing"))
    assert figures_of(doc, bombed) == figures_of(doc, killing) != []


def test_a_pronoun_stands_for_the_people_counted_before(annotate: Callable[..., Doc]) -> None:
    assert told(annotate("Eight men were driving home. A mine went off, killing them."), "killing") == [
        ("killed", 8, 8, "Eight men")
    ]


def test_the_caller_can_say_what_befell_the_objects(annotate: Callable[..., Doc]) -> None:
    doc = annotate("Soldiers stormed the school and took 20 boys away.")
    took = next(token for token in doc if token.text == "took")
    (figure,) = figures_of(doc, took, FigureKind.abducted)
    assert (figure.kind, figure.low, figure.text) == (FigureKind.abducted, 20, "20 boys")


def test_a_report_in_capitals_is_quoted_as_it_is_written(annotate: Callable[..., Doc]) -> None:
    doc = annotate("SAN SALVADOR, 3 JAN 90 -- GUERRILLAS KILLED TWO SOLDIERS YESTERDAY.")
    assert told(doc, "killed") == [("killed", 2, 2, "TWO SOLDIERS")]


def test_a_headline_that_counts_tolls_counts_no_dead(read):
    reading = read("One attack near Damascus, five death tolls", published="2013-09-03")
    assert not any(i.figures for i in reading.incidents)


@pytest.mark.parametrize(
    ("text", "trigger", "figures"),
    [
        (
            "Shells hit a farm, leaving three dead and two injured.",
            "hit",
            [("killed", 3, 3, "three"), ("wounded", 2, 2, "two")],
        ),
        (
            "The rocket destroyed two rooms, a car and four people.",
            "destroyed",
            [("destroyed", 2, 2, "two rooms"), ("killed", 4, 4, "four people")],
        ),
        (
            "Three shepherds were walking home. A mine ended their lives.",
            "ended",
            [("killed", 3, 3, "Three shepherds")],
        ),
        ("A mine ended the lives of six shepherds.", "ended", [("killed", 6, 6, "six shepherds")]),
        ("Reports of the death toll ranged from 5 to 15 people.", "toll", [("killed", 5, 15, "5 to 15 people")]),
        ("The shelling killed nine, bringing the weekend death toll to 58.", "killed", [("killed", 9, 9, "nine")]),
        (
            "Forty civilians, including six children, reported killed.",
            "killed",
            [("killed", 40, 40, "Forty civilians")],
        ),
        ("During the operation four men were killed.", "killed", [("killed", 4, 4, "four men")]),
        ("Four people dead.", "dead", [("killed", 4, 4, "Four people")]),
        (
            "Several rebels fired on a post. The soldiers shot back, killing the rebels.",
            "killing",
            [("killed", 3, None, "the rebels")],
        ),
        ("The strike hit the group that claimed the bombing that killed 13 people.", "strike", []),
        ("The rebels captured Mopti in Mali.", "captured", []),
    ],
)
def test_whoever_a_clause_counts_is_counted_once_and_for_what_befell_him(
    text: str, trigger: str, figures: Told, annotate: Callable[..., Doc]
) -> None:
    assert told(annotate(text), trigger) == figures


@pytest.mark.parametrize(
    ("text", "trigger", "figures"),
    [
        ("The driver was not hurt.", "hurt", [("wounded", 0, 0, "The driver")]),
        (
            "Neither the mayor nor his wife was injured.",
            "injured",
            [("wounded", 0, 0, "the mayor"), ("wounded", 0, 0, "his wife")],
        ),
        ("The driver was hurt.", "hurt", [("wounded", 1, 1, "The driver")]),
        ("The blast led to the injury of six people.", "injury", [("wounded", 6, 6, "six people")]),
    ],
)
def test_who_was_spared_is_counted_as_none(
    text: str, trigger: str, figures: Told, annotate: Callable[..., Doc]
) -> None:
    assert told(annotate(text), trigger) == figures
