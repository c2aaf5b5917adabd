# SPDX-License-Identifier: Apache-2.0
"""Cards as anybody could write them, by whatever seed, and whom an office makes of them."""

from desk_app.data import meta
from desk_app.exchange import cards
from desk_app.operations import trust
from desk_app.operations.desk import Desk


def author(desk: Desk, of: Desk) -> trust.Author | None:
    with desk.reading() as connection:
        return trust.author(connection, desk.identity, of.identity.public)


def card_by(desk: Desk, seed: bytes, **other: object) -> cards.Card:
    one = trust.request_of(desk.identity)
    values = {
        "version": 5,
        "key": one.key,
        "recipient": one.recipient,
        "place": one.place,
        "level": one.level,
        "name": one.name,
        "short": one.short,
    }
    return cards.make_card(seed, **{**values, **other})  # type: ignore[arg-type]


def root_seed(desk: Desk) -> bytes:
    with desk.reading() as connection:
        return meta.read(connection)["root_seed"]
