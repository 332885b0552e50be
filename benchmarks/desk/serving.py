"""The desk as a process of its own, and what it takes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Served:
    """Where the desk is, and which process it is."""

    address: str
    process: int

    def seconds(self) -> float:
        """Of processor time that it has taken."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def memory(self) -> int:
        """Bytes that it held at most."""
        lines = Path(f"/proc/{self.process}/status").read_text().splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


@contextmanager
def served(record: str, port: int, profile: Path | None) -> Iterator[Served]:
    """`rashomon desk` over a record, as soon as it answers; with `profile`, what it was doing is written there."""
    desk = ["desk", record, "--port", str(port)]
    command = (
        ["-m", "benchmarks.desk.sampling", str(profile), *desk]
        if profile
        else ["-c", "from rashomon.cli import main; main()", *desk]
    )
    process = subprocess.Popen([sys.executable, *command])
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, process)
        yield Served(address, process.pid)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _wait(address: str, process: "subprocess.Popen[bytes]", seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx2.get(f"{address}/incidents", timeout=seconds)
            return
        except httpx2.TransportError:
            time.sleep(0.2)
    raise SystemExit(f"the desk at {address} does not answer; is the port free?")
