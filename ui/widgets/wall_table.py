# SPDX-License-Identifier: Apache-2.0
"""Large type for a wall: a table whose rows share the height, page after page, and a list of incidents."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import dotted
from desk_app.operations import count_wall, posko_wall
from ui import icons, theme

_MIDDLE = QtCore.Qt.AlignmentFlag.AlignVCenter
_RIGHT = _MIDDLE | QtCore.Qt.AlignmentFlag.AlignRight
_WRAPPED = _RIGHT | QtCore.Qt.TextFlag.TextWordWrap
_SEVERE = {"sangat_mendesak": "masalah", "tinggi": "masalah", "sedang": "belum_lengkap"}
NAME_SHARE = 0.27
SMALLEST, LARGEST = 22, 64
"""Height of a row in pixels for a wall of 768 lines; it grows with the wall."""


class WallTable(QtWidgets.QWidget):
    """Headings, the rows of one page, the sum. `next_page` goes on where they do not fit."""

    def __init__(self) -> None:
        super().__init__()
        self._headings: tuple[str, ...] = ()
        self._lines: tuple[posko_wall.Line, ...] = ()
        self._total: posko_wall.Line | None = None
        self._page = 0

    def clear(self) -> None:
        """Show nothing."""
        self._lines, self._total = (), None
        self.setAccessibleName("")
        self.update()

    def set_wall(self, wall: posko_wall.Wall | count_wall.Wall) -> None:
        """Show other figures; the page stays."""
        self._headings, self._lines, self._total = wall.headings, wall.lines, wall.total
        said = (f"{line.name} {' '.join(cell.text for cell in line.cells)}" for line in wall.lines)
        self.setAccessibleName(", ".join(said))
        self.update()

    @property
    def pages(self) -> int:
        """How many pages the rows make."""
        return max(-(-len(self._lines) // self._fitting()), 1)

    def next_page(self) -> None:
        """Show the rows that follow."""
        self._page = (self._page + 1) % self.pages
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if self._total is None:
            return
        painter = QtGui.QPainter(self)
        now = theme.tokens()
        fitting = self._fitting()
        page = min(self._page, self.pages - 1)
        shown = self._lines[page * fitting : (page + 1) * fitting]
        height = self.height() / (min(fitting, max(len(self._lines), 1)) + 2)
        height = min(height, self._scale(LARGEST))
        every = [*self._lines, self._total]
        size = min(self._fitting_width(height * 0.5, len(self._headings), line) for line in every)
        self._headings_row(painter, height, "" if self.pages == 1 else f"{page + 1}/{self.pages}")
        for place, line in enumerate(shown, 1):
            if place % 2:
                painter.fillRect(QtCore.QRectF(0, place * height, self.width(), height), theme.colour(now.surface))
            self._line(painter, place * height, height, line, size)
        bottom = (len(shown) + 1) * height
        painter.fillRect(QtCore.QRectF(0, bottom, self.width(), height), theme.colour(now.primary_tint))
        self._line(painter, bottom, height, self._total, size, bold=True)

    def _fitting_width(self, most: float, count: int, line: posko_wall.Line) -> float:
        """The size at which every figure of a line has room; words of more than a figure may be smaller."""
        width = self._boxes(0, 1, count)[0].width() - 12
        figures = [cell for cell in line.cells if not any(letter.isalpha() for letter in cell.text)]
        return min(
            (_fitting_size(cell.text, width - (most if cell.mark else 0), most) for cell in figures), default=most
        )

    def _scale(self, pixels: int) -> float:
        return pixels * max(self.window().height(), 400) / 768

    def _fitting(self) -> int:
        return max(int(self.height() / self._scale(SMALLEST)) - 2, 1)

    def _headings_row(self, painter: QtGui.QPainter, height: float, page: str) -> None:
        painter.setPen(theme.colour(theme.tokens().muted))
        painter.setFont(_font(height * 0.34))
        painter.drawText(QtCore.QRectF(12, 0, 200, height), _MIDDLE, page)
        for box, words in zip(self._boxes(0, height, len(self._headings)), self._headings, strict=True):
            longest = max(words.split(), key=len, default="")
            painter.setFont(_font(_fitting_size(longest, box.width() - 12, height * 0.36)))
            painter.drawText(box.adjusted(10, 0, 0, 0), _WRAPPED, words)

    def _line(
        self,
        painter: QtGui.QPainter,
        top: float,
        height: float,
        line: posko_wall.Line,
        figure: float,
        *,
        bold: bool = False,
    ) -> None:
        now = theme.tokens()
        painter.setFont(_font(min(height * 0.5, max(figure, height * 0.4)), bold=True))
        painter.setPen(theme.colour(now.text))
        room = QtCore.QRectF(12, top, self.width() * NAME_SHARE - 12, height)
        elided = painter.fontMetrics().elidedText(line.name, QtCore.Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _MIDDLE, elided)
        for box, cell in zip(self._boxes(top, height, len(line.cells)), line.cells, strict=True):
            is_words = any(letter.isalpha() for letter in cell.text)
            size = min(figure, height * 0.32) if is_words else figure
            colour = theme.colour(theme.status_colours(cell.mark)[0] if cell.mark else now.text)
            painter.setFont(_font(size, bold=bold or bool(cell.mark)))
            painter.setPen(colour)
            longest = max(cell.text.split(), key=len, default="") if is_words else cell.text
            width = painter.fontMetrics().horizontalAdvance(longest)
            place = box.adjusted(box.width() - width - 2, 0, 0, 0)
            painter.drawText(place, _WRAPPED if is_words else _RIGHT, cell.text)
            if cell.mark:
                side = figure * 0.9
                square = QtCore.QRectF(box.right() - width - side - 8, top + (height - side) / 2, side, side)
                icons.paint(painter, cell.mark, square, colour)

    def _boxes(self, top: float, height: float, count: int) -> list[QtCore.QRectF]:
        left = self.width() * NAME_SHARE
        width = (self.width() - left - 12) / max(count, 1)
        return [QtCore.QRectF(left + place * width, top, width, height) for place in range(count)]


class IncidentList(QtWidgets.QWidget):
    """The last incidents, a line and a half each, and how many are kept in confidence."""

    def __init__(self) -> None:
        super().__init__()
        self._wall: posko_wall.Wall | None = None

    def set_wall(self, wall: posko_wall.Wall) -> None:
        """Show other incidents."""
        self._wall = wall
        self.setAccessibleName("; ".join(f"{one.hour} {one.category} {one.place}" for one in wall.incidents))
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        wall = self._wall
        if wall is None:
            return
        painter = QtGui.QPainter(self)
        now = theme.tokens()
        unit = max(self.window().height(), 400) / 768
        painter.setFont(_font(22 * unit, bold=True))
        painter.setPen(theme.colour(now.text))
        title = _("Permasalahan terbuka: {count}").format(count=dotted(wall.open_issues))
        painter.drawText(QtCore.QRectF(0, 0, self.width(), 34 * unit), _MIDDLE, title)
        if wall.confidential:
            painter.setFont(_font(16 * unit))
            painter.setPen(theme.colour(now.muted))
            said = _("{count} rahasia").format(count=wall.confidential)
            painter.drawText(QtCore.QRectF(0, 0, self.width(), 34 * unit), _RIGHT, said)
        top, height = 38 * unit, 52 * unit
        for one in wall.incidents:
            if top + height > self.height():
                break
            mark = _SEVERE.get(one.severity, "belum")
            colour = theme.colour(theme.status_colours(mark)[0])
            icons.paint(painter, mark, QtCore.QRectF(0, top + 6 * unit, 22 * unit, 22 * unit), colour)
            painter.setPen(theme.colour(now.text))
            self._words(painter, top, 28 * unit, 20 * unit, f"{one.category} · {one.severity_words}", bold=True)
            painter.setPen(theme.colour(now.muted))
            self._words(painter, top + 25 * unit, 24 * unit, 17 * unit, f"{one.hour} · {one.place}")
            top += height
        if not wall.incidents:
            painter.setPen(theme.colour(now.muted))
            self._words(painter, top, 30 * unit, 18 * unit, _("Tidak ada yang terbuka."))

    def _words(
        self, painter: QtGui.QPainter, top: float, height: float, size: float, words: str, *, bold: bool = False
    ) -> None:
        painter.setFont(_font(size, bold=bold))
        left = 32 * max(self.window().height(), 400) / 768
        room = QtCore.QRectF(left, top, self.width() - left, height)
        elided = painter.fontMetrics().elidedText(words, QtCore.Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _MIDDLE, elided)


def _font(pixels: float, *, bold: bool = False) -> QtGui.QFont:
    font = QtGui.QFont(theme.font(bold=bold))
    font.setPixelSize(max(round(pixels), 8))
    return font


def _fitting_size(words: str, room: float, most: float) -> float:
    """The largest size up to `most` at which the words have room."""
    width = QtGui.QFontMetricsF(_font(most, bold=True)).horizontalAdvance(words)
    return most if width <= room else most * max(room, 8) / width
