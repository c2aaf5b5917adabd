# SPDX-License-Identifier: Apache-2.0
"""The secret of the recovery sheet, shown once: to print, to save as text, to copy by hand."""

from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base import files
from desk_app.base.text import _
from desk_app.domain.words import N_
from ui import icons, theme
from ui.widgets import form


@dataclass(frozen=True, slots=True)
class Purpose:
    """What the code of a sheet opens: in the window and on its button, as the heading of the paper, how it is used, and
    the name of its file."""

    words: str
    button: str
    heading: str
    use: str
    file: str


RECOVERY = Purpose(
    N_(
        "Bila semua kata sandi terlupa, hanya kode ini yang dapat membuka data kantor. Cetak, masukkan "
        "amplop, dan simpan di tempat terkunci. Kode ini tidak akan ditampilkan lagi."
    ),
    N_("Cetak lembar pemulihan …"),
    N_("LEMBAR PEMULIHAN"),
    N_("Cara memakai: buka program, pilih “Lupa kata sandi?”, ketik kode ini, buat kata sandi baru."),
    N_("lembar-pemulihan.txt"),
)
COUNTS = Purpose(
    N_(
        "Bila pemegang kunci hasil suara lupa kata sandinya, hanya kode ini yang dapat membuka angkanya. Cetak, "
        "masukkan amplop, dan serahkan kepada Ketua Desk. Kode ini tidak akan ditampilkan lagi."
    ),
    N_("Cetak lembar kunci …"),
    N_("LEMBAR KUNCI HASIL SUARA"),
    N_("Cara memakai: Pengaturan > Hasil suara > Buka hasil suara, pakai lembar dari brankas, ketik kode ini."),
    N_("lembar-kunci-hasil-suara.txt"),
)


class RecoverySheet(QtWidgets.QWidget):
    """`kept()`: it was printed, saved, or said to be written down."""

    kept = QtCore.Signal()

    def __init__(
        self,
        office: str = "",
        secret: str = "",
        parent: QtWidgets.QWidget | None = None,
        *,
        purpose: Purpose = RECOVERY,
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._secret = secret
        self._purpose = purpose
        words = form.label(_(purpose.words), wraps=True)
        self.code = QtWidgets.QLabel(alignment=QtCore.Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setAccessibleName(_("Kode pemulihan"))
        self.code.setWordWrap(True)
        theme.set_role(self.code, "figure")
        paper = QtWidgets.QFrame()
        theme.set_role(paper, "sunken")
        inside = QtWidgets.QVBoxLayout(paper)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.addWidget(self.code)
        self.print_button = QtWidgets.QPushButton(_(purpose.button))
        icons.put(self.print_button, "cetak")
        self.print_button.clicked.connect(self._print)
        self.save_button = QtWidgets.QPushButton(_("Simpan sebagai teks …"))
        icons.put(self.save_button, "unduh")
        self.save_button.clicked.connect(self._ask_file)
        self.written = QtWidgets.QCheckBox(_("Kode sudah dicetak, disimpan, atau ditulis tangan"))
        self.written.toggled.connect(lambda checked: self.kept.emit() if checked else None)
        self.trouble = form.label("", "error", wraps=True)
        self.trouble.hide()
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(paper)
        column.addLayout(row)
        column.addWidget(self.trouble)
        column.addWidget(self.written)
        column.addStretch(1)
        self.set_secret(office, secret)

    def set_secret(self, office: str, secret: str) -> None:
        """Show the secret of an office."""
        self._office, self._secret = office, secret
        self.code.setText(secret)
        self.written.setChecked(False)

    def text(self) -> str:
        """The sheet as plain text."""
        today = QtCore.QDate.currentDate().toString("dd-MM-yyyy")
        return "\n".join(
            (
                _(self._purpose.heading),
                self._office,
                "",
                _("Kode pemulihan: {code}").format(code=self._secret),
                "",
                _("Dibuat {day}. Lembar yang lebih lama tidak berlaku lagi.").format(day=today),
                _(self._purpose.use),
                _("Simpan di amplop tertutup, di tempat terkunci. Jangan difoto dan jangan dikirim lewat WhatsApp."),
                "",
            )
        )

    def save(self, path: Path) -> None:
        """Write the sheet to a file; trouble is told below the buttons."""
        try:
            files.write_whole(path, self.text().encode())
        except OSError as fault:
            reason = fault.strerror or str(fault)
            self.trouble.setText(_("Tidak dapat menulis ke {path}: {reason}").format(path=path, reason=reason))
            self.trouble.show()
            return
        self.trouble.hide()
        self.written.setChecked(True)

    def _ask_file(self) -> None:
        folder = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / _(self._purpose.file))
        chosen, _kind = QtWidgets.QFileDialog.getSaveFileName(self, _("Simpan lembar pemulihan"), start, "*.txt")
        if chosen:
            self.save(Path(chosen))

    def _print(self) -> None:
        from PySide6 import QtPrintSupport

        printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.HighResolution)
        if QtPrintSupport.QPrintDialog(printer, self).exec() != QtWidgets.QDialog.DialogCode.Accepted:
            return
        document = QtGui.QTextDocument()
        document.setDefaultFont(theme.font(theme.LARGE))
        document.setPlainText(self.text())
        document.print_(printer)
        self.written.setChecked(True)
