# SPDX-License-Identifier: Apache-2.0
"""The editor of the checklist: a question typed, its formula refused in words, steps back, a preview, published."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.checklists import ItemKind, editing
from desk_app.operations import answers, checklist_drafts, checklist_versions, history
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import settings_page
from ui.pages.settings_page import checklist_section
from ui.widgets import outline_list

KEY = QtCore.Qt.Key


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        yield desk


class Shown:
    """The section in a window."""

    def __init__(self, qtbot: QtBot, desk: Desk, lanes: runner.Runner) -> None:
        self._qtbot, self._lanes, self.desk = qtbot, lanes, desk
        self.window = opened.show(qtbot, desk, lanes, "settings", lambda: settings_page.SettingsPage(desk, lanes))
        page = self.window.page("settings")
        assert isinstance(page, settings_page.SettingsPage)
        page.open("checklist")
        found = page.section("checklist")
        assert isinstance(found, checklist_section.ChecklistSection)
        self.section = found
        self.settle()

    def settle(self) -> None:
        opened.settle(self._qtbot, self._lanes)

    def click(self, button: QtWidgets.QPushButton) -> None:
        self._qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, field: QtWidgets.QLineEdit, text: str) -> None:
        field.setFocus()
        field.selectAll()
        self._qtbot.keyClicks(field, text)
        self._qtbot.keyClick(field, KEY.Key_Return)
        self.settle()

    def field(self, name: str) -> QtWidgets.QLineEdit:
        found = self.section.editor.question.form.field(name)
        assert isinstance(found, QtWidgets.QLineEdit)
        return found

    def refusal(self, name: str) -> str:
        return self.section.editor.question.form.form.rows[name].refusal

    @property
    def draft(self) -> checklist_drafts.Draft:
        found = checklist_drafts.draft(self.desk)
        assert found is not None
        return found


@pytest.fixture
def shown(qtbot: QtBot, wajo: Desk, lanes: runner.Runner) -> Iterator[Shown]:
    made = Shown(qtbot, wajo, lanes)
    yield made
    assert made.window.crashes == []


def test_a_question_is_added_changed_and_published(shown: Shown) -> None:
    answers.set_answer(shown.desk, tps(TEMPE_VILLAGE, 1), "log.hujan", "S")
    section = shown.section
    assert section.pages.currentIndex() == 0
    assert "versi 1" in section.state.text()
    shown.click(section.edit)
    assert section.pages.currentIndex() == 1
    section.editor.list.choose(outline_list.QUESTION, "log.hujan")
    shown.type(shown.field("label"), "Logistik kering")
    shown.type(section.editor.new, "Terpal di TPS")
    assert section.editor.list.current == (outline_list.QUESTION, "log.terpal_di")
    kind = section.editor.question.form.field("kind")
    kind.set_value(ItemKind.NUMBER.value)
    kind.committed.emit(ItemKind.NUMBER.value)
    shown.settle()
    shown.type(shown.field("quantity"), "2 * JENIS")
    assert editing.find(shown.draft.outline, "log.terpal_di").quantities[0][1].formula == "2 * JENIS"
    shown.click(section.look)
    assert section.pages.currentIndex() == 2
    lines = [section.publish.changes.item(at).text() for at in range(section.publish.changes.count())]
    assert lines == ["Butir baru: Terpal di TPS", "Berubah: Logistik kering (pertanyaan) · 1 isian"]
    assert section.publish.effect.text() == "1 isian perlu dilihat lagi."
    shown.click(section.publish.publish)
    assert checklist_versions.current(shown.desk).version == 2
    assert checklist_drafts.draft(shown.desk) is None
    assert section.pages.currentIndex() == 0
    assert "berlaku" in section.versions.item(0).text()
    history.undo(shown.desk)
    shown.settle()
    assert "versi 1 (" in section.state.text()


def test_a_wrong_formula_is_refused_under_its_field_with_the_position(shown: Shown) -> None:
    shown.click(shown.section.edit)
    shown.section.editor.list.choose(outline_list.QUESTION, "log.tinta")
    shown.type(shown.field("quantity"), "DPT + kotak")
    assert "huruf ke-7" in shown.refusal("quantity")
    assert shown.draft.at == 0
    shown.type(shown.field("quantity"), "DPT * 2%")
    assert shown.refusal("quantity") == ""
    assert shown.draft.at == 1


def test_ctrl_z_goes_back_a_step_of_the_draft_and_leaves_answers_alone(qtbot: QtBot, shown: Shown) -> None:
    answers.set_answer(shown.desk, tps(TEMPE_VILLAGE, 1), "log.hujan", "S")
    shown.click(shown.section.edit)
    shown.section.editor.list.choose(outline_list.QUESTION, "log.hujan")
    shown.section.editor.list.setFocus()
    qtbot.keyClick(shown.section.editor.list, KEY.Key_Delete)
    shown.settle()
    assert "log.hujan" not in {one.code for one in shown.draft.outline.questions}
    shown.window.actions_.set_undo("Isian kesiapan")
    with qtbot.assertNotEmitted(shown.window.undo_wanted, wait=20):
        qtbot.keyClick(shown.section.editor.list, KEY.Key_Z, QtCore.Qt.KeyboardModifier.ControlModifier)
    shown.settle()
    assert (shown.draft.at, shown.draft.redoes) == (0, "hapus butir")
    assert history.next_undo(shown.desk) is not None
    qtbot.keyClick(shown.section.editor.list, KEY.Key_Y, QtCore.Qt.KeyboardModifier.ControlModifier)
    shown.settle()
    assert shown.draft.at == 1


def test_keys_move_a_question(qtbot: QtBot, shown: Shown) -> None:
    shown.click(shown.section.edit)
    before = [one.code for one in shown.draft.outline.chapters[0].questions]
    shown.section.editor.list.choose(outline_list.QUESTION, before[1])
    qtbot.keyClick(shown.section.editor.list, KEY.Key_Up, QtCore.Qt.KeyboardModifier.AltModifier)
    shown.settle()
    after = [one.code for one in shown.draft.outline.chapters[0].questions]
    assert after[:2] == [before[1], before[0]]
    assert shown.section.editor.list.current == (outline_list.QUESTION, before[1])


def test_a_check_is_made_and_a_faulty_draft_cannot_be_published(shown: Shown) -> None:
    section = shown.section
    shown.click(section.edit)
    section.editor.add_rule()
    shown.settle()
    assert section.editor.list.current == (outline_list.RULE, "K-005")
    shown.click(section.look)
    assert not section.publish.publish.isEnabled()
    assert "K-005" in section.publish.faults.text()
    shown.click(section.publish.back)
    form = section.editor.rule.form
    shown.type(form.field("check"), "[org.kpps] < kursi")
    assert "kursi" in form.form.rows["check"].refusal
    shown.type(form.field("check"), "[org.kpps] >= 5")
    shown.type(form.field("label"), "KPPS kurang dari lima")
    assert shown.draft.outline.rules[-1].check == "[org.kpps] >= 5"
    shown.click(section.look)
    assert section.publish.publish.isEnabled()


def test_phases_are_ticked_and_never_none(shown: Shown) -> None:
    shown.click(shown.section.edit)
    shown.section.editor.list.choose(outline_list.QUESTION, "org.kpps")
    shown.settle()
    ticks = shown.section.editor.question.form.field("phases")
    assert ticks.value() == (-1, 0)
    assert "13-02" in ticks.boxes[-1].text()
    ticks.boxes[-1].click()
    shown.settle()
    assert editing.find(shown.draft.outline, "org.kpps").phases == (0,)
    ticks.boxes[0].click()
    shown.settle()
    assert "paling sedikit satu" in shown.refusal("phases")
    shown.type(shown.section.editor.phases, "H-10, H-1, H, H+1")
    assert shown.draft.outline.phases == (-10, -1, 0, 1)
    shown.type(shown.section.editor.phases, "minggu depan")
    assert "bukan tahap" in shown.section.editor.phase_row.refusal


def test_a_kecamatan_looks_and_edits_nothing(qtbot: QtBot, tmp_path: Path, lanes: runner.Runner) -> None:
    with small_offices.make(tmp_path / "tempe").desk as desk:
        made = Shown(qtbot, desk, lanes)
        assert not made.section.edit.isVisible()
        assert not made.section.load.isVisible()
        assert made.section.save.isVisible()
        assert "diterbitkan oleh kantor kabupaten/kota" in made.section.state.text()


def test_the_fields_of_a_question_fit_the_smallest_window(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    shown = Shown(qtbot, wajo, lanes)
    shown.window.resize(911, 480)
    shown.click(shown.section.edit)
    editor = shown.section.editor
    editor.list.choose(outline_list.QUESTION, "log.tinta")
    shown.settle()
    assert shown.window.width() == 911
    assert editor.question.minimumSizeHint().width() <= editor.forms.width()
