"""Files that come over the web: their names are names and nothing else."""

import pytest

from rashomon.review.uploads import called, named


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..", ".", "", "C:\\reports\\a.txt", "a/b\x00.txt", "\ud800.txt", "x" * 999, "/"]
)
def test_a_name_is_only_a_name(name, tmp_path):
    path = (tmp_path / named(name)).resolve()
    assert path.parent == tmp_path.resolve()
    path.write_text("")
    called(name).encode()


def test_nothing_in_a_name_turns_the_direction_of_what_follows():
    assert named("exe.\u202etxt") == "exe._txt"
