# SPDX-License-Identifier: Apache-2.0
"""What an indicator is: name, unit, target, how the whole comes about; altered where its office keeps it."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import indicators as rules
from desk_app.domain.words import N_
from desk_app.operations import indicator_board, indicators
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.activities_page import part
from ui.widgets import drafts, fields, form, proposal_field, record_form

_UNITS = ("%", "Rp", "orang", "TPS", "surat", "kali", "kotak")


class DefinitionCard(part.Part):
    """The card. `deleted()`: the office has this indicator no longer."""

    deleted = QtCore.Signal()

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._code = ""
        self.form = record_form.RecordForm(2)
        headings = [_(one) for one in rules.HEADINGS]
        each = _("mis. 5 untuk setiap kecamatan")
        made: tuple[tuple[str, str, QtWidgets.QWidget, str, bool], ...] = (
            ("label", _("Nama"), fields.NoteField(lines=1), "", True),
            ("unit", _("Satuan"), proposal_field.ProposalField(_UNITS, limit=40), "", False),
            ("decimals", _("Angka di belakang koma"), fields.NumberField(), "", False),
            ("target", _("Target"), fields.LineField(limit=24), _("untuk seluruh wilayah kantor"), False),
            ("better", _("Makin baik bila"), _choice(rules.BETTER_LABELS), "", False),
            ("target_each", _("Target setiap satuan wilayah"), fields.LineField(limit=24), each, False),
            ("base", _("Satuan wilayah"), _choice(rules.BASE_LABELS), "", False),
            ("combine", _("Angka seluruhnya"), _choice(rules.COMBINE_LABELS), "", False),
            ("heading", _("Kelompok"), proposal_field.ProposalField(headings, limit=80), "", False),
            ("source", _("Sumber"), fields.LineField(limit=200), "", False),
            ("note", _("Catatan"), fields.NoteField(lines=2), "", True),
        )
        for name, label, field, hint, wide in made:
            self.form.add(name, label, field, hint, wide=wide)
        self.form.edited.connect(self._save)
        self.words = form.label("", "muted", wraps=True)
        self.words.hide()
        self.delete_button = part.link(_("Hapus indikator"), "hapus", self.delete)
        self.card = form.card(self.words, self.form, title=_("Tentang indikator ini"))
        column = self.card.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        foot = QtWidgets.QHBoxLayout()
        foot.setContentsMargins(-8, 0, 0, 0)
        foot.addWidget(self.delete_button)
        foot.addStretch(1)
        column.addLayout(foot)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)

    def show_board(self, board: indicator_board.Board) -> None:
        """Show the definition of an indicator."""
        told = board.definition
        self._code = told.code
        values = {name: getattr(told, name) for name in self.form.form.rows}
        for name in ("target", "target_each"):
            values[name] = rules.write(values[name], told.decimals)
        self.form.show_record(told.code, values, board.seen)
        self.words.setText(
            "" if board.own else _("Ditetapkan kantor di atasnya. Bila diubah, kantor ini memakai miliknya sendiri.")
        )
        self.words.setVisible(not board.own)
        self.delete_button.setVisible(board.own)

    def commit(self) -> None:
        self.form.commit()

    def focus_first(self) -> None:
        """Begin to type at the unit."""
        self.form.field("unit").setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def delete(self) -> None:
        """Take the definition away; the values stay."""
        desk, code = self.desk, self._code
        words = _("Indikator dihapus dari daftar; nilainya tetap tersimpan.")
        self.undo.take_out(lambda: indicators.delete_indicator(desk, code), words, self.failed, self.deleted.emit)

    def _save(self, code: str, name: str, value: Any) -> None:
        desk, seen = self.desk, self.form.seen(name)
        told = value if name in ("target", "target_each") else (value if isinstance(value, int) else value or None)

        def work() -> None:
            if name == "decimals" and told is None:
                raise known.Refused(N_("Isi 0 bila tanpa angka di belakang koma."))
            indicators.edit_indicator(desk, code, seen=seen, **{name: told})

        self.write_field(work, lambda said: self.form.refuse(code, name, said))


def _choice(labels: Any) -> fields.ChoiceField:
    return fields.ChoiceField([(str(getattr(code, "value", code)), _(said)) for code, said in labels.items()])
