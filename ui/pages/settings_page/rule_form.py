# SPDX-License-Identifier: Apache-2.0
"""The fields of one numbered check, and of a section's heading; each is told when it is left."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain.checklists import Chapter, rules
from ui.widgets import fields, form, record_form


class RuleForm(QtWidgets.QWidget):
    """`edited(code, name, value)`: another value was entered for the check that is shown."""

    edited = QtCore.Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.head = form.label("", "heading")
        self.form = record_form.RecordForm(1)
        self.form.add("label", _("Kalimat bila pemeriksaan ini tidak terpenuhi"), fields.LineField(limit=300))
        hint = _("Satu perbandingan dengan kode butir dalam kurung siku, seperti [org.kpps] ≤ 7 atau "
                 "[a] + [b] = [c]. Atau: semua nol (semua angka halaman itu 0).")  # fmt: skip
        self.form.add("check", _("Yang harus benar"), fields.LineField(limit=300), hint)
        levels = [(level.value, _(words)) for level, words in rules.LEVEL_LABELS.items()]
        self.form.add("level", _("Bila tidak terpenuhi"), fields.ChoiceField(levels))
        self.form.edited.connect(self.edited)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self.form)
        column.addStretch(1)

    def show_rule(self, rule: rules.Rule) -> None:
        """Show a check."""
        self.head.setText(rule.code)
        self.form.show_record(rule.code, {"label": rule.label, "check": rule.check, "level": rule.level.value})


class ChapterForm(QtWidgets.QWidget):
    """`edited(code, name, value)`: another heading was entered."""

    edited = QtCore.Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.form = record_form.RecordForm(1)
        self.form.add("label", _("Judul bagian"), fields.LineField(limit=120))
        self.form.add("label_en", _("Dalam bahasa Inggris"), fields.LineField(limit=120))
        self.form.edited.connect(self.edited)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)

    def show_chapter(self, chapter: Chapter) -> None:
        """Show a section."""
        self.form.show_record(chapter.code, {"label": chapter.label, "label_en": chapter.label_en})
