# SPDX-License-Identifier: Apache-2.0
"""Texts for WhatsApp and the draft of a report: what is written stands in them, what is not leaves no empty line."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.operations import (
    activities,
    activity_people,
    activity_register,
    activity_text,
    indicator_board,
    indicator_sheet,
    indicators,
    tasks,
    visits,
)
from desk_app.operations.activities import Kind
from desk_app.operations.activity_people import Part
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices

FIRST = regency_offices.tps(regency_offices.BELAWA_VILLAGE, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_the_campaign_table_is_that_of_the_form(desk: Desk) -> None:
    activities.new_activity(
        desk, "Tatap muka", Kind.CAMPAIGN, from_day="2024-02-03", from_minute=900, site="Lapangan Merdeka",
        description="Orasi", figures="Ketua DPC", pair="02", participants=1250, note="Tertib",
    )
    activities.new_activity(desk, "Pagi", Kind.CAMPAIGN, from_day="2024-02-03", from_minute=480)
    rows = activity_text.campaign_table(activity_register.rows(desk))
    assert activity_text.CAMPAIGN_HEADINGS[4] == "Tokoh Politik yang Hadir"
    assert [row[3] for row in rows] == ["Pagi", "Orasi"]
    assert rows[1] == (
        "2", "03-02-2024 15.00", "Lapangan Merdeka, Kabupaten Wajo", "Orasi", "Ketua DPC", "02", "1.250", "Tertib",
    )
    said = activity_text.campaign_text(desk, activity_register.rows(desk), date(2024, 2, 3))
    assert "Hari/Tanggal: Sabtu, 3 Februari 2024" in said
    assert "Jumlah Peserta: 1.250" in said
    assert "Paslon: \n" not in said


def test_a_day_without_campaign_is_nihil(desk: Desk) -> None:
    assert activity_text.campaign_text(desk, [], date(2024, 2, 3)).endswith("NIHIL\n")


def test_the_draft_is_put_together_from_all_that_hangs_on_the_activity(desk: Desk) -> None:
    no = activities.new_activity(desk, "Monitoring Belawa", Kind.VISIT, from_day="2024-02-13", letter_number="090/17")
    activity_people.add_person(desk, no, Part.OFFICER, office="Camat Belawa", name="Andi")
    activities.set_points(desk, no, ["log.formulir"])
    [visit] = visits.add_visits(desk, no, [FIRST])
    visits.edit_visit(desk, visit, findings="Tenda bocor", at=small_offices.NOW)
    visits.raise_issue(desk, visit)
    tasks.new_task(
        desk, "Ganti tenda", source_kind=tasks.Source.ACTIVITY, source=no, office="Camat Belawa", due="2024-02-12"
    )
    said = activity_text.draft(desk, activity_register.activity(desk, no))
    for part in (
        "LAPORAN KUNJUNGAN",
        "Surat tugas: 090/17\n",
        "Petugas: Camat Belawa, Andi",
        "(13-02-2024 13.00): Tenda bocor",
        "Dicatat sebagai permasalahan ",
        "- Ganti tenda — Camat Belawa, paling lambat 12-02-2024 (lewat 1 hari)",
    ):
        assert part in said
    assert "None" not in said
    assert "Notula" not in said
    activities.finish_report(desk, no, "Ditulis sendiri.")
    assert activity_text.text(desk, activity_register.activity(desk, no)) == "Ditulis sendiri.\n"


def test_a_meeting_says_who_came_and_who_did_not(desk: Desk) -> None:
    no = activities.new_activity(desk, "Rakor", Kind.MEETING, minutes="Kotak dipindahkan.")
    came = activity_people.add_person(desk, no, Part.GUEST, office="Camat Tempe")
    stayed = activity_people.add_person(desk, no, Part.GUEST, unit="PLN")
    activity_people.mark_present(desk, [came], True)
    activity_people.mark_present(desk, [stayed], False)
    said = activity_text.draft(desk, activity_register.activity(desk, no))
    assert "*Hadir 1 dari 2 undangan*\n- Camat Tempe\nTidak hadir: PLN" in said
    assert "Kotak dipindahkan." in activity_text.text(desk, activity_register.activity(desk, no))
    assert "- Rakor" in activity_text.list_text(desk, activity_register.rows(desk))


def test_tasks_and_indicators_as_text(desk: Desk) -> None:
    assert activity_text.tasks_text(desk, []).endswith("NIHIL\n")
    no = tasks.new_task(desk, "Hubungi PLN")
    tasks.finish(desk, no, "Genset dikirim")
    assert "- Hubungi PLN (selesai): Genset dikirim" in activity_text.tasks_text(desk, tasks.rows(desk))
    indicators.adopt(desk, ["partisipasi", "ppk"])
    indicators.edit_indicator(desk, "partisipasi", target="83,82")
    indicator_sheet.set_values(desk, "partisipasi", date(2024, 2, 12), {"73.13": "80,1", regency_offices.TEMPE: "85"})
    indicator_sheet.set_values(desk, "ppk", date(2024, 2, 12), {regency_offices.TEMPE: "5"})
    board = activity_text.board_text(desk, indicator_board.board(desk, "partisipasi"))
    assert "Seluruhnya: 80,10 % dari target 83,82 % (selisih −3,72), 12-02-2024" in board
    assert "- Tempe: 85,00 % dari target 83,82 % (selisih +1,18)" in board
    assert "Belum ada nilai (13): " in board
    whole = activity_text.summaries_text(desk, indicator_board.summaries(desk))
    assert "5 orang dari target 70 orang (selisih −65), 12-02-2024, baru 1 dari 14 kecamatan" in whole
