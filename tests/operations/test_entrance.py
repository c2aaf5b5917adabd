# SPDX-License-Identifier: Apache-2.0
"""From outside one sees who works in an office, what is wrong with it, and what could be brought back."""

from pathlib import Path

import pytest

from desk_app.base import progress
from desk_app.data import keys
from desk_app.domain import errors
from desk_app.operations import accounts, backups, entrance
from desk_app.operations.desk import DATABASE
from tests.small_offices import KEY_MEMORY, NOW, PASSWORD, make


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed office with a backup, whose password was changed since."""
    clock = [NOW]
    with make(tmp_path / "kantor", now=lambda: clock[0]).desk as desk:
        progress.finish(backups.make_backup(desk))
        clock[0] += 60
        accounts.change_password(desk, PASSWORD, "kata sandi baru", key_memory=KEY_MEMORY)
    return tmp_path / "kantor"


def test_a_sound_office_has_no_trouble(folder: Path) -> None:
    seen = entrance.look(folder)
    assert (seen.names, seen.trouble) == (("Andi",), None)
    assert seen.backup is not None
    assert f"{seen.made_at:%d-%m-%Y %H.%M}" == "13-02-2024 13.00", "on the clocks of the office"


def test_missing_data_are_seen_at_once(folder: Path) -> None:
    (folder / DATABASE).unlink()
    seen = entrance.look(folder)
    assert isinstance(seen.trouble, errors.NotFound)
    assert (seen.names, seen.backup is not None) == (("Andi",), True)


@pytest.mark.parametrize("broken", [None, b"{"])
def test_without_the_key_file_the_backup_knows_the_names(folder: Path, broken: bytes | None) -> None:
    if broken is None:
        (folder / keys.FILE).unlink()
    else:
        (folder / keys.FILE).write_bytes(broken)
    seen = entrance.look(folder)
    assert seen.trouble is not None
    assert seen.names == ("Andi",)


def test_an_empty_folder_has_nothing(tmp_path: Path) -> None:
    seen = entrance.look(tmp_path)
    assert isinstance(seen.trouble, errors.NotFound)
    assert (seen.names, seen.backup, seen.made_at) == ((), None, None)


def test_a_backup_that_is_not_whole_is_not_offered(folder: Path) -> None:
    (folder / "backup" / "0001" / DATABASE).write_bytes(b"half")
    assert entrance.look(folder).backup is None


def test_a_password_of_today_or_of_that_day(folder: Path) -> None:
    backup = entrance.look(folder).backup
    assert backup is not None
    entrance.require_password(folder, backup, "kata sandi baru", "Andi")
    entrance.require_password(folder, backup, PASSWORD, "Andi")
    with pytest.raises(errors.NotPermitted, match="saat backup itu dibuat"):
        entrance.require_password(folder, backup, "entah apa", "Andi")
