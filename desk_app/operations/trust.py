# SPDX-License-Identifier: Apache-2.0
"""Whom this office believes, and why: cards that follow from the roots it believes, and what each office may write.

A kabupaten/kota or province vouches for the offices of its area with one key (the *root*); a spare of it lies in the
safe. Who believes the root believes its cards: nobody else need be asked, no clock decides, and a card that was
withdrawn stays withdrawn (exchange.md §13).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desk_app.data import alarms, meta
from desk_app.data import trust as rows
from desk_app.data.database import Connection
from desk_app.domain import places
from desk_app.exchange import cards as wire
from desk_app.journal import streams
from desk_app.journal.streams import ReaderClass, Scope
from desk_app.operations.desk import Desk

AUTHORITIES = (places.Level.REGENCY, places.Level.PROVINCE)


@dataclass(frozen=True, slots=True)
class Author:
    """An office whose words are judged. `reach`: of a withdrawn one, how far each of its streams still counts."""

    key: bytes
    place: str
    name: str
    valid: bool
    reach: Mapping[bytes, int] = field(default_factory=dict)

    def may_write(self, scope: Scope) -> bool:
        """An office writes about its own area and what lies in it."""
        return places.is_within(scope.place, self.place)

    def may_hold(self, place: str, reader_class: ReaderClass) -> bool:
        """Whether an office can have anything of a place and reader class to speak of: its own, or what it reads."""
        return place == self.place or streams.may_read(self.place, Scope("", place, reader_class))


def is_authority(one: meta.Identity) -> bool:
    """Whether the office vouches for others."""
    return one.level in {level.value for level in AUTHORITIES}


def author(connection: Connection, own: meta.Identity, key: bytes) -> Author | None:
    """The office with this key, None for one that nobody vouches for."""
    if key == own.public:
        return Author(key, own.place, own.name, True)
    card = rows.card_of(connection, key)
    if card is None:
        return None
    reach = {} if card.valid else dict(wire.Card.from_wire(card.wire).reach)
    return Author(key, card.place, card.name, card.valid, reach)


def pin(connection: Connection, roots: Iterable[wire.Root], how: str, now: int) -> None:
    """Believe roots that came by a way of their own: a ready file with its secret, or a code compared by phone."""
    for root in roots:
        held = rows.root_of(connection, root.place)
        if held is None or held.version < root.version:
            believe_root(connection, root, how, now)


def take(
    connection: Connection, own: meta.Identity, roots: Iterable[wire.Root], cards: Iterable[wire.Card], now: int
) -> bool:
    """Take over what follows from the roots believed here; returns whether anything is judged anew."""
    altered = False
    for root in sorted(roots, key=lambda one: (one.place, one.version)):
        if root.place != own.place and _takes_over(connection, root, now):
            altered = True
    believed = {held.key: held.place for held in rows.roots(connection) if _counts(connection, held)}
    for card in cards:
        place = believed.get(card.issuer)
        if place is None or not _believable(own.place, place, card.place) or not card.holds():
            continue
        known = rows.card_of(connection, card.key)
        if known is not None and known.version >= card.version:
            continue
        if known is not None and known.place != card.place:
            continue
        keep_card(connection, card, now)
        altered = True
    return altered


def chain_for(connection: Connection, place: str) -> tuple[tuple[wire.Root, ...], tuple[wire.Card, ...]]:
    """The roots and cards that an office at a place has to know: those above it and those below it."""
    roots = tuple(
        wire.Root.from_wire(one.wire) for one in rows.roots(connection) if in_line(one.place, place)
    )
    cards = tuple(
        wire.Card.from_wire(one.wire) for one in rows.cards(connection) if in_line(one.place, place)
    )
    return roots, cards


def known_to(desk: Desk, place: str) -> tuple[tuple[wire.Root, ...], tuple[wire.Card, ...]]:
    """`chain_for` read from an open office."""
    with desk.reading() as connection:
        return chain_for(connection, place)


def roots_of(desk: Desk) -> tuple[wire.Root, ...]:
    """The office's own root in all its versions, none where it vouches for nobody."""
    with desk.reading() as connection:
        every = rows.roots(connection)
    return tuple(wire.Root.from_wire(one.wire) for one in every if one.place == desk.identity.place)


def hear_of(desk: Desk, roots: Iterable[wire.Root], cards: Iterable[wire.Card]) -> None:
    """Take over roots and cards that came by a way of their own; only what follows from what is believed counts."""

    def run() -> None:
        with desk.store.writing() as connection:
            take(connection, desk.identity, roots, cards, desk.now())

    desk.on_writer(run)


def request_of(own: meta.Identity) -> wire.Card:
    """The office's own description, signed by itself: what it joins with."""
    return own_card(own, own.seed, 1)


def own_card(own: meta.Identity, seed: bytes, version: int) -> wire.Card:
    return wire.make_card(
        seed,
        version=version,
        key=own.public,
        recipient=own.recipient,
        place=own.place,
        level=own.level,
        name=own.name,
        short=own.short,
        valid=True,
        reach=(),
    )


def _believable(own: str, authority: str, place: str) -> bool:
    """Whether an office here believes an authority about a place: about its area always, about what is above it only
    if this office lies in its area, so that no kabupaten names a province to the province itself."""
    if places.is_within(place, authority):
        return True
    return places.is_within(authority, place) and places.is_within(own, authority)


def in_line(one: str, other: str) -> bool:
    return places.is_within(one, other) or places.is_within(other, one)


def _takes_over(connection: Connection, root: wire.Root, now: int) -> bool:
    """Believe the next version of a root that is believed; of two, the one signed by the spare key in the safe."""
    held = rows.root_of(connection, root.place)
    if held is None:
        return False
    standing = wire.Root.from_wire(held.wire)
    if root.version == held.version + 1 and wire.follows(standing, root):
        believe_root(connection, root, held.how, now)
    elif root.version == held.version and root.root_key != held.key:
        before = rows.root_version(connection, root.place, held.version - 1)
        if before is None or not wire.follows(wire.Root.from_wire(before.wire), root):
            return False
        alarms.add(connection, now, "two_roots", root.place, {})
        if root.signer != before.spare or standing.signer == before.spare:
            return False
        rows.drop_root(connection, root.place, held.version)
        believe_root(connection, root, held.how, now)
    else:
        return False
    rows.drop_cards_of(connection, held.key)
    return True


def _counts(connection: Connection, held: rows.RootRow) -> bool:
    newest = rows.root_of(connection, held.place)
    return newest is not None and newest.version == held.version


def believe_root(connection: Connection, root: wire.Root, how: str, now: int) -> None:
    rows.keep_root(
        connection,
        rows.RootRow(root.place, root.version, root.root_key, root.spare_key, root.to_wire(), how, now),
    )


def keep_card(connection: Connection, card: wire.Card, now: int) -> None:
    rows.keep_card(
        connection,
        rows.CardRow(
            key=card.key,
            version=card.version,
            place=card.place,
            level=card.level,
            name=card.name,
            short=card.short,
            recipient=card.recipient,
            valid=card.valid,
            issuer=card.issuer,
            wire=card.to_wire(),
            at=now,
        ),
    )
