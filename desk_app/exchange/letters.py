# SPDX-License-Identifier: Apache-2.0
"""Letters for the one receiver of a package: an office that joins by its invitation, a secret kept for a bad day, the
photos that an office has not got.

A letter lies inside the box, so only the receiver reads it; it is not passed on. The kinds are words, and a kind that
this version does not know is left alone.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.exchange import entries, wire
from desk_app.exchange.cards import Card

JOIN = "join"
RESCUE = "rescue"
PHOTOS = "photos"
LONGEST_SECRET = 200
MOST_WANTED = 2048
"""Contents that a letter asks for; what is beyond is asked for by a later one."""

_DIGEST = 32


@dataclass(frozen=True, slots=True)
class Letter:
    """A kind, and bytes that those who know the kind understand."""

    kind: str
    payload: bytes


@dataclass(frozen=True, slots=True)
class Join:
    """An office's card request with the code of the invitation it came with; `holds` tells if it knew the key."""

    card: Card
    invitation: bytes
    code: bytes

    def holds(self, invitation_key: bytes) -> bool:
        """Whether whoever wrote this held the invitation's key, and the card is signed by its own."""
        told = _code(invitation_key, self.invitation, self.card.to_wire())
        return self.card.is_request and self.card.holds() and hmac.compare_digest(told, self.code)


@dataclass(frozen=True, slots=True)
class Rescue:
    """The secret of the key slot that the office above keeps: which one, and what opens it."""

    number: int
    secret: str


def make_join(request: Card, invitation: bytes, invitation_key: bytes) -> Letter:
    """The answer to an invitation (its 16-byte id and its key): the office asks for a card in its own name."""
    card = request.to_wire()
    return Letter(JOIN, wire.dump([card, invitation, _code(invitation_key, invitation, card)]))


def read_join(letter: Letter) -> Join:
    """Raises BadBytes; whether it may be believed says `Join.holds`."""
    card, invitation, code = entries.row(wire.load(letter.payload, most=4), 3)
    return Join(Card.from_wire(entries.octets(card)), entries.octets(invitation, 16), entries.octets(code, 32))


def make_rescue(number: int, secret: str) -> Letter:
    return Letter(RESCUE, wire.dump([number, secret]))


def read_rescue(letter: Letter) -> Rescue:
    """Raises BadBytes."""
    number, secret = entries.row(wire.load(letter.payload, most=3), 2)
    return Rescue(entries.count(number), entries.text(secret, LONGEST_SECRET))


@dataclass(frozen=True, slots=True)
class Wanted:
    """The contents of attachments (their SHA-256) that one computer names and has not got; a later word replaces it."""

    version: int
    digests: tuple[bytes, ...]


def make_wanted(version: int, digests: Iterable[bytes]) -> Letter:
    """What is asked for; of more than a letter holds the first."""
    chosen = b"".join(list(digests)[:MOST_WANTED])
    return Letter(PHOTOS, wire.dump([version, chosen]))


def read_wanted(letter: Letter) -> Wanted:
    """Raises BadBytes."""
    version, joined = entries.row(wire.load(letter.payload, most=3), 2)
    raw = entries.octets(joined)
    if len(raw) % _DIGEST or len(raw) > _DIGEST * MOST_WANTED:
        raise wire.bad("not the names of contents")
    return Wanted(
        entries.count(version), tuple(raw[start : start + _DIGEST] for start in range(0, len(raw), _DIGEST))
    )


def _code(invitation_key: bytes, invitation: bytes, card: bytes) -> bytes:
    return hmac.digest(invitation_key, wire.dump(["desk join", 1, invitation, card]), hashlib.sha256)
