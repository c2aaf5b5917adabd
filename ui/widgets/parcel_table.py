# SPDX-License-Identifier: Apache-2.0
"""The register of packages in both directions: how far each is, which never came, and what can be done with one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import intake_words, parcel_register
from ui import theme
from ui.widgets import columns, empty_state, icon_line, notice, parcel_detail, split_view, table_panel


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
    state: str
    code: str
    entry: parcel_register.Entry


def row(entry: parcel_register.Entry, when: str) -> Row:
    """A line of the register with its hour in words."""
    way = _("Dikirim ke") if entry.sent else _("Diterima dari")
    state, _mark = parcel_detail.state(entry)
    return Row(
        entry.id, entry.at, when, entry.sent, way, entry.number, entry.office, entry.changes, state, entry.code, entry
    )


class ParcelTable(QtWidgets.QWidget):
    """The table, what is amiss above it, and one package beside it. `told(words)`; of `parcel_detail` its wishes."""

    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.gaps = notice.NoticeBar()
        self.silence = notice.NoticeBar()
        self.harmless = icon_line.IconLine("info", "muted", "", role="small")
        self.harmless.hide()
        self.detail = parcel_detail.ParcelDetail()
        self.table = table_panel.TablePanel(
            [
                columns.Column("when", _("Waktu"), 125, sortable=False),
                columns.Column("way", _("Arah"), 100),
                columns.Column("office", _("Kantor"), 190, stretches=True),
                columns.Column("number", _("Ke-"), 50, align="right"),
                columns.Column("changes", _("Isian"), 70, align="right"),
                columns.Column("state", _("Keadaan"), 170),
            ],
            name="parcels",
            identity="id",
            unit=lambda count: ngettext("{count} kiriman", "{count} kiriman", count),
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "paket",
                _("Belum ada kiriman"),
                _("Semua kiriman yang dibuat dan diterima kantor ini tercatat di sini, dengan nomor dan kodenya."),
            )
        )
        self.table.told.connect(self.told)
        self.table.chosen.connect(lambda one: self.detail.show_entry(one.entry if one is not None else None))
        self.split = split_view.SplitView(self.table, self.detail, name="parcels", share=0.66)
        self.table.opened.connect(lambda _row: self.split.show_detail())
        self.table.view.clicked.connect(lambda _index: self.split.show_detail())
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.gaps)
        column.addWidget(self.silence)
        column.addWidget(self.harmless)
        column.addWidget(self.split, 1)

    def set_rows(self, rows: Sequence[Row], gaps: Sequence[parcel_register.Gap]) -> None:
        """Show the register, newest first, and which packages never came."""
        self.table.set_rows(rows)
        if self.table.current() is None:
            self.detail.show_entry(None, hint=bool(rows))
        held_up = [_gap(one) for one in gaps if one.held_up]
        if held_up:
            words = _("Belum diterima: {parcels}. Ada isian yang menunggunya; minta dikirim ulang.")
            text = words.format(parcels="; ".join(held_up))
            self.gaps.tell(notice.Notice(text, notice.Tone.WARNING))
        else:
            self.gaps.clear()
        harmless = [_gap(one) for one in gaps if not one.held_up]
        words = _("Tidak pernah sampai: {parcels}. Tidak apa-apa: isinya sudah terbawa kiriman sesudahnya.")
        self.harmless.tell("info", "muted", words.format(parcels="; ".join(harmless)))
        self.harmless.setVisible(bool(harmless))


def _gap(gap: parcel_register.Gap) -> str:
    return _("kiriman {numbers} dari {office}").format(numbers=intake_words.numbers(gap.numbers), office=gap.office)
