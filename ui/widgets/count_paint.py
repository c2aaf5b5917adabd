# SPDX-License-Identifier: Apache-2.0
"""How the C.HASIL that is being copied is drawn: titles of blocks, rows with their fields, what does not hold."""

from dataclasses import dataclass

from PySide6 import QtCore, QtGui

from desk_app.base.text import _
from desk_app.domain.counts import lines, rules
from desk_app.domain.words import dotted
from ui import icons, theme
from ui.widgets import count_fields

ROW, HEAD = 34, 28
FIELD, GAP, PAD = 76, 6, 12
LEAST_LABEL, LEAST_WORDS = 150, 210
"""Findings stand beside the fields where they have this room, under the label where not."""

MARKS: dict[rules.Level, tuple[str, str]] = {
    rules.Level.ERROR: ("masalah", "masalah"),
    rules.Level.WARNING: ("peringatan", "belum_lengkap"),
    rules.Level.NOTICE: ("info", "belum"),
}
"""The icon and the tone of a finding by its level, the gravest first."""

_LEFT = QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignLeft
_RIGHT = QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignRight
_SEXES = "LPJ"
_TWO_LINES, _ONE_SMALL = 28, 24


@dataclass(frozen=True, slots=True)
class Widths:
    """Where the parts of a row stand in `room`. `words`: the width beside the fields, 0 where there is none."""

    room: int
    label: int
    fields: int
    words: int
    is_by_sex: bool

    def box(self, column: int, top: int) -> QtCore.QRect:
        """The rectangle of a field in a row."""
        place = column if self.is_by_sex else 0
        return QtCore.QRect(PAD + self.label + GAP + place * (FIELD + GAP), top + 3, FIELD, ROW - 6)


def fields_width(*, is_by_sex: bool) -> int:
    """How wide the fields of a row are together."""
    return 3 * FIELD + 2 * GAP if is_by_sex else FIELD


def widths(room: int, *, is_by_sex: bool) -> Widths:
    """How a row of this width is divided."""
    inner, fields = room - 2 * PAD, fields_width(is_by_sex=is_by_sex)
    label = max(LEAST_LABEL, round((inner - fields) * 0.46))
    words = inner - fields - label - PAD
    if words < LEAST_WORDS:
        return Widths(room, inner - fields - GAP, fields, 0, is_by_sex)
    return Widths(room, label, fields, words, is_by_sex)


@dataclass(frozen=True, slots=True)
class Look:
    """What a row is drawn with. `at`: the field in which the keys work; `fresh`: the next digit replaces it."""

    fields: count_fields.Fields
    has_keys: bool
    is_fresh: bool
    is_read_only: bool


def paint_head(painter: QtGui.QPainter, top: int, block: lines.Block, shape: Widths, *, by_sex: bool) -> None:
    """The title of a block, with L, P and J over the columns where its rows have them."""
    now = theme.tokens()
    area = QtCore.QRect(0, top, shape.room, HEAD)
    painter.fillRect(area, theme.colour(now.sunken))
    painter.setPen(theme.colour(now.text))
    painter.setFont(theme.font(theme.SMALL, bold=True))
    room = area.adjusted(PAD, 0, -PAD, 0)
    if by_sex:
        room.setWidth(shape.label)
    _paint_line(painter, room, _(lines.BLOCK_LABELS[block]))
    if by_sex:
        painter.setPen(theme.colour(now.muted))
        for column, said in enumerate(_SEXES):
            painter.drawText(shape.box(column, top).adjusted(0, -3, -8, -3), _RIGHT, said)


def paint_row(
    painter: QtGui.QPainter, at: int, top: int, shape: Widths, look: Look, one: rules.Finding | None
) -> None:
    """A row of the form, with what does not hold in it."""
    now = theme.tokens()
    row = look.fields.rows[at]
    is_current = look.fields.row_of.get(look.fields.at) == at
    area = QtCore.QRect(0, top, shape.room, ROW)
    if is_current and look.has_keys:
        painter.fillRect(area, theme.colour(now.primary_tint))
    painter.fillRect(QtCore.QRect(0, area.bottom(), area.width(), 1), theme.colour(now.sunken))
    # A row of one figure leaves the columns before it to its name.
    free = min(column for column, _code in row.fields) if shape.is_by_sex else 0
    label = QtCore.QRect(PAD, top, shape.label + free * (FIELD + GAP), ROW - 1)
    if one is not None and not shape.words:
        upper, lower = QtCore.QRect(label), QtCore.QRect(label)
        upper.setHeight(19)
        lower.setTop(top + 17)
        _paint_label(painter, upper, row.title, bold=is_current)
        _paint_finding(painter, lower, one)
    else:
        _paint_label(painter, label, row.title, bold=is_current)
    if one is not None and shape.words:
        left = PAD + shape.label + GAP + shape.fields + PAD
        _paint_finding(painter, QtCore.QRect(left, top, shape.words - GAP, ROW - 1), one)
    marked = set(one.lines) if one is not None else set()
    for column, code in row.fields:
        _paint_field(painter, shape.box(column, top), code, look, one if code in marked else None)


