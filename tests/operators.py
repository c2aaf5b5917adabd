# SPDX-License-Identifier: Apache-2.0
"""Other people at the keyboard of an open office: an operator, a verifikator, a pimpinan."""

from collections.abc import Iterator
from contextlib import contextmanager

from desk_app.data import keys
from desk_app.operations import accounts
from desk_app.operations.desk import Desk
from tests.small_offices import KEY_MEMORY, PASSWORD


@contextmanager
def at_the_keyboard(desk: Desk, role: accounts.Role, name: str = "") -> Iterator[None]:
    """Somebody of a role sits down; the one before comes back at the end."""
    wanted = name or f"Orang {role.value}"
    ring = keys.load(desk.folder)
    slot = next((one for one in ring.slots if one.name == wanted), None)
    if slot is None:
        made = accounts.add_account(desk, wanted, role, PASSWORD, key_memory=KEY_MEMORY)
        slot = keys.load(desk.folder).account(made.number)
    assert slot is not None
    before, desk.operator = desk.operator, slot
    try:
        yield
    finally:
        desk.operator = before
