# SPDX-License-Identifier: Apache-2.0
"""Before a checklist is published: what would change, for how many answers, and what becomes of the old ones."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import words
from desk_app.domain.words import dotted
from desk_app.operations import checklist_versions
from ui import icons, theme
from ui.widgets import fields, form


class PublishForm(QtWidgets.QWidget):
    """`earlier_chosen(code)`: another fate of the old answers; `wanted(note, earlier)`: publish; `left()`: go back."""

    earlier_chosen = QtCore.Signal(object)
    wanted = QtCore.Signal(str, str)
    left = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = form.label("", "heading")
        self.changes = QtWidgets.QListWidget()
        self.changes.setAccessibleName(_("Yang berubah"))
        self.changes.setMinimumHeight(110)
        self.changes.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Ignored)
        self.changes.setSpacing(3)
        self.changes.setWordWrap(True)
        self.faults = form.label("", "error", wraps=True)
        self.effect = form.label("", "strong", wraps=True)
        self.form = form.Form(1)
        choices = [(one.value, _(said)) for one, said in checklist_versions.EARLIER_LABELS.items()]
        self.earlier = fields.ChoiceField(choices)
        self.earlier.set_value(checklist_versions.Earlier.ALTERED.value)
        self.earlier.committed.connect(self.earlier_chosen)
        self.form.add("earlier", _("Isian yang sudah ada"), self.earlier)
        self.note = fields.LineField(_("misalnya: surat edaran KPU nomor …"), limit=1000)
        self.form.add("note", _("Catatan versi ini"), self.note)
        self.publish = QtWidgets.QPushButton(_("Terbitkan"))
        icons.put(self.publish, "berhasil", "on_primary")
        theme.set_role(self.publish, "primary")
        self.publish.clicked.connect(lambda: self.wanted.emit(self.note.value(), self.earlier.value()))
        self.back = QtWidgets.QPushButton(_("Kembali ke draf"))
        self.back.clicked.connect(self.left)
        buttons = QtWidgets.QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.publish)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.title)
        column.addWidget(self.changes, 1)
        for part in (self.form, self.effect, self.faults):
            column.addWidget(part)
        column.addLayout(buttons)

    def show_preview(self, seen: checklist_versions.Preview) -> None:
        """Show what publishing would do."""
        self.title.setText(_("Sebelum versi {version} diterbitkan").format(version=seen.version))
        self.changes.clear()
        for change in seen.changes:
            said = words.render(change.words.message, change.words.params, _)
            if change.answers:
                many = ngettext("{count} isian", "{count} isian", change.answers)
                said += " · " + many.format(count=dotted(change.answers))
            self.changes.addItem(said)
        if not seen.changes:
            self.changes.addItem(_("Tidak ada yang berubah."))
        parts = []
        if seen.again:
            parts.append(
                ngettext("{count} isian perlu dilihat lagi.", "{count} isian perlu dilihat lagi.", seen.again)
            )
        if seen.kept_aside:
            parts.append(
                ngettext(
                    "{kept} isian tetap tersimpan sebagai pertanyaan lama.",
                    "{kept} isian tetap tersimpan sebagai pertanyaan lama.",
                    seen.kept_aside,
                )
            )
        said = " ".join(parts) or _("Semua isian yang ada tetap berlaku.")
        self.effect.setText(said.format(count=dotted(seen.again), kept=dotted(seen.kept_aside)))
        faults = [words.render(one.words.message, one.words.params, _) for one in seen.faults]
        self.faults.setText("\n".join(faults))
        self.faults.setVisible(bool(faults))
        self.publish.setEnabled(bool(seen.changes) and not faults)