def finding_words(one: rules.Finding) -> str:
    """A finding in the words of the window: "Kesalahan: sah 210 + tidak sah 6 = 216, …"."""
    return f"{_(rules.LEVEL_LABELS[one.level])}: {count_fields.said(one.words)}"


def _paint_label(painter: QtGui.QPainter, area: QtCore.QRect, title: str, *, bold: bool) -> None:
    painter.setPen(theme.colour(theme.tokens().text))
    painter.setFont(theme.font(bold=bold))
    is_long = painter.fontMetrics().horizontalAdvance(title) > area.width()
    if is_long and area.height() >= _TWO_LINES:
        painter.setFont(theme.font(theme.SMALL, bold=bold))
        _paint_two_lines(painter, area, title)
    else:
        _paint_line(painter, area, title)


def _paint_field(
    painter: QtGui.QPainter, box: QtCore.QRect, code: str, look: Look, one: rules.Finding | None
) -> None:
    now = theme.tokens()
    text = look.fields.text(code)
    has_keys = code == look.fields.at and look.has_keys
    is_chosen = has_keys and look.is_fresh and bool(text) and not look.is_read_only
    painter.fillRect(box, theme.colour(now.window if look.is_read_only else now.surface))
    border = now.border if look.is_read_only else now.border_strong
    if one is not None and one.level is not rules.Level.NOTICE:
        border = theme.status_colours(MARKS[one.level][1])[0]
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.setPen(QtGui.QPen(theme.colour(now.focus if has_keys else border), 2 if has_keys else 1))
    painter.drawRect(box.adjusted(1, 1, -1, -1) if has_keys else box.adjusted(0, 0, -1, -1))
    is_typed = has_keys and not look.is_fresh
    shown = dotted(int(text)) if text and not is_typed else text
    inner = box.adjusted(6, 0, -8, 0)
    painter.setFont(_fitting(shown, inner.width(), theme.LARGE if has_keys else theme.NORMAL))
    if is_chosen:
        chosen = painter.fontMetrics().horizontalAdvance(shown) + 4
        ground = QtCore.QRect(inner.right() - chosen + 3, inner.top() + 5, chosen, inner.height() - 10)
        painter.fillRect(ground, theme.colour(now.primary))
    painter.setPen(theme.colour(now.on_primary if is_chosen else now.text))
    painter.drawText(inner, _RIGHT, shown)
    if has_keys and not is_chosen and not look.is_read_only:
        caret = QtCore.QRect(inner.right() + 2, inner.top() + 6, 1, inner.height() - 12)
        painter.fillRect(caret, theme.colour(now.text))


def _fitting(text: str, room: int, size: int) -> QtGui.QFont:
    """The font in which a whole figure has room: cut, it would be another one."""
    for wanted in (size, theme.NORMAL):
        font = theme.font(wanted)
        if QtGui.QFontMetrics(font).horizontalAdvance(text) <= room:
            return font
    return theme.font(theme.SMALL)


def _paint_finding(painter: QtGui.QPainter, area: QtCore.QRect, one: rules.Finding) -> None:
    """The sign and the words of what does not hold, on two small lines at most."""
    icon, tone = MARKS[one.level]
    colour = theme.colour(theme.status_colours(tone)[0])
    is_low = area.height() < _ONE_SMALL
    side = 12 if is_low else 16
    icons.paint(painter, icon, QtCore.QRectF(area.left(), area.center().y() - side / 2, side, side), colour)
    painter.setPen(colour)
    painter.setFont(theme.font(theme.SMALL))
    room = area.adjusted(side + 4, 0, 0, 0)
    words = count_fields.said(one.words)
    if is_low:
        _paint_line(painter, room, words)
    else:
        _paint_two_lines(painter, room, words)


def _paint_two_lines(painter: QtGui.QPainter, area: QtCore.QRect, text: str) -> None:
    """A text broken once at a space, its end elided."""
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) <= area.width():
        painter.drawText(area, _LEFT, text)
        return
    parts = text.split(" ")
    count = len(parts) - 1
    while count > 1 and metrics.horizontalAdvance(" ".join(parts[:count])) > area.width():
        count -= 1
    upper, lower = QtCore.QRect(area), QtCore.QRect(area)
    upper.setBottom(area.center().y())
    lower.setTop(area.center().y() + 1)
    _paint_line(painter, upper, " ".join(parts[:count]))
    _paint_line(painter, lower, " ".join(parts[count:]))


def _paint_line(painter: QtGui.QPainter, area: QtCore.QRect, text: str) -> None:
    elide = QtCore.Qt.TextElideMode.ElideRight
    painter.drawText(area, _LEFT, painter.fontMetrics().elidedText(text, elide, area.width()))
