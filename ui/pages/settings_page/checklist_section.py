# SPDX-License-Identifier: Apache-2.0
"""Ceklis: the versions of the checklist, and the editor of the draft of the next one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import elections, errors, words
from desk_app.domain.checklists import editing
from desk_app.operations import checklist_drafts, checklist_editing, checklist_versions, days
from desk_app.operations.desk import Desk
from ui import errors as shown_errors
from ui import icons, runner, theme
from ui.pages.settings_page import publish_form, question_form, rule_form, section
from ui.widgets import fields, flow_row, form, outline_list

_FILES = "Ceklis (*.toml)"


@dataclass(frozen=True, slots=True)
class Shown:
    """What was read; `published`: by version, when it came out, as the office writes it."""

    editor: checklist_editing.Editor
    published: dict[int, str]
    samples: dict[str, str]


class ChecklistSection(section.Section):
    """Versions of the checklist; the editor while there is a draft."""

    listens = frozenset({"setting", "election", "checklist"})

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self.shown: Shown | None = None
        self._wanted: tuple[str, str] = ("", "")
        section.add_title(
            self,
            _("Ceklis"),
            _("Kabupaten/kota menerbitkan versi; kecamatan menerimanya lewat Terima Data. Isian lama tidak hilang."),
        )
        self.state = form.label("", "strong", wraps=True)
        self.column.addWidget(self.state)
        self.calendar = form.label("", "muted", wraps=True)
        self.column.addWidget(self.calendar)
        self._add_buttons()
        self.pages = QtWidgets.QStackedWidget()
        self.column.addWidget(self.pages, 1)
        self.versions = QtWidgets.QListWidget()
        self.versions.setAccessibleName(_("Versi ceklis"))
        self.versions.setWordWrap(True)
        self.pages.addWidget(self._version_page())
        self.pages.addWidget(self._editor_page())
        self.publish = publish_form.PublishForm()
        self.publish.left.connect(lambda: self.pages.setCurrentIndex(1))
        self.publish.earlier_chosen.connect(lambda _value: self._preview())
        self.publish.wanted.connect(self._publish)
        self.pages.addWidget(self.publish)

    def refresh(self) -> None:
        desk = self.desk

        def look() -> Shown:
            found = checklist_editing.editor(desk)
            when = {
                one.version: f"{_local(desk, one.published):%d-%m-%Y %H.%M}" for one in found.versions if one.published
            }
            samples = {}
            for question in found.outline.questions:
                if question.quantities:
                    count = checklist_editing.sample(desk, question)
                    known = {"dpt": checklist_editing.SAMPLE_DPT, "count": count}
                    samples[question.code] = _("TPS dengan DPT {dpt} perlu {count}.").format(**known) if count else ""
            return Shown(found, when, samples)

        self.read(look, self._show)

    def event(self, event: QtCore.QEvent) -> bool:
        # Ctrl+Z goes back a step of the draft here, and not to what was last saved elsewhere.
        if event.type() is QtCore.QEvent.Type.ShortcutOverride and isinstance(event, QtGui.QKeyEvent):
            undoing = event.matches(QtGui.QKeySequence.StandardKey.Undo) or _is_redo(event)
            if undoing and self.pages.currentIndex() == 1:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if self.pages.currentIndex() == 1 and event.matches(QtGui.QKeySequence.StandardKey.Undo):
            self.back.click()
        elif self.pages.currentIndex() == 1 and _is_redo(event):
            self.forth.click()
        else:
            super().keyPressEvent(event)

    def _add_buttons(self) -> None:
        row = flow_row.FlowRow(theme.SPACE)
        self.edit = _button(_("Ubah ceklis"), "ubah", self._begin)
        self.back = _button(_("Mundur"), "batalkan", lambda: self._step(-1))
        self.forth = _button(_("Maju"), "ulangi", lambda: self._step(1))
        self.look = _button(_("Lihat dan terbitkan"), "lihat", self._preview)
        self.drop = _button(_("Buang draf"), "hapus", self._drop)
        self.save = _button(_("Simpan berkas"), "unduh", self._save)
        self.load = _button(_("Ambil berkas"), "impor", self._load)
        theme.set_role(self.look, "primary")
        icons.put(self.look, "lihat", "on_primary")
        for button in (self.edit, self.look, self.back, self.forth, self.drop, self.save, self.load):
            row.addWidget(button)
        self.column.addLayout(row)

    def _version_page(self) -> QtWidgets.QWidget:
        page = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        self.minimum_form = form.Form(2)
        self.minimum = fields.ChoiceField()
        self.minimum.committed.connect(self._accept_from)
        hint = _("Isian dari versi yang lebih lama ditandai “perlu dilihat lagi”.")
        self.minimum_form.add("minimum", _("Versi paling lama yang isiannya diterima"), self.minimum, hint)
        column.addWidget(self.versions, 1)
        column.addWidget(self.minimum_form)
        return page

    def _editor_page(self) -> QtWidgets.QWidget:
        page = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * theme.SPACE)
        self.list = outline_list.OutlineList()
        self.list.setMinimumWidth(300)
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
            (_("Pemeriksaan"), "tambah", self._add_rule),
            (_("Naik"), "naik", lambda: self._move(-1)),
            (_("Turun"), "turun", lambda: self._move(1)),
            (_("Hapus"), "hapus", self._remove),
        ):
            tools.addWidget(_button(said, icon, work))
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
        return page

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        found, draft = shown.editor, shown.editor.draft
        now = found.versions[0]
        self.state.setText(_state_words(shown))
        spans = " · ".join(f"{elections.day_words(day)}: {on:%d-%m-%Y}" for day, on in found.calendar)
        self.calendar.setText(_("Tahap: {phases}").format(phases=spans))
        for button in (self.back, self.forth, self.drop, self.look):
            button.setVisible(draft is not None)
        self.edit.setVisible(found.may_edit and draft is None)
        self.load.setVisible(found.may_edit)
        self.minimum_form.setVisible(found.may_edit and bool(now.published))
        self.back.setEnabled(bool(draft and draft.undoes))
        self.forth.setEnabled(bool(draft and draft.redoes))
        undoes, redoes = (draft.undoes, draft.redoes) if draft else ("", "")
        self.back.setToolTip(_("Batalkan: {what} (Ctrl+Z)").format(what=_(undoes)) if undoes else "")
        self.forth.setToolTip(_("Ulangi: {what} (Ctrl+Y)").format(what=_(redoes)) if redoes else "")
        later = [(one.version, _version_words(one)) for one in found.versions if one.version > 1]
        choices = [(0, _("versi 1")), *later]
        self.minimum.set_choices(sorted(choices))
        self.minimum.set_value(now.minimum if now.minimum > 1 else 0)
        self._show_versions(shown)
        if draft is None:
            self.pages.setCurrentIndex(0)
            return
        if self.pages.currentIndex() == 0:
            self.pages.setCurrentIndex(1)
        faulty = {one.where for one in found.faults}
        self.list.set_outline(found.outline, faulty)
        if self._wanted[1] and self.list.choose(*self._wanted):
            self._wanted = ("", "")
        self.phases.set_value(", ".join(elections.day_words(day) for day, _on in found.calendar))
        self._choose(*self.list.current)

    def _show_versions(self, shown: Shown) -> None:
        self.versions.clear()
        for one in shown.editor.versions:
            when = shown.published.get(one.version, "")
            parts = [_version_words(one), ngettext("{count} butir", "{count} butir", one.questions)]
            parts.append(_("terbit {when}").format(when=when) if when else _("dari program"))
            parts += [part for part in (one.note, _("berlaku") if one.current else "") if part]
            item = QtWidgets.QListWidgetItem(" · ".join(parts).format(count=one.questions))
            item.setIcon(icons.icon("berhasil" if one.current else "riwayat", "siap" if one.current else "muted"))
            item.setFont(theme.font(bold=one.current))
            self.versions.addItem(item)

    def _choose(self, what: str, code: str) -> None:
        if self.shown is None:
            return
        found = self.shown.editor
        if what == outline_list.QUESTION:
            question = editing.find(found.outline, code)
            sample = self.shown.samples.get(code, "")
            self.question.show_question(question, found.calendar, found.kind, sample)
            self.forms.setCurrentIndex(0)
        elif what == outline_list.RULE:
            self.rule.show_rule(next(rule for rule in found.outline.rules if rule.code == code))
            self.forms.setCurrentIndex(1)
        elif what == outline_list.CHAPTER:
            self.chapter.show_chapter(next(one for one in found.outline.chapters if one.code == code))
            self.forms.setCurrentIndex(2)
        faults = [one for one in found.faults if one.where == code]
        self._tell_fault(what, code, faults[0].words if faults else None)

    def _tell_fault(self, what: str, code: str, fault: words.Phrase | None) -> None:
        """A fault of the whole stands at the head; a field of its own has told it already."""
        told = words.render(fault.message, fault.params, _) if fault is not None else ""
        self.state.setText(told or (_state_words(self.shown) if self.shown else ""))
        theme.set_role(self.state, "error" if told else "strong")

    def _begin(self) -> None:
        desk = self.desk
        self.write(lambda: checklist_drafts.begin(desk), lambda _draft: self._go_on())

    def _go_on(self) -> None:
        self.refresh()

    def _step(self, by: int) -> None:
        desk = self.desk
        self.write(lambda: checklist_drafts.step(desk, by), lambda _draft: self._go_on())

    def _drop(self) -> None:
        said = _("Yang belum diterbitkan hilang. Ceklis yang berlaku tidak berubah.")
        if self.confirm(_("Buang draf ceklis?"), said, _("Buang draf")):
            desk = self.desk
            self.write(lambda: checklist_drafts.drop(desk), lambda _none: self._go_on())

    def _preview(self) -> None:
        desk, draft = self.desk, self.shown.editor.draft if self.shown else None
        if draft is None:
            return
        self.question.commit()
        earlier = checklist_versions.Earlier(self.publish.earlier.value())

        def look() -> checklist_versions.Preview:
            now = checklist_drafts.draft(desk) or draft
            return checklist_versions.preview(desk, now.outline, earlier)

        def show(seen: checklist_versions.Preview) -> None:
            self.publish.show_preview(seen)
            self.pages.setCurrentIndex(2)

        self.lanes.read(look, show, self.failed, key="checklist preview")

    def _publish(self, note: str, earlier: str) -> None:
        desk = self.desk

        def done(number: int) -> None:
            self.pages.setCurrentIndex(0)
            self.publish.note.set_value("")
            self.say(_("Ceklis versi {version} terbit. Ctrl+Z membatalkannya.").format(version=number))
            self.refresh()

        self.write(lambda: checklist_drafts.publish(desk, note, checklist_versions.Earlier(earlier)), done)

    def _accept_from(self, version: int) -> None:
        desk = self.desk
        row = self.minimum_form.rows["minimum"]
        self.write(lambda: checklist_versions.accept_from(desk, version), lambda _none: self.refresh(), row)

    def _save(self) -> None:
        name, _filter = QtWidgets.QFileDialog.getSaveFileName(self, _("Simpan sebagai berkas"), "ceklis.toml", _FILES)
        if not name or self.shown is None:
            return
        desk, outline = self.desk, self.shown.editor.outline
        said = _("Disimpan: {file}").format(file=name)
        self.write(lambda: checklist_versions.save_as(desk, Path(name), outline), lambda _none: self.say(said))

    def _load(self) -> None:
        name, _filter = QtWidgets.QFileDialog.getOpenFileName(self, _("Ambil dari berkas"), "", _FILES)
        if not name:
            return
        desk = self.desk

        def work() -> checklist_drafts.Draft:
            return checklist_drafts.begin(desk, checklist_versions.read_file(Path(name)))

        self.write(work, lambda _draft: self._go_on())

    def _add_question(self) -> None:
        label, desk = self.new.value(), self.desk
        chapter = self._chapter_here()
        if not label or not chapter:
            return
        self.new.set_value("")
        self.new.clear()

        def done(code: str) -> None:
            self._wanted = (outline_list.QUESTION, code)
            self.refresh()

        self.write(lambda: checklist_editing.add_question(desk, chapter, label), done)

    def _add_chapter(self) -> None:
        desk = self.desk

        def done(draft: checklist_drafts.Draft) -> None:
            self._wanted = (outline_list.CHAPTER, draft.outline.chapters[-1].code)
            self.refresh()

        self.write(lambda: checklist_editing.add_chapter(desk, _("Bagian baru")), done)

    def _add_rule(self) -> None:
        desk = self.desk

        def done(code: str) -> None:
            self._wanted = (outline_list.RULE, code)
            self.refresh()

        self.write(lambda: checklist_editing.add_rule(desk), done)

    def _move(self, by: int) -> None:
        desk, (what, code) = self.desk, self.list.current
        moves = {
            outline_list.QUESTION: checklist_editing.move_question,
            outline_list.CHAPTER: checklist_editing.move_chapter,
        }
        if what in moves:
            self.write(lambda: moves[what](desk, code, by), lambda _draft: self._go_on())

    def _remove(self) -> None:
        desk, (what, code) = self.desk, self.list.current
        removes = {
            outline_list.QUESTION: checklist_editing.remove_question,
            outline_list.CHAPTER: checklist_editing.remove_chapter,
            outline_list.RULE: checklist_editing.remove_rule,
        }
        if what in removes:
            self.write(lambda: removes[what](desk, code), lambda _draft: self._go_on())

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

        self.lanes.write(work, lambda _draft: self._go_on(), refused)

    def _chapter_here(self) -> str:
        """The section in which the list stands."""
        what, code = self.list.current
        chapters = self.shown.editor.outline.chapters if self.shown else ()
        for chapter in chapters:
            if chapter.code == code and what == outline_list.CHAPTER:
                return chapter.code
            if what == outline_list.QUESTION and any(one.code == code for one in chapter.questions):
                return chapter.code
        return chapters[-1].code if chapters else ""


def _state_words(shown: Shown) -> str:
    found = shown.editor
    now = found.versions[0]
    said = _("Berlaku: versi {version} ({count} butir).").format(version=now.version, count=now.questions)
    if found.draft is not None:
        said += " " + _("Draf versi berikutnya, dimulai dari versi {base}; belum diterbitkan.").format(
            base=found.draft.base
        )
        if found.faults:
            said += " " + ngettext("{count} hal belum benar.", "{count} hal belum benar.", len(found.faults)).format(
                count=len(found.faults)
            )
    elif not found.may_edit:
        said += " " + _("Ceklis diterbitkan oleh kantor kabupaten/kota.")
    return said


def _version_words(one: checklist_versions.Version) -> str:
    return _("versi {version}").format(version=one.version)


def _local(desk: Desk, moment: int) -> datetime:
    return days.local(desk, moment)


def _is_redo(event: QtGui.QKeyEvent) -> bool:
    control = event.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier
    return event.matches(QtGui.QKeySequence.StandardKey.Redo) or (control and event.key() == QtCore.Qt.Key.Key_Y)


def _button(said: str, icon: str, work: Callable[[], None]) -> QtWidgets.QPushButton:
    button = QtWidgets.QPushButton(said)
    icons.put(button, icon)
    button.clicked.connect(lambda _checked=False: work())
    return button
