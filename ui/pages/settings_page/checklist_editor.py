# SPDX-License-Identifier: Apache-2.0
"""The draft of a checklist: its sections, questions and checks at the left, the fields of one at the right."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import elections, errors
from desk_app.domain.checklists import editing
from desk_app.operations import checklist_drafts, checklist_editing
from desk_app.operations.desk import Desk
from ui import errors as shown_errors
from ui import icons, runner, theme
from ui.pages.settings_page import question_form, rule_form
from ui.widgets import fields, flow_row, form, outline_list


class ChecklistEditor(QtWidgets.QWidget):
    """`altered()`: a step of the draft is written, show it. `failed(Exception)`.

    `chosen(Phrase or None)`: another one is shown, and what is wrong with it.
    """

    altered = QtCore.Signal()
    failed = QtCore.Signal(object)
    chosen = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self.desk = desk
        self.lanes = lanes
        self._found: checklist_editing.Editor | None = None
        self._samples: Mapping[str, str] = {}
        self._wanted: tuple[str, str] = ("", "")
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.SPACE)
        self.list = outline_list.OutlineList()
        self.list.setMinimumWidth(220)
        self.list.setMinimumHeight(180)
        self.list.chosen.connect(self._choose)
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)
        left = QtWidgets.QVBoxLayout()
        left.setSpacing(theme.SPACE)
        left.addWidget(self.list, 1)
        self.new = fields.LineField(_("Butir baru di bagian ini, lalu Enter"), limit=300)
        self.new.setAccessibleName(_("Butir baru"))
        self.new.returnPressed.connect(self._add_question)
        left.addWidget(self.new)
        tools = flow_row.FlowRow(theme.SPACE)
        for said, icon, work in (
            (_("Bagian"), "tambah", self._add_chapter),
            (_("Pemeriksaan"), "tambah", self.add_rule),
            (_("Naik"), "naik", lambda: self._move(-1)),
            (_("Turun"), "turun", lambda: self._move(1)),
            (_("Hapus"), "hapus", self._remove),
        ):
            tools.addWidget(button(said, icon, work))
        left.addLayout(tools)
        self.phases = fields.LineField(_("tahap pemilihan"), limit=80)
        self.phase_row = form.FormRow(_("Tahap ceklis (hari dari pemungutan)"), self.phases)
        self.phases.committed.connect(self._set_phases)
        left.addWidget(self.phase_row)
        row.addLayout(left, 2)
        self.question = question_form.QuestionForm()
        self.rule = rule_form.RuleForm()
        self.chapter = rule_form.ChapterForm()
        self.forms = QtWidgets.QStackedWidget()
        for one in (self.question, self.rule, self.chapter):
            self.forms.addWidget(form.scrolled(one))
        self.question.edited.connect(self._change_question)
        self.rule.edited.connect(self._change_rule)
        self.chapter.edited.connect(self._rename)
        row.addWidget(self.forms, 3)

    def show_draft(self, found: checklist_editing.Editor, samples: Mapping[str, str]) -> None:
        """Show a draft as it is now; `samples`: what a TPS needs by the formula of a question."""
        self._found, self._samples = found, samples
        self.list.set_outline(found.outline, {one.where for one in found.faults})
        if self._wanted[1] and self.list.choose(*self._wanted):
            self._wanted = ("", "")
        self.phases.set_value(", ".join(elections.day_words(day) for day, _on in found.calendar))
        self._choose(*self.list.current)

    def commit(self) -> None:
        """Tell what is typed and not yet told."""
        self.question.commit()

    def _choose(self, what: str, code: str) -> None:
        found = self._found
        if found is None:
            return
        if what == outline_list.QUESTION:
            question = editing.find(found.outline, code)
            sample = self._samples.get(code, "")
            self.question.show_question(question, found.calendar, found.kind, sample)
            self.forms.setCurrentIndex(0)
        elif what == outline_list.RULE:
            self.rule.show_rule(next(rule for rule in found.outline.rules if rule.code == code))
            self.forms.setCurrentIndex(1)
        elif what == outline_list.CHAPTER:
            self.chapter.show_chapter(next(one for one in found.outline.chapters if one.code == code))
            self.forms.setCurrentIndex(2)
        faults = [one for one in found.faults if one.where == code]
        self.chosen.emit(faults[0].words if faults else None)

    def _write(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.lanes.write(work, done, self.failed.emit)

    def _add_question(self) -> None:
        label, desk = self.new.value(), self.desk
        chapter = self._chapter_here()
        if not label or not chapter:
            return
        self.new.set_value("")
        self.new.clear()

        def done(code: str) -> None:
            self._wanted = (outline_list.QUESTION, code)
            self.altered.emit()

        self._write(lambda: checklist_editing.add_question(desk, chapter, label), done)

    def _add_chapter(self) -> None:
        desk = self.desk

        def done(draft: checklist_drafts.Draft) -> None:
            self._wanted = (outline_list.CHAPTER, draft.outline.chapters[-1].code)
            self.altered.emit()

        self._write(lambda: checklist_editing.add_chapter(desk, _("Bagian baru")), done)

    def add_rule(self) -> None:
        """Begin a numbered check."""
        desk = self.desk

        def done(code: str) -> None:
            self._wanted = (outline_list.RULE, code)
            self.altered.emit()

        self._write(lambda: checklist_editing.add_rule(desk), done)

    def _move(self, by: int) -> None:
        desk, (what, code) = self.desk, self.list.current
        moves = {
            outline_list.QUESTION: checklist_editing.move_question,
            outline_list.CHAPTER: checklist_editing.move_chapter,
        }
        if what in moves:
            self._write(lambda: moves[what](desk, code, by), lambda _draft: self.altered.emit())

    def _remove(self) -> None:
        desk, (what, code) = self.desk, self.list.current
        removes = {
            outline_list.QUESTION: checklist_editing.remove_question,
            outline_list.CHAPTER: checklist_editing.remove_chapter,
            outline_list.RULE: checklist_editing.remove_rule,
        }
        if what in removes:
            self._write(lambda: removes[what](desk, code), lambda _draft: self.altered.emit())

    def _change_question(self, code: object, name: str, value: Any) -> None:
        desk = self.desk
        self._change(lambda: checklist_editing.change_question(desk, str(code), name, value),
                     lambda said: self.question.refuse(code, name, said))  # fmt: skip

    def _change_rule(self, code: object, name: str, value: Any) -> None:
        desk = self.desk
        self._change(lambda: checklist_editing.change_rule(desk, str(code), name, value),
                     lambda said: self.rule.form.refuse(code, name, said))  # fmt: skip

    def _rename(self, code: object, name: str, _value: Any) -> None:
        desk, held = self.desk, self.chapter.form.values()
        self._change(
            lambda: checklist_editing.rename_chapter(desk, str(code), held["label"], held["label_en"]),
            lambda said: self.chapter.form.refuse(code, name, said),
        )

    def _set_phases(self, text: str) -> None:
        desk = self.desk
        self.phase_row.accept()
        self._change(lambda: checklist_editing.set_phases(desk, text), self.phase_row.refuse)

    def _change(self, work: Callable[[], checklist_drafts.Draft], refuse: Callable[[str], None]) -> None:
        def refused(error: Exception) -> None:
            if not isinstance(error, errors.Refused):
                raise error
            refuse(shown_errors.words(error))

        self.lanes.write(work, lambda _draft: self.altered.emit(), refused)

    def _chapter_here(self) -> str:
        """The section in which the list stands."""
        what, code = self.list.current
        chapters = self._found.outline.chapters if self._found else ()
        for chapter in chapters:
            if chapter.code == code and what == outline_list.CHAPTER:
                return chapter.code
            if what == outline_list.QUESTION and any(one.code == code for one in chapter.questions):
                return chapter.code
        return chapters[-1].code if chapters else ""


def button(said: str, icon: str, work: Callable[[], None]) -> QtWidgets.QPushButton:
    """A button with a word and an icon."""
    made = QtWidgets.QPushButton(said)
    icons.put(made, icon)
    made.clicked.connect(lambda _checked=False: work())
    return made
