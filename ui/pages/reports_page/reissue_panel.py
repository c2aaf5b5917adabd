# SPDX-License-Identifier: Apache-2.0
"""Another signatory or number at the last minute: the same figures, issued anew in the place of a final paper."""

from PySide6 import QtCore, QtWidgets

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _
from desk_app.operations import days, papers, printing, printing_register
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.widgets import fields, form, notice, progress_panel


class ReissuePanel(QtWidgets.QFrame):
    """Hidden until `begin`. `told(Notice)`; `failed(exception)`; `issued(no)`: the new line of the register."""

    told = QtCore.Signal(object)
    failed = QtCore.Signal(object)
    issued = QtCore.Signal(object)

    def __init__(self, desk: Desk, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._desk = desk
        self._runner = runner_
        self._line: printing_register.Line | None = None
        self._handle: runner.Handle | None = None
        self.form = form.Form(2)
        self.signatory = fields.ChoiceField()
        self.number = QtWidgets.QLineEdit()
        self.number.setMaxLength(80)
        self.form.add("signatory", _("Penanda tangan"), self.signatory, wide=True)
        self.form.add("number", _("Nomor"), self.number)
        self.date_open = QtWidgets.QCheckBox(_("Tanggal tanda tangan dikosongkan"))
        self.keep = QtWidgets.QPushButton(_("Terbitkan sebagai pengganti"))
        icons.put(self.keep, "berhasil", "on_primary")
        theme.set_role(self.keep, "primary")
        self.keep.clicked.connect(lambda _checked=False: self._issue())
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.hide())
        buttons = QtWidgets.QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self._cancel)
        told = _("Angkanya tetap seperti waktu itu. Naskah baru menyebut kode yang digantikannya.")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.label(_("Penanda tangan atau nomor lain"), "heading"))
        column.addWidget(form.label(told, "muted", wraps=True))
        column.addWidget(self.form)
        column.addWidget(self.date_open)
        column.addLayout(buttons)
        column.addWidget(self.progress)
        self.hide()

    def begin(self, line: printing_register.Line) -> None:
        """Ask what is another on the paper of a line."""
        self._line = line
        desk, kind = self._desk, line.paper.kind
        self.number.setText(line.paper.number)
        self.date_open.setChecked(False)
        self._runner.read(
            lambda: [(row.no, row.label) for row in papers.signatories_for(desk, kind, days.today(desk))],
            self._offer,
            self.failed.emit,
            key="reissue",
        )

    def _offer(self, signers: list[tuple[int, str]]) -> None:
        self.signatory.set_choices([*signers, (papers.NOBODY, _("Titik-titik (diisi dengan pena)"))])
        before = self._line.paper.signatory if self._line is not None else ""
        self.signatory.set_value(next((no for no, label in signers if label == before), papers.NOBODY))
        self.show()
        self.signatory.setFocus()

    def _issue(self) -> None:
        if self._line is None:
            return
        desk, no = self._desk, self._line.paper.no
        signer, number, is_open = int(self.signatory.value()), self.number.text().strip(), self.date_open.isChecked()

        def steps() -> Steps[tuple[int, str]]:
            made = yield from printing.issued_anew(desk, no, signatory=signer, number=number, date_open=is_open)
            yield Progress(0, None, "")
            return printing.issue(desk, made.final()), made.code

        def done(issued: tuple[int, str]) -> None:
            self.progress.end()
            self.hide()
            line, code = issued
            self.told.emit(notice.Notice(_("Naskah pengganti final, kode {code}.").format(code=code), notice.Tone.DONE))
            self.issued.emit(line)

        def failed(error: Exception) -> None:
            self.progress.end()
            self.failed.emit(error)

        self.progress.begin(_("Menyusun ulang"))
        self._handle = self._runner.long(steps, self.progress.show_progress, done, failed, self.progress.end)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
