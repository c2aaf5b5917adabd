# SPDX-License-Identifier: Apache-2.0
"""Phones of members and contacts: only of this office, in no package, no list for others and no paper."""

import re
from collections.abc import Sequence

from desk_app.data import roster_list, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Phone = roster_list.Phone

_FEWEST = 3


def phones(desk: Desk, owners: Sequence[int] = ()) -> dict[int, Phone]:
    """The phone of each of some records (of all without a list), by owner."""
    with desk.reading() as connection:
        return {one.owner: one for one in reversed(roster_list.phones(connection, owners))}


def phone(desk: Desk, owner: int) -> str:
    """The number of somebody, "" where none is kept."""
    found = phones(desk, [owner]).get(owner)
    return found.number if found is not None else ""


def set_phone(desk: Desk, owner: int, number: str, note: str = "") -> None:
    """Keep somebody's number; an empty one takes it away. Raises Refused for what is no number."""
    text = " ".join(number.split())
    if text and (not re.fullmatch(r"[0-9+()/ .-]+", text) or sum(letter.isdigit() for letter in text) < _FEWEST):
        raise errors.Refused(N_("“{text}” bukan nomor telepon. Tulis angka saja, seperti 0812 3456 789."), text=text)

    def work(unit: unit_of_work.Unit) -> None:
        held = roster_list.phones(unit.connection, [owner])
        for one in held if not text else held[1:]:
            unit.delete(records.PHONE, one.no)
        if text and held:
            unit.set(records.PHONE, held[0].no, {"number": text, "note": note or None})
        elif text:
            unit.create(records.PHONE, {"owner": owner, "number": text, "note": note})

    transact(desk, N_("Nomor telepon"), work)
