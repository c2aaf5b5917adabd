# SPDX-License-Identifier: Apache-2.0
"""The register of papers that are final: list and detail, a code from a paper looked up, what is odd in the numbers."""

from dataclasses import dataclass
from datetime import datetime

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import days, paper_codes, paper_numbers, paper_options, printing_register
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.pages.reports_page import register_detail, series_panel
from ui.widgets import columns, empty_state, form, notice, split_view, table_panel


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line; `at` is the hour of the office."""

    no: int
    at: datetime
    title: str
    number: str
    signatory: str
    code: str
    sent: str
    state: str
    line: printing_register.Line


@dataclass(frozen=True, slots=True)
class Read:
    """All lines, and the sequences of numbers in which something is odd."""

    lines: tuple[PaperLine, ...]
    series: tuple[paper_numbers.Series, ...]


def read(desk: Desk) -> Read:
    """The register, the last one first; not for the window's thread."""
    lines = tuple(_line(desk, one) for one in printing_register.lines(desk))
    return Read(lines, paper_numbers.every_series(desk))


def _line(desk: Desk, one: printing_register.Line) -> PaperLine:
    paper = one.paper
    last = one.sent[-1] if one.sent else None
    return PaperLine(
        no=paper.no,
        at=days.local(desk, paper.at),
        title=paper.title,
        number=paper.number or "–",
        signatory=paper.signatory or "–",
        code=paper.code,
        sent=f"{days.local(desk, last.at):%d-%m %H.%M} {last.means}" if last is not None else "–",
        state=_("diganti") if one.replaced_by else "",
        line=one,
    )


class PaperRegister(QtWidgets.QWidget):
    """The tab. `told(Notice)`; `failed(exception)`."""

    told = QtCore.Signal(object)
    failed = QtCore.Signal(object)

    def __init__(self, desk: Desk, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner_
        self._wanted = 0
        self.table = table_panel.TablePanel(
            (
                columns.Column("at", _("Final sejak"), 132, text=lambda at: f"{at:%d-%m-%Y %H.%M}"),
                columns.Column("title", _("Naskah"), 210, stretches=True, below="code"),
                columns.Column("number", _("Nomor"), 100),
                columns.Column("sent", _("Dikirim"), 100),
                columns.Column("state", _("Ket."), 60),
                columns.Column("code", _("Kode pemeriksaan"), 10),
                columns.Column("signatory", _("Penanda tangan"), 10),
            ),
            name="printed papers",
            identity="no",
            filter_words=_("Cari judul, nomor, penanda tangan, atau kode …"),
            unit=lambda count: ngettext("{count} naskah", "{count} naskah", count),
        )
        for hidden in (5, 6):
            self.table.view.setColumnHidden(hidden, True)
        self.table.set_empty(
            empty_state.EmptyState(
                "laporan",
                _("Belum ada naskah final"),
                _("Setiap naskah yang dijadikan final tercatat di sini dengan nomor dan kodenya."),
            )
        )
        self.table.chosen.connect(self._choose)
        self.table.told.connect(lambda words: self.told.emit(notice.Notice(words, notice.Tone.DONE)))
        self.detail = register_detail.PaperDetail(desk, runner_)
        self.detail.told.connect(self.told)
        self.detail.failed.connect(self.failed)
        self.detail.followed.connect(self.show_paper)
        self.table.opened.connect(lambda _line: self._open())
        self.code = QtWidgets.QLineEdit()
        self.code.setPlaceholderText(_("Kode dari kaki naskah, atau isi QR-nya"))
        self.code.setAccessibleName(_("Kode pemeriksaan dokumen"))
        self.code.setMaximumWidth(320)
        self.code.returnPressed.connect(self.check)
        self.check_button = QtWidgets.QPushButton(_("Periksa"))
        icons.put(self.check_button, "cari")
        self.check_button.clicked.connect(lambda _checked=False: self.check())
        self.series = series_panel.SeriesPanel(desk, runner_)
        self.series.told.connect(self.told)
        self.series.failed.connect(self.failed)
        self.series_button = QtWidgets.QPushButton(_("Nomor naskah"))
        icons.put(self.series_button, "peringatan")
        self.series_button.setCheckable(True)
        self.series_button.toggled.connect(self.series.setVisible)
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(form.label(_("Periksa kode"), "label"))
        top.addWidget(self.code, 1)
        top.addWidget(self.check_button)
        top.addStretch(1)
        top.addWidget(self.series_button)
        self.answer = notice.NoticeBar()
        self.split = split_view.SplitView(self.table, self.detail, name="printed papers", share=0.55)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(self.answer)
        column.addWidget(self.series)
        column.addWidget(self.split, 1)

    def refresh(self) -> None:
        """Read the register anew."""
        desk = self._desk
        self._runner.read(lambda: read(desk), self._take, self.failed.emit, key="printed papers")

    def show_paper(self, no: int) -> None:
        """Bring a paper to the front, also where the register has not been read yet."""
        self.table.filter.clear()
        self._wanted = no
        self.refresh()

    def current(self) -> PaperLine | None:
        """The line that is chosen."""
        line = self.table.current()
        return line if isinstance(line, PaperLine) else None

    def check(self) -> None:
        """Find the paper of a code that was typed from a sheet in hand."""
        desk, typed = self._desk, self.code.text()
        if typed.strip():
            self._runner.read(lambda: paper_codes.find(desk, typed), self._found, self._not_found, key="paper code")

    def _take(self, found: Read) -> None:
        self.table.set_rows(found.lines)
        self.detail.setVisible(bool(found.lines))
        self.series.set_series(found.series)
        odd = sum(len(one.odd) for one in found.series)
        self.series_button.setVisible(bool(found.series))
        told = ngettext("Nomor naskah: {count} perlu dilihat", "Nomor naskah: {count} perlu dilihat", odd)
        self.series_button.setText(told.format(count=odd) if odd else _("Nomor naskah"))
        if self._wanted:
            self.table.show_row(self._wanted)
            self._wanted = 0
            self.split.show_detail()
        elif self.current() is None and found.lines:
            self.table.show_row(found.lines[0].no)
        self._choose(self.current())

    def _open(self) -> None:
        if self.split.is_narrow:
            self.split.show_detail()
        else:
            self.detail.open_paper()

    def _choose(self, line: PaperLine | None) -> None:
        self.detail.set_line(line.line if line is not None else None)

    def _found(self, found: paper_codes.Found) -> None:
        tone = notice.Tone.DONE if found.is_last and not found.different else notice.Tone.WARNING
        told = [paper_options.remark_words(found.words)]
        if found.mistyped:
            told.insert(0, _("Satu huruf berbeda; yang dimaksud {code}.").format(code=found.line.paper.code))
        told += [
            _("Pada lembar “{printed}”, dalam daftar “{known}”.").format(printed=one or "–", known=other or "–")
            for one, other in found.different
        ]
        self.answer.tell(notice.Notice(" ".join(told), tone, stays=True))
        self.show_paper(found.line.paper.no)

    def _not_found(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.answer.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))
