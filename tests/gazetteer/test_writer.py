from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.errors import BadData
from rashomon.gazetteer.writer import Row, write


def test_a_gazetteer_that_could_not_be_finished_leaves_no_file(tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        yield Row(1, "Gao", "PPL")
        raise BadData("line 2: broken")

    with pytest.raises(BadData, match="line 2"):
        write(tmp_path / "own.sqlite", rows(), {})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="there is no folder"):
        write(tmp_path / "gazetteers" / "own.sqlite", [], {})
