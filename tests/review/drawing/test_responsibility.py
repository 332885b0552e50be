from rashomon.review.drawing import responsibility_matrix
from rashomon.weighing import Responsibility, Standing
from tests.review.drawing.parsed import parsed, words

CLAIMED = Responsibility(
    actor="Taliban",
    claimed_by=("Qari Yousuf",),
    blamed_by=("the governor",),
    standing=Standing.claimed_and_blamed,
    rule="claimed by the actor and blamed by others",
)
CONTESTED = Responsibility(
    actor="<Hizb>",
    blamed_by=("the governor",),
    denied_by=("a spokesman",),
    standing=Standing.contested,
    rule="held responsible by some, denied by others",
)


def rows(drawn):
    return [[words(cell) for cell in row] for row in parsed(drawn).iter("tr")]


def test_each_origin_has_a_row_and_each_alleged_perpetrator_a_column():
    head, *body, _ = rows(responsibility_matrix([CLAIMED, CONTESTED]))
    assert head == ["says", "Taliban", "<Hizb>"]
    assert body == [
        ["Qari Yousuf", "✓ claims it", "says nothing"],
        ["the governor", "→ blames", "→ blames"],
        ["a spokesman", "says nothing", "✗ denies"],
    ]


def test_the_standing_and_its_rule_stand_in_the_foot():
    foot = rows(responsibility_matrix([CLAIMED]))[-1]
    assert foot == ["standing", "claimed and blamedclaimed by the actor and blamed by others"]


def test_who_takes_part_is_marked_in_words():
    assert rows(responsibility_matrix([CLAIMED], parties=("Qari Yousuf",)))[1][0] == "Qari Yousuf a party"


def test_headers_say_what_they_are_of():
    scopes = [th.get("scope") for th in parsed(responsibility_matrix([CLAIMED])).iter("th")]
    assert scopes == ["col", "col", "row", "row", "row"]


def test_where_nobody_is_named_it_says_so():
    unknown = Responsibility(actor=None, standing=Standing.unknown, rule="no account names anybody")
    root = parsed(responsibility_matrix([unknown]))
    assert words(root) == "No account names anybody."
