# SPDX-License-Identifier: Apache-2.0
"""The forms of the office's own by name, those of one kind of paper, none that was deleted."""

from pathlib import Path

from desk_app.data import own_format_list
from desk_app.domain import records
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import small_offices


def test_by_name_and_by_paper(tmp_path: Path) -> None:
    def add(desk: Desk, name: str, paper: str) -> int:
        values = {"name": name, "kind": "docx", "paper": paper}
        return transact(desk, "Format", lambda unit: unit.create(records.OWN_FORMAT, values))

    with small_offices.make(tmp_path / "office").desk as desk:
        for name in ("b", "A", "c"):
            add(desk, name, "laporan-harian")
        gone = add(desk, "gone", "laporan-harian")
        add(desk, "lain", "surat-tugas")
        transact(desk, "Format", lambda unit: unit.delete(records.OWN_FORMAT, gone))
        with desk.reading() as connection:
            assert [row.name for row in own_format_list.rows(connection)] == ["A", "b", "c", "lain"]
            assert [row.name for row in own_format_list.rows(connection, "surat-tugas")] == ["lain"]
