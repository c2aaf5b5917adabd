# SPDX-License-Identifier: Apache-2.0
"""Terima Data: what lies on a flashdisk, what each package would change, then a receipt."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain.words import N_
from desk_app.operations import import_outcome, intake
from ui import icons, runner, theme
from ui.widgets import (
    columns,
    drive_picker,
    empty_state,
    form,
    parcel_card,
    progress_panel,
    receipt_panel,
    receive_choice,
    split_view,
    table_panel,
)

_HINT = N_(
    "Kiriman dari kantor lain dicari sendiri di flashdisk. Berkas yang datang lewat WhatsApp atau e-mail dipilih "
    "dengan “Pilih berkas”."
)
_NOTHING, _CARDS, _DONE = range(3)
_ORDER = (
    intake.State.USABLE,
    intake.State.REQUEST,
    intake.State.BROKEN,
    intake.State.NEWER,
    intake.State.CARRIED,
    intake.State.READY,
)
"""What needs the user first; what is known or own stands below in one line."""


class ReceivePanel(QtWidgets.QWidget):
    """The panel. `look_wanted(list[Path])`, `take_wanted(Chosen)`, `closed()`, `cancelled()`, `print_wanted(package)`,
    `disputes_wanted()`: show what is in dispute, `back_wanted(places, Path or None)`: send something back by the same
    flashdisk, `told(words)`."""

    look_wanted = QtCore.Signal(object)
    take_wanted = QtCore.Signal(object)
    print_wanted = QtCore.Signal(str)
    disputes_wanted = QtCore.Signal()
    back_wanted = QtCore.Signal(object, object)
    cancelled = QtCore.Signal()
    closed = QtCore.Signal()
    told = QtCore.Signal(str)

    def __init__(self, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[intake.Offered, ...] = ()
        self._looked: list[Path] = []
        self.cards: list[parcel_card.ParcelCard] = []
        self.drives = drive_picker.DrivePicker(runner_, writes=False)
        self.drives.picked.connect(self._look)
        self.lines = table_panel.TablePanel(
            [
                columns.Column("title", _("TPS / catatan"), 160, stretches=True),
                columns.Column("field", _("Isian"), 145),
                columns.Column("before", _("Semula"), 84),
                columns.Column("after", _("Menjadi"), 172),
                columns.Column("mark_words", _("Keadaan"), 80),
            ],
            name="parcel_lines",
            unit=lambda count: ngettext("{count} baris", "{count} baris", count),
        )
        self._lines_title = form.label("", "strong", wraps=True)
        self._no_lines = empty_state.EmptyState("paket", "", "")
        self.lines.set_empty(self._no_lines)
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
        self.result = receipt_panel.ReceiptPanel()
        self.result.closed.connect(self.closed)
        self.result.print_wanted.connect(self.print_wanted)
        self.result.disputes_wanted.connect(self.disputes_wanted)
        self.result.back_wanted.connect(lambda places: self.back_wanted.emit(places, self.drives.value()))
        self.result.told.connect(self.told)
        self._pages.addWidget(form.scrolled(self.result))
        bottom = QtWidgets.QHBoxLayout()
        bottom.addWidget(self.button)
        bottom.addWidget(self.why_not, 1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(self._source())
        column.addWidget(self._pages, 1)
        column.addWidget(self.progress)
        column.addLayout(bottom)
        self._show_state()

    def start(self) -> None:
        """Begin anew: look at the flashdisk that is there."""
        self._looked = []
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
        self._offered = tuple(offered)
        form.empty(self._column)
        shown = [one for state in _ORDER for one in offered if one.state is state]
        self.cards = [parcel_card.ParcelCard(one) for one in shown]
        for card in self.cards:
            card.changed.connect(self._show_state)
            card.compared_code.connect(self._compare_all)
            card.opened.connect(self._open)
            self._column.addWidget(card)
        for words, state in (
            (_("Sudah pernah dimasukkan ({count})"), intake.State.KNOWN),
            (_("Buatan kantor ini sendiri ({count})"), intake.State.OWN),
        ):
            quiet = [one for one in offered if one.state is state]
            if quiet:
                self._column.addWidget(parcel_card.QuietCard(words.format(count=len(quiet)), quiet))
        self._column.addStretch(1)
        self.empty.set_words(_("Tidak ada kiriman di sini"), _(_HINT))
        self._pages.setCurrentIndex(_CARDS if offered else _NOTHING)
        self._split.show_list()
        first = next((card.offered for card in self.cards if card.offered.outcome is not None), None)
        first = next((card.offered for card in self.cards if card.offered.lines), first)
        self._fill_lines(first)
        self._show_state()

    def show_receipt(self, receipt: intake.Receipt, when: str) -> None:
        """Say what was put in."""
        self.progress.end()
        self.result.show_receipt(receipt, when)
        self._pages.setCurrentIndex(_DONE)
        self._show_state()
        self.result.take_focus()

    @property
    def is_done(self) -> bool:
        """Whether it shows what was put in."""
        return self._pages.currentIndex() == _DONE

    def _source(self) -> QtWidgets.QLayout:
        files = QtWidgets.QPushButton(_("Pilih berkas …"))
        files.setToolTip(_("Kiriman yang datang lewat WhatsApp atau e-mail"))
        icons.put(files, "lampiran")
        files.clicked.connect(self._ask_files)
        again = QtWidgets.QPushButton(_("Periksa lagi"))
        icons.put(again, "ulangi")
        again.clicked.connect(self._look_again)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        top = QtCore.Qt.AlignmentFlag.AlignTop
        row.addWidget(self.drives, 1)
        row.addWidget(files, 0, top)
        row.addWidget(again, 0, top)
        return row

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

    def _fill_lines(self, offered: intake.Offered | None) -> None:
        usable = any(card.offered.usable for card in self.cards)
        words = receive_choice.why_empty(offered) if usable else (_("Tidak ada yang perlu dimasukkan"), "")
        self._no_lines.set_words(*words)
        self.lines.set_rows(offered.lines if offered is not None else ())
        title = ""
        if offered is not None:
            title = _("Isi kiriman ke-{number} dari {sender}").format(number=offered.number, sender=offered.sender)
            if offered.outcome is not None and len(offered.outcome.lines) >= import_outcome.MOST_LINES:
                title += " · " + _("hanya sebagian yang ditampilkan")
        self._lines_title.setText(title)

    def _open(self, offered: intake.Offered) -> None:
        self._fill_lines(offered)
        self._split.show_detail()

    def _chosen(self) -> receive_choice.Chosen:
        cards = [card for card in self.cards if card.is_chosen]
        return receive_choice.Chosen(
            offered=tuple(card.offered for card in cards),
            accepted=frozenset(card.accepted_code for card in cards if card.accepted_code),
            typed={card.offered.package: card.typed for card in cards if card.typed},
            along=tuple(one for one in self._offered if one.state is intake.State.CARRIED and not one.taken),
        )

    def _compare_all(self, code: str, on: bool) -> None:
        """A code is compared once, whatever lies here of its office."""
        for card in self.cards:
            if card.offered.sender_code == code and card.compared is not None:
                card.compared.setChecked(on)

    def _show_state(self) -> None:
        chosen = self._chosen()
        looking = self._pages.currentIndex() == _CARDS
        self.button.setVisible(looking)
        self.why_not.setVisible(looking)
        self.button.setEnabled(bool(chosen.offered or chosen.along) and self.progress.isHidden())
        only_along = bool(chosen.along) and not chosen.offered
        self.button.setText(_("Bawa titipan") if only_along else _("Masukkan Data"))
        self.why_not.setText(" ".join(receive_choice.sentences(chosen, self.cards, self._offered)))

    def _look(self, place: Path | None) -> None:
        # A receipt stays until it was read, also when the stick is pulled or another one comes.
        if place is not None and self.isVisible() and self._pages.currentIndex() != _DONE:
            self.look_at([place])

    def _look_again(self) -> None:
        """At the stick, or at the files that were chosen."""
        place = self.drives.value()
        if self._looked:
            self.look_at(self._looked)
        elif place is not None:
            self.look_at([place])

    def _ask_files(self) -> None:
        names, _kind = QtWidgets.QFileDialog.getOpenFileNames(self, _("Pilih berkas kiriman"), QtCore.QDir.homePath())
        if names:
            self.look_at([Path(name) for name in names])

    def look_at(self, paths: Sequence[Path]) -> None:
        """Look through a stick, or files that were chosen."""
        self._looked = list(paths)
        self.look_wanted.emit(self._looked)

    def _take(self) -> None:
        self.take_wanted.emit(self._chosen())
