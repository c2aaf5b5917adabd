# SPDX-License-Identifier: Apache-2.0
"""`receive`: a damaged package in a folder is said and counts, and a backup is made before anything comes in."""

from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import small_offices, two_offices


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package for the kabupaten on a stick; both offices are closed."""
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.send(two.tempe, two.kabupaten)
    return tmp_path / "stick"


def test_a_damaged_package_in_a_folder_is_not_passed_over(
    stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [path] = (stick / "DESK").iterdir()
    data = bytearray(path.read_bytes())
    data[40] ^= 1
    path.write_bytes(data)
    assert program.main(["receive", str(stick), "--office", str(tmp_path / "kabupaten")]) == 1
    assert f"{path.name} rusak" in capsys.readouterr().err


def test_a_backup_is_made_first(stick: Path, tmp_path: Path) -> None:
    office = tmp_path / "kabupaten"
    assert program.main(["receive", str(stick), "--dry-run", "--office", str(office)]) == 0
    assert not (office / "backup" / "0001").exists()
    assert program.main(["receive", str(stick), "--office", str(office)]) == 0
    assert (office / "backup" / "0001" / "desk.db").is_file()
