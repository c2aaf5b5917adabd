# SPDX-License-Identifier: Apache-2.0
"""The one door for writing: begin, do, journal, derive, commit, announce — on the one writer thread."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

from desk_app.base.progress import Progress, Steps
from desk_app.data import sight, unit_of_work
from desk_app.operations import changed, standing
from desk_app.operations.desk import Desk

T = TypeVar("T")

MANY = 500
"""Beyond so many records, those who listen look at everything again."""


def transact(
    desk: Desk,
    label: str,
    work: Callable[[unit_of_work.Unit], T],
    *,
    kind: str = "edit",
    undoes: int | None = None,
) -> T:
    """Run `work` in one transaction and return its result after the commit; an exception leaves nothing behind.

    `label`: what the operator did, a msgid such as N_("Isian kesiapan"); undo and the history show it.
    Within `together` the work joins the transaction that runs.
    """

    def run() -> T:
        if desk.joined is not None:
            joined = work(desk.joined)
            desk.joined.flush()
            return joined
        with desk.store.writing() as connection:
            unit = unit_of_work.Unit(
                connection,
                unit_of_work.Author(desk.identity.replica, desk.identity.place, desk.operator.number),
                now=desk.now(),
                salt=lambda: desk.dice(16),
                kind=kind,
                label=label,
                undoes=undoes,
            )
            result = work(unit)
            unit.finish()
            derived = standing.follow(desk, connection, unit.touched)
            if not unit.written:
                connection.get_transaction().rollback()  # type: ignore[union-attr]
                return result
            if unit.projector.disputes_moved:
                derived |= {"conflict"}
            touched = dict(unit.touched)
        announce(desk, touched, derived, tuple(unit.met))
        return result

    return desk.on_writer(run)


def together(desk: Desk, label: str, work: Callable[[], T]) -> T:
    """Run `work`, which calls verbs one after the other, in one transaction, undone as one.

    What the verbs read is what stood before it began.
    """

    def run() -> T:
        def joined(unit: unit_of_work.Unit) -> T:
            before, desk.joined = desk.joined, unit
            try:
                return work()
            finally:
                desk.joined = before

        return transact(desk, label, joined)

    return desk.on_writer(run)


def in_steps(desk: Desk, label: str, work: Callable[[unit_of_work.Unit], Steps[T]]) -> Steps[T]:
    """Run long `work` in one transaction, undone as one; its steps come out here while the writer thread does it.

    Closed before its end, as when the clerk stops it, the transaction is rolled back at the next step. Other saves wait
    meanwhile. Within `together`, or on the writer thread, it is done at once.
    """
    told: SimpleQueue[Progress | None] = SimpleQueue()
    stopped = threading.Event()

    def whole(unit: unit_of_work.Unit) -> T:
        steps = work(unit)
        while not stopped.is_set():
            try:
                told.put(next(steps))
            except StopIteration as end:
                result: T = end.value
                return result
        raise _Stopped

    if desk.is_writer:
        return transact(desk, label, whole)
    running = desk.begin_on_writer(lambda: transact(desk, label, whole))
    running.add_done_callback(lambda _done: told.put(None))
    try:
        while (step := told.get()) is not None:
            yield step
        return running.result()
    finally:
        stopped.set()
        running.exception()  # it has rolled back, or is through, before anything else is done


class _Stopped(Exception):
    """Ends a transaction that is not wanted any more."""


def announce(
    desk: Desk,
    touched: dict[int, int],
    derived: frozenset[str] = frozenset(),
    met: tuple[sight.Met, ...] = (),
) -> None:
    """Tell who listens what a committed transaction changed."""
    flags = changed.flags_of(set(touched.values())) | derived | {"saved"}
    if flags & {"setting", "election", "checklist", "candidate", "count_rules"}:
        desk.remembered.clear()
    desk.news.tell(
        changed.Changed(
            flags=flags,
            records=touched if len(touched) <= MANY else {},
            saved_at=desk.now(),
            met=met,
        )
    )
