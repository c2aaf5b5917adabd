# SPDX-License-Identifier: Apache-2.0
"""Whom this office believes, and why: roots of authorities, the cards they give to offices, and what each may write.

A kabupaten/kota or province vouches for the offices of its area with one key (the *root*); a spare of it lies in the
safe. Who believes the root believes its cards: nobody else need be asked, no clock decides, and a card that was
withdrawn stays withdrawn (exchange.md §13).
"""

import dataclasses
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desk_app.data import alarms, invitations, meta, rescues
from desk_app.data import trust as rows
from desk_app.data.database import Connection
from desk_app.domain import errors, places, spoken, words
from desk_app.exchange import boxes, letters, signatures
from desk_app.exchange import cards as wire
from desk_app.journal import streams
from desk_app.journal.streams import ReaderClass, Scope
from desk_app.operations.desk import Desk

N_ = words.N_

SEED = 32
INVITATION = 16
"""Bytes of an invitation's id; its key follows."""

AUTHORITIES = (places.Level.REGENCY, places.Level.PROVINCE)

LATEST_REQUEST = 1 << 32
"""The version of a request at most: cards count on from it, and must stay readable for ever."""


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


def found_authority(connection: Connection, own: meta.Identity, now: int) -> dict[str, bytes]:
    """Make the root of a new kabupaten/kota or province and its own card; returns what the database keeps of it.

    The spare is kept only until it was printed (`spare_sheet`).
    """
    seed, spare = secrets.token_bytes(SEED), secrets.token_bytes(SEED)
    root = wire.make_root(seed, own.place, 1, signatures.public(seed), signatures.public(spare))
    _believe(connection, root, "own", now)
    _keep_card(connection, _own_card(own, seed, 1), now)
    return {"root_seed": seed, "spare_seed": spare}


def complete(desk: Desk) -> None:
    """Give an office from before packages were closed its box key, and an authority its root."""
    if desk.identity.box:
        return
    box = boxes.new_key()
    one = dataclasses.replace(desk.identity, box=box.secret, recipient=box.recipient)

    def run() -> None:
        with desk.store.writing() as connection:
            rows.bind_replica(connection, one.replica, one.public)
            made = found_authority(connection, one, desk.now()) if is_authority(one) else {}
            meta.write(connection, meta.identity_values(one) | made)

    desk.on_writer(run)
    desk.identity = one


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
    card = wire.make_card(
        seed,
        version=version,
        key=request.key,
        recipient=request.recipient,
        place=request.place,
        level=request.level,
        name=request.name,
        short=request.short,
        valid=True,
        reach=(),
    )
    _keep_card(connection, card, now)
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
    _keep_card(
        connection,
        wire.make_card(
            seed,
            version=card.version + 1,
            key=card.key,
            recipient=card.recipient,
            place=card.place,
            level=card.level,
            name=card.name,
            short=card.short,
            valid=False,
            reach=tuple(longest),
        ),
        now,
    )


def pin(connection: Connection, roots: Iterable[wire.Root], how: str, now: int) -> None:
    """Believe roots that came by a way of their own: a ready file with its secret, or a code compared by phone."""
    for root in roots:
        held = rows.root_of(connection, root.place)
        if held is None or held.version < root.version:
            _believe(connection, root, how, now)


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
        _keep_card(connection, card, now)
        altered = True
    return altered


