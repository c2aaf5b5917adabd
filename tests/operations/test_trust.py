# SPDX-License-Identifier: Apache-2.0
"""Whom an office believes: cards follow from roots, roots from a file or a phone call, and nothing from a claim."""

import dataclasses
import secrets
from collections.abc import Callable

import pytest

from desk_app.data import trust as rows
from desk_app.domain import errors
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


def test_a_card_by_anybody_else_is_not_believed(tempe: Desk, belawa: Desk) -> None:
    forged = written_cards.card_by(belawa, secrets.token_bytes(32))
    trust.hear_of(tempe, (), [forged, trust.request_of(belawa.identity)])
    assert written_cards.author(tempe, belawa) is None


def test_a_card_whose_words_were_altered_is_not_believed(kabupaten: Desk, tempe: Desk, belawa: Desk) -> None:
    card = written_cards.card_by(belawa, written_cards.root_seed(kabupaten))
    trust.hear_of(tempe, (), [dataclasses.replace(card, place="73.13")])
    assert written_cards.author(tempe, belawa) is None
    trust.hear_of(tempe, (), [card])
    assert written_cards.author(tempe, belawa) is not None


def test_an_older_card_never_replaces_a_newer(kabupaten: Desk, tempe: Desk, belawa: Desk) -> None:
    """§23 no. 61: an office that was withdrawn does not come back by an old card."""
    valid = written_cards.card_by(belawa, written_cards.root_seed(kabupaten), version=2)
    gone = written_cards.card_by(belawa, written_cards.root_seed(kabupaten), version=3, valid=False)
    trust.hear_of(tempe, (), [valid])
    trust.hear_of(tempe, (), [gone])
    trust.hear_of(tempe, (), [valid])
    found = written_cards.author(tempe, belawa)
    assert found is not None
    assert not found.valid


def test_a_root_nobody_told_of_is_not_believed(tempe: Desk, make_office: MakeOffice) -> None:
    stranger = make_office("73.14")
    trust.hear_of(tempe, trust.roots_of(stranger), [written_cards.card_by(stranger, written_cards.root_seed(stranger))])
    assert written_cards.author(tempe, stranger) is None
    with tempe.reading() as connection:
        assert rows.root_of(connection, "73.14") is None


def test_a_kabupaten_names_no_office_of_another(kabupaten: Desk, tempe: Desk, make_office: MakeOffice) -> None:
    elsewhere = make_office("73.14.01")
    trust.hear_of(tempe, (), [written_cards.card_by(elsewhere, written_cards.root_seed(kabupaten))])
    assert written_cards.author(tempe, elsewhere) is None
    with pytest.raises(errors.NotPermitted):
        vouching.accept(kabupaten, (), trust.request_of(elsewhere.identity))


def test_a_kabupaten_names_its_province_to_its_kecamatan_but_not_to_the_province(
    kabupaten: Desk, tempe: Desk, make_office: MakeOffice
) -> None:
    province, impostor = make_office("73", name="provinsi"), make_office("73", name="palsu")
    acquainted.introduce(province, kabupaten)
    trust.hear_of(tempe, *trust.known_to(kabupaten, "73.13.06"))
    found = written_cards.author(tempe, province)
    assert found is not None
    assert found.place == "73"
    trust.hear_of(province, (), [written_cards.card_by(impostor, written_cards.root_seed(kabupaten))])
    assert written_cards.author(province, impostor) is None


def test_the_province_believes_the_kecamatan_of_a_kabupaten_it_knows(
    kabupaten: Desk, tempe: Desk, make_office: MakeOffice
) -> None:
    province = make_office("73")
    acquainted.introduce(province, kabupaten)
    trust.hear_of(province, *trust.known_to(kabupaten, "73"))
    assert written_cards.author(province, tempe) is not None
