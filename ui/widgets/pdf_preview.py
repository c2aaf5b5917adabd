# SPDX-License-Identifier: Apache-2.0
"""A PDF as it will be printed: its sheets one under the other, small ones at the side, a page to go to, zoom."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import dotted
from ui import icons, runner, theme
from ui.widgets import form, pdf_sheets, pdf_source, pdf_thumbs

_ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_WIDE = 560
"""From this width on the small sheets stand at the side."""


class PdfPreview(QtWidgets.QWidget):
    """`show_pdf(bytes)` shows a document; `shown(pages)`: it is open. Fits the width until zoomed.

    `is_small`: nothing but the sheets.
    """

    shown = QtCore.Signal(int)

    def __init__(
        self, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None, *, is_small: bool = False
    ) -> None:
        super().__init__(parent)
        self._more = False
        self._is_small = is_small
        self.source = pdf_source.PdfSource(runner_, self)
        self.source.opened.connect(self._opened)
        self.sheets = pdf_sheets.PdfSheets(self.source)
        self.sheets.setAccessibleName(_("Pratinjau naskah"))
        self.sheets.moved.connect(self._show_place)
        self.sheets.zoom_wanted.connect(self.zoom)
        self.thumbs = pdf_thumbs.PdfThumbs(self.source)
        self.thumbs.chosen.connect(self.sheets.go)
        self.number = QtWidgets.QLineEdit()
        self.number.setFixedWidth(52)
        self.number.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight)
        self.number.setAccessibleName(_("Halaman"))
        self.number.setToolTip(_("Ketik nomor halaman, lalu Enter"))
        self.number.setValidator(QtGui.QRegularExpressionValidator(QtCore.QRegularExpression("[0-9]{1,6}"), self))
        self.number.editingFinished.connect(self._go)
        self.place = form.label("", "muted")
        self._scale = form.label("", "muted")
        self.top = QtWidgets.QHBoxLayout()
        self.top.setSpacing(4)
        self._before = form.label(_("Halaman"), "muted")
        self.top.addWidget(self._before)
        self.top.addWidget(self.number)
        self.top.addWidget(self.place, 1)
        self.top.addWidget(_button("perkecil", _("Perkecil (Ctrl+-)"), lambda: self.zoom(-1)))
        self.top.addWidget(self._scale)
        self.top.addWidget(_button("perbesar", _("Perbesar (Ctrl++)"), lambda: self.zoom(1)))
        for words, fit in ((_("Selebar layar"), pdf_sheets.Fit.WIDTH), (_("Satu halaman"), pdf_sheets.Fit.PAGE)):
            link = QtWidgets.QPushButton(words)
            theme.set_role(link, "link")
            link.clicked.connect(lambda _checked=False, fit=fit: self.fit(fit))
            self.top.addWidget(link)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.thumbs)
        row.addWidget(self.sheets, 1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._bar = QtWidgets.QWidget()
        self._bar.setLayout(self.top)
        self.top.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)
        # Only now: shown before it has its place, it would be a window of its own for a moment.
        self._bar.setVisible(not is_small)
        column.addLayout(row, 1)
        for keys, slot in (
            (("Ctrl++", "Ctrl+="), lambda: self.zoom(1)),
            (("Ctrl+-",), lambda: self.zoom(-1)),
            (("Ctrl+0",), self.fit),
        ):
            shortcut = QtGui.QShortcut(self)
            shortcut.setKeys([QtGui.QKeySequence(one) for one in keys])
            shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._show_place()

    def show_pdf(self, data: bytes, *, more: bool = False) -> None:
        """Show a document; the place of the scroll bar stays, so that a setting can be tried. `more`: these are its
        first pages, the others are being made."""
        self._more = more
        self.source.open(data)

    @property
    def pages(self) -> int:
        return len(self.source.sizes)

    def zoom(self, steps: int) -> None:
        """Make it larger or smaller by steps."""
        now = self.sheets.scale(self.sheets.page())
        larger = [zoom for zoom in _ZOOMS if zoom > now + 0.01]
        smaller = [zoom for zoom in _ZOOMS if zoom < now - 0.01]
        target = larger[:1] if steps > 0 else smaller[-1:]
        if target:
            self.sheets.set_zoom(target[0])

    def fit(self, fit: pdf_sheets.Fit = pdf_sheets.Fit.WIDTH) -> None:
        """Fit the width, or a whole page."""
        self.sheets.set_zoom(fit)

    def go(self, number: int) -> None:
        """Bring a page to the top, from 0."""
        self.sheets.go(number)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_thumbs()

    def _place_thumbs(self) -> None:
        self.thumbs.setVisible(self.pages > 1 and self.width() >= _WIDE and not self._is_small)

    def _opened(self, pages: int) -> None:
        self._place_thumbs()
        self.sheets.lay_out()
        self._show_place()
        self.shown.emit(pages)

    def _go(self) -> None:
        typed = self.number.text()
        if typed and self.pages and int(typed) - 1 != self.sheets.page():
            self.go(int(typed) - 1)
        self.number.setModified(False)
        self._show_place()

    def _show_place(self) -> None:
        for part in (self.number, self._before):
            part.setVisible(self.pages > 0)
        if not self.pages:
            self.place.clear()
            return
        number = self.sheets.page()
        self.thumbs.set_current(number)
        if not self.number.isModified():
            self.number.setText(str(number + 1))
        told = _("dari {pages} …, sisanya disusun") if self._more else _("dari {pages}")
        self.place.setText(told.format(pages=dotted(self.pages)))
        self._scale.setText(f"{round(self.sheets.scale(number) * 100)} %")


def _button(icon: str, words: str, slot: object) -> QtWidgets.QToolButton:
    button = QtWidgets.QToolButton()
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setIcon(icons.icon(icon, "muted"))
    button.clicked.connect(slot)
    return button
