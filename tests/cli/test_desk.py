import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from typer.testing import CliRunner

import toys
from rashomon.archive import open_record
from rashomon.cli import app
from rashomon.cli.desk import _door
from rashomon.errors import BadSetting, NotInRecord


@pytest.fixture
def run():
    """`run("desk", record)` gives what the command prints; what goes wrong is raised."""

    def run(*words, input=None) -> str:
        result = CliRunner().invoke(app, [str(word) for word in words], input=input)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.output

    return run


@pytest.fixture
def record(tmp_path) -> str:
    with open_record(tmp_path / "record", create=True) as record:
        toys.linked(record, toys.reading("a", 3.0))
    return str(tmp_path / "record")


@pytest.fixture
def team_s(run, record) -> str:
    """The same, where Amal may sign in."""
    run("analyst", "add", "Amal", record, "--role", "admin", "--password-stdin", input="four words of one\n")
    return record


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.5", "desk.example.org"])
def test_a_desk_for_one_person_answers_nobody_else_and_says_how_to_make_a_team_s(run, record, host):
    with pytest.raises(BadSetting, match="rashomon analyst add") as refused:
        run("desk", record, "--host", host, "--proxied")
    assert host in str(refused.value)


def test_a_team_s_desk_sends_no_passwords_over_a_network_in_the_clear(run, team_s):
    with pytest.raises(BadSetting, match="--proxied"):
        run("desk", team_s, "--host", "0.0.0.0")


def test_where_nobody_can_sign_in_nobody_is_asked_to(run, record):
    with pytest.raises(BadSetting, match="analyst add"):
        run("desk", record, "--analysts")


def test_a_record_with_analysts_is_a_team_s_on_one_s_own_machine_too(team_s):
    with open_record(team_s) as opened:
        door = _door(opened, "127.0.0.1", False, [], False, None)
    assert door.alone is None
    assert not door.secure
    assert "elsewhere.org" not in door.hosts


def test_behind_a_web_server_cookies_are_secure_and_the_desk_has_its_name(team_s):
    with open_record(team_s) as opened:
        door = _door(opened, "127.0.0.1", False, ["desk.example.org"], True, None)
    assert door.secure
    assert "desk.example.org" in door.hosts


def test_a_port_that_is_taken_is_said_to_be(run, record):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BadSetting, match=f"port {port} .*--port"):
            run("desk", record, "--port", port)


def test_a_folder_without_a_record_is_said_to_be_none(run, tmp_path):
    with pytest.raises(NotInRecord, match="no record in it"):
        run("desk", tmp_path)


def test_commands_that_need_no_web_do_not_load_it():
    loaded = "import sys, rashomon.cli.app; print([m for m in ('fastapi', 'uvicorn', 'starlette', 'argon2') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_it_opens_says_where_answers_and_stops(record):
    started = "from rashomon.cli import main; main()"
    command = [sys.executable, "-c", started, "desk", record, "--port", "0"]
    desk = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "COLUMNS": "200"})
    try:
        address = re.search(r"http://localhost:\d+", desk.stderr.readline())[0]
        with urllib.request.urlopen(f"{address}/openapi.json") as answer:
            assert json.load(answer)["info"]["title"] == "Rashomon desk"
            assert "server" not in answer.headers
        with pytest.raises(urllib.error.HTTPError, match="403") as refused:
            urllib.request.urlopen(f"{address}/decisions/merge", data=b"refs=I1")
        refused.value.close()
    finally:
        desk.send_signal(signal.SIGINT)
        with desk:
            assert desk.wait(60) == 0


def test_analysts_are_let_in_listed_changed_and_shut_out(run, team_s):
    run("analyst", "add", "Jo", team_s, "--password-stdin", input="four words of one\n")
    run("analyst", "role", "Jo", "adjudicator", team_s)
    run("analyst", "password", "Jo", team_s, "--password-stdin", input="five words and one more\n")
    run("analyst", "disable", "Jo", team_s)
    assert re.search(r"Amal +admin +\S+\s*\n *Jo +adjudicator +\S+ +disabled", run("analyst", "list", team_s))
    run("analyst", "enable", "Jo", team_s)
    assert "disabled" not in run("analyst", "list", team_s)


def test_a_password_is_long_enough_and_never_part_of_the_command(run, record):
    with pytest.raises(BadSetting, match="at least 10 characters"):
        run("analyst", "add", "Amal", record, "--password-stdin", input="short\n")
    with pytest.raises(BadSetting, match="--password-stdin"):
        run("analyst", "add", "Amal", record)
    assert "nobody" in run("analyst", "list", record)
