# SPDX-License-Identifier: Apache-2.0
"""The key slot under a secret that the kabupaten keeps: told over the phone when every password is forgotten."""

from desk_app.data import keys, meta
from desk_app.operations.desk import Desk

KIND = "rescue"


def renew(desk: Desk, *, key_memory: int = keys.MEMORY) -> None:
    """Make a fresh secret that opens this office, for the office above to keep; the one before opens nothing more."""
    secret = keys.new_recovery_secret()

    def run() -> None:
        with desk.store.writing() as connection:
            number = int(meta.read(connection).get("rescue_number", b"0")) + 1
            meta.write(connection, {"rescue_number": str(number).encode(), "rescue_secret": secret.encode()})

    slot = keys.wrap(KIND, 0, "", keys.plain_recovery_secret(secret), desk.data_key, memory=key_memory)
    keys.save(keys.with_slot(keys.load(desk.folder), slot), desk.folder)
    desk.on_writer(run)


def is_kept(desk: Desk) -> bool:
    """Whether this office has such a slot: only one that came from a ready file has."""
    return any(slot.kind == KIND for slot in keys.load(desk.folder).slots)
