# SPDX-License-Identifier: Apache-2.0
"""The way of a register: its title, what a column can be taken for, and the words for what was brought in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.operations import issues, register_export
from desk_app.operations.desk import Desk
from desk_app.operations.register_import import Imported
from tests import small_offices
from ui.dialogs import workbook_ways


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        issues.new_issue(made, "Kotak basah")
        yield made


def test_a_register_is_read_shown_and_told(desk: Desk, tmp_path: Path) -> None:
    finish(register_export.export(desk, "issues", tmp_path / "a.xlsx"))
    way = workbook_ways.RegisterWay(desk, "issues")
    assert way.title == "Masukkan dari Excel: Permasalahan"
    sheets, known = way.look(tmp_path / "a.xlsx")
    assert len(sheets) == way.sheets_of_ours
    assert ("title", "Permasalahan") in known
    shown = way.shown(finish(way.preview(tmp_path / "a.xlsx", "", None)))
    assert shown.counts == {"new": 0, "changed": 0, "same": 1, "refused": 0}
    assert way.button_words(1200) == "Masukkan 1.200 baris"
    assert way.done_words(Imported(1, 2, 0)) == "1 baris baru dan 2 yang berubah sudah dimasukkan."
    assert way.done_words(Imported(1, 2, 3)).endswith("3 baris ditolak.")
