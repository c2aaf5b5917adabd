# SPDX-License-Identifier: Apache-2.0
"""Whom to call about a region: team, operators, contacts; a phone first; those above where nobody there has one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations import contacts, team_phones, teams, whom_to_call
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices

TEMPE, BELAWA = regency_offices.TEMPE, regency_offices.BELAWA


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "kantor", "73.13").desk as made:
        yield made


def called(desk: Desk, code: str = TEMPE, name: str = "Tempe") -> list[tuple[str, str, str]]:
    return [(one.role, one.name, one.phone) for one in whom_to_call.people(desk, {code: name})[code]]


def test_who_has_a_phone_stands_first(desk: Desk) -> None:
    team = teams.new_team(desk, 8)
    teams.set_districts(desk, team, [TEMPE])
    teams.new_member(desk, "Kepala Dinas Kominfo", team=team)
    camat = teams.new_member(desk, "Camat Tempe", person="Andi Baso", team=team)
    assert {phone for _role, _name, phone in called(desk)} == {""}
    contacts.new_contact(desk, "Polsek", person="Ipda Rahman", place=TEMPE, phone="0811 222 333")
    assert called(desk)[0] == ("Polsek", "Ipda Rahman", "0811 222 333")
    team_phones.set_phone(desk, camat, "0812 3456 789")
    found = called(desk)
    assert found[:2] == [
        ("Tim VIII, Camat Tempe", "Andi Baso", "0812 3456 789"),
        ("Polsek", "Ipda Rahman", "0811 222 333"),
    ]
    assert found[-1][2] == ""
    assert called(desk, BELAWA, "Belawa") == []


def test_those_above_are_called_where_nobody_there_has_a_phone(desk: Desk) -> None:
    contacts.new_contact(desk, "KPU", office="Sekretaris", place="73.13", phone="0485 21 001")
    contacts.new_contact(desk, "PLN", phone="123 45")
    contacts.new_contact(desk, "Bawaslu", place="73.13")
    silent = contacts.new_contact(desk, "Panwascam", person="Besse", place=TEMPE)
    assert called(desk)[:2] == [("KPU", "Sekretaris", "0485 21 001"), ("Panwascam", "Besse", "")]
    contacts.edit_contact(desk, silent, other_phone="0812 11 22")
    assert called(desk) == [("Panwascam", "Besse", "0812 11 22")]
    village = whom_to_call.people(desk, {f"{TEMPE}.1001": "Bulu Pabbulu"})[f"{TEMPE}.1001"]
    assert [one.name for one in village] == ["Besse", "Sekretaris"], "of what is above the nearest first"


def test_nobody_is_asked_for_nothing(desk: Desk) -> None:
    assert whom_to_call.people(desk, {}) == {}
