# SPDX-License-Identifier: Apache-2.0
"""To whom data goes: a box to tick for each office, and in words what it has not yet got."""

from collections.abc import Collection, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.operations import intake_words, outgoing
from ui import icons, theme
from ui.widgets import form

_FEW = 3
"""So many offices that cannot be sent to yet are shown at once where there are no others."""

_MOST_HIGH = 420
"""Beyond it the list scrolls by itself."""


class _Row(QtWidgets.QWidget):
    """One office."""

    def __init__(self, receiver: outgoing.Receiver, when: str) -> None:
        super().__init__()
        self.receiver = receiver
        self.box = QtWidgets.QCheckBox(receiver.name.replace("&", "&&"))
        self.words = form.label(_words(receiver, when), "small", wraps=True)
        self.words.setIndent(26)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(0)
        column.addWidget(self.box)
        column.addWidget(self.words)
        self.box.setAccessibleDescription(self.words.text())
        # Nothing can be closed for an office that is not known.
        self.box.setEnabled(receiver.known)


class ReceiverList(QtWidgets.QWidget):
    """Offices to tick; those known that something waits for are ticked already. `changed()`: another choice.

    Offices that are not registered stand behind a button: nothing can be closed for them. Where there are no others,
    it is said what to do first; `register_wanted()`: do it.
    """

    changed = QtCore.Signal()
    register_wanted = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._touched: dict[str, bool] = {}
        self._only: frozenset[str] = frozenset()
        self._more = QtWidgets.QPushButton()
        theme.set_role(self._more, "link")
        self._more.clicked.connect(self._show_more)
        self._none = _Nobody()
        self._none.button.clicked.connect(self.register_wanted)
        self._inner = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)
        self._is_open = False
        area = form.scrolled(self._inner)
        self._area = area
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def set_receivers(self, found: Sequence[tuple[outgoing.Receiver, str]]) -> None:
        """Show offices, each with the hour of its last package in words; what was ticked by hand stays."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in (self._more, self._none):
                widget.deleteLater()
        nobody = not any(one.known for one, _when in found)
        strangers = sum(not one.is_partner for one, _when in found)
        is_open = self._is_open or (nobody and strangers <= _FEW)
        self._column.addWidget(self._none)
        self._none.setVisible(nobody)
        # Sorting is stable: within both groups the order stays.
        self._rows = [_Row(receiver, when) for receiver, when in sorted(found, key=lambda one: not one[0].is_partner)]
        for row in self._rows:
            row.box.setChecked(self._touched.get(row.receiver.place, self._is_wanted(row.receiver)))
            row.box.toggled.connect(lambda on, place=row.receiver.place: self._toggled(place, on))
            self._column.addWidget(row)
            if not row.receiver.is_partner:
                row.setVisible(is_open)
        self._more.setText(_("Kantor lain yang belum terdaftar ({count}) …").format(count=strangers))
        at = 1 + len(self._rows) - strangers
        self._column.insertWidget(at, self._more, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self._more.setVisible(strangers > 0 and not is_open)
        self._column.addStretch(1)
        self._fit()
        self.changed.emit()

    def chosen(self) -> list[outgoing.Receiver]:
        """The offices that are ticked."""
        return [row.receiver for row in self._rows if row.box.isChecked()]

    def all_under_way(self) -> bool:
        """Whether everything that waits has left already, and nobody has said that it is there."""
        known = [row.receiver for row in self._rows if row.receiver.known]
        return any(one.under_way for one in known) and not any(one.fresh for one in known)

    def none_known(self) -> bool:
        """Whether a package can be closed for nobody yet."""
        return not any(row.receiver.known for row in self._rows)

    def tick(self, place: str, on: bool = True) -> None:
        """Tick an office, as by hand."""
        for row in self._rows:
            if row.receiver.place == place:
                row.setVisible(True)
                row.box.setChecked(on)

    def choose_only(self, wanted: Collection[str]) -> None:
        """Tick these and no others, as soon as it is known again what waits for whom."""
        self._touched.clear()
        self._only = frozenset(wanted)

    def forget(self) -> None:
        """Forget what was ticked by hand."""
        self._touched.clear()
        self._only = frozenset()

    def _is_wanted(self, receiver: outgoing.Receiver) -> bool:
        """Ticked without anybody's hand: the one that is answered, or all that something waits for."""
        return receiver.known and receiver.place in self._only if self._only else receiver.waits

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as what it shows: the next step stands below it, not at the other end of the window."""
        self._column.activate()
        width = max(self._area.viewport().width(), 1)
        asked = self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else 0
        high = min(max(asked, self._inner.sizeHint().height()), _MOST_HIGH)
        if high != self._area.maximumHeight():
            self._area.setFixedHeight(high)

    def _toggled(self, place: str, on: bool) -> None:
        self._touched[place] = on
        self.changed.emit()

    def _show_more(self) -> None:
        self._is_open = True
        self._more.hide()
        first = next((row for row in self._rows if not row.receiver.is_partner), None)
        for row in self._rows:
            row.show()
        self._fit()
        if first is not None:
            first.box.setFocus()


class _Nobody(QtWidgets.QWidget):
    """Stands above the list while nobody can be sent to."""

    def __init__(self) -> None:
        super().__init__()
        words = _("Belum ada kantor yang terdaftar di sini. Daftarkan dahulu; sesudah itu datanya dapat dikirim.")
        self.button = QtWidgets.QPushButton(_("Buka Daftar kantor"))
        icons.put(self.button, "tempat", "on_primary")
        theme.set_role(self.button, "primary")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.SPACE)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.label(words, wraps=True))
        column.addWidget(self.button, 0, QtCore.Qt.AlignmentFlag.AlignLeft)


def _words(receiver: outgoing.Receiver, when: str) -> str:
    if not receiver.known and receiver.above:
        return _("belum terdaftar: buka berkas siap dari kantor itu, atau tulis permintaan bergabung (Daftar kantor)")
    if not receiver.known:
        return _("belum terdaftar: buat berkas siap, atau terima permintaan bergabungnya (Daftar kantor)")
    parts = [receiver.words]
    if receiver.owed:
        owed = _("tanda terima kiriman {numbers}").format(numbers=intake_words.numbers(receiver.owed))
        parts = [_("Belum dikirim balik: {receipt}").format(receipt=owed)] if not receiver.entries else [*parts, owed]
    if receiver.unwritten:
        parts.append(_("kiriman ke-{number} belum sampai ke flashdisk").format(number=receiver.unwritten))
    elif receiver.last_number:
        parts.append(_("terakhir dibuat: kiriman ke-{number}, {when}").format(number=receiver.last_number, when=when))
    if receiver.confirmed:
        parts.append(_("terakhir dikabarkan diterima: kiriman ke-{number}").format(number=receiver.confirmed))
    return " · ".join(parts)
