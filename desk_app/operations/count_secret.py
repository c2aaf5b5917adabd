# SPDX-License-Identifier: Apache-2.0
"""The secret half of the office's key of the count, as far as it is at hand for who is at the keyboard."""

from desk_app.data import count_boxes, keys
from desk_app.operations.desk import Desk


def secret_of(desk: Desk) -> bytes | None:
    """The secret half of the office's key of the count, if who is here opens it alone or two have opened it."""
    asked = desk.present or desk
    if asked.count_secret is None and asked.operator.secret:
        ring = keys.load(asked.folder)
        for one in ring.holders:
            if one.number == asked.operator.number and not one.pair:
                take(asked, ring, opened(asked.operator.secret, one.box), frozenset(one.rights))
    return asked.count_secret


def take(desk: Desk, ring: keys.Ring, secret: bytes | None, held_for: frozenset[str]) -> None:
    """Keep an opened key for the session, if it is the office's."""
    if secret is not None and count_boxes.public_half(secret) == ring.counts:
        desk.count_secret, desk.count_rights = secret, held_for


def opened(own: bytes, box: bytes) -> bytes | None:
    """What is in a holder's box, None where it is not for this key."""
    try:
        return count_boxes.open_box(own, box)
    except count_boxes.Unreadable:
        return None
