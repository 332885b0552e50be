import pytest

from benchmarks.generator.shapes import shapes_of
from rashomon.linking.incidents import INCIDENTS
from rashomon.vocabulary import read_table
from training.fitting import NAME, Source, bits_of, figures, fit, telling, weights, written
from training.linking import AGREE, PACKAGE, SETTINGS, Made, bounds_of


@pytest.fixture(scope="module")
def settings():
    return read_table(PACKAGE, "settings")


def test_writing_back_the_same_weights_changes_nothing(settings):
    text = SETTINGS.read_text(encoding="utf-8")
    assert written(text, settings) == text


def test_what_says_nothing_weighs_as_the_settings_start(settings):
    silent = {comparison[NAME]: -1 for comparison in settings["comparisons"]}
    prior = settings["probability_two_random_records_match"]
    (weight,) = weights(settings, [silent])
    assert 2**weight == pytest.approx(prior / (1 - prior))


def test_no_shipped_agreement_weighs_against_and_no_difference_for(settings):
    bits = bits_of(settings)
    for level, (low, high) in bounds_of(settings).items():
        assert low - 0.01 <= bits[level] <= high + 0.01, level


def test_every_comparison_has_as_many_levels_as_are_declared_to_agree(settings):
    sizes = {comparison[NAME]: len(telling(comparison)) for comparison in settings["comparisons"]}
    assert all(count < sizes[name] for name, count in AGREE.items())


def test_a_fit_follows_its_labels_within_bounds(settings):
    silent = {comparison[NAME]: -1 for comparison in settings["comparisons"]}
    same, other = {**silent, "doers": 1}, {**silent, "hours": 1}
    pairs = [(same, True)] * 40 + [(same, False)] * 10 + [(other, False)] * 40 + [(silent, True)] * 20
    bits = bits_of(fit(settings, [Source.of(pairs)], bounds_of(settings)))
    assert bits["doers", 1] > 1  # agreement that goes with being one
    assert bits["hours", 1] == pytest.approx(0.0, abs=1e-6)  # agreement that goes with being two weighs nothing
    assert bits["doers", 0] == 0.0  # fixed


def test_weights_say_how_likely_pairs_are_one(settings):
    silent = {comparison[NAME]: -1 for comparison in settings["comparisons"]}
    fitted = fit(settings, [Source.of([(silent, True)] * 100 + [(silent, False)] * 300)])
    assert 2 ** weights(fitted, [silent])[0] == pytest.approx(1 / 3, rel=0.05)


def test_made_readings_are_mostly_linked_as_they_happened(settings, monkeypatch):
    monkeypatch.setattr("training.linking.MADE", 150)
    made = Made(shapes_of([]), 7, settings)
    (right, found, asked), largest = made.counts(settings, INCIDENTS)
    assert right / found > 0.9, figures((right, found, asked))
    assert right / asked > 0.8, figures((right, found, asked))
    assert largest < 40
