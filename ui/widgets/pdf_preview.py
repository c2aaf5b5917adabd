# SPDX-License-Identifier: Apache-2.0
"""A PDF as it will be printed: pages one under the other, read when they come into sight, with zoom."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, runner, theme
from ui.widgets import pdf_pages

_GAP = 12
_KEPT = 12
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_SCREEN_DPI = 96.0


class PdfPreview(QtWidgets.QWidget):
    """`show_pdf(bytes)` shows a document; `shown(pages)`: it is open. Fits the width until zoomed."""

    shown = QtCore.Signal(int)

    def __init__(self, runner_: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = _Sheets(runner_)
        self._sheets.shown.connect(self._opened)
        self._area = QtWidgets.QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._area.setWidget(self._sheets)
        self._area.verticalScrollBar().setSingleStep(40)
        self._place = QtWidgets.QLabel()
        theme.set_role(self._place, "muted")
        self._area.verticalScrollBar().valueChanged.connect(lambda _value: self._show_place())
        self._scale = QtWidgets.QLabel()
        theme.set_role(self._scale, "muted")
        self.top = QtWidgets.QHBoxLayout()
        self.top.setSpacing(4)
        self.top.addWidget(self._place, 1)
        self.top.addWidget(_button("perkecil", _("Perkecil"), lambda: self.zoom(-1)))
        self.top.addWidget(self._scale)
        self.top.addWidget(_button("perbesar", _("Perbesar"), lambda: self.zoom(1)))
        fit = QtWidgets.QPushButton(_("Selebar layar"))
        theme.set_role(fit, "link")
        fit.clicked.connect(lambda _checked=False: self.fit())
        self.top.addWidget(fit)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.top)
        column.addWidget(self._area, 1)
        self._area.viewport().installEventFilter(self)

    def show_pdf(self, data: bytes) -> None:
        """Show a document; the place of the scroll bar stays, so that a setting can be tried."""
        self._sheets.open(data)

    @property
    def pages(self) -> int:
        return len(self._sheets.sizes)

    def zoom(self, steps: int) -> None:
        """Make it larger or smaller by steps."""
        now = self._sheets.scale()
        larger = [zoom for zoom in _ZOOMS if zoom > now + 0.01]
        smaller = [zoom for zoom in _ZOOMS if zoom < now - 0.01]
        target = larger[:1] if steps > 0 else smaller[-1:]
        if target:
            self._sheets.set_zoom(target[0])
            self._show_place()

    def fit(self) -> None:
        """Fit the width."""
        self._sheets.set_zoom(None)
        self._show_place()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if isinstance(event, QtGui.QWheelEvent) and event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_place()

    def _opened(self, pages: int) -> None:
        self._show_place()
        self.shown.emit(pages)

    def _show_place(self) -> None:
        if not self.pages:
            self._place.clear()
            return
        middle = self._area.verticalScrollBar().value() + self._area.viewport().height() // 2
        number = self._sheets.page_at(middle) + 1
        self._place.setText(_("Halaman {number} dari {pages}").format(number=number, pages=self.pages))
        self._scale.setText(f"{round(self._sheets.scale() * 100)} %")


class _Sheets(QtWidgets.QWidget):
    shown = QtCore.Signal(int)

    def __init__(self, runner_: runner.Runner) -> None:
        super().__init__()
        self._runner = runner_
        self._document: pdf_pages.PdfPages | None = None
        self._pictures: dict[tuple[int, float], QtGui.QImage] = {}
        self._last: dict[int, QtGui.QImage] = {}
        self._wanted: tuple[int, float] | None = None
        self._zoom: float | None = None
        self.sizes: list[tuple[float, float]] = []

    def open(self, data: bytes) -> None:
        old = self._document
        self._document = None

        def read() -> pdf_pages.PdfPages:
            if old is not None:
                old.close()
            return pdf_pages.PdfPages(data)

        self._runner.draw(read, self._take)

    def scale(self) -> float:
        """1 is the size of the paper at 96 dots an inch."""
        return self._scale_of(0)

    def _scale_of(self, number: int) -> float:
        """Until zoomed, every sheet fits the width: one across must not make the upright ones small."""
        if self._zoom is not None or not self.sizes:
            return self._zoom or 1.0
        width = self.sizes[number][0] * _SCREEN_DPI / pdf_pages.POINTS_PER_INCH
        area = self.parentWidget()
        return max(0.2, ((area.width() if area else self.width()) - 2 * _GAP) / width)

    def set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._lay_out()

    def page_at(self, y: int) -> int:
        for number, rect in enumerate(self._rects()):
            if y < rect.bottom() + _GAP:
                return number
        return max(len(self.sizes) - 1, 0)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        self._lay_out()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        now = theme.tokens()
        for number, rect in enumerate(self._rects()):
            if not rect.intersects(event.rect()):
                continue
            dots = self._dots(number)
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), theme.colour(now.border_strong))
            picture = self._pictures.get((number, dots)) or self._last.get(number)
            if picture is None:
                painter.fillRect(rect, QtCore.Qt.GlobalColor.white)
            else:
                painter.drawImage(rect, picture)
            if (number, dots) not in self._pictures:
                self._want(number, dots)

    def _take(self, document: pdf_pages.PdfPages) -> None:
        self._document = document
        self.sizes = document.sizes
        self._pictures.clear()
        self._lay_out()
        self.shown.emit(len(self.sizes))

    def _dots(self, number: int) -> float:
        return round(self._scale_of(number) * _SCREEN_DPI / pdf_pages.POINTS_PER_INCH * self.devicePixelRatioF(), 3)

    def _rects(self) -> list[QtCore.QRect]:
        rects, top = [], _GAP
        for number, (width, height) in enumerate(self.sizes):
            factor = self._scale_of(number) * _SCREEN_DPI / pdf_pages.POINTS_PER_INCH
            size = QtCore.QSize(round(width * factor), round(height * factor))
            rects.append(QtCore.QRect(QtCore.QPoint(max(_GAP, (self.width() - size.width()) // 2), top), size))
            top += size.height() + _GAP
        return rects

    def _lay_out(self) -> None:
        rects = self._rects()
        if rects:
            width = 0 if self._zoom is None else max(rect.width() for rect in rects) + 2 * _GAP
            self.setMinimumSize(width, rects[-1].bottom() + _GAP)
        self.update()

    def _want(self, number: int, dots: float) -> None:
        document = self._document
        if document is None or self._wanted is not None:
            return
        self._wanted = (number, dots)

        def done(picture: QtGui.QImage) -> None:
            self._wanted = None
            if document is self._document:
                while len(self._pictures) >= _KEPT:
                    self._last.pop(next(iter(self._pictures))[0], None)
                    del self._pictures[next(iter(self._pictures))]
                self._pictures[(number, dots)] = picture
                self._last[number] = picture
            self.update()

        self._runner.draw(lambda: document.picture(number, dots), done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._wanted = None
        raise error


def _button(icon: str, words: str, slot: object) -> QtWidgets.QToolButton:
    button = QtWidgets.QToolButton()
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setIcon(icons.icon(icon, "muted"))
    button.clicked.connect(slot)
    return button
