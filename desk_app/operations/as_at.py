# SPDX-License-Identifier: Apache-2.0
"""The office as it was: a desk that shows what was known after an earlier transaction, at a clock that stands there.

Papers, lists and figures are gathered from it as from the desk of today (decision 0023). Its data are a copy, closed
with the office's own key, in `office/past/`: kept while the same moment is asked for, removed with the desk, and at
the next opening after a program that broke off.
"""

import contextlib
import copy
import dataclasses
import threading
import weakref
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from secrets import token_hex
from typing import TypeVar

from desk_app.base import files
from desk_app.base.progress import Progress, Steps
from desk_app.data import arrivals, as_at, count_store, duplicates, meta, rows
from desk_app.data import standing as derived
from desk_app.domain import errors, records, words
from desk_app.operations import changed, elections, issue_secrecy, standing
from desk_app.operations.desk import Desk

N_ = words.N_
T = TypeVar("T")

FOLDER = "past"

PATIENCE = 5.0
"""Seconds for which closing an office waits for who reads from its past."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the office: what its transactions up to `arrival` made, looked at when its clock said `at`."""

    arrival: int
    at: int


@dataclass(slots=True)
class _Shelf:
    """The one copy that a desk keeps; who reads from it or exchanges it holds `guard`.

    `counts`: the files of totals that the desk has open, of which one may belong to the copy.
    """

    counts: count_store.OpenedStores
    guard: threading.Lock = field(default_factory=threading.Lock)
    key: object = None
    store: as_at.PastDatabase | None = None


_SHELVES: "weakref.WeakKeyDictionary[Desk, _Shelf]" = weakref.WeakKeyDictionary()
_MAKING = threading.Lock()


def still(desk: Desk, at: int) -> Desk:
    """The same desk with a clock that stands: what is gathered once comes out the same when it is gathered again."""
    stands = copy.copy(desk)
    stands.now = lambda: at
    return stands


def moment_of(desk: Desk, at: int) -> Moment:
    """The state of the office at a moment of its clock (`data.arrivals.at_moment`).

    Raises Refused for one before the office was made; a demonstration, set in a day of long ago, has always been there.
    """
    with desk.reading() as connection:
        arrival = arrivals.at_moment(connection, at)
        if not arrival and "rehearsal_day" in meta.read(connection):
            arrival = arrivals.latest(connection)
    if not arrival:
        raise errors.Refused(N_("Pada waktu itu data kantor ini belum ada di komputer ini. Pilih waktu sesudahnya."))
    return Moment(arrival, at)


def is_past(desk: Desk, moment: Moment) -> bool:
    """Whether anything came in after it."""
    with desk.reading() as connection:
        return moment.arrival < arrivals.latest(connection)


def reading(desk: Desk, moment: Moment, work: Callable[[Desk], T]) -> Steps[T]:
    """Let `work` read from the desk of a moment; it may be stopped while the copy is made.

    Where nothing came in since, it reads from the office itself. Raises Refused where the disk is full.
    """
    if not is_past(desk, moment):
        return work(still(desk, moment.at))
    shelf = _shelf(desk)
    with shelf.guard:
        store = yield from _opened(desk, shelf, moment)
        return work(_desk_of(desk, store, moment))


def seen_by(past: Desk, operator: str, remembered: Mapping[str, object]) -> Desk:
    """The same desk for a paper that another operator issued, and with some things as they are known today."""
    seen = copy.copy(past)
    seen.remembered = {**past.remembered, **remembered}
    if operator:
        seen.operator = dataclasses.replace(past.operator, name=operator)
    return seen


def sweep(folder: Path) -> int:
    """Remove what a program that broke off left in an office's folder; returns how many files.

    What another program holds stays until the next time: an office opens all the same.
    """
    gone = 0
    for path in (folder / FOLDER).glob("*"):
        with contextlib.suppress(OSError):
            files.patiently(path.unlink)
            gone += 1
    return gone


