from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.linking.copies.standing import Standing

RUNS = st.lists(st.integers(0, 12), max_size=12)


def prints(numbers):
    return np.array(numbers, dtype=np.uint64)


@given(st.dictionaries(st.text(max_size=2), RUNS, max_size=5), RUNS)
def test_each_run_is_counted_in_every_text_that_has_it_once_or_more(texts, asked):
    expected = Counter(key for run in asked for key, runs in texts.items() if run in runs)
    assert Standing({key: prints(runs) for key, runs in texts.items()}).among(prints(asked)) == expected
