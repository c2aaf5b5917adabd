# SPDX-License-Identifier: Apache-2.0
"""Siapkan paket kecamatan: for which offices, on which flashdisk; then the words for the slips."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import enrolment, ready_offices
from ui import icons, runner, theme
from ui.widgets import drive_picker, form, icon_line, progress_panel

_ICONS = {
    ready_offices.State.NONE: ("belum", "belum"),
    ready_offices.State.MADE: ("belum_lengkap", "belum_lengkap"),
    ready_offices.State.JOINED: ("siap", "siap"),
}


class _Row(QtWidgets.QWidget):
    """One office to tick; the word of a slip that nobody has used can be shown again."""

    def __init__(self, row: ready_offices.Row, when: str) -> None:
        super().__init__()
        self.row = row
        self.box = QtWidgets.QCheckBox(row.name.replace("&", "&&"))
        words = f"{row.state_words} · {when}" if when and row.state is not ready_offices.State.NONE else row.state_words
        state = icon_line.IconLine(*_ICONS[row.state], words)
        state.setFixedWidth(330)
        line = QtWidgets.QHBoxLayout(self)
        line.setContentsMargins(0, 1, 8, 1)
        line.addWidget(self.box, 1)
        line.addWidget(state, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        self.box.setAccessibleDescription(words)


class ReadyPanel(QtWidgets.QWidget):
    """The panel. `prepare_wanted(places, Path)`, `slips_wanted(place, "" for all)`, `cancelled()`, `closed()`."""

    prepare_wanted = QtCore.Signal(object, object)
    slips_wanted = QtCore.Signal(str)
    cancelled = QtCore.Signal()
    closed = QtCore.Signal()

    def __init__(self, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: frozenset[str] = frozenset()
        self._made_place = ""
        self.rows: list[_Row] = []
        self.large = form.label("", "done", wraps=True)
        self._where = form.label("", "muted", wraps=True)
        self._results = QtWidgets.QVBoxLayout()
        self._results.setSpacing(theme.SPACE)
        self._print = QtWidgets.QPushButton(_("Cetak slip …"))
        self.drives = drive_picker.DrivePicker(runner_)
        self.drives.picked.connect(self._picked)
        self.button = QtWidgets.QPushButton(_("Buat berkas siap"))
        icons.put(self.button, "paket", "on_primary")
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(self._prepare)
        self.why_not = form.label("", "muted", wraps=True)
        self.all = QtWidgets.QPushButton(_("Centang semua yang belum"))
        theme.set_role(self.all, "link")
        self.all.clicked.connect(self._tick_all)
        self.again = QtWidgets.QPushButton()
        theme.set_role(self.again, "link")
        icons.put(self.again, "cetak", "primary")
        self.again.clicked.connect(lambda _checked=False: self.slips_wanted.emit(""))
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self.cancelled)
        self._stack = QtWidgets.QStackedLayout(self)
        self._stack.addWidget(self._ask_side())
        self._stack.addWidget(form.scrolled(self._done_side()))
        self._show_state()

    def start(self, wanted: Sequence[str] = ()) -> None:
        """Begin anew, with some places ticked."""
        self._wanted = frozenset(wanted)
        self._stack.setCurrentIndex(0)
        for row in self.rows:
            row.box.setChecked(row.row.place in self._wanted)
        self._show_state()

    def set_rows(self, rows: Sequence[tuple[ready_offices.Row, str]]) -> None:
        """Show the offices, each with the hour its last file was made; what is ticked stays ticked."""
        ticked = {row.row.place for row in self.rows if row.box.isChecked()} | self._wanted
        form.empty(self._column)
        # What was asked for stands in front: ticked below the fold it would be overlooked.
        self.rows = [_Row(row, when) for row, when in sorted(rows, key=lambda one: one[0].place not in self._wanted)]
        for one in self.rows:
            one.box.setChecked(one.row.place in ticked)
            one.box.toggled.connect(self._show_state)
            if one.row.own and one is not self.rows[0]:
                self._column.addWidget(form.line())
            self._column.addWidget(one)
        self._column.addStretch(1)
        self._show_state()

    def begin(self) -> None:
        """Show that files are being made."""
        self.progress.begin(_("Menyiapkan berkas"))
        self._show_state()

    def end(self) -> None:
        """The work has stopped, or was refused."""
        self.progress.end()
        self._show_state()

    def show_made(self, made: Sequence[enrolment.Ready]) -> None:
        """Say what was made: the files, and the words that go apart from them."""
        self.end()
        self._wanted = frozenset()
        for row in self.rows:
            row.box.setChecked(False)
        form.empty(self._results)
        for one in made:
            word = form.label(one.word, "heading")
            word.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            head = form.label(one.name, "strong", wraps=True)
            names = form.label(", ".join(path.name for path in one.files), "small", wraps=True)
            self._results.addWidget(form.card(head, word, names))
        folder = made[0].files[0].parent if made and made[0].files else Path()
        self.large.setText(
            ngettext("{count} berkas siap sudah dibuat", "{count} berkas siap sudah dibuat", len(made)).format(
                count=len(made)
            )
        )
        where = _("Sudah ditulis dan dibaca ulang di {folder}. Flashdisk boleh dicabut.")
        self._where.setText(where.format(folder=folder))
        self._print.setVisible(bool(made))
        self._made_place = made[0].place if len(made) == 1 else ""
        self._stack.setCurrentIndex(1)
        self._print.setFocus()

    def _ask_side(self) -> QtWidgets.QWidget:
        side = QtWidgets.QWidget()
        inner = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)
        tools = QtWidgets.QHBoxLayout()
        tools.addWidget(self.all)
        tools.addWidget(self.again)
        tools.addStretch(1)
        words = form.label(
            _(
                "Berkas siap memuat wilayah dan data TPS kantor itu. Kodenya dicetak pada slip dan dibawa terpisah. "
                "Kantor itu membukanya dari layar awal program dan dapat langsung bekerja."
            ),
            "muted",
            wraps=True,
        )
        whom = form.card(form.scrolled(inner), title=_("1. Untuk kantor"))
        layout = whom.layout()
        if isinstance(layout, QtWidgets.QVBoxLayout):
            layout.insertLayout(1, tools)
        where = form.card(self.drives, title=_("2. Flashdisk atau folder"))
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.why_not, 1)
        asked = QtWidgets.QWidget()
        cards = QtWidgets.QVBoxLayout(asked)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme.SPACE)
        cards.addWidget(words)
        cards.addWidget(whom, 1)
        cards.addWidget(where)
        column = QtWidgets.QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.scrolled(asked), 1)
        column.addWidget(self.progress)
        column.addLayout(row)
        return side

    def _done_side(self) -> QtWidgets.QWidget:
        side = QtWidgets.QWidget()
        hint = icon_line.IconLine(
            "peringatan",
            "belum_lengkap",
            _("Bawa slip terpisah dari flashdisk. Kode di bawah ini dapat dicetak lagi selama belum dipakai."),
        )
        icons.put(self._print, "cetak", "on_primary")
        theme.set_role(self._print, "primary")
        self._print.clicked.connect(lambda _checked=False: self.slips_wanted.emit(self._made_place))
        finish = QtWidgets.QPushButton(_("Selesai"))
        finish.clicked.connect(self.closed)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self._print)
        row.addWidget(finish)
        row.addStretch(1)
        column = QtWidgets.QVBoxLayout(side)
        column.setContentsMargins(8, 16, 8, 8)
        column.setSpacing(12)
        column.addWidget(self.large)
        column.addWidget(self._where)
        column.addLayout(row)
        column.addWidget(hint)
        column.addLayout(self._results)
        column.addStretch(1)
        return side

    def _chosen(self) -> list[ready_offices.Row]:
        return [row.row for row in self.rows if row.box.isChecked()]

    def _show_state(self) -> None:
        chosen, folder = self._chosen(), self.drives.value()
        fresh = [row for row in self.rows if row.row.state is ready_offices.State.NONE and not row.row.own]
        self.all.setVisible(bool(fresh))
        waiting = sum(bool(row.row.word) for row in self.rows)
        self.again.setVisible(waiting > 0)
        self.again.setText(_("Cetak lagi slip yang belum dipakai ({count})").format(count=waiting))
        words = ""
        if not chosen:
            words = _("Centang dahulu kantornya.")
        elif folder is None:
            words = self.drives.why_not
        elif any(row.state is ready_offices.State.JOINED for row in chosen):
            words = _("Ada kantor yang sudah bergabung. Bila laptopnya diganti, mulai dari Daftar kantor.")
        else:
            words = ngettext("{count} berkas akan dibuat.", "{count} berkas akan dibuat.", len(chosen)).format(
                count=len(chosen)
            )
        self.button.setEnabled(bool(chosen) and folder is not None and self.progress.isHidden())
        self.why_not.setText(words)

    @property
    def is_done(self) -> bool:
        """Whether it shows what was made."""
        return self._stack.currentIndex() == 1

    @QtCore.Slot(object)
    def _picked(self, place: Path | None) -> None:
        """Once flashdisk or folder is there, Enter makes them."""
        self._show_state()
        if place is not None and self.button.isEnabled() and self.isVisible():
            # Not yet: a list that closes takes the keyboard back.
            QtCore.QTimer.singleShot(0, self.button, self.button.setFocus)

    def _tick_all(self) -> None:
        for row in self.rows:
            if row.row.state is ready_offices.State.NONE and not row.row.own:
                row.box.setChecked(True)

    def _prepare(self) -> None:
        folder = self.drives.value()
        if folder is not None:
            self.prepare_wanted.emit([row.place for row in self._chosen()], folder)
