# SPDX-License-Identifier: Apache-2.0
"""Who has not sent stands in the list, by name when they are few, each level by its own word."""

from pathlib import Path

from desk_app.domain import records
from desk_app.operations import (
    change_settings,
    daily_reports,
    settings,
    transact,
)
from desk_app.operations.desk import Desk
from desk_app.operations.todo_lines import TodoKind
from tests import small_offices
from tests.operations.waiting_lines import line
from tests.regency_offices import TEMPE


def test_silent_offices_by_name_when_they_are_few(wajo: Desk) -> None:
    assert line(wajo, TodoKind.SILENT) is None, "nobody is waited for before anybody has joined"
    first = line(wajo, TodoKind.FIRST_STEP)
    assert first is not None
    assert (first.words, first.target.chosen) == (
        "Siapkan paket kecamatan: belum ada yang bergabung", {"show": "prepare"},
    )
    daily_reports.note_received(wajo, "73.13.07", "WhatsApp")
    assert line(wajo, TodoKind.FIRST_STEP) is None
    found = line(wajo, TodoKind.SILENT)
    assert found is not None
    assert found.count == 13
    assert found.words == "13 kecamatan belum mengirim sejak kemarin"
    assert [row.silent for row in daily_reports.incoming(wajo).rows].count(True) == 13
    change_settings.set_many(wajo, {settings.word_setting("district"): "Distrik"})
    found = line(wajo, TodoKind.SILENT)
    assert found is not None
    assert found.words == "13 distrik belum mengirim sejak kemarin"
    for row in daily_reports.silent(wajo):
        if row.place != TEMPE:
            daily_reports.note_received(wajo, row.place, "WhatsApp")
    found = line(wajo, TodoKind.SILENT)
    assert found is not None
    assert found.words == "Tempe belum mengirim sejak kemarin"
    assert [row.place for row in daily_reports.incoming(wajo).rows if row.silent] == [TEMPE]


def test_a_province_waits_for_its_kabupaten(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "sulsel", "73", stations=0).desk as province:
        names = [(("pemilu-2024", f"73.{number:02d}"), {"name": f"K{number}"}) for number in range(1, 6)]
        transact.transact(province, "Wilayah", lambda unit: unit.put_many(records.REGION, names))
        daily_reports.note_received(province, "73.01", "WhatsApp")
        found = line(province, TodoKind.SILENT)
    assert found is not None
    assert found.words == "4 kabupaten/kota belum mengirim sejak kemarin"
