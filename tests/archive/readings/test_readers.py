from dataclasses import fields

from rashomon.archive.readings.readers import MATTERING, how_read, name_of
from rashomon.reading.reader import NAME
from rashomon.settings import Settings


def test_with_nothing_set_it_is_the_reader_that_readings_name():
    assert how_read(Settings()) == name_of(NAME)


def test_what_changes_a_reading_is_told_and_what_does_not_is_not():
    assert how_read(Settings(workers=4, batch=8, force=True)) == how_read(Settings())
    told = {how_read(Settings(**{name: "mine"})) for name in MATTERING}
    assert len(told) == len(MATTERING)


def test_settings_that_could_change_a_reading_are_all_weighed():
    """A new setting has to be put on one side or the other."""
    assert {s.name for s in fields(Settings)} - set(MATTERING) <= {
        "workers",
        "batch",
        "force",
        "longest",
        "engine",
        "intranet",
    }


def test_of_a_file_the_content_counts_and_not_the_place(tmp_path):
    for name, content in (("a.toml", "x = 1"), ("b.toml", "x = 1"), ("c.toml", "x = 2")):
        (tmp_path / name).write_text(content)
    same, copied, other = (how_read(Settings(kinds=str(tmp_path / name))) for name in ("a.toml", "b.toml", "c.toml"))
    assert same == copied != other
