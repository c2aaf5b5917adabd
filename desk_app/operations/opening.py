# SPDX-License-Identifier: Apache-2.0
"""Opening an office: unlocked, brought to this version, and told apart from a copy before anything is typed."""

from pathlib import Path

from desk_app.base import clock
from desk_app.data import alarms, database, keys, meta, migrations
from desk_app.operations import as_at, replicas, rescue
from desk_app.operations.desk import DATABASE, Desk, lock_folder, rehearsal_clock


def open_office(folder: Path, password: str, *, name: str | None = None, now: clock.Clock = clock.now) -> Desk:
    """Open the office in a folder with an operator's password. Raises Refused and its kinds."""
    ring = keys.load(folder)
    data_key, slot = keys.unlock(ring, password, name)
    opened = open_with_key(folder, data_key, slot, now=now)
    if slot != ring.account(slot.number) and not opened.only_read:
        keys.save(keys.with_slot(ring, slot), folder)  # an earlier version gave the account no key of its own
    return opened


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
        try:
            as_at.sweep(folder)
            replicas.guard(opened)
            rescue.complete(opened)
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
