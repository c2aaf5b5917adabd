# SPDX-License-Identifier: Apache-2.0
"""The root of an authority: made with the office, its spare printed for the safe, replaced by means of the spare."""

import dataclasses
import secrets

from desk_app.data import meta
from desk_app.data import trust as rows
from desk_app.data.database import Connection
from desk_app.domain import errors, spoken, words
from desk_app.exchange import boxes, signatures
from desk_app.exchange import cards as wire
from desk_app.operations import trust
from desk_app.operations.desk import Desk

N_ = words.N_

SEED = 32


def found_authority(connection: Connection, own: meta.Identity, now: int) -> dict[str, bytes]:
    """Make the root of a new kabupaten/kota or province and its own card; returns what the database keeps of it.

    The spare is kept only until it was printed (`spare_sheet`).
    """
    seed, spare = secrets.token_bytes(SEED), secrets.token_bytes(SEED)
    root = wire.make_root(seed, own.place, 1, signatures.public(seed), signatures.public(spare))
    trust.believe_root(connection, root, "own", now)
    trust.keep_card(connection, trust.own_card(own, seed, 1), now)
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
            made = found_authority(connection, one, desk.now()) if trust.is_authority(one) else {}
            meta.write(connection, meta.identity_values(one) | made)

    desk.on_writer(run)
    desk.identity = one


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
            trust.believe_root(connection, root, "own", now)
            for card in mine:
                again = wire.make_again(
                    seed, card, version=card.version + 1, valid=card.valid, reach=card.reach
                )
                trust.keep_card(connection, again, now)
            meta.write(connection, {"root_seed": seed, "spare_seed": new_spare})

    desk.on_writer(run)
