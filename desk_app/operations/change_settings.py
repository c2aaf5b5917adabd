# SPDX-License-Identifier: Apache-2.0
"""Changing the office's settings and pictures: journaled like everything else, and undone like it."""

from desk_app.data import unit_of_work
from desk_app.domain import errors, records, words
from desk_app.operations import settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


def set_many(desk: Desk, values: dict[str, str]) -> None:
    """Write settings, as one change that can be undone. Raises KeyError for one that does not exist.

    Another language is spoken by the next window: half of one in each would be read by nobody.
    """

    def work(unit: unit_of_work.Unit) -> None:
        for name, value in values.items():
            settings.put(unit, desk.identity.place, name, value)

    transact(desk, N_("Pengaturan"), work)


def set_arms(desk: Desk, name: str, data: bytes) -> None:
    """Keep the arms of a letterhead from a file: PNG, JPEG or SVG. Raises Refused for anything else, and in words."""
    from desk_app.pictures import arms

    try:
        made = arms.made(data)
    except errors.Damaged as fault:
        raise errors.Refused(N_("Gambar tidak dapat dibaca. Pakai berkas PNG, JPEG, atau SVG.")) from fault
    set_picture(desk, name, made)


def set_picture(desk: Desk, name: str, data: bytes | None) -> None:
    """Keep an image for the letterhead, or take it away."""
    transact(
        desk,
        N_("Pengaturan"),
        lambda unit: unit.put(records.SETTING, (desk.identity.place, f"picture:{name}"), {"data": data}),
    )
