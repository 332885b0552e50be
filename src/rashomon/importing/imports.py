"""The imports of a desk: one at a time, the others wait in order; each in a process of its own, all in the record's history."""

import multiprocessing
import secrets
import shutil
from collections import deque
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from threading import Condition, Thread

from sqlalchemy import select

from rashomon.archive import Record
from rashomon.archive.tables import report
from rashomon.engines.engine import batches
from rashomon.errors import NotInRecord, RashomonError
from rashomon.importing.child import work
from rashomon.importing.job import Job
from rashomon.importing.order import Order
from rashomon.importing.told import Import, State, import_of

EVENT = "import"
"""What an import is called in the record's history."""


SOON = 5.0
"""Seconds within which a process that is ended is gone."""


class Imports:
    """What is imported into a record by the people at one desk."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._jobs: dict[str, Job] = {}
        self._waiting: deque[Job] = deque()
        self._changed = Condition()
        self._closed = False
        self._thread: Thread | None = None

    def begin(self, order: Order, who: str) -> Import:
        """Import something as soon as what was asked for before is done."""
        made = datetime.now(UTC)
        id = secrets.token_hex(4)
        told = Import(id=id, who=who, made=made, what=order.what, state=State.waiting, inputs=order.countable)
        job = Job(order, told)
        with self._changed:
            self._jobs[told.id] = job
            self._waiting.append(job)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="imports", daemon=True)
                self._thread.start()
            self._changed.notify_all()
        return told

    def get(self, id: str) -> Import:
        """An import of now, or out of the record's history. Raises NotInRecord where there is none."""
        for each in self.all():
            if each.id == id:
                return each
        raise NotInRecord(f"there is no import {id!r}; those that there were stand at /import")

    def all(self) -> list[Import]:
        """Every import, the latest first."""
        with self._changed:
            here = {id: job.told for id, job in self._jobs.items()}
        events = (import_of(event.details) for event in self.record.events() if event.what == EVENT)
        before = {told.id: told for told in events}
        return sorted((before | here).values(), key=lambda told: told.made, reverse=True)

    def cancel(self, id: str) -> Import:
        """Break an import off. What it has read and confirmed is kept; what of it is not linked waits for the next."""
        with self._changed:
            job = self._jobs.get(id)
            if job is None or job.told.state.over:
                return self.get(id)
            job.cancelled = True
            waiting = job in self._waiting
            if waiting:
                self._waiting.remove(job)
            elif job.process:
                job.process.terminate()
        if waiting:
            self._end(job)
        return self.wait(id, SOON)

    def wait(self, id: str, seconds: float) -> Import:
        """The import, once it is over or the time is."""
        with self._changed:
            self._changed.wait_for(lambda: self._jobs[id].closed, seconds)
            return self._jobs[id].told

    def close(self) -> None:
        """End what is going on, and what waits."""
        with self._changed:
            self._closed = True
            open_ = [id for id, job in self._jobs.items() if not job.told.state.over]
            self._changed.notify_all()
        for id in open_:
            self.cancel(id)
        if self._thread:
            self._thread.join(10)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    return
                job = self._waiting.popleft()
                ear = self._start(job)
            if ear is not None:
                self._listen(job, ear)
            self._end(job)

    def _start(self, job: Job) -> Connection | None:
        """Start the process of an import. The address goes through a pipe: in a command line others could read its password."""
        context = multiprocessing.get_context("spawn")
        ear, mouth = context.Pipe(duplex=False)
        folder = self.record.folder
        where = str(folder) if folder else self.record.engine.url.render_as_string(hide_password=False)
        process = context.Process(target=work, args=(where, job.order, mouth), name="import", daemon=True)
        try:
            process.start()
        except OSError as error:
            job.hear("failed", f"no process could be started ({error.strerror}); try again later")
            return None
        mouth.close()
        job.begin(process)
        return ear

    def _listen(self, job: Job, ear: Connection) -> None:
        """Hear what the process says until it says no more."""
        with ear:
            while True:
                try:
                    what, of = ear.recv()
                except (EOFError, OSError):
                    break
                with self._changed:
                    job.hear(what, of)
        if job.process:
            job.process.join()

    def _end(self, job: Job) -> None:
        """Say what became of it, here and in the record's history."""
        held = self._held(job.ids)
        with self._changed:
            job.end(job.process.exitcode if job.process else None, held)
        if job.order.folder:
            shutil.rmtree(job.order.folder, ignore_errors=True)
        with suppress(RashomonError):  # a history that cannot be written now; the page tells it all the same
            self.record.log(EVENT, **job.told.details())
        with self._changed:
            job.closed = True
            self._changed.notify_all()

    def _held(self, ids: Collection[str]) -> set[str]:
        """Which of these reports the record has: of what was read last, not all was kept where an import was broken off.

        All, where it cannot be asked now: the imports that wait behind this one go on.
        """
        held: set[str] = set()
        try:
            with self.record.looking() as connection:
                for some in batches(sorted(ids), 1000):
                    held.update(connection.execute(select(report.c.id).where(report.c.id.in_(some))).scalars())
        except RashomonError:
            return set(ids)
        return held
