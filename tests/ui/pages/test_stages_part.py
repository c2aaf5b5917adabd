# SPDX-License-Identifier: Apache-2.0
"""Tahapan in the window: what runs today, days altered and added, the month, WhatsApp, both elections."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import election_settings, holidays, stages, targets
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices
from tests.ui.pages import opened
from ui import runner
from ui.pages import activities_page
from ui.pages.activities_page import stages as stages_part

NOON = datetime(2024, 11, 25, 12, tzinfo=timezone(timedelta(hours=8)))
Key = QtCore.Qt.Key
Open = Callable[..., stages_part.StagesPart]


@pytest.fixture
def november(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo", now=lambda: int(NOON.timestamp())) as made:
        election_settings.choose(made, "pilkada-2024")
        yield made


@pytest.fixture
def open_part(november: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(desk: Desk = november, size: tuple[int, int] = (1366, 700)) -> stages_part.StagesPart:
        window = opened.show(
            qtbot, desk, lanes, "activities", lambda: activities_page.ActivitiesPage(desk, lanes), size
        )
        page = window.page("activities")
        assert isinstance(page, activities_page.ActivitiesPage)
        found = page.show_tab("stages")
        opened.settle(qtbot, lanes)
        assert isinstance(found, stages_part.StagesPart)
        return found

    return made


def typed(qtbot: QtBot, lanes: runner.Runner, field: QtWidgets.QLineEdit, text: str) -> None:
    field.setFocus()
    qtbot.wait(1)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Tab)
    opened.settle(qtbot, lanes)


def stage(desk: Desk, code: str) -> stages.Stage:
    found = stages.calendar(desk)
    return next(one.stage for one in (*found.rows, *found.dropped) if one.code == code)


def test_what_runs_today_is_said_and_chosen(open_part: Open) -> None:
    part = open_part()
    assert part.next.text() == (
        "Hari ini H-2. Sedang berjalan: Masa tenang (sampai 26-11). Berikutnya: Masa tenang berakhir besok; "
        "Pemungutan dan penghitungan suara mulai 27-11 (H); Rekapitulasi kecamatan mulai 28-11 (H+1)."
    )
    assert part.table.current().code == "masa_tenang"
    assert (part.table.current().starts, part.table.current().length) == ("24-11-2024 (H-3)", 3)


def test_a_day_is_altered_and_refused_beside_its_field(
    open_part: Open, november: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    part = open_part()
    starts = part.form.field("starts")
    typed(qtbot, lanes, starts, "lusa")
    assert "bukan tanggal" in part.form.form.rows["starts"].refusal
    typed(qtbot, lanes, starts, "H-4")
    assert stage(november, "masa_tenang").starts == date(2024, 11, 23)
    assert part.form.form.rows["starts"].refusal == ""
    assert part.table.current().starts == "23-11-2024 (H-4)"
    typed(qtbot, lanes, part.form.field("source"), "Keputusan KPU")
    assert stage(november, "masa_tenang").source == "Keputusan KPU"


def test_one_is_added_and_left_out_again(
    open_part: Open, november: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    part = open_part()
    qtbot.mouseClick(part.add_button, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert "nama" in part.new.rows["name"].refusal
    for field, text in ((part.new_name, "Rakor camat"), (part.new_starts, "H-1"), (part.new_source, "Sekda")):
        typed(qtbot, lanes, field, text)
    qtbot.mouseClick(part.add_button, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert part.table.current().name == "Rakor camat"
    assert (stage(november, "7313-01").starts, stage(november, "7313-01").ends) == (date(2024, 11, 26),) * 2
    assert part.new_name.text() == ""
    qtbot.mouseClick(part.use_button, QtCore.Qt.MouseButton.LeftButton)
    opened.settle(qtbot, lanes)
    assert not stage(november, "7313-01").in_use
    assert part.use_button.text() == "Pakai lagi"


def test_the_month_shows_stages_and_days_off(
    open_part: Open, november: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    holidays.save(november, date(2024, 12, 25), "Natal")
    part = open_part()
    part.view.setCurrentIndex(1)
    assert part.month_title.text() == "November 2024"
    assert part.day_words.text() == "25-11-2024 (H-2) · Masa tenang"
    part.month.setFocus()
    qtbot.keyClick(part.month, Key.Key_PageDown)
    assert part.month_title.text() == "Desember 2024"
    assert part.day_words.text() == "25-12-2024 (H+28) · libur: Natal"
    part.month.opened.emit("kampanye")
    assert part.table.current().code == "kampanye"
    assert part.form.field("starts").text() == "25-09-2024"


def test_for_whatsapp_and_for_excel(open_part: Open, lanes: runner.Runner, qtbot: QtBot) -> None:
    part = open_part()
    part.copy()
    opened.settle(qtbot, lanes)
    assert "*Sedang berjalan*\n- Masa tenang, sampai 26-11-2024 (H-1)" in QtGui.QGuiApplication.clipboard().text()
    part.table.view.selectAll()
    part.table.copy()
    lines = QtGui.QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Tahapan\tMulai\tSelesai\tLama\tKeadaan\tDasar")
    assert any(line.startswith("Masa tenang\t24-11-2024 (H-3)\t26-11-2024 (H-1)\t3\tSedang berjalan") for line in lines)


def test_the_other_election_has_its_own(open_part: Open, november: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    part = open_part()
    election_settings.choose(november, "pemilu-2024")
    opened.settle(qtbot, lanes)
    names = {line.code: line for line in part.table.model.shown()}
    assert "daftar_pemilih" not in names
    assert names["kampanye"].starts == ""
    assert part.next.text().startswith("Hari ini H+285.")


def test_a_target_leads_to_a_stage(open_part: Open, november: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    part = open_part()
    part.open_target(targets.Target(targets.Page.ACTIVITIES, chosen={"show": "stages", "code": "kampanye"}))
    opened.settle(qtbot, lanes)
    assert part.table.current().code == "kampanye"


def test_a_kecamatan_only_reads(open_part: Open, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as tempe:
        part = open_part(tempe)
        assert part.form.field("name").isReadOnly()
        assert part.new_card.isHidden()
        assert "kabupaten/kota" in part.remark.text()


def test_it_fits_a_small_window_with_a_long_name(
    open_part: Open, november: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    name = "Pemungutan Suara Ulang di Kampuang Tanjuang Koto Mambang Durian"
    stages.add(november, name, "H-5", "H-1", "Sumber yang panjang " * 10)
    part = open_part(size=(911, 520))
    part.view.setCurrentIndex(1)
    opened.settle(qtbot, lanes)
    hint = part.minimumSizeHint()
    assert hint.width() <= 880
    assert hint.height() <= 400
