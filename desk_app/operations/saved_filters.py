# SPDX-License-Identifier: Apache-2.0
"""Filters of a list under a name of their own: kept for the whole office, one of them used when the list is opened.

What a filter holds is the list's own matter: values by name that JSON holds.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.data import saved_filter_list, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

MOST = 40
"""Filters of one list."""


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter of a list. `what`: its values by name; `first`: it is used when the list is opened."""

    no: int
    name: str
    what: Mapping[str, object]
    first: bool


def filters(desk: Desk, page: str) -> tuple[SavedFilter, ...]:
    """The filters of a list, by name; what a newer version wrote and nobody here can read is left out."""
    with desk.reading() as connection:
        rows = saved_filter_list.of_page(connection, page)
    found = []
    for row in rows:
        what = _read(row.what)
        if what is not None:
            found.append(SavedFilter(row.no, row.name or "", what, bool(row.first)))
    return tuple(found)


def save(desk: Desk, page: str, name: str, what: Mapping[str, object]) -> int:
    """Keep a filter under a name; one that is called so already becomes it. Returns its record. Raises Refused."""
    called = " ".join(name.split())
    if not called:
        raise errors.Refused(N_("Beri nama saringan ini."))
    text = json.dumps(dict(what), ensure_ascii=False, sort_keys=True)

    def work(unit: unit_of_work.Unit) -> int:
        held = saved_filter_list.of_page(unit.connection, page)
        for row in held:
            if (row.name or "").casefold() == called.casefold():
                unit.set(records.SAVED_FILTER, row.no, {"name": called, "what": text})
                return int(row.no)
        if len(held) >= MOST:
            many = N_("Paling banyak {most} saringan untuk satu daftar. Hapus dahulu yang lama.")
            raise errors.Refused(many, most=MOST)
        return unit.create(records.SAVED_FILTER, {"page": page, "name": called, "what": text})

    return transact(desk, N_("Saringan disimpan"), work)


def use_first(desk: Desk, page: str, no: int | None) -> None:
    """Use a filter when the list is opened, and no other one; None: no filter of these."""

    def work(unit: unit_of_work.Unit) -> None:
        for row in saved_filter_list.of_page(unit.connection, page):
            wanted = row.no == no
            if bool(row.first) != wanted:
                unit.set(records.SAVED_FILTER, row.no, {"first": wanted or None})

    transact(desk, N_("Saringan saat dibuka"), work)


def delete(desk: Desk, no: int) -> None:
    """Forget a filter; undo brings it back."""
    transact(desk, N_("Saringan dihapus"), lambda unit: unit.delete(records.SAVED_FILTER, no))


def _read(text: str | None) -> dict[str, object] | None:
    try:
        found = json.loads(text or "")
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
