# SPDX-License-Identifier: Apache-2.0
"""One final paper: what stands on it, its file, how it was sent, the scan of the signed sheet, what replaced it."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.progress import Steps
from desk_app.base.text import _
from desk_app.operations import days, printing, printing_register
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.dialogs import attached_card, kept_paper_dialog
from ui.pages.reports_page import reissue_panel, sending_panel
from ui.widgets import empty_state, flow_row, form, notice, progress_panel


class PaperDetail(QtWidgets.QWidget):
    """`told(Notice)`; `failed(exception)`; `followed(no)`: another line of the register."""

    told = QtCore.Signal(object)
    failed = QtCore.Signal(object)
    followed = QtCore.Signal(object)

    def __init__(self, desk: Desk, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._runner = runner_
        self._line: printing_register.Line | None = None
        self._handle: runner.Handle | None = None
        self.title = form.label("", "heading", wraps=True)
        self.facts = QtWidgets.QFormLayout()
        self.facts.setLabelAlignment(QtCore.Qt.AlignmentFlag.AlignLeft)
        self.facts.setHorizontalSpacing(16)
        self.facts.setVerticalSpacing(4)
        self.open_button = form.button("lihat", _("Buka PDF"), self.open_paper)
        self.again_button = form.button("riwayat", _("Susun ulang"), self.make_again)
        self.again_button.setToolTip(_("Dari data yang diketahui waktu itu; kodenya harus sama."))
        self.anew_button = form.button("ubah", _("Ganti penanda tangan …"), self.issue_anew)
        self.other_button = form.button("tautan", "", self._follow)
        self.anew = reissue_panel.ReissuePanel(desk, runner_)
        self.anew.told.connect(self.told)
        self.anew.failed.connect(self.failed)
        self.anew.issued.connect(self.followed)
        buttons = flow_row.FlowRow()
        for button in (self.open_button, self.again_button, self.anew_button, self.other_button):
            buttons.addWidget(button)
        row = QtWidgets.QWidget()
        row.setLayout(buttons)
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(lambda: self._handle.cancel() if self._handle is not None else None)
        self.sendings = sending_panel.SendingPanel(desk, runner_)
        self.sendings.told.connect(self.told)
        self.sendings.failed.connect(self.failed)
        self.scan = attached_card.AttachedCard(desk, runner_, self.failed.emit)
        self.scan.notices.connect(self.told)
        told = _("Pindaian naskah yang sudah ditandatangani dilampirkan di sini.")
        self.scan_words = form.label(told, "muted", wraps=True)
        head = QtWidgets.QFrame()
        theme.set_role(head, "card")
        inside = QtWidgets.QVBoxLayout(head)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(theme.SPACE)
        inside.addWidget(self.title)
        inside.addLayout(self.facts)
        inside.addWidget(row)
        inner = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.SPACE, 0)
        column.setSpacing(theme.SPACE)
        for part in (head, self.anew, self.progress, self.sendings, self.scan_words, self.scan):
            column.addWidget(part)
        column.addStretch(1)
        self.empty = empty_state.EmptyState("laporan", _("Pilih naskah pada daftar"))
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(form.scrolled(inner))
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    def set_line(self, line: printing_register.Line | None) -> None:
        """Show a line of the register, or nothing."""
        if line is None or self._line is None or line.paper.no != self._line.paper.no:
            self.anew.hide()
        self._line = line
        self.stack.setCurrentIndex(0 if line is None else 1)
        if line is None:
            return
        paper, desk = line.paper, self._desk
        self.title.setText(paper.title)
        while self.facts.rowCount():
            self.facts.removeRow(0)
        as_of = f"{days.local(desk, paper.as_of):%d-%m-%Y %H.%M}" if paper.as_of else ""
        for label, value in (
            (_("Jenis"), _(printing.report_title(paper.kind))),
            (_("Nomor"), paper.number or "–"),
            (_("Penanda tangan"), paper.signatory or "–"),
            (_("Final sejak"), f"{days.local(desk, paper.at):%d-%m-%Y %H.%M}"),
            (_("Data per"), as_of),
            (_("Kode pemeriksaan"), paper.code),
            (_("Angka"), paper.figures),
        ):
            if value:
                shown = form.label(value, wraps=True)
                shown.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
                self.facts.addRow(form.label(label, "label"), shown)
        self.open_button.setEnabled(line.has_file)
        self.open_button.setToolTip("" if line.has_file else _("PDF ini tidak tersimpan di komputer ini; susun ulang."))
        other = line.replaced_by or paper.replaces
        self.other_button.setVisible(bool(other))
        self.anew_button.setVisible(not line.replaced_by and self._is_signed(paper.kind))
        self.other_button.setText(_("Lihat penggantinya") if line.replaced_by else _("Lihat yang digantikan"))
        self.sendings.set_line(line)
        self.scan.show_record(paper.no)

    def open_paper(self) -> None:
        """The very file that was issued."""
        if self._line is not None and self._line.has_file:
            desk, no = self._desk, self._line.paper.no
            self._runner.read(lambda: printing_register.kept_pdf(desk, no), self._show, self.failed.emit)

    def issue_anew(self) -> None:
        """The same figures with another signatory or number."""
        if self._line is not None:
            self.anew.begin(self._line)

    @staticmethod
    def _is_signed(kind: str) -> bool:
        """Whether a kind of paper is signed; of a newer program's it is not known."""
        return any(one.key == kind and one.signed for one in printing.every_paper())

    def make_again(self) -> None:
        """The same paper once more from what was known then."""
        if self._line is None:
            return
        desk, no = self._desk, self._line.paper.no

        def steps() -> Steps[tuple[bytes, str]]:
            made = yield from printing.issued_again(desk, no)
            grave = [one for one in made.remarks if one.grave and made.issued is None]
            told = _("Sama dengan naskah final: kode {code}.").format(code=made.code)
            return made.final().pdf(), "" if grave else told

        def done(made: tuple[bytes, str]) -> None:
            self.progress.end()
            data, told = made
            refused = _("Susunan ulang ini tidak sama dengan naskah final. Pakai PDF yang disimpan.")
            tone = notice.Tone.DONE if told else notice.Tone.WARNING
            self.told.emit(notice.Notice(told or refused, tone))
            self._show(data)

        def failed(error: Exception) -> None:
            self.progress.end()
            self.failed.emit(error)

        self.progress.begin(_("Menyusun ulang"))
        self._handle = self._runner.long(steps, self.progress.show_progress, done, failed, self.progress.end)

    def _show(self, data: bytes) -> None:
        if self._line is not None:
            paper = self._line.paper
            dialog = kept_paper_dialog.KeptPaperDialog(self._runner, paper.title, data, self.window())
            dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _follow(self) -> None:
        if self._line is not None:
            self.followed.emit(self._line.replaced_by or self._line.paper.replaces)
