from typer.testing import CliRunner

from rashomon.cli.gazetteer import app

run = CliRunner().invoke


def test_look_shows_where_a_place_lies() -> None:
    shown = run(app, ["look", "Khost", "--country", "AFG"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert "Khowst" in shown.output


def test_look_says_what_to_do_when_nothing_is_found() -> None:
    shown = run(app, ["look", "Dogharun"])
    assert shown.exit_code == 1
    assert "import" in shown.output


def test_about_names_the_licence() -> None:
    assert "CC BY 4.0" in run(app, ["about"]).output
