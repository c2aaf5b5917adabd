# SPDX-License-Identifier: Apache-2.0
"""Whom an office believes: cards follow from roots, roots from a file or a phone call, and nothing from a claim."""

import dataclasses
import secrets
from collections.abc import Callable

import pytest

from desk_app.data import alarms, meta
from desk_app.data import trust as rows
from desk_app.domain import errors, spoken
from desk_app.exchange import cards, signatures
from desk_app.operations import trust
from desk_app.operations.desk import Desk
from tests import acquainted

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


def test_a_new_kabupaten_vouches_for_itself_and_a_kecamatan_for_nobody(kabupaten: Desk, belawa: Desk) -> None:
    with kabupaten.reading() as connection:
        [card] = rows.cards(connection)
        [root] = rows.roots(connection)
    assert (card.key, card.valid, root.how) == (kabupaten.identity.public, True, "own")
    assert trust.spare_sheet(belawa) is None
    with belawa.reading() as connection:
        assert (rows.cards(connection), rows.roots(connection)) == ([], [])


def test_a_card_by_anybody_else_is_not_believed(tempe: Desk, belawa: Desk) -> None:
    forged = card_by(belawa, secrets.token_bytes(32))
    trust.hear_of(tempe, (), [forged, trust.request_of(belawa.identity)])
    assert author(tempe, belawa) is None


def test_a_card_whose_words_were_altered_is_not_believed(kabupaten: Desk, tempe: Desk, belawa: Desk) -> None:
    card = card_by(belawa, root_seed(kabupaten))
    trust.hear_of(tempe, (), [dataclasses.replace(card, place="73.13")])
    assert author(tempe, belawa) is None
    trust.hear_of(tempe, (), [card])
    assert author(tempe, belawa) is not None


def test_an_older_card_never_replaces_a_newer(kabupaten: Desk, tempe: Desk, belawa: Desk) -> None:
    """§23 no. 61: an office that was withdrawn does not come back by an old card."""
    valid = card_by(belawa, root_seed(kabupaten), version=2)
    gone = card_by(belawa, root_seed(kabupaten), version=3, valid=False)
    trust.hear_of(tempe, (), [valid])
    trust.hear_of(tempe, (), [gone])
    trust.hear_of(tempe, (), [valid])
    found = author(tempe, belawa)
    assert found is not None
    assert not found.valid


def test_a_root_nobody_told_of_is_not_believed(tempe: Desk, make_office: MakeOffice) -> None:
    stranger = make_office("73.14")
    trust.hear_of(tempe, trust.roots_of(stranger), [card_by(stranger, root_seed(stranger))])
    assert author(tempe, stranger) is None
    with tempe.reading() as connection:
        assert rows.root_of(connection, "73.14") is None


def test_a_kabupaten_names_no_office_of_another(kabupaten: Desk, tempe: Desk, make_office: MakeOffice) -> None:
    elsewhere = make_office("73.14.01")
    trust.hear_of(tempe, (), [card_by(elsewhere, root_seed(kabupaten))])
    assert author(tempe, elsewhere) is None
    with pytest.raises(errors.NotPermitted):
        trust.accept(kabupaten, (), trust.request_of(elsewhere.identity))


def test_a_kabupaten_names_its_province_to_its_kecamatan_but_not_to_the_province(
    kabupaten: Desk, tempe: Desk, make_office: MakeOffice
) -> None:
    province, impostor = make_office("73", name="provinsi"), make_office("73", name="palsu")
    acquainted.introduce(province, kabupaten)
    trust.hear_of(tempe, *trust.known_to(kabupaten, "73.13.06"))
    found = author(tempe, province)
    assert found is not None
    assert found.place == "73"
    trust.hear_of(province, (), [card_by(impostor, root_seed(kabupaten))])
    assert author(province, impostor) is None


def test_who_phoned_a_kabupaten_believes_its_province_and_not_the_other_way_round(
    kabupaten: Desk, belawa: Desk, make_office: MakeOffice
) -> None:
    """§23 no. 52: its card is by the province's root; nothing above or beside is taken from who is below."""
    province, impostor = make_office("73", name="provinsi"), make_office("73", name="palsu")
    beside = make_office("74")
    acquainted.introduce(province, kabupaten)
    trust.accept(kabupaten, (), trust.request_of(belawa.identity))
    roots, cards_ = trust.known_to(kabupaten, belawa.identity.place)
    trust.accept(belawa, [*roots, *trust.roots_of(beside)], trust.request_of(kabupaten.identity))
    trust.hear_of(belawa, (), cards_)
    assert author(belawa, kabupaten) is not None
    assert believed(belawa) == {"73.13", "73"}
    before = believed_keys(belawa)
    trust.accept(belawa, [*roots, *trust.roots_of(impostor)], trust.request_of(kabupaten.identity))
    assert believed_keys(belawa) == before, "a root that is believed is followed by its own keys alone"
    trust.accept(impostor, trust.known_to(kabupaten, "73")[0], trust.request_of(kabupaten.identity))
    assert believed(impostor) == {"73", "73.13"}
    with impostor.reading() as connection:
        assert [one.how for one in rows.roots(connection) if one.place == "73"] == ["own"]


