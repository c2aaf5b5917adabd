# SPDX-License-Identifier: Apache-2.0
"""How a final paper was sent: when, which way, by whom, to whom, what shows it; and one more sending."""

from datetime import datetime

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import days, paper_options, printing_register, settings
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import attached_card
from ui.widgets import form, moment_field, notice

_PROOF = (520, 300)
_WAYS = ("WhatsApp", "email", "diantar langsung", "SRIKANDI", "faksimile", "pos")


class SendingPanel(QtWidgets.QFrame):
    """`told(Notice)`; `failed(exception)`."""

    told = QtCore.Signal(object)
    failed = QtCore.Signal(object)

    def __init__(self, desk: Desk, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._desk = desk
        self._runner = runner_
        self._line: printing_register.Line | None = None
        self._proof: attached_card.AttachedCard | None = None
        self.lines = QtWidgets.QVBoxLayout()
        self.lines.setSpacing(4)
        self.form = form.Form(2)
        self.means = QtWidgets.QComboBox()
        typed = QtWidgets.QLineEdit()
        typed.setMaxLength(60)
        self.means.setEditable(True)
        self.means.setLineEdit(typed)
        self.means.addItems(list(_WAYS))
        self.moment = moment_field.MomentField()
        self.moment.setPlaceholderText(_("sekarang"))
        self.recipient = QtWidgets.QLineEdit()
        self.by = QtWidgets.QLineEdit()
        self.by.setPlaceholderText(desk.operator.name)
        self.proof = QtWidgets.QLineEdit()
        self.proof.setPlaceholderText(_("misalnya: dibaca 16.20, agenda 214, tanda terima"))
        for name, label, wide in (
            ("means", _("Lewat"), False),
            ("moment", _("Pukul"), False),
            ("recipient", _("Kepada"), False),
            ("by", _("Oleh"), False),
            ("proof", _("Bukti"), True),
        ):
            field = getattr(self, name)
            if isinstance(field, QtWidgets.QLineEdit) and name != "moment":
                field.setMaxLength(200)
            self.form.add(name, label, field, wide=wide)
        self.note = QtWidgets.QPushButton(_("Catat pengiriman …"))
        icons.put(self.note, "kirim")
        self.note.clicked.connect(lambda _checked=False: self._begin())
        self.keep = QtWidgets.QPushButton(_("Catat"))
        theme.set_role(self.keep, "primary")
        self.keep.clicked.connect(lambda _checked=False: self._keep())
        self.cancel = QtWidgets.QPushButton(_("Batal"))
        self.cancel.clicked.connect(lambda _checked=False: self._open_form(False))
        buttons = QtWidgets.QHBoxLayout()
        for button in (self.note, self.keep, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.label(_("Pengiriman naskah"), "heading"))
        column.addLayout(self.lines)
        column.addWidget(self.form)
        column.addLayout(buttons)
        self._open_form(False)

    def set_line(self, line: printing_register.Line) -> None:
        """Show the sendings of a paper; what is being typed for it stays."""
        if self._proof is not None:
            self._proof.reload()
        if self._line is None or self._line.paper.no != line.paper.no:
            self._open_form(False)
        self._line = line
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in line.sent:
            self.lines.addWidget(self._row(one))
        if not line.sent:
            self.lines.addWidget(form.label(_("Belum dicatat dikirim."), "muted"))

    def _row(self, one: printing_register.Sent) -> QtWidgets.QWidget:
        moment = days.local(self._desk, one.at)
        parts = [
            _("Dikirim {when} lewat {way} oleh {who}").format(
                when=f"{moment:%d-%m-%Y} pukul {moment:%H.%M}", way=one.means, who=one.by or "–"
            ),
            _("kepada {who}").format(who=one.recipient) if one.recipient else "",
            _("bukti: {what}").format(what=one.proof) if one.proof else "",
        ]
        row = QtWidgets.QWidget()
        box = QtWidgets.QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        words = form.label(" · ".join(part for part in parts if part), wraps=True)
        words.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(words, 1)
        proof = QtWidgets.QPushButton(_("Bukti …"))
        proof.setAccessibleName(_("Foto atau dokumen bukti pengiriman"))
        theme.set_role(proof, "link")
        proof.clicked.connect(lambda _checked=False: self.show_proof(one.no))
        box.addWidget(proof, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        remove = QtWidgets.QPushButton(_("Hapus"))
        remove.setAccessibleName(_("Hapus catatan pengiriman"))
        theme.set_role(remove, "link")
        remove.clicked.connect(lambda _checked=False: self._remove(one.no))
        box.addWidget(remove, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        return row

    def show_proof(self, no: int) -> attached_card.AttachedCard:
        """What shows a sending: a picture of the chat, the receipt; in a small dialog of its own."""
        dialog = QtWidgets.QDialog(self.window())
        dialog.setWindowTitle(_("Bukti pengiriman"))
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        card = attached_card.AttachedCard(self._desk, self._runner, self.failed.emit)
        card.notices.connect(self.told)
        close = QtWidgets.QPushButton(_("Tutup"))
        close.clicked.connect(dialog.reject)
        column = QtWidgets.QVBoxLayout(dialog)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(card, 1)
        column.addWidget(close, 0, QtCore.Qt.AlignmentFlag.AlignRight)
        theme.dress(dialog)
        dialog.resize(*_PROOF)
        card.show_record(no)
        self._proof = card
        dialog.finished.connect(lambda _result: self._forget_proof())
        dialog.open()
        return card

    def _forget_proof(self) -> None:
        self._proof = None

    def _open_form(self, opened: bool) -> None:
        self.form.setVisible(opened)
        self.keep.setVisible(opened)
        self.cancel.setVisible(opened)
        self.note.setVisible(not opened)

    def _begin(self) -> None:
        self._open_form(True)
        self.moment.today = days.local(self._desk, self._desk.now()).date()
        self.moment.set_value(None)
        for field in (self.recipient, self.by, self.proof):
            field.clear()
        self.means.setFocus()

    def _keep(self) -> None:
        if self._line is None:
            return
        moment: datetime | None = self.moment.value()
        if self.moment.text().strip() and moment is None:
            self.form.rows["moment"].refuse(_("Tulis jam seperti 16.20, atau 13-02-2024 16.20."))
            return
        self.form.accept_all()
        desk, no = self._desk, self._line.paper.no
        means, by, to, proof = self.means.currentText(), self.by.text(), self.recipient.text(), self.proof.text()

        def work() -> int:
            at = paper_options.seconds(moment, settings.zone(desk)) if moment is not None else None
            return printing_register.mark_sent(desk, no, means, at=at, by=by, recipient=to, proof=proof)

        def done(_no: int) -> None:
            self._open_form(False)
            self.told.emit(notice.Notice(_("Pengiriman dicatat."), notice.Tone.DONE))

        self._runner.write(work, done, self.failed.emit)

    def _remove(self, no: int) -> None:
        desk = self._desk
        said = _("Catatan pengiriman dihapus. Ctrl+Z mengembalikannya.")
        self._runner.write(
            lambda: printing_register.take_back_sending(desk, no),
            lambda _no: self.told.emit(notice.Notice(said, notice.Tone.DONE)),
            self.failed.emit,
        )
