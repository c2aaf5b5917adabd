# SPDX-License-Identifier: Apache-2.0
"""The numbers of papers: what is odd in a sequence, and a number that is said not to be used."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import numbering
from desk_app.operations import paper_numbers, paper_options, printing
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.widgets import columns, form, notice, table_panel

_HEIGHT = 190


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A place of a sequence that is to be looked at; `record` 0: the number was never given."""

    key: tuple[str, int, int]
    kind: str
    year: int
    number: str
    title: str
    told: str
    record: int
    droppable: bool


class SeriesPanel(QtWidgets.QFrame):
    """`told(Notice)`; `failed(exception)`. Hidden until it is asked for."""

    told = QtCore.Signal(object)
    failed = QtCore.Signal(object)

    def __init__(self, desk: Desk, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._desk = desk
        self._runner = runner_
        self.table = table_panel.TablePanel(
            (
                columns.Column("kind", _("Jenis naskah"), 180),
                columns.Column("year", _("Tahun"), 60, text=str),
                columns.Column("number", _("Nomor"), 130),
                columns.Column("title", _("Naskah"), 220),
                columns.Column("told", _("Yang perlu diketahui"), 260, stretches=True),
            ),
            name="paper numbers",
            identity="key",
            unit=lambda count: ngettext("{count} nomor", "{count} nomor", count),
            has_filter=False,
        )
        self.table.setFixedHeight(_HEIGHT)
        self.table.chosen.connect(self._choose)
        self.none = form.label(_("Semua nomor berurutan dan dipakai satu kali."), "muted")
        self.reason = QtWidgets.QLineEdit()
        self.reason.setPlaceholderText(_("Mengapa nomor ini tidak jadi dipakai"))
        self.reason.setMaxLength(300)
        self.drop = QtWidgets.QPushButton(_("Catat tidak dipakai"))
        self.drop.clicked.connect(lambda _checked=False: self._drop())
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.drop)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.none)
        column.addWidget(self.table)
        column.addLayout(foot)
        self.set_series(())
        self.hide()

    def set_series(self, series: Sequence[paper_numbers.Series]) -> None:
        """Show what is odd in these sequences."""
        lines = [
            NumberLine(
                key=(one.kind, one.year, entry.sequence),
                kind=_(printing.report_title(one.kind)),
                year=one.year,
                number=entry.number or str(entry.sequence),
                title=entry.title or "–",
                told=paper_options.remark_words(entry.words),
                record=entry.record,
                droppable=entry.state is numbering.State.FREE,
            )
            for one in series
            for entry in one.odd
        ]
        self.table.set_rows(lines)
        self.table.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self._choose(self.table.current())

    def _choose(self, line: NumberLine | None) -> None:
        for part in (self.reason, self.drop):
            part.setVisible(line is not None and line.droppable)

    def _drop(self) -> None:
        line, desk, reason = self.table.current(), self._desk, self.reason.text()
        if isinstance(line, NumberLine):
            said = _("Nomor {number} dicatat tidak dipakai.").format(number=line.number)
            self._runner.write(
                lambda: paper_numbers.drop(desk, line.record, reason),
                lambda _no: self.told.emit(notice.Notice(said, notice.Tone.DONE)),
                self.failed.emit,
            )
            self.reason.clear()
