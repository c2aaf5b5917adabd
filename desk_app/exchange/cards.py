# SPDX-License-Identifier: Apache-2.0
"""Who is who: the root key of an authority, and the cards by which it vouches for the offices around it.

Every signed text is an array that begins with words of its own, so that no signature passes for one of another kind.
No card ends by a date: clocks are not to be trusted. A card is replaced by one with a higher version (exchange.md §13).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from desk_app.domain import places
from desk_app.exchange import boxes, entries, signatures, wire

MOST_REACH = 4096


@dataclass(frozen=True, slots=True)
class Root:
    """The keys of an authority: the one it signs cards with, and the spare one in the safe.

    Version 1 is signed by its own root key, each later one by the root or the spare key of the version before.
    """

    place: str
    version: int
    root_key: bytes
    spare_key: bytes
    signer: bytes
    signature: bytes

    def text(self) -> bytes:
        return wire.dump(["desk root", 1, self.place, self.version, self.root_key, self.spare_key])

    def holds(self) -> bool:
        """Whether it was signed by the key it names, which for version 1 is its own."""
        if self.version == 1 and self.signer != self.root_key:
            return False
        return signatures.holds(self.signer, self.text(), self.signature)

    def to_wire(self) -> bytes:
        keys = [self.root_key, self.spare_key, self.signer]
        return wire.dump(["desk root", 1, self.place, self.version, *keys, self.signature])

    @classmethod
    def from_wire(cls, raw: bytes) -> "Root":
        """Raises BadBytes; the signature is not looked at (`holds`)."""
        found = entries.signed(wire.load(raw, most=9), "desk root", 6)
        place, version, root_key, spare_key, signer, signature = found
        return cls(
            place=entries.place(place),
            version=entries.count(version, 1),
            root_key=entries.octets(root_key, 32),
            spare_key=entries.octets(spare_key, 32),
            signer=entries.octets(signer, 32),
            signature=entries.octets(signature, 64),
        )


@dataclass(frozen=True, slots=True)
class Card:
    """What an authority says of an office key: whose it is, where, and whether it still counts.

    `reach`: of a revoked key, how far each of its streams counts still (a stream not named: not at all).
    """

    version: int
    key: bytes
    recipient: str
    place: str
    level: str
    name: str
    short: str
    valid: bool
    reach: tuple[tuple[bytes, int], ...]
    issuer: bytes
    signature: bytes

    @property
    def is_request(self) -> bool:
        """Signed by its own key: an office that asks to be vouched for."""
        return self.issuer == self.key

    def _entries(self) -> list[object]:
        reach = [list(one) for one in self.reach]
        who = [self.version, self.key, self.recipient, self.place, self.level, self.name, self.short]
        return ["desk card", 1, *who, int(self.valid), reach]

    def text(self) -> bytes:
        return wire.dump(self._entries())

    def holds(self) -> bool:
        return signatures.holds(self.issuer, self.text(), self.signature)

    def to_wire(self) -> bytes:
        return wire.dump([*self._entries(), self.issuer, self.signature])

    @classmethod
    def from_wire(cls, raw: bytes) -> "Card":
        """Raises BadBytes; the signature is not looked at (`holds`)."""
        found = entries.signed(wire.load(raw, most=16 + 3 * MOST_REACH), "desk card", 11)
        version, key, recipient, place, level, name, short, state, reach, issuer, signature = found
        if type(state) is not int or state not in (0, 1):
            raise wire.bad("not a card")
        if type(recipient) is not str or not boxes.is_recipient(recipient) or level not in list(places.Level):
            raise wire.bad("not a card")
        return cls(
            version=entries.count(version, 1),
            key=entries.octets(key, 32),
            recipient=recipient,
            place=entries.place(place),
            level=str(level),
            name=entries.text(name),
            short=entries.text(short, entries.LONGEST_SHORT),
            valid=state == 1,
            reach=entries.ascending(map(_reached, entries.rows(reach, MOST_REACH)), lambda one: one[0]),
            issuer=entries.octets(issuer, 32),
            signature=entries.octets(signature, 64),
        )


def make_root(seed: bytes, place: str, version: int, root_key: bytes, spare_key: bytes) -> Root:
    """Sign the keys of an authority: version 1 by the root key itself, a later one by the root or spare before."""
    unsigned = Root(place, version, root_key, spare_key, signatures.public(seed), b"")
    return replace(unsigned, signature=signatures.sign(seed, unsigned.text()))


def make_card(
    seed: bytes,
    *,
    version: int,
    key: bytes,
    recipient: str,
    place: str,
    level: str,
    name: str,
    short: str,
    valid: bool = True,
    reach: Iterable[tuple[bytes, int]] = (),
) -> Card:
    """Sign a card with a root key, or a request with the office's own."""
    unsigned = Card(
        version=version,
        key=key,
        recipient=recipient,
        place=place,
        level=level,
        name=entries.label(name),
        short=entries.label(short, entries.LONGEST_SHORT),
        valid=valid,
        reach=tuple(sorted(reach)),
        issuer=signatures.public(seed),
        signature=b"",
    )
    return replace(unsigned, signature=signatures.sign(seed, unsigned.text()))


def make_again(
    seed: bytes, card: Card, *, version: int, valid: bool = True, reach: Iterable[tuple[bytes, int]] = ()
) -> Card:
    """Sign what another card or request says of an office, as its `version`."""
    return make_card(
        seed,
        version=version,
        key=card.key,
        recipient=card.recipient,
        place=card.place,
        level=card.level,
        name=card.name,
        short=card.short,
        valid=valid,
        reach=reach,
    )


def follows(old: Root, new: Root) -> bool:
    """Whether `new` is the next version of `old`, signed by one of its two keys."""
    return (
        new.place == old.place
        and new.version == old.version + 1
        and new.signer in (old.root_key, old.spare_key)
        and new.holds()
    )


def latest(pinned: Root, known: Iterable[Root]) -> Root:
    """The root that stands now, going on from the one that is trusted; others may be anybody's.

    Of two that follow the same version the one signed by the spare key counts: whoever stole the root key does not
    have it. Two by the same key are told apart by their bytes, the same everywhere; `rivals` names them.
    """
    known = list(known)
    while heirs := [one for one in known if follows(pinned, one)]:
        spare = pinned.spare_key
        pinned = min(heirs, key=lambda one: (one.signer != spare, one.to_wire()))
    return pinned


def rivals(pinned: Root, known: Sequence[Root]) -> list[Root]:
    """Roots that claim to follow the same version as one that stands: a key was stolen, or used twice."""
    standing, found = pinned, []
    while heirs := [one for one in known if follows(standing, one)]:
        chosen = latest(standing, heirs)
        found += [one for one in heirs if (one.root_key, one.spare_key) != (chosen.root_key, chosen.spare_key)]
        standing = chosen
    return found


def may_issue(authority: str, place: str) -> bool:
    """Whether the root of one place may vouch for another: for what lies within it, and for what it lies within."""
    return places.is_within(place, authority) or places.is_within(authority, place)


def _reached(entry: object) -> tuple[bytes, int]:
    stream, upto = entries.row(entry, 2)
    return entries.octets(stream, 16), entries.count(upto)
