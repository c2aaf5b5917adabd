# SPDX-License-Identifier: Apache-2.0
"""Format kami in the window: a file is added, its faults are told, fields are copied, a paper fills it."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6 import QtCore, QtGui
from pytestqt.qtbot import QtBot

from desk_app.operations import own_formats, printing, targets
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.reports import own_forms as files
from ui import bridge, runner
from ui.pages import reports_page
from ui.pages.reports_page import own_forms


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def page(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> reports_page.ReportsPage:
    made = reports_page.ReportsPage(desk, lanes)
    qtbot.addWidget(made)
    news = bridge.Bridge(made)
    news.changed.connect(lambda flags: made.refresh(flags) if flags & made.listens else None)
    desk.news.listen(lambda changed: news.announce(changed.flags))
    made.resize(1160, 620)
    made.show()
    made.tabs.setCurrentWidget(made.own_forms)
    settle(made, qtbot)
    return made


def settle(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    for _turn in range(3):
        qtbot.wait(100)
        page._runner.wait_idle()


def form_file(folder: Path, text: str = "{{ kantor }} {{ kantr }}") -> Path:
    path = folder / "Bentuk provinsi.docx"
    path.write_bytes(files.word(text))
    return path


def tab(page: reports_page.ReportsPage) -> own_forms.OwnForms:
    return page.own_forms.content


def test_a_form_is_added_and_its_faults_are_told(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    assert tab(page).card.isHidden()
    tab(page).add(form_file(tmp_path))
    settle(page, qtbot)
    line = tab(page).current()
    assert line is not None
    assert (line.name, line.kind, line.key) == ("Bentuk provinsi", ".docx", printing.DAILY)
    [remark] = tab(page).remarks.lines
    assert "“kantr” tidak dikenal" in remark.words
    own_formats.replace_file(desk, line.no, form_file(tmp_path, "{{ kantor }}"))
    tab(page).refresh()
    settle(page, qtbot)
    assert tab(page).remarks.lines == ()
    assert not tab(page).sound.isHidden()


def test_a_click_copies_a_field(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    table = tab(page).fields
    table.filter.setText("kantor")
    qtbot.waitUntil(lambda: any(line.typed == "{{ kantor }}" for line in table.model.shown()))
    table.show_row("{{ kantor }}")
    index = table.view.currentIndex()
    place = table.view.visualRect(index).center()
    qtbot.mouseClick(table.view.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=place)
    assert QtGui.QGuiApplication.clipboard().text() == "{{ kantor }}"
    assert "{{ kantor }} disalin" in page.notices.text


def test_fields_of_another_paper(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    before = [line.typed for line in tab(page).fields.model.rows()]
    which = tab(page).which
    which.setFocus()
    while which.value() != "tps-rawan":
        qtbot.keyClick(which, QtCore.Qt.Key.Key_Down)
    settle(page, qtbot)
    assert [line.typed for line in tab(page).fields.model.rows()] != before


def test_a_form_is_renamed_and_deleted(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    tab(page).add(form_file(tmp_path))
    settle(page, qtbot)
    tab(page).name.setFocus()
    tab(page).name.selectAll()
    qtbot.keyClicks(tab(page).name, "Form Provinsi")
    tab(page).table.setFocus()
    settle(page, qtbot)
    assert [one.name for one in own_formats.listing(desk)] == ["Form Provinsi"]
    tab(page)._delete()
    settle(page, qtbot)
    assert own_formats.listing(desk) == ()
    assert tab(page).card.isHidden()


def test_a_paper_fills_the_form(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    tab(page).add(form_file(tmp_path))
    page.open(targets.Target(targets.Page.REPORTS, chosen={"report": printing.DAILY}))
    settle(page, qtbot)
    assert page.save_menu.actions()[-1].text() == "Bentuk provinsi (.docx) …"
    [own] = own_formats.listing(desk)
    assert page._shown is not None
    page.delivery.fill(page._shown, own, tmp_path / "jadi.docx")
    settle(page, qtbot)
    assert docx.Document(str(tmp_path / "jadi.docx")).paragraphs[0].text.startswith("Desk Pemilu Kabupaten Wajo")
    assert "kantr" in page.notices.text
    page.open(targets.Target(targets.Page.REPORTS, chosen={"report": "data-umum"}))
    settle(page, qtbot)
    assert len(page.save_menu.actions()) == len(printing.FACES)


def test_a_file_that_is_none_is_refused(page: reports_page.ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "catatan.docx"
    path.write_text("bukan Word")
    tab(page).add(path)
    settle(page, qtbot)
    assert "catatan.docx" in page.notices.text
    assert tab(page).current() is None
