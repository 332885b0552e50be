from making import account, telling
from rashomon.record import Act
from rashomon.weighing import corroboration


def test_a_copied_account_adds_no_origin():
    once = [telling("Reuters", account()), telling("police", account())]
    assert corroboration([*once, telling("Reuters", account())]).origins == corroboration(once).origins


def test_who_doubts_or_condemns_does_not_corroborate():
    assert (
        corroboration([telling("brother", account(Act.doubts)), telling("envoy", account(Act.condemns))]).origins == ()
    )


def test_parties_are_named_among_the_origins():
    told = [telling("the group", account(Act.claims_responsibility), party=True), telling("police", account())]
    assert corroboration(told).parties == ("the group",)
    assert corroboration(told).independent == 2
