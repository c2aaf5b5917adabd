# SPDX-License-Identifier: Apache-2.0
"""The last office opened comes first; one whose folder is gone is not offered."""

from pathlib import Path

from PySide6 import QtWidgets

from ui.start import known_offices


def test_the_last_one_first(app: QtWidgets.QApplication, tmp_path: Path) -> None:
    assert known_offices.all_known() == []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "desk.keys").touch()
        known_offices.keep(tmp_path / name, f"Desk {name}", "Operator 1")
    known_offices.keep(tmp_path / "gone", "Desk c", "")
    assert [one.name for one in known_offices.all_known()] == ["Desk b", "Desk a"]
    known_offices.keep(tmp_path / "a", "Desk A", "Operator 2")
    assert [one.name for one in known_offices.all_known()] == ["Desk A", "Desk b"]
    assert known_offices.of(tmp_path / "a").operator == "Operator 2"
    assert known_offices.of(tmp_path / "new").name == ""


def test_one_that_is_broken_but_has_backups_is_there(app: QtWidgets.QApplication, tmp_path: Path) -> None:
    (tmp_path / "a" / "backup").mkdir(parents=True)
    known_offices.keep(tmp_path / "a", "Desk a", "Operator 1")
    assert [one.name for one in known_offices.all_known()] == ["Desk a"]
