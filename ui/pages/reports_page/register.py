# SPDX-License-Identifier: Apache-2.0
"""The register of papers that are final: since when, which, its number, who signs, its code."""

from dataclasses import dataclass
from datetime import datetime

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import days, printing
from desk_app.operations.desk import Desk
from ui.widgets import columns, empty_state, table_panel


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line; `at` is the hour of the office."""

    no: int
    at: datetime
    kind: str
    title: str
    number: str
    signatory: str
    code: str


def lines(desk: Desk) -> list[PaperLine]:
    """The register, the last one first; not for the window's thread."""
    return [
        PaperLine(
            no=row.no,
            at=days.local(desk, row.at),
            kind=_(printing.report_title(row.kind)),
            title=row.title,
            number=row.number or "–",
            signatory=row.signatory or "–",
            code=row.code,
        )
        for row in printing.printed(desk)
    ]


class PaperRegister(table_panel.TablePanel):
    """The table of papers."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(
            (
                columns.Column("at", _("Final sejak"), 130, text=lambda at: f"{at:%d-%m-%Y %H.%M}"),
                columns.Column("title", _("Naskah"), 300, stretches=True),
                columns.Column("number", _("Nomor"), 130),
                columns.Column("signatory", _("Penanda tangan"), 270),
                columns.Column("code", _("Kode pemeriksaan"), 190),
            ),
            name="printed",
            identity="no",
            filter_words=_("Cari judul, nomor, penanda tangan, atau kode …"),
            unit=lambda count: ngettext("{count} naskah", "{count} naskah", count),
            parent=parent,
        )
        self.set_empty(
            empty_state.EmptyState(
                "laporan",
                _("Belum ada naskah final"),
                _("Setiap naskah yang dijadikan final tercatat di sini dengan nomor dan kodenya."),
            )
        )
