# SPDX-License-Identifier: Apache-2.0
"""What the office calls itself: the name of the desk and its short code, here and in every package it sends."""

from dataclasses import replace

from desk_app.data import meta, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations import changed, offices
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


def rename(desk: Desk, *, name: str | None = None, short: str | None = None) -> None:
    """Give the desk another name or short code. Raises Refused for an empty or too long one."""
    before = desk.identity
    after = replace(
        before,
        name=before.name if name is None else _checked("name", name),
        short=before.short if short is None else _checked("short", short).upper(),
    )
    if after == before:
        return

    def work(unit: unit_of_work.Unit) -> None:
        meta.write(unit.connection, meta.identity_values(after))
        offices.announce_office(unit, after)

    # Kind "setup": an undo would take back the record and leave the name that the database knows of itself.
    transact(desk, N_("Nama kantor"), work, kind="setup")
    desk.identity = after
    desk.news.tell(changed.Changed(frozenset({"office"})))  # the commit was told before the name was here


def _checked(field: str, typed: str) -> str:
    value = records.OFFICE.field(field).check(typed)
    if not isinstance(value, str):
        raise errors.Refused(
            N_("{field} tidak boleh kosong."), field=words.phrase(records.OFFICE.field(field).label)
        )
    return value
