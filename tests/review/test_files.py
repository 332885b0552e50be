"""Scripts and styles are kept by browsers: each has an address that changes with what they say."""

import re

from rashomon.review import files


def test_the_address_changes_with_any_of_the_files(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    found = set()
    for name, text in (("a.js", "1"), ("a.js", "2"), ("b.js", "2")):
        (tmp_path / name).write_text(text)
        files.address.cache_clear()
        found.add(files.address())
    files.address.cache_clear()
    assert len(found) == 3


def test_no_script_asks_for_another_by_an_address_that_does_not_change():
    scripts = [file.read_text(encoding="utf-8") for file in files.FOLDER.glob("*.js") if file.name != "htmx.min.js"]
    imported = [name for text in scripts for name in re.findall(r'^import .*"([^"]+)";$', text, re.MULTILINE)]
    assert imported
    assert all(name.startswith("./") for name in imported)
