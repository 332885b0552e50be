from pathlib import Path

import pytest

from rashomon.gazetteer import shipped
from rashomon.gazetteer.store import Gazetteer


def test_unpacks_once_into_the_users_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = shipped.unpacked()
    assert path.is_relative_to(tmp_path)
    before = path.stat().st_mtime_ns
    assert shipped.unpacked() == path
    assert path.stat().st_mtime_ns == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert int(Gazetteer(path).about["places"]) > 200_000


def test_the_card_names_the_file_it_describes() -> None:
    import hashlib

    digest = hashlib.sha256(shipped.PACKED.read_bytes()).hexdigest()
    assert digest in shipped.PACKED.with_name("CARD.md").read_text(encoding="utf-8")
