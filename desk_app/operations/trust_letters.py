# SPDX-License-Identifier: Apache-2.0
"""Letters between an office and its authority: the answer to an invitation, the secret kept for a bad day."""

from collections.abc import Iterable

from desk_app.data import invitations, meta, rescues
from desk_app.data import trust as rows
from desk_app.data.database import Connection
from desk_app.domain import places
from desk_app.exchange import letters
from desk_app.operations import trust, vouching
from desk_app.operations.desk import Desk

INVITATION = 16
"""Bytes of an invitation's id; its key follows."""


def letters_to(desk: Desk, connection: Connection, place: str) -> list[letters.Letter]:
    """What only the office at a place reads: the answer to its invitation, the secret that it keeps for a bad day."""
    own = desk.identity
    authority = rows.root_of(connection, place)
    if authority is None or place == own.place or not places.is_within(own.place, place):
        return []
    known = meta.read(connection)
    written = []
    invited = known.get("invitation")
    if invited is not None and rows.card_of(connection, own.public) is None:
        written.append(letters.make_join(trust.request_of(own), invited[:INVITATION], invited[INVITATION:]))
    if "rescue_secret" in known:
        written.append(letters.make_rescue(int(known["rescue_number"]), known["rescue_secret"].decode()))
    return written


def read_letters(
    connection: Connection, own: meta.Identity, sender: bytes, written: Iterable[letters.Letter], now: int
) -> bool:
    """Act on the letters in a package; returns whether anybody was vouched for by them."""
    joined = False
    for letter in written:
        match letter.kind:
            case letters.JOIN:
                joined |= _welcome(connection, own, letters.read_join(letter), now)
            case letters.RESCUE:
                told = letters.read_rescue(letter)
                one = trust.author(connection, own, sender)
                if one is not None and one.valid and trust.is_authority(own) and _beneath(one.place, own.place):
                    rescues.keep(connection, sender, told.number, told.secret, now)
    return joined


def _welcome(connection: Connection, own: meta.Identity, join: letters.Join, now: int) -> bool:
    """Vouch for the office that answers an invitation made here; an invitation serves one office only."""
    invited = invitations.find(connection, join.invitation)
    if invited is None or invited.used_by not in (None, join.card.key) or invited.place != join.card.place:
        return False
    if not join.holds(invited.key) or rows.card_of(connection, join.card.key) is not None:
        return False
    vouching.issue(connection, own, join.card, now)
    invitations.use(connection, join.invitation, join.card.key)
    return True


def _beneath(place: str, authority: str) -> bool:
    return place != authority and places.is_within(place, authority)
