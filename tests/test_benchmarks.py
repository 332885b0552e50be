"""The gate: no figure below its pinned floor, where the data is there to measure it."""

import pytest

from benchmarks.bench import SHARED, Bench, FigureOf, benches
from benchmarks.floors import fallen, floors, pin
from benchmarks.run import figures, write_readings


@pytest.fixture(scope="module")
def readings(tmp_path_factory):
    """The readings of a benchmark's reports; two benchmarks over the same reports share them."""
    folder = tmp_path_factory.mktemp("readings")

    def of(bench: Bench):
        path = folder / f"{(bench.data or bench.name).replace('/', '-')}.jsonl"
        if not path.exists():
            write_readings(bench, path, workers=2)
        return path

    return of


@pytest.mark.bench
@pytest.mark.parametrize("name", benches())
def test_no_figure_falls_below_its_floor(name, readings):
    if not SHARED.is_dir():
        pytest.skip("needs ../shared/bench, which is not here")
    bench = benches()[name]
    if floors().get(name, {}).get("digest") != bench.digest:
        pytest.skip(f"the data of {name} is not what its floor was pinned on: `python -m benchmarks {name} --pin`")
    assert fallen(bench, figures(bench, readings(bench))) == []


@pytest.fixture
def bench(tmp_path, monkeypatch):
    """A benchmark over one small file, with floors of its own."""
    monkeypatch.setattr("benchmarks.floors.PATH", tmp_path / "floors.json")
    monkeypatch.setattr("benchmarks.bench.SHARED", tmp_path)
    (tmp_path / "data").mkdir()
    for kind in ("reports", "gold"):
        (tmp_path / "data" / f"small.{kind}.jsonl").write_text("{}\n")
    return Bench(name="small", scorer="times", data="small", figures={"f1": FigureOf(at="value.f1")})


def test_the_gate_closes_when_a_figure_falls(bench):
    assert pin(bench, {"f1": 70.0}) == []
    assert fallen(bench, {"f1": 69.9}) == []
    assert fallen(bench, {"f1": 69.0}) == ["small: f1 is 69.00, its floor 70.00"]


def test_a_floor_is_lowered_only_with_a_reason_which_is_kept(bench):
    pin(bench, {"f1": 70.0})
    assert pin(bench, {"f1": 60.0}) != []
    assert floors()["small"]["figures"] == {"f1": 70.0}
    assert pin(bench, {"f1": 60.0}, "the old reader guessed") == []
    assert floors()["small"]["figures"] == {"f1": 60.0}
    assert "the old reader guessed" in floors()["small"]["lowered"][0]


def test_a_floor_does_not_hold_for_other_data(bench, tmp_path):
    pin(bench, {"f1": 70.0})
    (tmp_path / "data" / "small.gold.jsonl").write_text("{} \n")
    assert fallen(bench, {"f1": 10.0}) == []
