# SPDX-License-Identifier: Apache-2.0
"""The root of an office, its spare in the safe, and what the spare is good for."""

import secrets
from collections.abc import Callable

import pytest

from desk_app.data import alarms
from desk_app.data import trust as rows
from desk_app.domain import spoken
from desk_app.exchange import cards, signatures
from desk_app.operations import authority_root, trust
from desk_app.operations.desk import Desk
from tests import acquainted, written_cards

MakeOffice = Callable[..., Desk]


@pytest.fixture
def kabupaten(make_office: MakeOffice) -> Desk:
    return make_office("73.13")


@pytest.fixture
def tempe(make_office: MakeOffice, kabupaten: Desk) -> Desk:
    desk = make_office("73.13.06")
    acquainted.introduce(kabupaten, desk)
    return desk


@pytest.fixture
def belawa(make_office: MakeOffice) -> Desk:
    return make_office("73.13.07")


def test_a_new_kabupaten_vouches_for_itself_and_a_kecamatan_for_nobody(kabupaten: Desk, belawa: Desk) -> None:
    with kabupaten.reading() as connection:
        [card] = rows.cards(connection)
        [root] = rows.roots(connection)
    assert (card.key, card.valid, root.how) == (kabupaten.identity.public, True, "own")
    assert authority_root.spare_sheet(belawa) is None
    with belawa.reading() as connection:
        assert (rows.cards(connection), rows.roots(connection)) == ([], [])


def test_a_stolen_root_is_replaced_by_the_spare_and_a_rival_is_alarming(kabupaten: Desk, tempe: Desk) -> None:
    """§23 no. 62: the thief has the root key, the safe has the spare; whoever comes first, the spare counts."""
    sheet = authority_root.spare_sheet(kabupaten)
    assert sheet is not None
    stolen = written_cards.root_seed(kabupaten)
    thief = secrets.token_bytes(32)
    by_thief = cards.make_root(stolen, "73.13", 2, signatures.public(thief), signatures.public(thief))
    trust.hear_of(tempe, [by_thief], [])
    authority_root.renew_root(kabupaten, sheet)
    trust.hear_of(tempe, *trust.known_to(kabupaten, "73.13.06"))
    with tempe.reading() as connection:
        counts = rows.root_of(connection, "73.13")
        told = [one.kind for one in alarms.standing(connection)]
    assert counts is not None
    assert counts.key == signatures.public(written_cards.root_seed(kabupaten))
    assert told == ["two_roots"]
    assert written_cards.author(tempe, kabupaten) is not None
    trust.hear_of(tempe, [by_thief], [written_cards.card_by(kabupaten, thief, version=99, valid=False)])
    found = written_cards.author(tempe, kabupaten)
    assert found is not None
    assert found.valid


def test_the_sheet_in_the_safe_is_one_that_can_be_read_aloud(kabupaten: Desk) -> None:
    sheet = authority_root.spare_sheet(kabupaten)
    assert sheet is not None
    assert len(spoken.hear(sheet, authority_root.SEED)) == authority_root.SEED
    assert {len(block) for block in sheet.split("-")} <= {4, 3, 2, 1}
