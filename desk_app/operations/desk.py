# SPDX-License-Identifier: Apache-2.0
"""An open office: its folder, its database, who is at the keyboard, and the one thread that writes.

office/
  desk.db      the encrypted database      desk.keys   the key slots
  backup/      verified copies             outbox/     packages before they go to a stick
  desk.lock    held while the office is open by a program
"""

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import filelock

from desk_app.base import clock
from desk_app.data import alarms, database, keys, meta, migrations
from desk_app.domain import errors, words
from desk_app.operations import changed

N_ = words.N_
T = TypeVar("T")

DATABASE = "desk.db"
LOCK = "desk.lock"
BACKUPS = "backup"
OUTBOX = "outbox"
DAY = 24 * 60 * 60


class Desk:
    """An open office. Use as a context manager, or `close` it. Made by `open_office` and `create_office`."""

    def __init__(
        self,
        folder: Path,
        store: database.Database,
        identity: meta.Identity,
        operator: keys.Slot,
        data_key: bytes,
        lock: filelock.BaseFileLock,
        now: clock.Clock,
    ) -> None:
        self.folder = folder
        self.store = store
        self.identity = identity
        self.operator = operator
        self.data_key = data_key
        self.now = now
        self.dice: Callable[[int], bytes] = secrets.token_bytes
        self.news = changed.News()
        self.remembered: dict[str, object] = {}
        """Settings and events as last read; emptied by the write that alters one."""
        self._lock = lock
        self._closed = False
        self._writer = ThreadPoolExecutor(1, "desk writer")
        self._writer_ident = self._writer.submit(threading.get_ident).result()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *fault: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[database.Connection]:
        """A connection that sees one state of the office's data."""
        with self.store.reading() as connection:
            yield connection

    def on_writer(self, work: Callable[[], T]) -> T:
        """Run work on the writer thread and wait for its result; its exceptions come through."""
        if threading.get_ident() == self._writer_ident:
            return work()
        return self._writer.submit(work).result()

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self._writer.shutdown()
        self.store.close()
        self._lock.release()


def lock_folder(folder: Path) -> filelock.BaseFileLock:
    """Take the office for this program alone. Raises Refused while another one has it open."""
    # Not of one thread: an office is opened by a worker and closed by the window.
    lock = filelock.FileLock(folder / LOCK, thread_local=False)
    try:
        lock.acquire(timeout=0.5)
    except filelock.Timeout as fault:
        raise errors.Refused(
            N_("Kantor ini sedang dibuka oleh program lain di komputer ini. Tutup dahulu program itu.")
        ) from fault
    except OSError as fault:
        raise errors.Refused(
            N_("Folder kantor {folder} tidak dapat ditulis: {reason}."),
            folder=folder,
            reason=fault.strerror or str(fault),
        ) from fault
    return lock


def open_office(
    folder: Path, password: str, *, name: str | None = None, now: clock.Clock = clock.now
) -> Desk:
    """Open the office in a folder with an operator's password. Raises Refused and its kinds."""
    ring = keys.load(folder)
    data_key, slot = keys.unlock(ring, password, name)
    return open_with_key(folder, data_key, slot, now=now)


def open_with_key(
    folder: Path, data_key: bytes, slot: keys.Slot, *, now: clock.Clock = clock.now, guarded: bool = True
) -> Desk:
    """Open with the data key itself, as after a recovery sheet was used.

    `guarded`: before anything else is written, a database that was restored or copied takes a new identity. One that
    a later version of the program wrote can be read alone: whatever would write is refused in words.
    """
    lock = lock_folder(folder)
    try:
        store = database.Database(folder / DATABASE, data_key, even_newer=True)
        try:
            if not store.is_newer:
                _bring_up(store, now)
            with store.reading() as connection:
                values = meta.read(connection)
            identity = meta.identity(values)
        except BaseException:
            store.close()
            raise
    except BaseException:
        lock.release()
        raise
    opened = Desk(folder, store, identity, slot, data_key, lock, rehearsal_clock(values, now))
    if guarded and not store.is_newer:
        from desk_app.operations import replicas  # it writes to an open office, so it stands above this file

        try:
            replicas.guard(opened)
        except BaseException:
            opened.close()
            raise
    return opened


def _bring_up(store: database.Database, now: clock.Clock) -> None:
    """Bring a file to this version, and raise an alarm where what was saved last was taken away."""
    with store.writing() as connection:
        migrations.upgrade(connection, store.version)
        migrations.follow_declarations(connection)
        if store.lost_journal:
            alarms.add(connection, now(), "lost_journal", "", {})


def rehearsal_clock(values: Mapping[str, bytes], now: clock.Clock) -> clock.Clock:
    """The clock of an office: this computer's, or for a demonstration that hour on the day it is set in."""
    pretended = values.get("rehearsal_day")
    if pretended is None:
        return now
    start = int(pretended)
    return lambda: start + (now() - start) % DAY
