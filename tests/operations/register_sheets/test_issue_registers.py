# SPDX-License-Identifier: Apache-2.0
"""Issues, the book and votes held again come back through their verbs."""

from pathlib import Path

from desk_app.operations import issue_register, revote_register
from desk_app.operations.desk import Desk
from tests.filled_registers import SECOND
from tests.operations.register_sheets import coming_back


def test_an_issue_is_altered_and_one_is_new(filled: Desk, tmp_path: Path) -> None:
    found = coming_back.put_in(filled, tmp_path, "issues", {
        (3, "Ditujukan"): "PT Telkom", (2, "Tingkat"): "Rendah", (0, "Permasalahan"): "Perahu rusak",
        (0, "Pelapor"): "Camat", (2, "Status"): "Baru",
    })
    assert (found.new, found.changed) == (1, 2)
    assert [one.field for one in found.differences] == ["Tingkat", "Ditujukan kepada"]
    rows = {row.title: row for row in issue_register.issue_rows(filled)}
    assert "Perahu rusak" in rows
    assert rows["Kotak  basah"].state == "selesai", "what is only read is not written"


def test_a_confidential_issue_is_left_alone(filled: Desk, tmp_path: Path) -> None:
    at = coming_back.row(filled, tmp_path, "issues", "WAJ-0004 | None | None")
    found = coming_back.look(filled, tmp_path, "issues", {(at, "Permasalahan"): "Lain"})
    assert (found.changed, found.refused) == (0, 0)


def test_votes_held_again(filled: Desk, tmp_path: Path) -> None:
    found = coming_back.put_in(filled, tmp_path, "revotes", {
        (2, "Rencana"): "24-02-2024", (5, "Jenis"): "psl", (5, "TPS"): SECOND, (5, "Sebab"): "Banjir",
    })
    assert (found.new, found.changed) == (1, 1)
    planned = {row.kind: row.planned_on for row in revote_register.rows(filled)}
    assert planned == {"psu": "2024-02-24", "pssu": "", "psl": ""}
    wrong = coming_back.look(filled, tmp_path, "revotes", {(2, "TPS"): SECOND})
    assert coming_back.faults(wrong) == [(2, "TPS")]
