# SPDX-License-Identifier: Apache-2.0
"""The key slot under a secret that the kabupaten keeps: told over the phone when every password is forgotten."""

from desk_app.data import keys, meta
from desk_app.operations.desk import Desk

KIND = "rescue"
_DUE = "rescue_due"


def renew(desk: Desk, *, key_memory: int = keys.MEMORY) -> None:
    """Make a fresh secret that opens this office, for the office above to keep; the one before opens nothing more.

    It stands in the database before the key file has it: a secret that is in the key file alone nobody could tell.
    """
    secret = keys.new_recovery_secret()

    def run() -> None:
        with desk.store.writing() as connection:
            number = int(meta.read(connection).get("rescue_number", b"0")) + 1
            told = {"rescue_number": str(number), "rescue_secret": secret, _DUE: "1"}
            meta.write(connection, {name: value.encode() for name, value in told.items()})

    desk.on_writer(run)
    complete(desk, key_memory=key_memory)


def complete(desk: Desk, *, key_memory: int = keys.MEMORY) -> None:
    """Put the secret into the key file if the power went before it was there."""
    with desk.reading() as connection:
        told = meta.read(connection)
    if _DUE not in told:
        return
    secret = keys.plain_recovery_secret(told["rescue_secret"].decode())
    slot = keys.wrap(KIND, 0, "", secret, desk.data_key, memory=key_memory)
    keys.save(keys.with_slot(keys.load(desk.folder), slot), desk.folder)

    def run() -> None:
        with desk.store.writing() as connection:
            meta.forget(connection, [_DUE])

    desk.on_writer(run)


def is_kept(desk: Desk) -> bool:
    """Whether this office has such a slot: only one that came from a ready file has."""
    return any(slot.kind == KIND for slot in keys.load(desk.folder).slots)
