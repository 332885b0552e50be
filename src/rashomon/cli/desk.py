"""`rashomon desk`: the review desk, in a browser, for one person on this machine or for a team."""

import socket
import threading
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from rashomon.archive import Record, open_record
from rashomon.archive.analysts import Analysts
from rashomon.archive.exposure import exposing
from rashomon.cli.options import RecordPlace
from rashomon.errors import BadSetting

if TYPE_CHECKING:
    from rashomon.review.access.door import Door

PORT = 8000


def desk(
    record: RecordPlace,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port to listen at; 0 takes any that is free.")
    ] = PORT,
    host: Annotated[
        str, typer.Option(help="The address to listen at; one that other machines reach takes analysts and encryption.")
    ] = "127.0.0.1",
    open_it: Annotated[bool, typer.Option("--open/--no-open", help="Open it in the browser.")] = False,
    analysts: Annotated[bool, typer.Option("--analysts", help="Do not start unless everybody has to sign in.")] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(help="A name under which a team reaches the desk, such as desk.example.org; can be repeated."),
    ] = None,
    proxied: Annotated[
        bool, typer.Option("--proxied", help="A web server stands before the desk and encrypts what comes and goes.")
    ] = False,
    certificate: Annotated[
        Path | None, typer.Option(help="TLS certificate, to encrypt without a web server before the desk (PEM).")
    ] = None,
    key: Annotated[Path | None, typer.Option(help="Key of the certificate, unless it is in the same file.")] = None,
) -> None:
    """Open the review desk: read, compare accounts, correct, merge and split, in a browser.

    On this machine it needs no sign-in and answers nobody else. It is a team's as soon as somebody may sign in
    (`rashomon analyst add`): then everybody does. To let other machines reach it, put a web server before it that encrypts
    (nginx, Caddy: `--proxied`), or give a `--certificate`. It stops with Ctrl+C.
    """
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    with open_record(record) as opened:
        door = _door(opened, host, analysts, name or [], proxied, certificate)
        with closing(_listening(host, port)) as listening:
            _prepare(opened, console)
            address = _address(host, listening.getsockname()[1], certificate is not None)
            who = "for one person on this machine" if door.alone else "for its analysts, who sign in"
            console.print(f"The desk of {opened.where} is at {address}, {who}. Stop it with Ctrl+C.", markup=False)
            _serve(opened, door, listening, address if open_it else None, proxied, certificate, key)


def _door(
    record: Record, host: str, analysts: bool, names: list[str], proxied: bool, certificate: Path | None
) -> "Door":
    """Who is let in. Raises BadSetting where a desk would be open to those whom nobody let in, or passwords to those who listen."""
    from rashomon.review.access.door import Door
    from rashomon.review.access.hosts import is_loopback

    enrolled, here = Analysts(record).any(), is_loopback(host)
    first = f"rashomon analyst add NAME {record.where} --role admin"
    if not enrolled and not here:
        raise BadSetting(
            f"{host}: other machines could reach this desk, and nobody would have to sign in; a desk without analysts is for one "
            f"person on this machine (leave out --host). To make it a team's desk, let somebody in first: {first}"
        )
    if not enrolled and (analysts or proxied):
        raise BadSetting(f"{record.where}: nobody can sign in yet; let somebody in first: {first}")
    if not here and not (proxied or certificate):
        raise BadSetting(
            f"{host}: passwords would cross the network as they are typed; put a web server before the desk that encrypts and say "
            "--proxied, or give a --certificate"
        )
    if not enrolled:
        return Door.of_one()
    return Door.of_team(record, [*names, *_our_names(host)], secure=proxied or certificate is not None)


def _our_names(host: str) -> set[str]:
    """What this machine is called, where others can reach it."""
    return {host, socket.gethostname(), socket.getfqdn()}


def _listening(host: str, port: int) -> socket.socket:
    """A socket at that address. Raises BadSetting where there can be none."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
    except OSError as error:
        raise BadSetting(f"{host}: not an address of this machine ({error.strerror}); leave out --host") from None
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen(512)
    except OSError as error:
        listening.close()
        raise BadSetting(
            f"port {port} of {host} cannot be had ({error.strerror}); perhaps another desk is open there: look, or give another "
            "--port (0 takes any that is free)"
        ) from None
    return listening


def _address(host: str, port: int, encrypted: bool) -> str:
    """As a browser takes it: "http://localhost:8000"."""
    shown = "localhost" if host == "127.0.0.1" else f"[{host}]" if ":" in host else host
    return f"{'https' if encrypted else 'http'}://{shown}:{port}"


def _prepare(record: Record, console: Console) -> None:
    """What a record of an earlier version has yet to note down."""
    if not exposing.is_done(record):
        console.print("noting down once whom the reports expose; this takes a while for many reports")
        exposing.catch_up(record)


def _serve(
    record: Record,
    door: "Door",
    listening: socket.socket,
    opened_at: str | None,
    proxied: bool,
    certificate: Path | None,
    key: Path | None,
) -> None:
    import uvicorn

    from rashomon.review import desk as application
    from rashomon.review import pace

    pace.even_out()
    server = uvicorn.Server(
        uvicorn.Config(
            application(record, door),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=proxied,
            ssl_certfile=certificate,
            ssl_keyfile=key,
            timeout_graceful_shutdown=5,
        )
    )
    if opened_at:
        threading.Thread(target=_open, args=(server, opened_at), daemon=True).start()
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])


def _open(server: object, address: str) -> None:
    import webbrowser

    while not getattr(server, "started", False):
        time.sleep(0.05)
    webbrowser.open(address)
