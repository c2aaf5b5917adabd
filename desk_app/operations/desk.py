# SPDX-License-Identifier: Apache-2.0
"""An open office: its folder, its database, who is at the keyboard, and the one thread that writes.

office/
  desk.db      the encrypted database      desk.keys   the key slots
  backup/      verified copies             outbox/     packages before they go to a stick
  photos/      contents of attachments, encrypted
  past/        a copy taken back to an earlier moment, while it is asked for
  desk.lock    held while the office is open by a program
"""

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import filelock

from desk_app.base import clock
from desk_app.data import attachments_kept, count_store, database, keys, meta, unit_of_work
from desk_app.domain import errors, words
from desk_app.operations import changed

N_ = words.N_
T = TypeVar("T")

DATABASE = "desk.db"
LOCK = "desk.lock"
BACKUPS = "backup"
OUTBOX = "outbox"
NEWER = N_(
    "Hanya dapat dibaca: data kantor ini dibuat oleh versi program yang lebih baru. "
    "Perbarui program untuk mengisi lagi; tidak ada yang berubah sampai itu."
)
DAY = 24 * 60 * 60


class Desk:
    """An open office. Use as a context manager, or `close` it. Made by `opening.open_office` and `create_office`."""

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
        self.attachments = attachments_kept.Kept(folder / attachments_kept.FOLDER, data_key)
        self.now = now
        self.dice: Callable[[int], bytes] = secrets.token_bytes
        self.news = changed.News()
        self.remembered: dict[str, object] = {}
        """Settings and events as last read; emptied by the write that alters one."""
        self.joined: unit_of_work.Unit | None = None
        """The transaction that runs and that verbs join (`transact.together`); the writer's alone."""
        self.present: Desk | None = None
        """Of a desk of the past (`as_at`) the desk of today: who may read what is asked there."""
        self.count_secret: bytes | None = None
        """The secret half of the office's key of the count, once somebody who holds it is here (`count_keys`)."""
        self.count_rights: frozenset[str] = frozenset()
        """What it was opened for, where two have opened it together."""
        self.count_put_away: list[Callable[[], None]] = []
        """What lets go of opened figures when that key is put away."""
        self.opened_counts = count_store.OpenedStores()
        """The files of totals that are open (`tally`): one for the office and its desks of the past."""
        self.count_lock = threading.Lock()
        """Held by who weighs what was copied; one at a time."""
        self.before_close: list[Callable[[], None]] = []
        """What lets go of what was opened with this desk."""
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

    @property
    def only_read(self) -> str:
        """Why nothing can be written, in words (a msgid); "" where all can."""
        return NEWER if self.store.is_newer else ""

    @property
    def is_writer(self) -> bool:
        """Whether this is the writer thread."""
        return threading.get_ident() == self._writer_ident

    def on_writer(self, work: Callable[[], T]) -> T:
        """Run work on the writer thread and wait for its result; its exceptions come through."""
        if self.is_writer:
            return work()
        return self._writer.submit(work).result()

    def begin_on_writer(self, work: Callable[[], T]) -> Future[T]:
        """Let the writer thread do work when it comes to it; not asked from there, where it would wait for itself."""
        return self._writer.submit(work)

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        for let_go in self.before_close:
            let_go()
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


def rehearsal_clock(values: Mapping[str, bytes], now: clock.Clock) -> clock.Clock:
    """The clock of an office: this computer's, or for a demonstration that hour on the day it is set in."""
    pretended = values.get("rehearsal_day")
    if pretended is None:
        return now
    start = int(pretended)
    return lambda: start + (now() - start) % DAY
