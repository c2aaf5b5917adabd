# SPDX-License-Identifier: Apache-2.0
"""Another election brings its regions along; its numbers are the kabupaten's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain import checklists, errors
from desk_app.domain.elections import EventKind
from desk_app.operations import areas, election_settings, elections, history, offices, settings
from desk_app.operations.desk import Desk


def office(folder: Path, place: str, *, master: bool = True) -> Desk:
    asked = offices.NewOffice(
        place=place, event="pemilu-2024", operator="Operator 1", password="demo", with_master_data=master
    )
    return offices.create_office(folder, asked, key_memory=8 << 20).desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with office(tmp_path / "kantor", "73.13") as made:
        yield made


def test_another_election_brings_its_regions(desk: Desk) -> None:
    assert [(one.code, one.prepared) for one in election_settings.choices(desk)] == [
        ("pemilu-2024", True),
        ("pilkada-2024", False),
    ]
    election_settings.choose(desk, "pilkada-2024")
    assert settings.event_code(desk) == "pilkada-2024"
    assert len(areas.districts(desk)) == 14
    assert elections.working_event(desk).max_voters == 600
    assert all(one.prepared for one in election_settings.choices(desk))
    history.undo(desk)
    assert settings.event_code(desk) == "pemilu-2024"
    with pytest.raises(errors.NotFound):
        election_settings.choose(desk, "pemilu-1955")


def test_the_kabupaten_sets_the_numbers(desk: Desk) -> None:
    election_settings.edit(desk, voting_day=date(2024, 2, 24), reserve=25)
    event = elections.working_event(desk)
    assert (event.voting_day, event.reserve_per_mille, event.max_voters) == (date(2024, 2, 24), 25, 300)
    election_settings.edit(desk, most_voters=500)
    assert elections.working_event(desk).max_voters == 500
    with pytest.raises(errors.Refused):
        election_settings.edit(desk, most_voters=0)
    assert elections.working_event(desk).max_voters == 500


def test_another_election_is_made_after_a_template(desk: Desk) -> None:
    code = election_settings.make(desk, "pilkada-2024", "Pemungutan suara ulang Pilkada", date(2025, 4, 19))
    assert (code, settings.event_code(desk)) == ("pilkada-2025-04-19", code)
    event = elections.working_event(desk)
    assert (event.name, event.voting_day) == ("Pemungutan suara ulang Pilkada", date(2025, 4, 19))
    assert (event.max_voters, event.reserve_per_mille, len(event.races)) == (600, 25, 2)
    assert len(areas.districts(desk)) == 14
    with pytest.raises(errors.Refused, match="sudah ada"):
        election_settings.make(desk, "pilkada-2024", "Sekali lagi", date(2025, 4, 19))
    with pytest.raises(errors.Refused, match="Isi nama"):
        election_settings.make(desk, "pilkada-2024", " ", date(2026, 4, 19))
    election_settings.edit(desk, most_voters=500)
    assert elections.working_event(desk).max_voters == 500
    assert elections.working_event(desk).reserve_per_mille == 25


def test_a_kecamatan_and_a_province_may_not(tmp_path: Path) -> None:
    for place in ("73.13.06", "73"):
        with office(tmp_path / place, place, master=False) as desk:
            assert not election_settings.may_edit(desk)
            with pytest.raises(errors.NotPermitted):
                election_settings.edit(desk, most_voters=500)


def test_pairs_are_what_formulas_call_paslon(desk: Desk) -> None:
    election_settings.choose(desk, "pilkada-2024")
    witnesses = checklists.Item(
        "a", "Saksi", "Witnesses", "x", quantities=((EventKind.REGIONAL, checklists.Quantity("2 * PASLON")),)
    )
    chosen = elections.working_event(desk)
    assert checklists.required_quantity(witnesses, chosen, 100) is None
    election_settings.set_pairs(desk, "gubernur", 2)
    assert checklists.required_quantity(witnesses, elections.working_event(desk), 100) is None
    election_settings.set_pairs(desk, "bupati", 4)
    chosen = elections.working_event(desk)
    assert checklists.required_quantity(witnesses, chosen, 100) == 12
    assert checklists.required_quantity(replace(witnesses, race="bupati"), chosen, 100) == 8
    election_settings.set_pairs(desk, "bupati", None)
    assert elections.working_event(desk).races[1].pairs is None
    for race, count in (("bupati", 0), ("dpr", 3)):
        with pytest.raises(errors.Refused):
            election_settings.set_pairs(desk, race, count)
