import sys

import pytest

from rashomon.cli import main


def test_an_error_is_one_line_that_says_what_to_do_and_the_exit_code_is_2(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(sys, "argv", ["rashomon", "show", str(tmp_path)])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert "rashomon read" in error
    assert "Traceback" not in error
