# SPDX-License-Identifier: Apache-2.0
"""A locked window opens with its operator's password only."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import accounts, locking, offices


def test_only_the_own_password(tmp_path: Path) -> None:
    asked = offices.NewOffice(place="73.13.06", event="pemilu-2024", operator="Operator 1", password="satu")
    with offices.create_office(tmp_path / "kantor", asked, key_memory=8 << 20).desk as desk:
        accounts.add_account(desk, "Operator 2", accounts.Role.OPERATOR, "dua-dua", key_memory=8 << 20)
        locking.require_operator(desk, "satu")
        for typed in ("Satu", "dua-dua", ""):
            with pytest.raises(errors.NotPermitted, match="Kata sandi salah"):
                locking.require_operator(desk, typed)
        accounts.change_password(desk, "satu", "tiga", key_memory=8 << 20)
        locking.require_operator(desk, "tiga")
