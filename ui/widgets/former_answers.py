# SPDX-License-Identifier: Apache-2.0
"""What was answered once and is asked no longer: read only, and in no count."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import words
from desk_app.operations import checklist_pages
from ui.widgets import form


class FormerAnswers(QtWidgets.QWidget):
    """A line each; hidden where there is none."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = form.label("", "muted", wraps=True)
        self.text.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 4)
        column.addWidget(form.label(_("Pertanyaan lama (tidak dihitung lagi)"), "strong"))
        column.addWidget(self.text)
        self.hide()

    def set_answers(self, former: Sequence[checklist_pages.FormerAnswer]) -> None:
        """Show these."""
        self.text.setText("\n".join(_words(one) for one in former))
        self.setVisible(bool(former))


def _words(one: checklist_pages.FormerAnswer) -> str:
    value = words.render(one.value.message, one.value.params, _)
    note = f" ({one.note})" if one.note else ""
    return _("{label}: {value}{note} · sampai versi {version}").format(
        label=one.label, value=value, note=note, version=one.version
    )
