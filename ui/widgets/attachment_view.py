# SPDX-License-Identifier: Apache-2.0
"""A picture large: whole in the window until it is enlarged, then moved with the mouse or the bars."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme

_STEPS = (0.1, 0.15, 0.25, 0.35, 0.5, 0.7, 1.0, 1.4, 2.0, 3.0, 4.0)


class AttachmentView(QtWidgets.QWidget):
    """`set_picture` shows one; `zoom` and `fit` change its size."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Sheet()
        self._area = QtWidgets.QScrollArea()
        self._area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._area.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(self._sheet)
        self._area.viewport().installEventFilter(self)
        self._factor: float | None = None
        self._from: QtCore.QPoint | None = None
        self.scale_words = QtWidgets.QLabel()
        theme.set_role(self.scale_words, "muted")
        self.top = QtWidgets.QHBoxLayout()
        self.top.setSpacing(4)
        self.top.addStretch(1)
        self.top.addWidget(_button("perkecil", _("Perkecil"), lambda: self.zoom(-1)))
        self.top.addWidget(self.scale_words)
        self.top.addWidget(_button("perbesar", _("Perbesar"), lambda: self.zoom(1)))
        whole = QtWidgets.QPushButton(_("Seluruh gambar"))
        theme.set_role(whole, "link")
        whole.setAutoDefault(False)
        whole.clicked.connect(lambda _checked=False: self.fit())
        self.top.addWidget(whole)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.top)
        column.addWidget(self._area, 1)

    def set_picture(self, picture: QtGui.QImage) -> None:
        """Show a picture, whole."""
        self._sheet.picture = picture
        self.fit()

    @property
    def factor(self) -> float:
        """How large a point of the picture is on the screen."""
        return self._factor if self._factor is not None else self._whole()

    def zoom(self, steps: int) -> None:
        """Make it larger or smaller by steps."""
        now = self.factor
        larger = [one for one in _STEPS if one > now * 1.01]
        smaller = [one for one in _STEPS if one < now * 0.99]
        target = larger[:1] if steps > 0 else smaller[-1:]
        if target:
            bars = (self._area.horizontalScrollBar(), self._area.verticalScrollBar())
            middles = [(bar.value() + bar.pageStep() / 2) / now for bar in bars]
            self._factor = target[0]
            self._lay_out()
            for bar, middle in zip(bars, middles, strict=True):
                bar.setValue(round(middle * self._factor - bar.pageStep() / 2))

    def pan(self, across: int, down: int) -> None:
        """Move it by so many steps of the bars."""
        for bar, steps in ((self._area.horizontalScrollBar(), across), (self._area.verticalScrollBar(), down)):
            bar.setValue(bar.value() + steps * max(bar.pageStep() // 3, 1))

    def fit(self) -> None:
        """Show the whole picture."""
        self._factor = None
        self._lay_out()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if isinstance(event, QtGui.QWheelEvent) and event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        if isinstance(event, QtGui.QMouseEvent) and self._drag(event):
            return True
        return super().eventFilter(watched, event)

    def _drag(self, event: QtGui.QMouseEvent) -> bool:
        kind = event.type()
        if kind is QtCore.QEvent.Type.MouseButtonPress and event.button() is QtCore.Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint()
            return True
        if kind is QtCore.QEvent.Type.MouseMove and self._from is not None:
            moved = event.globalPosition().toPoint() - self._from
            self._from = event.globalPosition().toPoint()
            for bar, by in (
                (self._area.horizontalScrollBar(), moved.x()),
                (self._area.verticalScrollBar(), moved.y()),
            ):
                bar.setValue(bar.value() - by)
            return True
        if kind is QtCore.QEvent.Type.MouseButtonRelease:
            self._from = None
        return False

    def _whole(self) -> float:
        size, room = self._sheet.picture.size(), self._area.maximumViewportSize()
        if size.isEmpty() or room.isEmpty():
            return 1.0
        # A small picture is not blown up: its points would be all there is to see.
        return min(1.0, room.width() / size.width(), room.height() / size.height())

    def _lay_out(self) -> None:
        size = self._sheet.picture.size()
        self._sheet.resize(round(size.width() * self.factor), round(size.height() * self.factor))
        self._sheet.update()
        self.scale_words.setText(f"{round(self.factor * 100)} %" if not size.isEmpty() else "")


class _Sheet(QtWidgets.QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.picture = QtGui.QImage()
        # The mouse is the area's: it moves the picture.
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self.picture)


def _button(icon: str, words: str, slot: Callable[[], object]) -> QtWidgets.QToolButton:
    button = QtWidgets.QToolButton()
    button.setIcon(icons.icon(icon))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setAutoRaise(True)
    button.clicked.connect(lambda _checked=False: slot())
    return button
