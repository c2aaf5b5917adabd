# SPDX-License-Identifier: Apache-2.0
"""The register of packages in both directions, with those that never came on top."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import parcel_register
from ui import theme
from ui.widgets import columns, empty_state, notice, table_panel


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the register; `order` is its moment."""

    id: str
    order: int
    when: str
    sent: bool
    way: str
    number: int
    office: str
    changes: int
    code: str
    file: str


def row(entry: parcel_register.Entry, when: str) -> Row:
    """A line of the register with its hour in words."""
    way = _("Dikirim ke") if entry.sent else _("Diterima dari")
    return Row(
        entry.id, entry.at, when, entry.sent, way, entry.number, entry.office, entry.changes, entry.code, entry.file
    )


class ParcelTable(QtWidgets.QWidget):
    """The table and a warning above it. `told(words)`."""

    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.gaps = notice.NoticeBar()
        self.table = table_panel.TablePanel(
            [
                columns.Column("when", _("Waktu"), 130, sortable=False),
                columns.Column("way", _("Arah"), 110),
                columns.Column("office", _("Kantor"), 220, stretches=True),
                columns.Column("number", _("Kiriman ke-"), 90, align="right"),
                columns.Column("changes", _("Isian"), 80, align="right"),
                columns.Column("code", _("Kode"), 180),
                columns.Column("file", _("Berkas"), 230),
            ],
            name="parcels",
            identity="id",
            unit=_("kiriman"),
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "paket",
                _("Belum ada kiriman"),
                _("Semua kiriman yang dibuat dan diterima kantor ini tercatat di sini, dengan nomor dan kodenya."),
            )
        )
        self.table.told.connect(self.told)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.gaps)
        column.addWidget(self.table, 1)

    def set_rows(self, rows: Sequence[Row], gaps: Sequence[parcel_register.Gap]) -> None:
        """Show the register, newest first, and which packages never came."""
        self.table.set_rows(rows)
        if not gaps:
            self.gaps.clear()
            return
        parts = [
            _("kiriman {numbers} dari {office}").format(
                numbers=", ".join(_("ke-{number}").format(number=number) for number in gap.numbers), office=gap.office
            )
            for gap in gaps
        ]
        words = _("Belum diterima: {parcels}. Minta dikirim ulang.").format(parcels="; ".join(parts))
        self.gaps.tell(notice.Notice(words, notice.Tone.WARNING))
