# SPDX-License-Identifier: Apache-2.0
"""Ceklis: the versions of the checklist, and the editor of the draft of the next one."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import elections, words
from desk_app.operations import checklist_drafts, checklist_editing, checklist_versions, days
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.pages.settings_page import checklist_editor, publish_form, section
from ui.widgets import fields, flow_row, form

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
        self.editor = checklist_editor.ChecklistEditor(desk, lanes)
        self.editor.altered.connect(self.refresh)
        self.editor.failed.connect(self.failed)
        self.editor.chosen.connect(self._tell_fault)
        self.pages.addWidget(self.editor)
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
        self.edit = checklist_editor.button(_("Ubah ceklis"), "ubah", self._begin)
        self.back = checklist_editor.button(_("Mundur"), "batalkan", lambda: self._step(-1))
        self.forth = checklist_editor.button(_("Maju"), "ulangi", lambda: self._step(1))
        self.look = checklist_editor.button(_("Lihat dan terbitkan"), "lihat", self._preview)
        self.drop = checklist_editor.button(_("Buang draf"), "hapus", self._drop)
        self.save = checklist_editor.button(_("Simpan berkas"), "unduh", self._save)
        self.load = checklist_editor.button(_("Ambil berkas"), "impor", self._load)
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
        self.editor.show_draft(found, shown.samples)

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

    def _tell_fault(self, fault: words.Phrase | None) -> None:
        """A fault of the whole stands at the head; a field of its own has told it already."""
        told = words.render(fault.message, fault.params, _) if fault is not None else ""
        self.state.setText(told or (_state_words(self.shown) if self.shown else ""))
        theme.set_role(self.state, "error" if told else "strong")

    def _begin(self) -> None:
        desk = self.desk
        self.write(lambda: checklist_drafts.begin(desk), lambda _draft: self.refresh())

    def _step(self, by: int) -> None:
        desk = self.desk
        self.write(lambda: checklist_drafts.step(desk, by), lambda _draft: self.refresh())

    def _drop(self) -> None:
        said = _("Yang belum diterbitkan hilang. Ceklis yang berlaku tidak berubah.")
        if self.confirm(_("Buang draf ceklis?"), said, _("Buang draf")):
            desk = self.desk
            self.write(lambda: checklist_drafts.drop(desk), lambda _none: self.refresh())

    def _preview(self) -> None:
        desk, draft = self.desk, self.shown.editor.draft if self.shown else None
        if draft is None:
            return
        self.editor.commit()
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

        self.write(work, lambda _draft: self.refresh())

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
