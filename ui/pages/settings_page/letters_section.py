# SPDX-License-Identifier: Apache-2.0
"""Surat tugas: how the office words it, on what it stands, who signs whose, and who gets a copy."""

from desk_app.base.text import _
from desk_app.domain import letter_signers
from desk_app.operations import change_settings, settings
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.settings_page import section
from ui.widgets import fields, form

_LINES = (
    "assignment_considering",
    "assignment_basis",
    "assignment_purposes",
    "assignment_copies",
)
SIGNERS = "assignment_signers"


class LettersSection(section.Section):
    """Each field is saved when it is left; a rule that cannot be read is refused under it."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(
            self,
            _("Surat tugas"),
            _("Kata {desk}, {pemilihan}, dan {daerah} diganti dengan namanya. Satu butir satu baris."),
        )
        self.form = form.Form(2)
        hints = {
            "assignment_considering": _("Tanda - saja: tanpa Menimbang."),
            "assignment_basis": _("Sesudah keputusan pembentukan desk, yang diambil dari halaman Tim & Penugasan."),
        }
        for name in ("assignment_title", "assignment_order"):
            self._add(name, fields.LineField(settings.DEFAULTS[name], limit=80), "")
        for name in _LINES:
            self._add(name, fields.NoteField(lines=3), hints.get(name, ""))
        hint = _(
            "Satu aturan satu baris, yang tertinggi di atas: Kepala Dinas; IV/c = Bupati. Kata “lainnya” untuk semua. "
            "Kosong: penanda tangan teratas yang tidak ditugaskan sendiri."
        )
        self._add(SIGNERS, fields.NoteField(lines=3), hint)
        self.column.addWidget(form.card(self.form))
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show anew what is kept."""
        desk = self.desk
        self.read(lambda: {name: settings.get(desk, name) for name in self.form.rows}, self._show)

    def _add(self, name: str, field: fields.LineField | fields.NoteField, hint: str) -> None:
        row = self.form.add(name, _(settings.LABELS[name]), field, hint, wide=name == SIGNERS)
        field.committed.connect(lambda value: self._save(row, name, value))

    def _save(self, row: form.FormRow, name: str, value: str) -> None:
        desk = self.desk

        def work() -> None:
            if name == SIGNERS:
                letter_signers.parse(value)
            change_settings.set_many(desk, {name: value})

        self.write(work, row=row)

    def _show(self, found: dict[str, str]) -> None:
        for name, row in self.form.rows.items():
            if not row.refusal:
                row.field.set_value(found[name])
