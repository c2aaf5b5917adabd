# SPDX-License-Identifier: Apache-2.0
"""Recaps beside details, and the register of reports received."""

import dataclasses
from datetime import datetime

from desk_app.reports import incoming_tables, words
from tests.reports import samples

RECAP = incoming_tables.RecapRow("Tempe", "TPS buka", 170, 178, datetime(2024, 2, 14, 7, 30), "Camat")


def last_cell(recap: incoming_tables.RecapRow) -> str:
    return incoming_tables.recap_table((recap,)).rows[0].cells[-1].replace(words.NO_BREAK, " ")


def test_a_recap_shows_hour_source_and_the_gap_to_the_details() -> None:
    cells = incoming_tables.recap_table((RECAP,)).rows[0].cells
    assert [cell.replace(words.NO_BREAK, " ") for cell in cells[3:6]] == ["170 dari 178", "07.30", "Camat"]
    assert last_cell(RECAP) == "–"
    assert last_cell(dataclasses.replace(RECAP, counted=167)) == "167\n(selisih −3)"
    assert last_cell(dataclasses.replace(RECAP, counted=171)) == "171\n(selisih +1)"
    assert last_cell(dataclasses.replace(RECAP, counted=170)) == "170"


def test_the_register_counts_nihil_as_reported_and_names_the_silent() -> None:
    said = incoming_tables.register_summary(samples.register())
    assert said == (
        "13 dari 14 kecamatan telah menyampaikan laporan, termasuk 4 laporan NIHIL. Belum menyampaikan: Keera."
    )


def test_each_state_has_its_mark() -> None:
    states = {row.cells[2] for row in incoming_tables.register_table(samples.register()).rows}
    assert states == {"✓ Sudah", "✓ NIHIL", "○ Belum"}


def test_a_recap_in_dispute_is_marked_and_named() -> None:
    disputed = dataclasses.replace(RECAP, disputed=True, counted=170)
    told = incoming_tables.recap_table((disputed,)).rows[0].cells[3]
    assert told.replace(words.NO_BREAK, " ") == "170 dari 178 ⇄"
    assert incoming_tables.recap_note((disputed,)) == (
        "⇄ Angka rekap Tempe (TPS buka) dalam klarifikasi dan belum ikut dijumlahkan."
    )
    behind = dataclasses.replace(RECAP, details_open=2)
    assert last_cell(behind) == "belum beres ⇄"
    assert "Isian Tempe (2 TPS) belum beres" in incoming_tables.recap_note((behind,))
    assert incoming_tables.recap_note((RECAP,)) == ""
