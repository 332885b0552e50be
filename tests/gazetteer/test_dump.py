import zipfile
from pathlib import Path

import pytest

from rashomon.errors import BadData
from rashomon.gazetteer import Gazetteer
from rashomon.gazetteer.dump import import_dump


def row(id: int, name: str, lat: float, lon: float, feature: str, country: str, admin1: str = "", admin2: str = "", *,
        names: str = "", population: int = 0) -> str:  # fmt: skip
    cells = [
        id,
        name,
        name,
        names,
        lat,
        lon,
        feature[0] if feature[:3] != "ADM" else "A",
        feature,
        country,
        "",
        admin1,
        admin2,
    ]
    return "\t".join(map(str, [*cells, "", "", population, "", 0, "Asia/Kabul", "2026-01-01"]))


DUMP = "\n".join(
    [
        row(1001, "Herat Province", 34.4, 62.2, "ADM1", "AF", "11"),
        row(1002, "Kohsan", 34.7, 61.2, "ADM2", "AF", "11", "1105"),
        row(1003, "Dogharun Crossing", 34.66, 61.05, "PPL", "AF", "11", "1105", names="Dogharun,دوغارون"),
        row(1004, "Hotel Safar", 34.35, 62.2, "SHTL", "AF", "11"),
    ]
)


def test_a_dump_becomes_a_gazetteer_with_its_own_hierarchy_and_ids(tmp_path: Path) -> None:
    dump, out = tmp_path / "AF.txt", tmp_path / "own.sqlite"
    dump.write_text(DUMP, encoding="utf-8")
    assert import_dump(dump, out)["places"] > 3
    gazetteer = Gazetteer(out)
    ((entry, first),) = gazetteer.look_up("Dogharun")
    assert (entry.geonames, entry.place.country, entry.place.admin1, entry.place.admin2) == (
        1003,
        "AFG",
        "Herat Province",
        "Kohsan",
    )
    assert not first
    assert gazetteer.look_up("Herat province")[0][0].geonames == 1001
    assert gazetteer.look_up("Hotel Safar") == ()


def test_zipped_dumps_and_alternate_names_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "AF.zip", "w") as archive:
        archive.writestr("readme.txt", "GeoNames")
        archive.writestr("AF.txt", DUMP)
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text(
        "1\t1003\ten\tIslam Qala Gate\t\t\t\t\n2\t1003\tlink\thttps://example.org\t\t\t\t\n", encoding="utf-8"
    )
    import_dump(tmp_path / "AF.zip", tmp_path / "own.sqlite", names)
    assert Gazetteer(tmp_path / "own.sqlite").look_up("Islam Qala Gate")[0][0].geonames == 1003


@pytest.mark.parametrize(
    ("text", "message"), [("a,b,c\n", "line 1: 1 columns"), (DUMP.replace("34.66", "north"), "line 3")]
)
def test_what_is_no_dump_is_refused_by_line(tmp_path: Path, text: str, message: str) -> None:
    dump = tmp_path / "towns.txt"
    dump.write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=message):
        import_dump(dump, tmp_path / "own.sqlite")


def test_an_existing_file_is_not_overwritten(tmp_path: Path) -> None:
    dump, out = tmp_path / "AF.txt", tmp_path / "own.sqlite"
    dump.write_text(DUMP, encoding="utf-8")
    out.write_text("mine")
    with pytest.raises(BadData, match=r"own\.sqlite exists"):
        import_dump(dump, out)
    assert out.read_text() == "mine"


def test_a_broken_dump_is_named(tmp_path: Path) -> None:
    dump = tmp_path / "AF.txt"
    dump.write_bytes(DUMP.encode() + "\nHérat".encode("latin-1"))
    with pytest.raises(BadData, match=r"AF\.txt is broken or no table"):
        import_dump(dump, tmp_path / "own.sqlite")


def test_a_row_of_alternate_names_without_an_id_is_named(tmp_path: Path) -> None:
    dump, names = tmp_path / "AF.txt", tmp_path / "alternateNamesV2.txt"
    dump.write_text(DUMP, encoding="utf-8")
    names.write_text("\t".join(["1", "geonameid", "en", "Eslam Qala", "", "", "", ""]), encoding="utf-8")
    with pytest.raises(BadData, match="line 1"):
        import_dump(dump, tmp_path / "own.sqlite", names)
