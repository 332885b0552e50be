from rashomon.reading.casing.model import LOWER, TITLE
from training.casing import Perceptron, form_of, is_mixed, words_of


def test_a_weight_is_the_mean_over_all_steps() -> None:
    learner = Perceptron()
    learner.step = 1
    learner.learn(["w=gao"], gold=TITLE, guess=LOWER)
    learner.step = 4
    assert learner.averaged() == {"w=gao": [-0.75, 0.75, 0.0]}


def mixed(text: str) -> bool:
    words = list(words_of(text, 0, len(text)))
    return is_mixed(words, [form_of(text[word.start : word.end]) for word in words])


def test_only_ordinary_prose_teaches() -> None:
    assert mixed("Rebels shelled the harbour town of Berbera before soldiers from the north came back.")
    assert not mixed("Rebels Shelled Harbour Town Before Soldiers Came Back")
    assert not mixed("REBELS SHELLED THE HARBOUR TOWN BEFORE SOLDIERS CAME BACK")
