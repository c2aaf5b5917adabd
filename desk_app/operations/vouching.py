# SPDX-License-Identifier: Apache-2.0
"""Vouching for an office that asked or was phoned, and withdrawing it."""

from collections.abc import Iterable, Mapping

from desk_app.data import meta
from desk_app.data import trust as rows
from desk_app.data.database import Connection
from desk_app.domain import errors, places, words
from desk_app.exchange import cards as wire
from desk_app.operations import trust
from desk_app.operations.desk import Desk

N_ = words.N_

LATEST_REQUEST = 1 << 32
"""The version of a request at most: cards count on from it, and must stay readable for ever."""


def issue(connection: Connection, own: meta.Identity, request: wire.Card, now: int) -> wire.Card:
    """Vouch for an office that asked (its self-signed card). Raises NotPermitted."""
    seed = _root_seed(connection)
    if seed is None or not _vouches_for(own.place, request.place):
        raise errors.NotPermitted(N_("Kantor ini tidak dapat mendaftarkan kantor {name}."), name=request.name)
    if request.version > LATEST_REQUEST:
        words_ = N_("Permintaan dari {name} tidak dapat dipakai. Minta permintaan baru.")
        raise errors.Damaged(words_, name=request.name)
    held = rows.card_of(connection, request.key)
    version = max(request.version, held.version if held else 0) + 1
    card = wire.make_again(seed, request, version=version)
    trust.keep_card(connection, card, now)
    return card


def withdraw(connection: Connection, key: bytes, reach: Mapping[bytes, int], now: int) -> None:
    """Vouch no longer for an office; what it wrote counts as far as `reach` (stream → number). Raises NotPermitted.

    A card names no more than MOST_REACH streams: of one that wrote more the longest count still.
    """
    seed = _root_seed(connection)
    held = rows.card_of(connection, key)
    if seed is None or held is None:
        raise errors.NotPermitted(N_("Kantor ini tidak dapat mencabut pendaftaran itu."))
    card = wire.Card.from_wire(held.wire)
    longest = sorted(reach.items(), key=lambda one: (-one[1], one[0]))[: wire.MOST_REACH]
    withdrawn = wire.make_again(seed, card, version=card.version + 1, valid=False, reach=longest)
    trust.keep_card(connection, withdrawn, now)


def accept(desk: Desk, roots: Iterable[wire.Root], request: wire.Card) -> None:
    """Believe an office whose code was compared by phone: vouch for it, and believe its root if it has one.

    Of an office above this one the roots above itself are believed too where none is yet, as from a ready file: its
    own card may be by its province's. Of a kecamatan no root is believed: it would go on vouching after it was
    withdrawn. Raises NotPermitted where this office can do neither.
    """
    own, now = desk.identity, desk.now()
    theirs = sorted(
        (
            root
            for root in roots
            if places.level_of(root.place) in trust.AUTHORITIES
            and root.holds()
            and _answers_for(request.place, root.place, own.place)
        ),
        key=lambda one: one.version,
    )
    if not request.holds():
        raise errors.Damaged(N_("Permintaan ini tidak utuh: tanda pengirim tidak cocok."))

    def run() -> None:
        with desk.store.writing() as connection:
            if theirs:
                known = {held.place for held in rows.roots(connection)} - {request.place}
                trust.pin(connection, (root for root in theirs if root.place not in known), "phone", now)
            if trust.is_authority(own) and _vouches_for(own.place, request.place):
                issue(connection, own, request, now)
            elif not theirs:
                raise errors.NotPermitted(
                    N_("Kantor {name} didaftarkan oleh kabupaten/kota atau provinsinya, bukan di sini."),
                    name=request.name,
                )

    desk.on_writer(run)


def _vouches_for(authority: str, place: str) -> bool:
    """An authority vouches for the offices of its area, and towards these for the offices above it."""
    return trust.in_line(authority, place)


def _answers_for(place: str, root: str, own: str) -> bool:
    """Whether an office that was phoned says whose root that is: its own, and towards who lies in its area of those
    that it lies in itself."""
    return place == root or (places.is_within(own, place) and places.is_within(place, root))


def _root_seed(connection: Connection) -> bytes | None:
    return meta.read(connection).get("root_seed")
