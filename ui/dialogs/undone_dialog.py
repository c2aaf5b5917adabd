# SPDX-License-Identifier: Apache-2.0
"""After a whole import was taken back: how much went back, and the list of what stayed and why."""

from collections.abc import Sequence

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import undone_words
from ui import theme
from ui.widgets import columns, form, table_panel


class UndoneDialog(QtWidgets.QDialog):
    """Only tells."""

    def __init__(
        self, count: int, left: Sequence[undone_words.Left], parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Penerimaan dibatalkan"))
        told = ngettext("{count} isian dikembalikan.", "{count} isian dikembalikan.", count).format(count=count)
        self.words = form.label(told + " " + _("Pembatalan ini ikut pada kiriman berikutnya."), wraps=True)
        self.list = table_panel.TablePanel(
            [
                columns.Column("title", _("Apa"), 200, stretches=True),
                columns.Column("fields", _("Isian"), 150),
                columns.Column("why", _("Mengapa tetap"), 220),
            ],
            name="undone",
            unit=lambda number: ngettext("{count} dibiarkan", "{count} dibiarkan", number),
        )
        self.list.set_rows(left)
        close = QtWidgets.QPushButton(_("Tutup"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QtWidgets.QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(form.label(_("Penerimaan dibatalkan"), "heading"))
        column.addWidget(self.words)
        if left:
            column.addWidget(form.label(_("Yang dibiarkan seperti adanya:"), "strong"))
            column.addWidget(self.list, 1)
        column.addLayout(foot)
        theme.dress(self)
        self.resize(640, 420 if left else 160)
        close.setFocus()