def chain_for(connection: Connection, place: str) -> tuple[tuple[wire.Root, ...], tuple[wire.Card, ...]]:
    """The roots and cards that an office at a place has to know: those above it and those below it."""
    roots = tuple(
        wire.Root.from_wire(one.wire) for one in rows.roots(connection) if _in_line(one.place, place)
    )
    cards = tuple(
        wire.Card.from_wire(one.wire) for one in rows.cards(connection) if _in_line(one.place, place)
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
    return _own_card(own, own.seed, 1)


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
        written.append(letters.make_join(request_of(own), invited[:INVITATION], invited[INVITATION:]))
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
                one = author(connection, own, sender)
                if one is not None and one.valid and is_authority(own) and _beneath(one.place, own.place):
                    rescues.keep(connection, sender, told.number, told.secret, now)
    return joined


def _welcome(connection: Connection, own: meta.Identity, join: letters.Join, now: int) -> bool:
    """Vouch for the office that answers an invitation made here; an invitation serves one office only."""
    invited = invitations.find(connection, join.invitation)
    if invited is None or invited.used_by not in (None, join.card.key) or invited.place != join.card.place:
        return False
    if not join.holds(invited.key) or rows.card_of(connection, join.card.key) is not None:
        return False
    issue(connection, own, join.card, now)
    invitations.use(connection, join.invitation, join.card.key)
    return True


def _beneath(place: str, authority: str) -> bool:
    return place != authority and places.is_within(place, authority)


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
            if places.level_of(root.place) in AUTHORITIES
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
                pin(connection, (root for root in theirs if root.place not in known), "phone", now)
            if is_authority(own) and _vouches_for(own.place, request.place):
                issue(connection, own, request, now)
            elif not theirs:
                raise errors.NotPermitted(
                    N_("Kantor {name} didaftarkan oleh kabupaten/kota atau provinsinya, bukan di sini."),
                    name=request.name,
                )

    desk.on_writer(run)


def spare_sheet(desk: Desk) -> str | None:
    """The secret of the spare root for the sheet in the safe; None when it was printed or there is none."""
    with desk.reading() as connection:
        spare = meta.read(connection).get("spare_seed")
    return None if spare is None else spoken.say(spare)


def spare_printed(desk: Desk) -> None:
    """Forget the spare root: from now on it is in the safe only."""

    def run() -> None:
        with desk.store.writing() as connection:
            meta.forget(connection, ["spare_seed"])

    desk.on_writer(run)


def renew_root(desk: Desk, typed: str) -> None:
    """Replace a lost or stolen root by means of the sheet in the safe, and vouch anew for every office.

    Raises NotPermitted when the sheet is another one.
    """
    spare = spoken.hear(typed, SEED)
    own, now = desk.identity, desk.now()

    def run() -> None:
        with desk.store.writing() as connection:
            held = rows.root_of(connection, own.place)
            if held is None or signatures.public(spare) != held.spare:
                raise errors.NotPermitted(N_("Kode tidak cocok dengan lembar kunci cadangan kantor ini."))
            seed, new_spare = secrets.token_bytes(SEED), secrets.token_bytes(SEED)
            keys = signatures.public(seed), signatures.public(new_spare)
            root = wire.make_root(spare, own.place, held.version + 1, *keys)
            mine = [wire.Card.from_wire(one.wire) for one in rows.cards(connection) if one.issuer == held.key]
            _believe(connection, root, "own", now)
            for card in mine:
                again = wire.make_card(
                    seed,
                    version=card.version + 1,
                    key=card.key,
                    recipient=card.recipient,
                    place=card.place,
                    level=card.level,
                    name=card.name,
                    short=card.short,
                    valid=card.valid,
                    reach=card.reach,
                )
                _keep_card(connection, again, now)
            meta.write(connection, {"root_seed": seed, "spare_seed": new_spare})

    desk.on_writer(run)


def _own_card(own: meta.Identity, seed: bytes, version: int) -> wire.Card:
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


def _vouches_for(authority: str, place: str) -> bool:
    """An authority vouches for the offices of its area, and towards these for the offices above it."""
    return _in_line(authority, place)


def _believable(own: str, authority: str, place: str) -> bool:
    """Whether an office here believes an authority about a place: about its area always, about what is above it only
    if this office lies in its area, so that no kabupaten names a province to the province itself."""
    if places.is_within(place, authority):
        return True
    return places.is_within(authority, place) and places.is_within(own, authority)


def _answers_for(place: str, root: str, own: str) -> bool:
    """Whether an office that was phoned says whose root that is: its own, and towards who lies in its area of those
    that it lies in itself."""
    return place == root or (places.is_within(own, place) and places.is_within(place, root))


def _in_line(one: str, other: str) -> bool:
    return places.is_within(one, other) or places.is_within(other, one)


def _takes_over(connection: Connection, root: wire.Root, now: int) -> bool:
    """Believe the next version of a root that is believed; of two, the one signed by the spare key in the safe."""
    held = rows.root_of(connection, root.place)
    if held is None:
        return False
    standing = wire.Root.from_wire(held.wire)
    if root.version == held.version + 1 and wire.follows(standing, root):
        _believe(connection, root, held.how, now)
    elif root.version == held.version and root.root_key != held.key:
        before = rows.root_version(connection, root.place, held.version - 1)
        if before is None or not wire.follows(wire.Root.from_wire(before.wire), root):
            return False
        alarms.add(connection, now, "two_roots", root.place, {})
        if root.signer != before.spare or standing.signer == before.spare:
            return False
        rows.drop_root(connection, root.place, held.version)
        _believe(connection, root, held.how, now)
    else:
        return False
    rows.drop_cards_of(connection, held.key)
    return True


def _counts(connection: Connection, held: rows.RootRow) -> bool:
    newest = rows.root_of(connection, held.place)
    return newest is not None and newest.version == held.version


def _root_seed(connection: Connection) -> bytes | None:
    return meta.read(connection).get("root_seed")


def _believe(connection: Connection, root: wire.Root, how: str, now: int) -> None:
    rows.keep_root(
        connection,
        rows.RootRow(root.place, root.version, root.root_key, root.spare_key, root.to_wire(), how, now),
    )


def _keep_card(connection: Connection, card: wire.Card, now: int) -> None:
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
