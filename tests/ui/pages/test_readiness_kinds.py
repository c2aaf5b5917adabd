# SPDX-License-Identifier: Apache-2.0
"""Items of every kind answered by keys in the window, a check with its reason, and the tab of completeness."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.answers import Mark, Written
from desk_app.domain.checklists import ItemKind, editing
from desk_app.operations import answers, checklist_pages, checklist_versions, targets
from desk_app.operations.checklist_versions import Earlier
from desk_app.operations.desk import Desk
from tests import photographs, regency_offices
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import readiness_page

KEY = QtCore.Qt.Key
ONE = tps(TEMPE_VILLAGE, 1)
KINDS = {"Tiba": ItemKind.MOMENT, "Cuaca": ItemKind.CHOICE, "Ketua": ItemKind.TEXT, "Foto": ItemKind.PHOTO}


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        outline = checklist_versions.current(desk).outline
        for label, kind in KINDS.items():
            outline = editing.add_question(outline, "log", label, (-1,), ())
            choices = ("Cerah", "!Hujan") if kind is ItemKind.CHOICE else ()
            outline = editing.change_question(outline, f"log.{label.lower()}", kind=kind, choices=choices)
        checklist_versions.publish(desk, outline, earlier=Earlier.STAY)
        yield desk


@pytest.fixture
def window(qtbot: QtBot, wajo: Desk, lanes: runner.Runner) -> Iterator[opened.Window]:
    made = opened.show(qtbot, wajo, lanes, "readiness", lambda: readiness_page.ReadinessPage(wajo, lanes))
    yield made
    assert made.crashes == []


@pytest.fixture
def page(window: opened.Window) -> readiness_page.ReadinessPage:
    found = window.page("readiness")
    assert isinstance(found, readiness_page.ReadinessPage)
    return found


def show(page: readiness_page.ReadinessPage, qtbot: QtBot, lanes: runner.Runner, item: str) -> None:
    page.open(targets.Target(targets.Page.CHECKLIST, ONE, phase=-1, chosen={"item": item}))
    opened.settle(qtbot, lanes)


def type_(qtbot: QtBot, text: str, key: KEY = KEY.Key_Return) -> None:
    focus = QtWidgets.QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, text)
    qtbot.keyClick(focus, key)


def held(desk: Desk) -> dict[str, object]:
    return {item.code: item.value for item in checklist_pages.checklist_page(desk, ONE, -1).items}


def test_a_rhythm_of_keys_answers_words_too(
    page: readiness_page.ReadinessPage, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    show(page, qtbot, lanes, "log.tiba")
    type_(qtbot, "7.10")
    qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), "2")
    type_(qtbot, "Nurdin Tahir")
    opened.settle(qtbot, lanes)
    found = held(wajo)
    assert (found["log.tiba"], found["log.cuaca"], found["log.ketua"]) == (
        Written("2024-02-13 07:10"), Written("Hujan"), Written("Nurdin Tahir"))
    assert page.sheet.current_row().code == "log.foto"
    row = page.sheet.row_of("log.cuaca")
    assert row is not None
    assert row.item.verdict == "failed"


def test_an_hour_that_is_none_is_refused_beside_it(
    page: readiness_page.ReadinessPage, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    show(page, qtbot, lanes, "log.tiba")
    type_(qtbot, "pagi")
    opened.settle(qtbot, lanes)
    row = page.sheet.row_of("log.tiba")
    assert row is not None
    assert row.is_refused
    assert held(wajo)["log.tiba"] is None


def test_a_photo_answers_its_item(
    page: readiness_page.ReadinessPage, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "tps.jpg"
    path.write_bytes(photographs.jpeg())
    monkeypatch.setattr(QtWidgets.QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    show(page, qtbot, lanes, "log.foto")
    qtbot.keyClicks(QtWidgets.QApplication.focusWidget(), "s")
    opened.settle(qtbot, lanes)
    assert held(wajo)["log.foto"] is Mark.DONE


def test_a_reason_settles_a_check(
    page: readiness_page.ReadinessPage, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answer(wajo, ONE, "log.suara.dpr", "900")
    show(page, qtbot, lanes, "log.tiba")
    [row] = page.sheet.findings.rows
    assert "selisih 480" in row.said.text()
    row.reason.setFocus()
    type_(qtbot, "salah kirim")
    opened.settle(qtbot, lanes)
    [finding] = checklist_pages.checklist_page(wajo, ONE, -1).findings
    assert (finding.reason, finding.open) == ("salah kirim", False)
    [row] = page.sheet.findings.rows
    assert "alasan menurut Andi" in row.said.text()
    row.reason.setFocus()
    row.reason.selectAll()
    qtbot.keyClick(row.reason, QtCore.Qt.Key.Key_Backspace)
    qtbot.keyClick(row.reason, QtCore.Qt.Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert checklist_pages.checklist_page(wajo, ONE, -1).findings[0].open


def test_completeness_is_looked_into_down_to_a_checklist(
    page: readiness_page.ReadinessPage, window: opened.Window, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answer(wajo, ONE, "log.hujan", "S")
    page.open(targets.Target(targets.Page.CHECKLIST, phase=-1))
    page.tabs.setCurrentIndex(readiness_page.COMPLETE)
    opened.settle(qtbot, lanes)
    panel = page.complete.panel
    for name in ("Tempe", None, "TPS 001"):
        rows = panel.regions.model.shown()
        row = next(one for one in rows if name in (None, one.name.text))
        assert row.partial == 1
        panel.regions.opened.emit(row)
        opened.settle(qtbot, lanes)
    assert page.tabs.currentIndex() == readiness_page.CHECKLIST
    assert page.sheet.page is not None
    assert page.sheet.page.subject == ONE
