from making import account, telling
from rashomon.record import Act, SourceKind
from rashomon.weighing import Standing, responsibility


def standings(*told):
    return {r.actor: r.standing for r in responsibility(told)}


def claim(actor):
    return telling(actor, account(Act.claims_responsibility, actor=actor), responsible=(actor,))


def blame(origin, actor):
    return telling(origin, account(Act.blames), responsible=(actor,))


def denial(actor):
    return telling(actor, account(Act.denies, actor=actor), responsible=(actor,))


def test_a_claim_alone_is_claimed():
    assert standings(claim("the group")) == {"the group": Standing.claimed}


def test_a_claim_with_blame_is_both():
    assert standings(claim("the group"), blame("police", "the group")) == {"the group": Standing.claimed_and_blamed}


def test_blame_and_denial_are_contested():
    assert standings(blame("police", "the army"), denial("the army")) == {"the army": Standing.contested}


def test_a_denial_without_blame_is_denied():
    assert standings(denial("the army")) == {"the army": Standing.denied}


def test_the_report_s_own_word_is_reported():
    told = telling("the paper", account(kind=SourceKind.author), responsible=("rebels",))
    assert standings(told) == {"rebels": Standing.reported}


def test_nobody_named_is_unknown_and_not_left_out():
    (unknown,) = responsibility([telling("police", account())])
    assert unknown.actor is None
    assert unknown.standing is Standing.unknown


def test_each_standing_says_the_rule_that_gave_it():
    assert all(r.rule for r in responsibility([claim("a"), blame("b", "c"), denial("d")]))
