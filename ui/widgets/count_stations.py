# SPDX-License-Identifier: Apache-2.0
"""The TPS of a village as who copies sees them: how far he is in each race, who else has copied it, never a figure."""

from collections.abc import Collection, Sequence
from types import SimpleNamespace

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import count_entry
from ui import theme
from ui.widgets import columns, empty_state, form, marks, table_panel

CHECKED = "berhasil"
"""The icon of what was checked: who copies does not alter it any more."""

_LEAST, _LOW = 120, 300
_FEW = 3
"""Of more races the list has no room for the voters, which the form says too."""


class CountStations(QtWidgets.QWidget):
    """`chosen(subject)`: another row is current; `opened(subject)`: Enter; `told(words)`.

    `wanted()`: there is no TPS at all, and a list of them is to be made.
    """

    chosen = QtCore.Signal(str)
    opened = QtCore.Signal(str)
    told = QtCore.Signal(str)
    wanted = QtCore.Signal()

    def __init__(self, races: Sequence[tuple[str, str]], parent: QtWidgets.QWidget | None = None) -> None:
        """`races`: code and short name, in their order."""
        super().__init__(parent)
        self._races = tuple(code for code, _short in races)
        self.table = table_panel.TablePanel(
            (
                columns.Column("number", _("TPS"), 48, stretches=True),
                *([columns.Column("voters", _("DPT"), 56, "right")] if len(races) <= _FEW else []),
                *(columns.Column(code, short, 58, hint=short) for code, short in races),
            ),
            name=f"counts-{len(races)}",
            identity="subject",
            filter_words=_("Cari TPS"),
            unit=lambda count: ngettext("{count} TPS", "{count} TPS", count),
        )
        self.table.chat_button.hide()
        self.table.setMinimumHeight(_LEAST)  # what stands in place of an empty list would like more
        self._nothing: empty_state.EmptyState | None = None
        self.legend = marks.MarkLine()
        self.legend.set_values(
            [
                marks.Marked(_("sebagian"), "belum_lengkap"),
                marks.Marked(_("lengkap"), "siap"),
                marks.Marked(_("diperiksa"), CHECKED),
            ]
        )
        self.beside = form.label(_("– belum Anda salin · +1 disalin orang lain"), "small", wraps=True)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.table, 1)
        column.addWidget(self.legend)
        column.addWidget(self.beside)
        self.setFocusProxy(self.table.view)
        self.table.chosen.connect(lambda row: self.chosen.emit(row.subject) if row is not None else None)
        self.table.opened.connect(lambda row: self.opened.emit(row.subject))
        self.table.told.connect(self.told)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a low screen the rows need the room more than what explains their signs.
        for part in (self.legend, self.beside):
            part.setVisible(event.size().height() >= _LOW)

    def set_stations(self, stations: Sequence[count_entry.Station]) -> None:
        """Show the TPS of a village; the current one stays where it is among them."""
        if self._nothing is None:
            # Not before: a list that is being read can have the keyboard, words in place of it cannot.
            self._nothing = empty_state.EmptyState(
                "data_tps",
                _("Belum ada TPS di desa/kelurahan ini"),
                _("Formulir disalin per TPS. Isi dahulu daftar TPS-nya."),
                _("Buka Data TPS"),
                self.wanted.emit,
            )
            self.table.set_empty(self._nothing)
        blocked = self.blockSignals(True)
        self.table.set_rows([self._row(one) for one in stations])
        self.blockSignals(blocked)

    def show_subject(self, subject: str) -> bool:
        """Make a TPS the current one, silently; False when it is not in the list."""
        blocked = self.blockSignals(True)
        found = self.table.show_row(subject)
        self.blockSignals(blocked)
        return found

    def subjects(self) -> list[str]:
        """The TPS that are shown, in their order."""
        return [row.subject for row in self.table.model.shown()]

    def _row(self, one: count_entry.Station) -> SimpleNamespace:
        said = {code: sign(one, code) for code in self._races}
        return SimpleNamespace(subject=one.subject, number=f"{one.number:03d}", voters=one.voters, **said)


def sign(one: count_entry.Station, race: str) -> marks.Marked | str:
    """How far who is at the keyboard is with a TPS in a race: "–", ◐, ✓; "+1" where another one copied it whole."""
    others = one.others.get(race, 0)
    beside = f"+{others}" if others else " "
    if race in one.checked:
        return marks.Marked(beside, CHECKED)
    own = one.own.get(race)
    if own is None:
        return f"– {beside}".strip()
    return marks.Marked(beside, "siap" if own else "belum_lengkap")


def next_open(stations: Sequence[count_entry.Station], after: str, race: str, second: Collection[str]) -> str:
    """The next TPS after one that he has still to copy in a race, "" where none is left below it."""
    below = False
    for one in stations:
        if below and is_open(one, race, second):
            return one.subject
        below = below or one.subject == after
    return ""


def is_open(one: count_entry.Station, race: str, second: Collection[str]) -> bool:
    """Whether he has still to copy a TPS in a race. `second`: the races that two people copy."""
    if race in one.checked or one.own.get(race):
        return False
    others = one.others.get(race, 0)
    return race in one.own or not others or (race in second and others == 1)
