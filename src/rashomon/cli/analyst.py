"""`rashomon analyst`: who may sign in at a record's desk, and what they may do there."""

import getpass
import sys
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from rashomon.archive import open_record
from rashomon.archive.analysts import Analysts
from rashomon.cli.options import RecordPlace
from rashomon.errors import BadSetting


class Role(StrEnum):
    """As `rashomon.review.access.roles.Role`, which takes a while to load; a test holds the two together."""

    viewer = "viewer"
    coder = "coder"
    adjudicator = "adjudicator"
    admin = "admin"


app = typer.Typer(
    no_args_is_help=True,
    help="Say who may sign in at a record's desk, and what they may do. As soon as somebody may, everybody must.",
)

Name = Annotated[str, typer.Argument(help="The name under which somebody signs in and decides.")]
RoleOption = Annotated[
    Role,
    typer.Option(
        help="viewer: reads, with private persons masked; coder: decides; adjudicator: overrules, withdraws, makes "
        "releases; admin: lets others in."
    ),
]
PasswordStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Take the password from standard input, its first line.")
]


@app.command()
def add(name: Name, record: RecordPlace, role: RoleOption = Role.coder, password_stdin: PasswordStdin = False) -> None:
    """Let somebody in; asks for a password of at least 10 characters."""
    password = _hashed(password_stdin)
    with open_record(record) as opened:
        Analysts(opened).add(name, role.value, password, who=_user())
    _say(f"{name} may sign in as {role.value}; a desk that is open for one person has to be started anew")


@app.command("list")
def list_(record: RecordPlace) -> None:
    """List who may sign in."""
    with open_record(record) as opened:
        table = Table("name", "role", "since", "", box=None, padding=(0, 2, 0, 0), header_style="dim")
        for each in Analysts(opened).all():
            table.add_row(each.name, each.role, f"{each.made:%Y-%m-%d}", "disabled" if each.disabled else "")
        Console(highlight=False).print(table if table.row_count else "nobody; the desk is for one person")


@app.command()
def role(name: Name, role: Annotated[Role, typer.Argument(help="The new role.")], record: RecordPlace) -> None:
    """Let somebody do more, or less; they sign in anew."""
    with open_record(record) as opened:
        Analysts(opened).give_role(name, role.value, who=_user())
    _say(f"{name} is now {role.value}")


@app.command()
def password(name: Name, record: RecordPlace, password_stdin: PasswordStdin = False) -> None:
    """Give somebody another password; they sign in anew."""
    hashed = _hashed(password_stdin)
    with open_record(record) as opened:
        Analysts(opened).give_password(name, hashed, who=_user())
    _say(f"{name} has another password")


@app.command()
def disable(name: Name, record: RecordPlace) -> None:
    """Shut somebody out, within seconds; what they decided stays in the log under their name."""
    with open_record(record) as opened:
        Analysts(opened).disable(name, who=_user())
    _say(f"{name} may sign in no longer")


@app.command()
def enable(name: Name, record: RecordPlace) -> None:
    """Let somebody in again."""
    with open_record(record) as opened:
        Analysts(opened).enable(name, who=_user())
    _say(f"{name} may sign in again")


def _hashed(from_stdin: bool) -> str:
    from rashomon.review.access.passwords import hashed

    if from_stdin:
        return hashed(sys.stdin.readline().rstrip("\r\n"))
    if not sys.stdin.isatty():
        raise BadSetting("there is no terminal to ask for a password at; pass it with --password-stdin")
    return hashed(typer.prompt("Password", hide_input=True, confirmation_prompt="Once more"))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "the command line"


def _say(what: str) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(what, markup=False)
