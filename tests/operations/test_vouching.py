# SPDX-License-Identifier: Apache-2.0
"""Who vouches for whom: by a request, by a code compared by phone, and what a withdrawn office leaves."""

import dataclasses
import secrets
from collections.abc import Callable

import pytest

from desk_app.data import trust as rows
from desk_app.domain import errors
from desk_app.exchange import cards, signatures
from desk_app.operations import trust, vouching
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


def test_who_phoned_a_kabupaten_believes_its_province_and_not_the_other_way_round(
    kabupaten: Desk, belawa: Desk, make_office: MakeOffice
) -> None:
    """§23 no. 52: its card is by the province's root; nothing above or beside is taken from who is below."""
    province, impostor = make_office("73", name="provinsi"), make_office("73", name="palsu")
    beside = make_office("74")
    acquainted.introduce(province, kabupaten)
    vouching.accept(kabupaten, (), trust.request_of(belawa.identity))
    roots, cards_ = trust.known_to(kabupaten, belawa.identity.place)
    vouching.accept(belawa, [*roots, *trust.roots_of(beside)], trust.request_of(kabupaten.identity))
    trust.hear_of(belawa, (), cards_)
    assert written_cards.author(belawa, kabupaten) is not None
    assert believed(belawa) == {"73.13", "73"}
    before = believed_keys(belawa)
    vouching.accept(belawa, [*roots, *trust.roots_of(impostor)], trust.request_of(kabupaten.identity))
    assert believed_keys(belawa) == before, "a root that is believed is followed by its own keys alone"
    vouching.accept(impostor, trust.known_to(kabupaten, "73")[0], trust.request_of(kabupaten.identity))
    assert believed(impostor) == {"73", "73.13"}
    with impostor.reading() as connection:
        assert [one.how for one in rows.roots(connection) if one.place == "73"] == ["own"]


def believed(desk: Desk) -> set[str]:
    with desk.reading() as connection:
        return {one.place for one in rows.roots(connection)}


def believed_keys(desk: Desk) -> set[tuple[str, bytes]]:
    with desk.reading() as connection:
        return {(one.place, one.key) for one in rows.roots(connection)}


def test_a_request_with_a_false_signature_is_refused(kabupaten: Desk, belawa: Desk) -> None:
    request = dataclasses.replace(trust.request_of(belawa.identity), place="73.13.01")
    with pytest.raises(errors.Damaged):
        vouching.accept(kabupaten, (), request)


def test_a_request_cannot_make_a_card_that_nobody_reads(
    kabupaten: Desk, belawa: Desk, make_office: MakeOffice
) -> None:
    """Its number counts on from the request's, and must stay one that the wire can hold."""
    greatest = written_cards.card_by(belawa, belawa.identity.seed, version=(1 << 40) - 1)
    with pytest.raises(errors.Damaged, match="permintaan baru"):
        vouching.accept(kabupaten, (), greatest)
    vouching.accept(kabupaten, (), written_cards.card_by(belawa, belawa.identity.seed, version=vouching.LATEST_REQUEST))
    assert len(trust.known_to(kabupaten, "73")[1]) == 2


def test_a_withdrawn_office_that_wrote_into_very_many_streams_leaves_a_card_that_can_be_read(
    kabupaten: Desk, tempe: Desk
) -> None:
    reach = {number.to_bytes(16, "big"): number for number in range(1, cards.MOST_REACH + 3)}
    with kabupaten.store.writing() as connection:
        vouching.withdraw(connection, tempe.identity.public, reach, 1)
    found = written_cards.author(kabupaten, tempe)
    assert found is not None
    assert (len(found.reach), min(found.reach.values())) == (cards.MOST_REACH, 3)


def test_a_kecamatan_vouches_for_nobody_whatever_it_brings_when_it_joins(kabupaten: Desk, belawa: Desk) -> None:
    """Or a second key of its own would go on when it is withdrawn."""
    seed, spare = secrets.token_bytes(32), secrets.token_bytes(32)
    root = cards.make_root(seed, "73.13.07", 1, signatures.public(seed), signatures.public(spare))
    vouching.accept(kabupaten, [root], trust.request_of(belawa.identity))
    with kabupaten.reading() as connection:
        assert [one.place for one in rows.roots(connection)] == ["73.13"]
