# SPDX-License-Identifier: Apache-2.0
"""What who is at the keyboard is in the office."""

from pathlib import Path

from desk_app.operations import accounts, opening, roles
from tests import small_offices


def test_the_role_of_who_is_here(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as desk:
        assert roles.own_role(desk) is roles.Role.ADMIN
        accounts.add_account(desk, "Besse", roles.Role.LEADER, "sandi besse", key_memory=small_offices.KEY_MEMORY)
        folder = desk.folder
    with opening.open_office(folder, "sandi besse") as besse:
        assert roles.own_role(besse) is roles.Role.LEADER


def test_what_a_newer_version_wrote_is_an_operator() -> None:
    assert roles.role_of("auditor") is roles.Role.OPERATOR
    assert roles.role_of("admin") is roles.Role.ADMIN