def _shelf(desk: Desk) -> _Shelf:
    with _MAKING:
        shelf = _SHELVES.get(desk)
        if shelf is None:
            shelf = _SHELVES[desk] = _Shelf(desk.opened_counts)
            desk.before_close.append(lambda: _put_away(shelf))
        return shelf


def _put_away(shelf: _Shelf) -> None:
    """Remove the copy, unless somebody still reads from it for a while: then the next opening does."""
    if shelf.guard.acquire(timeout=PATIENCE):
        try:
            _let_go(shelf)
        finally:
            shelf.guard.release()


def _let_go(shelf: _Shelf) -> None:
    store, shelf.store, shelf.key = shelf.store, None, None
    if store is not None:
        shelf.counts.put_away(store.path)
        store.close()
        _remove(store.path)


def _remove(path: Path) -> None:
    for one in path.parent.glob(f"{path.name}*"):
        files.patiently(one.unlink)


def _opened(desk: Desk, shelf: _Shelf, moment: Moment) -> Steps[as_at.PastDatabase]:
    with desk.reading() as connection:
        hidden = issue_secrecy.hidden(desk, connection, as_at.issues_in_confidence(connection))
    key = moment, hidden
    if shelf.store is None or shelf.key != key:
        _let_go(shelf)
        shelf.store = yield from _made(desk, moment, hidden)
        shelf.key = key
    return shelf.store


def _made(desk: Desk, moment: Moment, hidden: frozenset[int]) -> Steps[as_at.PastDatabase]:
    """A copy taken back. One that is not finished leaves nothing."""
    folder = desk.folder / FOLDER
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        raise errors.Refused(
            N_("Folder kantor {folder} tidak dapat ditulis: {reason}."), folder=folder, reason=fault.strerror or fault
        ) from fault
    path = folder / f"{token_hex(6)}.db"
    store: as_at.PastDatabase | None = None
    try:
        yield from _copied(desk, path)
        store = as_at.PastDatabase(path, desk.data_key)
        with store.writing() as connection:
            taken = yield from as_at.take_back(connection, moment.arrival, moment.at)
            yield Progress(0, None, N_("Menghitung kesiapan waktu itu"))
            moved = duplicates.follow(connection, taken.records)
            derived.sum_areas(connection, taken.districts)
            watched = taken.watched | derived.subjects_of(connection, moved)
            standing.reckon(
                desk, connection, watched, lambda code, regency: elections.event(connection, code, regency)
            )
            as_at.veil(connection, sorted(hidden))
        store.is_settled = True
        return store
    except BaseException:
        if store is not None:
            store.close()
        _remove(path)
        raise


def _copied(desk: Desk, path: Path) -> Steps[None]:
    told: SimpleQueue[Progress | None] = SimpleQueue()
    stopped = threading.Event()

    def hear(left: int, total: int) -> None:
        if stopped.is_set():
            raise _Stopped
        told.put(Progress(total - left, total, N_("Menyalin data untuk waktu lampau")))

    with ThreadPoolExecutor(1, "desk past") as copier:
        running = copier.submit(as_at.copy, desk.store, path, hear)
        running.add_done_callback(lambda _done: told.put(None))
        try:
            while (step := told.get()) is not None:
                yield step
            running.result()
        finally:
            stopped.set()


def _desk_of(desk: Desk, store: as_at.PastDatabase, moment: Moment) -> Desk:
    """A desk that reads from the copy: with the name the office had, and the rights of who is at the keyboard today."""
    past = still(desk, moment.at)
    past.store, past.present, past.joined = store, desk, None
    past.news, past.remembered, past.before_close = changed.News(), {}, []
    own = desk.identity
    with store.reading() as connection:
        no = rows.find(connection, records.OFFICE, (own.place, own.code))
        was = rows.row(connection, records.OFFICE, no) if no is not None else {}
    past.identity = dataclasses.replace(own, name=was.get("name") or own.name, short=was.get("short") or own.short)
    return past


class _Stopped(Exception):
    """Ends a copy that is not wanted any more."""
