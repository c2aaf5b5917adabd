# SPDX-License-Identifier: Apache-2.0
"""What a new office does first, so that it can exchange data at all: prepare the others, join, send once."""

from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.data import trust as trust_rows
from desk_app.data import unsent_list
from desk_app.domain import places
from desk_app.operations import office_list, outgoing, ready_offices, silence, trust
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class Step:
    """In words, and the part of Kirim & Terima where it is done: "prepare", "offices" or "send"."""

    words: str
    show: str


def first_step(desk: Desk) -> Step | None:
    """The step that is still to be done, None once data go to and fro."""
    if trust.is_authority(desk.identity):
        return _of_authority(desk)
    above = places.parent(desk.identity.place)
    if above is None:
        return None
    with desk.reading() as connection:
        joined = bool(trust_rows.cards_at(connection, above))
        sent = unsent_list.last_number_to(connection, above) is not None
    if not joined:
        office = outgoing.office_name(desk, above)
        return Step(_("Kantor ini belum bergabung dengan {office}").format(office=office), "offices")
    if not sent:
        return Step(_("Kirim Data pertama, supaya kantor ini terdaftar di kabupaten/kota"), "send")
    return None


def _of_authority(desk: Desk) -> Step | None:
    if silence.has_begun(desk):
        return None
    below = [one for one in ready_offices.listing(desk) if not one.own]
    if not below or any(one.state is not ready_offices.State.NONE for one in below):
        return None
    prepare = office_list.prepare_words(desk)
    return Step(_("{prepare}: belum ada yang bergabung").format(prepare=prepare), "prepare")
