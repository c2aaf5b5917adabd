# SPDX-License-Identifier: Apache-2.0
"""Bentuk & nomor naskah: every field is kept when it is left, refused in words, and seen on the paper beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.operations import change_settings, paper_manner, settings, targets
from desk_app.operations.desk import Desk
from tests import regency_offices
from ui import bridge, runner
from ui.pages import settings_page
from ui.pages.settings_page import papers_section


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def section(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> papers_section.PapersSection:
    page = settings_page.SettingsPage(desk, lanes)
    qtbot.addWidget(page)
    news = bridge.Bridge(page)
    news.changed.connect(lambda flags: page.refresh(flags) if flags & page.listens else None)
    desk.news.listen(lambda changed: news.announce(changed.flags))
    page.resize(1160, 620)
    page.show()
    page.open(targets.Target(targets.Page.SETTINGS, chosen={"section": "papers"}))
    made = page.section("papers")
    assert isinstance(made, papers_section.PapersSection)
    settle(made, qtbot)
    return made


def settle(section: papers_section.PapersSection, qtbot: QtBot) -> None:
    for _turn in range(2):
        qtbot.wait(60)
        section.lanes.wait_idle()


def test_margins_are_kept_and_refused_in_words(
    section: papers_section.PapersSection, desk: Desk, qtbot: QtBot
) -> None:
    row = section.rows["paper_margins_F4"]
    before = section.preview.source.sizes
    qtbot.keyClicks(row.field, "25/30")
    row.field.commit()
    settle(section, qtbot)
    assert "misalnya" in row.refusal
    assert settings.get(desk, "paper_margins_F4") == ""
    row.field.setText("40/30/30/40")
    row.field.commit()
    settle(section, qtbot)
    assert row.refusal == ""
    assert settings.get(desk, "paper_margins_F4") == "40/30/30/40"
    assert paper_manner.page_setup(desk).margins.top == 40
    assert section.preview.source.sizes == before


def test_a_box_is_a_setting(section: papers_section.PapersSection, desk: Desk, qtbot: QtBot) -> None:
    for name, box in section.boxes.items():
        qtbot.mouseClick(box, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(8, box.height() // 2))
        settle(section, qtbot)
        assert settings.get(desk, name) == settings.YES
    change_settings.set_many(desk, {"paper_qr": ""})
    settle(section, qtbot)
    assert not section.boxes["paper_qr"].isChecked()


def test_numbers_are_shown_as_they_would_be(section: papers_section.PapersSection, desk: Desk, qtbot: QtBot) -> None:
    assert section.example.isHidden()
    assert not section.rows["paper_number_pattern"].isEnabled()
    values = {"paper_number_way": "own", "paper_number_unit": "BKBP", "paper_number_class": "laporan-harian = 200.2.1"}
    change_settings.set_many(desk, values)
    settle(section, qtbot)
    assert section.example.text() == "Nomor laporan harian berikutnya: 200.2.1/1/BKBP"
    row = section.rows["paper_number_pattern"]
    row.field.setText("{nomor}")
    row.field.commit()
    settle(section, qtbot)
    assert "{nomor}" in row.refusal
    row.field.setText("{urut:3}/{tahun}")
    row.field.commit()
    settle(section, qtbot)
    assert section.example.text() == "Nomor laporan harian berikutnya: 001/2024"


def test_every_way_to_sign_and_typeface_can_be_chosen(section: papers_section.PapersSection) -> None:
    for name, known in (("paper_signing", paper_manner.SIGNING), ("paper_typeface", paper_manner.TYPEFACES)):
        field = section.rows[name].field
        assert [code for code, _words in field._choices] == list(known)


def test_the_paper_goes_where_there_is_no_room(section: papers_section.PapersSection, qtbot: QtBot) -> None:
    assert section.preview.isVisible()
    section.window().resize(860, 500)
    qtbot.waitUntil(lambda: not section.preview.isVisible())
    assert section.minimumSizeHint().width() < 640