def believed(desk: Desk) -> set[str]:
    with desk.reading() as connection:
        return {one.place for one in rows.roots(connection)}


def believed_keys(desk: Desk) -> set[tuple[str, bytes]]:
    with desk.reading() as connection:
        return {(one.place, one.key) for one in rows.roots(connection)}


def test_the_province_believes_the_kecamatan_of_a_kabupaten_it_knows(
    kabupaten: Desk, tempe: Desk, make_office: MakeOffice
) -> None:
    province = make_office("73")
    acquainted.introduce(province, kabupaten)
    trust.hear_of(province, *trust.known_to(kabupaten, "73"))
    assert author(province, tempe) is not None


def test_a_stolen_root_is_replaced_by_the_spare_and_a_rival_is_alarming(kabupaten: Desk, tempe: Desk) -> None:
    """§23 no. 62: the thief has the root key, the safe has the spare; whoever comes first, the spare counts."""
    sheet = trust.spare_sheet(kabupaten)
    assert sheet is not None
    stolen = root_seed(kabupaten)
    thief = secrets.token_bytes(32)
    by_thief = cards.make_root(stolen, "73.13", 2, signatures.public(thief), signatures.public(thief))
    trust.hear_of(tempe, [by_thief], [])
    trust.renew_root(kabupaten, sheet)
    trust.hear_of(tempe, *trust.known_to(kabupaten, "73.13.06"))
    with tempe.reading() as connection:
        counts = rows.root_of(connection, "73.13")
        told = [one.kind for one in alarms.standing(connection)]
    assert counts is not None
    assert counts.key == signatures.public(root_seed(kabupaten))
    assert told == ["two_roots"]
    assert author(tempe, kabupaten) is not None
    trust.hear_of(tempe, [by_thief], [card_by(kabupaten, thief, version=99, valid=False)])
    found = author(tempe, kabupaten)
    assert found is not None
    assert found.valid


def test_the_sheet_in_the_safe_is_one_that_can_be_read_aloud(kabupaten: Desk) -> None:
    sheet = trust.spare_sheet(kabupaten)
    assert sheet is not None
    assert len(spoken.hear(sheet, trust.SEED)) == trust.SEED
    assert {len(block) for block in sheet.split("-")} <= {4, 3, 2, 1}


def test_a_request_with_a_false_signature_is_refused(kabupaten: Desk, belawa: Desk) -> None:
    request = dataclasses.replace(trust.request_of(belawa.identity), place="73.13.01")
    with pytest.raises(errors.Damaged):
        trust.accept(kabupaten, (), request)


def test_a_request_cannot_make_a_card_that_nobody_reads(
    kabupaten: Desk, belawa: Desk, make_office: MakeOffice
) -> None:
    """Its number counts on from the request's, and must stay one that the wire can hold."""
    greatest = card_by(belawa, belawa.identity.seed, version=(1 << 40) - 1)
    with pytest.raises(errors.Damaged, match="permintaan baru"):
        trust.accept(kabupaten, (), greatest)
    trust.accept(kabupaten, (), card_by(belawa, belawa.identity.seed, version=trust.LATEST_REQUEST))
    assert len(trust.known_to(kabupaten, "73")[1]) == 2


def test_a_withdrawn_office_that_wrote_into_very_many_streams_leaves_a_card_that_can_be_read(
    kabupaten: Desk, tempe: Desk
) -> None:
    reach = {number.to_bytes(16, "big"): number for number in range(1, cards.MOST_REACH + 3)}
    with kabupaten.store.writing() as connection:
        trust.withdraw(connection, tempe.identity.public, reach, 1)
    found = author(kabupaten, tempe)
    assert found is not None
    assert (len(found.reach), min(found.reach.values())) == (cards.MOST_REACH, 3)


def test_a_kecamatan_vouches_for_nobody_whatever_it_brings_when_it_joins(kabupaten: Desk, belawa: Desk) -> None:
    """Or a second key of its own would go on when it is withdrawn."""
    seed, spare = secrets.token_bytes(32), secrets.token_bytes(32)
    root = cards.make_root(seed, "73.13.07", 1, signatures.public(seed), signatures.public(spare))
    trust.accept(kabupaten, [root], trust.request_of(belawa.identity))
    with kabupaten.reading() as connection:
        assert [one.place for one in rows.roots(connection)] == ["73.13"]
