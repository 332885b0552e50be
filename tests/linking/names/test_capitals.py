"""Words that are nobody's name."""

from rashomon.linking.names.capitals import small_words


def test_common_nouns_are_written_small_and_names_are_not() -> None:
    assert {"police", "high", "attack"} <= small_words()
    assert not {"taliban", "garcia", "kabul"} & small_words()
