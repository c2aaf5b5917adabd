# SPDX-License-Identifier: Apache-2.0
"""A new name stands in the database, in the journal, and after the office is opened again."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import history, office_identity, offices, opening


def test_a_new_name_stays(tmp_path: Path) -> None:
    asked = offices.NewOffice(place="73.13", event="pemilu-2024", operator="Operator 1", password="demo")
    with offices.create_office(tmp_path / "kantor", asked, key_memory=8 << 20).desk as desk:
        office_identity.rename(desk, name="Desk Pilkada Wajo", short="wjo")
        assert (desk.identity.name, desk.identity.short) == ("Desk Pilkada Wajo", "WJO")
        record = history.find_record(desk, "office", (desk.identity.place, desk.identity.code))
        told = history.history(desk, record)[-1]
        assert {field.field: field.after for field in told.fields} == {"name": "Desk Pilkada Wajo", "short": "WJO"}
        with pytest.raises(errors.Refused, match="tidak boleh kosong"):
            office_identity.rename(desk, name="  ")
        assert desk.identity.name == "Desk Pilkada Wajo"
        before = len(history.history(desk, record))
        office_identity.rename(desk, name="Desk Pilkada Wajo")
        assert len(history.history(desk, record)) == before, "nothing is written when nothing changes"
    with opening.open_office(tmp_path / "kantor", "demo") as desk:
        assert desk.identity.name == "Desk Pilkada Wajo"
