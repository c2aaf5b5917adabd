# SPDX-License-Identifier: Apache-2.0
"""Terima Data: the packages found on a flashdisk, what each would change, then a receipt."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import N_
from desk_app.operations import intake
from ui import icons, runner, theme
from ui.widgets import columns, drive_picker, empty_state, form, parcel_card, progress_panel, split_view, table_panel

_HINT = N_(
    "Kiriman dari kantor lain dicari sendiri di flashdisk. Berkas yang datang lewat WhatsApp dipilih dengan "
    "“Pilih berkas”."
)
_NOTHING, _CARDS, _DONE = range(3)


class ReceivePanel(QtWidgets.QWidget):
    """The panel. `look_wanted(list[Path])`, `take_wanted(list[Offered], codes of new senders)`, `closed()`,
    `cancelled()`, `disputes_wanted()`: show what is in dispute, `told(words)`."""

    look_wanted = QtCore.Signal(object)
    take_wanted = QtCore.Signal(object, object)
    disputes_wanted = QtCore.Signal()
    cancelled = QtCore.Signal()
    closed = QtCore.Signal()
    told = QtCore.Signal(str)

    def __init__(self, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._receipt = ""
        self.cards: list[parcel_card.ParcelCard] = []
        self.drives = drive_picker.DrivePicker(runner_)
        self.drives.picked.connect(self._look)
        files = QtWidgets.QPushButton(_("Pilih berkas …"))
        files.setToolTip(_("Kiriman yang datang lewat WhatsApp atau e-mail"))
        icons.put(files, "lampiran")
        files.clicked.connect(self._ask_files)
        again = QtWidgets.QPushButton(_("Periksa lagi"))
        icons.put(again, "ulangi")
        again.clicked.connect(lambda _checked=False: self._look(self.drives.value()))
        source = QtWidgets.QHBoxLayout()
        source.setSpacing(theme.SPACE)
        source.addWidget(self.drives, 1)
        source.addWidget(files)
        source.addWidget(again)
        self.lines = table_panel.TablePanel(
            [
                columns.Column("kind", _("Jenis"), 105),
                columns.Column("title", _("Apa"), 180, stretches=True),
                columns.Column("field", _("Isian"), 90),
                columns.Column("before", _("Semula"), 85),
                columns.Column("after", _("Menjadi"), 130),
            ],
            name="parcel_lines",
            unit=_("isian"),
        )
        self._lines_title = form.label("", "strong", wraps=True)
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self.cancelled)
        self.button = QtWidgets.QPushButton(_("Masukkan Data"))
        icons.put(self.button, "terima", "on_primary")
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(self._take)
        self.why_not = form.label("", "muted", wraps=True)
        self._pages = QtWidgets.QStackedWidget()
        self.empty = empty_state.EmptyState("flashdisk", _("Colokkan flashdisk"), _(_HINT))
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._found_side())
        self._pages.addWidget(form.scrolled(self._done_side()))
        bottom = QtWidgets.QHBoxLayout()
        bottom.addWidget(self.button)
        bottom.addWidget(self.why_not, 1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(source)
        column.addWidget(self._pages, 1)
        column.addWidget(self.progress)
        column.addLayout(bottom)
        self._show_state()

    def start(self) -> None:
        """Begin anew: look at the flashdisk that is there."""
        self.show_offered(())
        self.empty.set_words(_("Colokkan flashdisk"), _(_HINT))
        self._look(self.drives.value())

    def begin(self, words: str) -> None:
        """Show that work goes on."""
        self.progress.begin(words)
        self._show_state()

    def end(self) -> None:
        """The work has stopped, or was refused."""
        self.progress.end()
        self._show_state()

    def show_offered(self, offered: Sequence[intake.Offered]) -> None:
        """Show what lies there."""
        self.progress.end()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.cards = [parcel_card.ParcelCard(one) for one in offered]
        for card in self.cards:
            card.changed.connect(self._show_state)
            card.opened.connect(self._open)
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.empty.set_words(_("Tidak ada kiriman di sini"), _(_HINT))
        self._pages.setCurrentIndex(_CARDS if offered else _NOTHING)
        self._split.show_list()
        first = next((card.offered for card in self.cards if card.offered.lines), None)
        self._fill_lines(first)
        self._show_state()

    def show_receipt(self, receipt: intake.Receipt, when: str) -> None:
        """Say what was put in."""
        self.progress.end()
        while (item := self._results.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        lines = [_("Tanda terima data"), _("Diterima: {when}").format(when=when)]
        disputed = 0
        for outcome in receipt.outcomes:
            head = _("Kiriman ke-{number} dari {sender}").format(number=outcome.number, sender=outcome.sender)
            told = intake.sentences(outcome)
            code = _("Kode: {code}").format(code=outcome.code)
            lines += [head, *(f"- {sentence}" for sentence in told), code]
            words = form.label("\n".join(told), wraps=True)
            self._results.addWidget(form.card(form.label(head, "strong", wraps=True), words, form.label(code, "muted")))
            disputed += outcome.disputed
        for name, why in receipt.refused:
            title = form.label(_("{file} tidak dimasukkan").format(file=name), "strong", wraps=True)
            self._results.addWidget(form.card(title, form.label(why, "error", wraps=True)))
            lines.append(f"{name}: {why}")
        self.large.setText(_("Data sudah masuk") if receipt.outcomes else _("Tidak ada yang dimasukkan"))
        theme.set_role(self.large, "done" if receipt.outcomes else "title")
        note = _("Tanda terima ikut kembali dengan sendirinya pada kiriman berikutnya.")
        if receipt.backup:
            note = _("Backup ke-{number} dibuat sebelum data dimasukkan.").format(number=receipt.backup) + " " + note
        self._note.setText(note)
        self._to_disputes.setVisible(disputed > 0)
        self._to_disputes.setText(_("Lihat {count} data berbeda").format(count=disputed))
        self._receipt = "\n".join(lines) + "\n"
        self._pages.setCurrentIndex(_DONE)
        self._show_state()
        self._finish.setFocus()

    @property
    def receipt(self) -> str:
        """The receipt as plain text."""
        return self._receipt

    def _found_side(self) -> QtWidgets.QWidget:
        inner = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(theme.SPACE)
        right = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._lines_title)
        column.addWidget(self.lines, 1)
        area = form.scrolled(inner)
        area.setMinimumWidth(320)
        self._split = split_view.SplitView(area, right, name="receive", share=0.42)
        return self._split

    def _done_side(self) -> QtWidgets.QWidget:
        side = QtWidgets.QWidget()
        self.large = form.label("", "done", wraps=True)
        self._note = form.label("", "muted", wraps=True)
        self._results = QtWidgets.QVBoxLayout()
        self._results.setSpacing(theme.SPACE)
        self._finish = QtWidgets.QPushButton(_("Selesai"))
        theme.set_role(self._finish, "primary")
        self._finish.clicked.connect(self.closed)
        copy = QtWidgets.QPushButton(_("Salin tanda terima"))
        icons.put(copy, "salin")
        copy.clicked.connect(self._copy)
        self._to_disputes = QtWidgets.QPushButton()
        icons.put(self._to_disputes, "berbeda", "berbeda")
        self._to_disputes.clicked.connect(self.disputes_wanted)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self._finish)
        row.addWidget(self._to_disputes)
        row.addWidget(copy)
        row.addStretch(1)
        column = QtWidgets.QVBoxLayout(side)
        column.setContentsMargins(8, 16, 8, 8)
        column.setSpacing(12)
        column.addWidget(self.large)
        column.addLayout(self._results)
        column.addWidget(self._note)
        column.addLayout(row)
        column.addStretch(1)
        return side

    def _fill_lines(self, offered: intake.Offered | None) -> None:
        self.lines.set_rows(offered.lines if offered is not None else ())
        title = ""
        if offered is not None:
            title = _("Isi kiriman ke-{number} dari {sender}").format(number=offered.number, sender=offered.sender)
            records = sum((*offered.outcome.new.values(), *offered.outcome.changed.values())) if offered.outcome else 0
            if records > len({line.title for line in offered.lines}):
                title += " · " + _("hanya sebagian yang ditampilkan")
        self._lines_title.setText(title)

    def _open(self, offered: intake.Offered) -> None:
        self._fill_lines(offered)
        self._split.show_detail()

    def _show_state(self) -> None:
        chosen = [card for card in self.cards if card.is_chosen]
        looking = self._pages.currentIndex() == _CARDS
        self.button.setVisible(looking)
        self.why_not.setVisible(looking)
        self.button.setEnabled(bool(chosen) and self.progress.isHidden())
        words = _("{count} kiriman akan dimasukkan. Backup dibuat dahulu.").format(count=len(chosen))
        if not chosen and any(card.offered.usable for card in self.cards):
            words = _("Centang kiriman yang akan dimasukkan.")
        elif not chosen:
            words = _("Tidak ada yang perlu dimasukkan.")
        self.why_not.setText(words)

    def _look(self, place: Path | None) -> None:
        if place is not None and self.isVisible():
            self.look_wanted.emit([place])

    def _ask_files(self) -> None:
        names, _kind = QtWidgets.QFileDialog.getOpenFileNames(self, _("Pilih berkas kiriman"), QtCore.QDir.homePath())
        if names:
            self.look_wanted.emit([Path(name) for name in names])

    def _take(self) -> None:
        chosen = [card.offered for card in self.cards if card.is_chosen]
        codes = frozenset(card.accepted_code for card in self.cards if card.accepted_code)
        self.take_wanted.emit(chosen, codes)

    def _copy(self) -> None:
        QtGui.QGuiApplication.clipboard().setText(self._receipt)
        self.told.emit(_("Tanda terima disalin; tempelkan di WhatsApp."))
