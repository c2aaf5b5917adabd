# SPDX-License-Identifier: Apache-2.0
"""What clashes in teams and roster, each with what to do and the way to it; one line until it is opened.

One that is accepted stays, struck through, with its reason.
"""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import team_clashes
from ui import icons, theme
from ui.widgets import fields, form, icon_line

_ROW = 40
_LEAST_HEIGHT, _MOST_HEIGHT = 56, 230
_AT_ONCE = 30


class ClashList(QtWidgets.QFrame):
    """Hidden while nothing clashes. `wanted(Clash)`: where it is mended shall be shown.

    `accepted(Clash, reason)`: it shall stand; `withdrawn(Clash)`: it waits again.
    """

    wanted = QtCore.Signal(object)
    accepted = QtCore.Signal(object, str)
    withdrawn = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._clashes: tuple[team_clashes.Clash, ...] = ()
        self._read_only = False
        self._asked: tuple[object, ...] = ()
        """For which one a reason is being typed, and what stands there."""
        self._typed = ""
        theme.set_role(self, "notice_warning")
        self.head = icon_line.IconLine("peringatan", "belum_lengkap", "")
        self.toggle = QtWidgets.QPushButton()
        theme.set_role(self.toggle, "link")
        self.toggle.clicked.connect(lambda _checked=False: self.show_all(not self.is_open))
        line = QtWidgets.QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.head, 1, QtCore.Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.toggle)
        self._rows = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(theme.SPACE)
        self._area = form.scrolled(self._rows)
        self._area.hide()
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(12, 2, 6, 2)
        whole.setSpacing(4)
        whole.addLayout(line)
        whole.addWidget(self._area)
        self.hide()

    def set_read_only(self) -> None:
        """Let clashes of teams be accepted at the office that keeps them; those of the roster are this office's own."""
        self._read_only = True

    @property
    def is_open(self) -> bool:
        """Whether all of them are in sight."""
        return not self._area.isHidden()

    @property
    def shown(self) -> tuple[team_clashes.Clash, ...]:
        return self._clashes

    def set_clashes(self, clashes: Sequence[team_clashes.Clash]) -> None:
        """Show these; it stays open or closed."""
        if tuple(clashes) == self._clashes:
            return
        self._clashes = tuple(clashes)
        count = len(self._clashes)
        open_ones = [one for one in self._clashes if not one.accepted]
        if open_ones:
            words = ngettext("{count} bentrok: {first}", "{count} bentrok: {first}", len(open_ones))
            said = words.format(count=len(open_ones), first=open_ones[0].words)
            self.head.tell("peringatan", "belum_lengkap", said)
        elif count:
            words = ngettext(
                "{count} bentrok diterima dengan alasan", "{count} bentrok diterima dengan alasan", count
            )
            self.head.tell("siap", "siap", words.format(count=count))
        if not count:
            self.show_all(False)
        elif self.is_open:
            self._fill()
        self._say()
        self.setVisible(count > 0)

    def show_all(self, on: bool) -> None:
        """Open or close the list."""
        if on and not self.is_open:
            self._fill()
        self._area.setVisible(on)
        self._say()

    def _say(self) -> None:
        has_open = any(not one.accepted for one in self._clashes)
        closed = _("Lihat dan perbaiki") if has_open else _("Lihat")
        self.toggle.setText(_("Tutup daftar") if self.is_open else closed)
        icons.put(self.toggle, "turun" if self.is_open else "buka", "primary")

    def _fill(self) -> None:
        form.empty(self._column)
        for one in self._clashes[:_AT_ONCE]:
            self._column.addWidget(self._row(one))
        rest = len(self._clashes) - _AT_ONCE
        if rest > 0:
            words = ngettext("… dan {count} lagi", "… dan {count} lagi", rest).format(count=rest)
            self._column.addWidget(form.label(words, "muted"))
        self._column.addStretch(1)
        rows = min(len(self._clashes), _AT_ONCE)
        # A small window gives it less, and it scrolls.
        self._area.setMinimumHeight(_LEAST_HEIGHT)
        self._area.setMaximumHeight(min((rows + bool(self._asked)) * _ROW + 8, _MOST_HEIGHT))

    def _row(self, one: team_clashes.Clash) -> QtWidgets.QWidget:
        line = QtWidgets.QWidget()
        said = form.label(one.words, "strong", wraps=True)
        below = f"{one.title}. {one.measure}"
        if one.accepted:
            font = said.font()
            font.setStrikeOut(True)
            said.setFont(font)
            said.setAccessibleName(_("{words} (diterima)").format(words=one.words))
            by = f" ({one.by})" if one.by else ""
            below = _("{title}. Diterima: {reason}{by}").format(title=one.title, reason=one.reason, by=by)
        words = QtWidgets.QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(said)
        words.addWidget(form.label(below, "small", wraps=True))
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addLayout(words, 1)
        row.addWidget(self._button(_("Buka"), one, lambda: self.wanted.emit(one)))
        if one.is_of_roster or not self._read_only:
            if one.accepted:
                row.addWidget(self._button(_("Tidak diterima lagi"), one, lambda: self.withdrawn.emit(one)))
            elif _key(one) != self._asked:
                row.addWidget(self._button(_("Terima …"), one, lambda: self._ask(one)))
        column = QtWidgets.QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        if _key(one) == self._asked and not one.accepted:
            column.addLayout(self._reason_line(one))
        return line

    def _reason_line(self, one: team_clashes.Clash) -> QtWidgets.QHBoxLayout:
        """Where the reason is typed; it stays while the list is read anew."""
        field = fields.LineField(_("alasannya, mis. ditetapkan dalam SK 100/2024"), limit=400)
        field.setObjectName("reason")
        field.setAccessibleName(_("Alasan diterima"))
        field.setText(self._typed)
        field.textEdited.connect(self._keep)

        def give() -> None:
            if field.text().strip():
                self._asked, self._typed = (), ""
                self.accepted.emit(one, field.text().strip())
            else:
                fields.refuse(field, True)
                field.setFocus()

        field.returnPressed.connect(give)
        take = QtWidgets.QPushButton(_("Terima dengan alasan"))
        take.clicked.connect(lambda _checked=False: give())
        leave = QtWidgets.QPushButton(_("Batal"))
        theme.set_role(leave, "link")
        leave.clicked.connect(lambda _checked=False: self._leave())
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(field, 1)
        row.addWidget(take)
        row.addWidget(leave)
        QtCore.QTimer.singleShot(0, field, field.setFocus)
        return row

    def _keep(self, text: str) -> None:
        self._typed = text

    def _ask(self, one: team_clashes.Clash) -> None:
        self._asked, self._typed = _key(one), ""
        self._fill()

    def _leave(self) -> None:
        self._asked, self._typed = (), ""
        self._fill()

    def _button(self, words: str, one: team_clashes.Clash, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        made = QtWidgets.QPushButton(words)
        made.setAccessibleName(f"{words}: {one.words}")
        made.clicked.connect(lambda _checked=False: slot())
        return made


def _key(one: team_clashes.Clash) -> tuple[object, ...]:
    return one.kind, one.record, one.other
