# SPDX-License-Identifier: Apache-2.0
"""The C.HASIL as it is copied with the number pad: one painted sheet of fields, however many lines the form has.

It knows values only. Keys that come before the next form is there are kept for it, so a quick hand loses none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.counts import lines, rules
from desk_app.domain.words import dotted
from ui import icons, theme
from ui.widgets import count_fields

ROW, HEAD = 34, 28
FIELD, GAP, PAD = 76, 6, 12
LEAST_LABEL, LEAST_WORDS = 150, 210
MARKS: dict[rules.Level, tuple[str, str]] = {
    rules.Level.ERROR: ("masalah", "masalah"),
    rules.Level.WARNING: ("peringatan", "belum_lengkap"),
    rules.Level.NOTICE: ("info", "belum"),
}
"""The icon and the tone of a finding by its level."""

_KEYS = QtCore.Qt.Key
_STEPS = {
    _KEYS.Key_Return: 1,
    _KEYS.Key_Enter: 1,
    _KEYS.Key_Plus: 1,
    _KEYS.Key_Right: 1,
    _KEYS.Key_Minus: -1,
    _KEYS.Key_Left: -1,
}
_ENDS = (_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Plus)
_PLAIN = QtCore.Qt.KeyboardModifier.KeypadModifier | QtCore.Qt.KeyboardModifier.ShiftModifier
_CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
_LEFT = QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignLeft
_RIGHT = QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignRight
_THOUSANDS = " .,"
_PAUSE_MS = 500
_MOST_KEYS = 400


@dataclass(frozen=True, slots=True)
class _Press:
    key: QtCore.Qt.Key
    text: str
    modifiers: QtCore.Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class _Widths:
    """Where the parts of a row stand. `words`: the width beside the fields, 0 where findings stand under the label."""

    label: int
    fields: int
    words: int


class CountForm(QtWidgets.QAbstractScrollArea):
    """The fields. `edited()`: something was typed. `moved()`: another field is the current one. `finished()`: Enter in
    the last one, or Ctrl+S. `left()`: Esc. `committed()`: the form is left. `settled()`: a pause, look at the sums.
    """

    edited = QtCore.Signal()
    moved = QtCore.Signal()
    settled = QtCore.Signal()
    finished = QtCore.Signal()
    left = QtCore.Signal()
    committed = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = count_fields.Fields()
        self.is_read_only = False
        self.refusal = ""
        """What was not taken of the last key, in words."""
        self._found: Mapping[str, rules.Finding] = {}
        self._by_row: dict[int, rules.Finding] = {}
        self._tops: list[int] = []
        self._heads: list[tuple[int, lines.Block, bool]] = []
        self._height = 0
        self._fresh = True
        """The field was just entered: the first digit replaces what stands there."""
        self._entered = ""
        self._waiting: list[_Press] | None = None
        self._pause = QtCore.QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.settled)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(ROW)
        self.setAccessibleName(_("Formulir C.HASIL"))

    def set_form(
        self, form: Sequence[lines.Line], figures: Mapping[str, int], *, read_only: bool = False, at: str = ""
    ) -> None:
        """Show a form; the keys work in the field `at`, or in the first one that is empty."""
        self.fields = count_fields.Fields(form, figures)
        self.is_read_only = read_only
        self._found, self._by_row = {}, {}
        self._lay_out()
        self.fields.at = at if at in self.fields.row_of else self.fields.first_open()
        self.verticalScrollBar().setValue(0)
        self._enter(self.fields.at)
        waiting, self._waiting = self._waiting, None
        for press in waiting or ():
            self._take(press)

    def set_figures(self, figures: Mapping[str, int]) -> None:
        """Show other figures of the same form; the keys stay where they are."""
        at = self.fields.at
        self.fields = count_fields.Fields(self.fields.form, figures)
        self.fields.at = at
        self._enter(at)

    def set_read_only(self, read_only: bool) -> None:
        """Let it only be read, or be typed into again."""
        if read_only != self.is_read_only:
            self.is_read_only = read_only
            self.viewport().update()

    def figures(self) -> dict[str, int]:
        """What stands in the fields."""
        return self.fields.figures()

    def set_findings(self, found: Mapping[str, rules.Finding]) -> None:
        """Say beside which line what does not hold (`rules.live`)."""
        self._found = found
        self._by_row = {}
        for code, one in found.items():
            at = self.fields.row_of.get(code)
            held = self._by_row.get(at) if at is not None else None
            if at is not None and (held is None or tuple(MARKS).index(one.level) < tuple(MARKS).index(held.level)):
                self._by_row[at] = one
        self._name_current()
        self.viewport().update()

    def finding(self) -> rules.Finding | None:
        """What is said of the row in which the keys work."""
        return self._by_row.get(self.fields.row_of.get(self.fields.at, -1))

    def wait(self) -> None:
        """Another form comes: keep the keys that are pressed meanwhile for it."""
        self._waiting = []

    def go_on(self) -> None:
        """None comes after all."""
        self._waiting = None

    def go_to(self, code: str) -> None:
        """Let the keys work in a field."""
        if code in self.fields.row_of:
            self._leave()
            self._enter(code)
            self.moved.emit()

    def commit(self) -> None:
        """Say that the form is left, as before the window closes."""
        self._leave()
        self.committed.emit()

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(LEAST_LABEL + self._fields_width() + 2 * PAD, 3 * ROW)

    def event(self, event: QtCore.QEvent) -> bool:
        # Keys of the window which mean this form while the keyboard is in it.
        if event.type() is QtCore.QEvent.Type.ShortcutOverride and isinstance(event, QtGui.QKeyEvent):
            keys = QtGui.QKeySequence.StandardKey
            undoes = event.matches(keys.Undo) and self._is_altered()
            if undoes or event.matches(keys.Save) or event.matches(keys.Paste):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtGui.QKeySequence.StandardKey
        if event.matches(keys.Paste):
            if not self._paste(QtGui.QGuiApplication.clipboard().text()):
                event.ignore()  # a picture is taken by what is around
        elif event.matches(keys.Copy):
            QtGui.QGuiApplication.clipboard().setText(self.fields.text(self.fields.at))
        elif event.matches(keys.Undo) and self._is_altered():
            self._restore()
        elif event.matches(keys.Save):
            self._finish()
        elif event.modifiers() & ~_PLAIN or not self.fields.order:
            super().keyPressEvent(event)
        else:
            press = _Press(_KEYS(event.key()), event.text(), event.modifiers())
            if self._waiting is not None and press.key != _KEYS.Key_Escape:
                if len(self._waiting) < _MOST_KEYS:
                    self._waiting.append(press)
            elif not self._take(press):
                super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        code = self.fields.beside(self.fields.at, 1 if forward else -1) if self.fields.order else None
        if code is None or self._waiting is not None:
            return super().focusNextPrevChild(forward)
        self.go_to(code)
        return True

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusInEvent(event)
        self._fresh = True
        self.viewport().update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        reasons = QtCore.Qt.FocusReason
        if event.reason() not in (reasons.PopupFocusReason, reasons.ActiveWindowFocusReason):
            self.commit()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        code = self._code_at(event.position().toPoint())
        if code and event.button() is QtCore.Qt.MouseButton.LeftButton and self._waiting is None:
            self.go_to(code)

    def viewportEvent(self, event: QtCore.QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            at = self._row_at(event.pos().y())
            tip = self._tip(at) if at >= 0 else ""
            QtWidgets.QToolTip.showText(event.globalPos(), tip, self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_bar()
        self._show_current()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        now = theme.tokens()
        painter = QtGui.QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour(now.surface))
        widths = self._widths()
        offset = self.verticalScrollBar().value()
        for top, block, by_sex in self._heads:
            if top + HEAD > offset and top < offset + self.viewport().height():
                self._paint_head(painter, top - offset, block, widths, by_sex=by_sex)
        for at, top in enumerate(self._tops):
            if top + ROW > offset and top < offset + self.viewport().height():
                self._paint_row(painter, at, top - offset, widths)

    def _take(self, press: _Press) -> bool:
        """Do what a key says; False where it says nothing here."""
        said = self.refusal
        self.refusal = ""
        if press.text.isdecimal() and press.text.isascii():
            self._type(press.text)
        elif press.key in _STEPS:
            self._step(press.key)
        elif press.key in (_KEYS.Key_Up, _KEYS.Key_Down):
            code = self.fields.below(self.fields.at, -1 if press.key == _KEYS.Key_Up else 1)
            if code is not None:
                self.go_to(code)
        elif press.key == _KEYS.Key_Backspace:
            self._put(self.fields.text(self.fields.at)[:-1])
        elif press.key in (_KEYS.Key_Delete, _KEYS.Key_Asterisk):
            self._put("")
        elif press.key == _KEYS.Key_Home:
            self.go_to(self.fields.order[0])
        elif press.key == _KEYS.Key_End:
            self.go_to(self.fields.order[-1])
        elif press.key == _KEYS.Key_Escape:
            self._escape()
        elif press.text and press.text in _THOUSANDS:
            pass  # dots of thousands, typed as they are written
        elif press.text.isprintable() and press.text:
            self.refusal = _("Hanya angka. Yang tidak terbaca dibiarkan kosong.")
        else:
            return False
        if said != self.refusal:
            self.moved.emit()
        return True

    def _type(self, digit: str) -> None:
        held = "" if self._fresh else self.fields.text(self.fields.at)
        if len((held + digit).lstrip("0")) > count_fields.DIGITS:
            # Cut to a limit it would be another number.
            self.refusal = _("Paling banyak {most}.").format(most=dotted(lines.MOST))
        else:
            self._put((held + digit)[-count_fields.DIGITS :])

    def _put(self, text: str) -> None:
        if self.is_read_only:
            self.refusal = _("Formulir ini hanya dapat dibaca.")
            return
        self._fresh = False
        if text != self.fields.text(self.fields.at):
            self.fields.put(self.fields.at, text)
            self._name_current()
            self.edited.emit()
            self._pause.start()
        self.viewport().update()

    def _paste(self, text: str) -> bool:
        """One figure into this field; several, as of a column of a spreadsheet, into this and the next ones."""
        found = count_fields.numbers_in(text)
        if not found or self._waiting is not None or not self.fields.order:
            return False
        if max(found) > lines.MOST:
            self.refusal = _("Paling banyak {most}.").format(most=dotted(lines.MOST))
            self.moved.emit()
            return True
        for place, value in enumerate(found):
            self._put(str(value))
            code = self.fields.beside(self.fields.at, 1)
            if place == len(found) - 1 or code is None:
                break
            self.go_to(code)
        return True

    def _step(self, key: QtCore.Qt.Key) -> None:
        code = self.fields.beside(self.fields.at, _STEPS[key])
        if code is not None:
            self.go_to(code)
        elif key in _ENDS:
            self._finish()

    def _finish(self) -> None:
        if self._waiting is None and self.fields.order:
            self._leave()
            self.finished.emit()

    def _escape(self) -> None:
        if self._is_altered():
            self._restore()
        else:
            self._waiting = None
            self.left.emit()

    def _is_altered(self) -> bool:
        """Whether something was typed in this field since it was entered."""
        return bool(self.fields.at) and self.fields.text(self.fields.at) != self._entered

    def _restore(self) -> None:
        self._put(self._entered)
        self._fresh = True

    def _leave(self) -> None:
        """What was typed stands as it is kept."""
        if self.fields.at:
            self.fields.settle(self.fields.at)
            self._entered = self.fields.text(self.fields.at)
        self._fresh = True
        self._pause.stop()
        self.viewport().update()

    def _enter(self, code: str) -> None:
        self.fields.at = code
        self.refusal = ""
        self._entered = self.fields.text(code)
        self._fresh = True
        self._show_current()
        self._name_current()
        self.viewport().update()

    def _name_current(self) -> None:
        """What a screen reader says: the line, its column, what stands there, what does not hold."""
        if not self.fields.at:
            return
        one = self.finding()
        parts = [self._field_name(self.fields.at), self.fields.text(self.fields.at) or _("kosong")]
        if one is not None:
            parts.append(f"{_(rules.LEVEL_LABELS[one.level])}: {count_fields.said(one.words)}")
        words = " · ".join(parts)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if self.hasFocus():
                changed = QtGui.QAccessibleEvent(self, QtGui.QAccessible.Event.DescriptionChanged)
                QtGui.QAccessible.updateAccessibility(changed)

    def _field_name(self, code: str) -> str:
        row = self.fields.rows[self.fields.row_of[code]]
        return f"{row.title}, {'LPJ'[self.fields.column(code)]}" if len(row.fields) > 1 else row.title

    def _lay_out(self) -> None:
        self._tops, self._heads, top = [], [], 0
        block = None
        for row in self.fields.rows:
            if row.block is not block:
                block = row.block
                by_sex = any(len(one.fields) > 1 for one in self.fields.rows if one.block is block)
                self._heads.append((top, block, by_sex))
                top += HEAD
            self._tops.append(top)
            top += ROW
        self._height = top + theme.SPACE
        self._set_bar()

    def _set_bar(self) -> None:
        room = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, self._height - room))
        self.verticalScrollBar().setPageStep(room)

    def _show_current(self) -> None:
        if not self.fields.at:
            return
        top = self._tops[self.fields.row_of[self.fields.at]]
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if top - HEAD < bar.value():
            bar.setValue(top - HEAD)
        elif top + 2 * ROW > bar.value() + room:
            bar.setValue(top + 2 * ROW - room)

    def _fields_width(self) -> int:
        return 3 * FIELD + 2 * GAP if self.fields.is_by_sex else FIELD

    def _widths(self) -> _Widths:
        room = self.viewport().width() - 2 * PAD
        fields = self._fields_width()
        label = max(LEAST_LABEL, round((room - fields) * 0.46))
        words = room - fields - label - PAD
        if words < LEAST_WORDS:
            return _Widths(room - fields - GAP, fields, 0)
        return _Widths(label, fields, words)

    def _box(self, column: int, top: int, widths: _Widths) -> QtCore.QRect:
        """The rectangle of a field."""
        place = column if self.fields.is_by_sex else 0
        left = PAD + widths.label + GAP + place * (FIELD + GAP)
        return QtCore.QRect(left, top + 3, FIELD, ROW - 6)

    def _code_at(self, point: QtCore.QPoint) -> str:
        at = self._row_at(point.y())
        if at < 0:
            return ""
        widths, top = self._widths(), self._tops[at] - self.verticalScrollBar().value()
        row = self.fields.rows[at]
        held = [code for column, code in row.fields if self._box(column, top, widths).contains(point)]
        return held[0] if held else row.fields[-1][1] if len(row.fields) == 1 else ""

    def _row_at(self, y: int) -> int:
        inside = y + self.verticalScrollBar().value()
        return next((at for at, top in enumerate(self._tops) if top <= inside < top + ROW), -1)

    def _tip(self, at: int) -> str:
        one = self._by_row.get(at)
        return "\n".join([self.fields.rows[at].title, *([_finding_words(one)] if one is not None else [])])

    def _paint_head(
        self, painter: QtGui.QPainter, top: int, block: lines.Block, widths: _Widths, *, by_sex: bool
    ) -> None:
        now = theme.tokens()
        area = QtCore.QRect(0, top, self.viewport().width(), HEAD)
        painter.fillRect(area, theme.colour(now.sunken))
        painter.setPen(theme.colour(now.text))
        painter.setFont(theme.font(theme.SMALL, bold=True))
        room = area.adjusted(PAD, 0, -PAD, 0)
        if by_sex:
            room.setWidth(widths.label)
        elided = painter.fontMetrics().elidedText(
            _(lines.BLOCK_LABELS[block]), QtCore.Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _LEFT, elided)
        if by_sex:
            painter.setPen(theme.colour(now.muted))
            for column, said in enumerate("LPJ"):
                painter.drawText(self._box(column, top, widths).adjusted(0, -3, -8, -3), _RIGHT, said)

    def _paint_row(self, painter: QtGui.QPainter, at: int, top: int, widths: _Widths) -> None:
        now = theme.tokens()
        row, one = self.fields.rows[at], self._by_row.get(at)
        is_current = self.fields.row_of.get(self.fields.at) == at
        area = QtCore.QRect(0, top, self.viewport().width(), ROW)
        if is_current and self.hasFocus():
            painter.fillRect(area, theme.colour(now.primary_tint))
        painter.fillRect(QtCore.QRect(0, area.bottom(), area.width(), 1), theme.colour(now.sunken))
        free = min(column for column, _code in row.fields) if self.fields.is_by_sex else 0
        label = QtCore.QRect(PAD, top, widths.label + free * (FIELD + GAP), ROW - 1)
        if one is not None and not widths.words:
            upper, lower = QtCore.QRect(label), QtCore.QRect(label)
            upper.setHeight(19)
            lower.setTop(top + 17)
            self._paint_label(painter, upper, row.title, bold=is_current)
            _paint_finding(painter, lower, one)
        else:
            self._paint_label(painter, label, row.title, bold=is_current)
        if one is not None and widths.words:
            left = PAD + widths.label + GAP + widths.fields + PAD
            _paint_finding(painter, QtCore.QRect(left, top, widths.words - GAP, ROW - 1), one)
        marked = set(one.lines) if one is not None else set()
        for column, code in row.fields:
            self._paint_field(painter, self._box(column, top, widths), code, one if code in marked else None)

    def _paint_label(self, painter: QtGui.QPainter, area: QtCore.QRect, title: str, *, bold: bool) -> None:
        painter.setPen(theme.colour(theme.tokens().text))
        painter.setFont(theme.font(bold=bold))
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(title) > area.width() and area.height() >= 28:
            painter.setFont(theme.font(theme.SMALL, bold=bold))
            _paint_two_lines(painter, area, title)
        else:
            painter.drawText(
                area, _LEFT, metrics.elidedText(title, QtCore.Qt.TextElideMode.ElideRight, area.width())
            )

    def _paint_field(
        self, painter: QtGui.QPainter, box: QtCore.QRect, code: str, one: rules.Finding | None
    ) -> None:
        now = theme.tokens()
        text = self.fields.text(code)
        is_current = code == self.fields.at
        has_keys = is_current and self.hasFocus()
        painter.fillRect(box, theme.colour(now.window if self.is_read_only else now.surface))
        border = now.border if self.is_read_only else now.border_strong
        if one is not None and one.level is not rules.Level.NOTICE:
            border = theme.status_colours(MARKS[one.level][1])[0]
        width = 2 if has_keys else 1
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.setPen(QtGui.QPen(theme.colour(now.focus if has_keys else border), width))
        painter.drawRect(box.adjusted(0, 0, -1, -1) if width == 1 else box.adjusted(1, 1, -1, -1))
        shown = dotted(int(text)) if text and not (has_keys and not self._fresh) else text
        painter.setFont(theme.font(theme.LARGE if has_keys else theme.NORMAL))
        inner = box.adjusted(6, 0, -8, 0)
        if has_keys and self._fresh and shown and not self.is_read_only:
            chosen = painter.fontMetrics().horizontalAdvance(shown) + 4
            ground = QtCore.QRect(inner.right() - chosen + 3, inner.top() + 5, chosen, inner.height() - 10)
            painter.fillRect(ground, theme.colour(now.primary))
            painter.setPen(theme.colour(now.on_primary))
        else:
            painter.setPen(theme.colour(now.text))
        painter.drawText(inner, _RIGHT, shown)
        if has_keys and not (self._fresh and shown) and not self.is_read_only:
            caret = QtCore.QRect(inner.right() + 2, inner.top() + 6, 1, inner.height() - 12)
            painter.fillRect(caret, theme.colour(now.text))


def _finding_words(one: rules.Finding) -> str:
    return f"{_(rules.LEVEL_LABELS[one.level])}: {count_fields.said(one.words)}"


def _paint_finding(painter: QtGui.QPainter, area: QtCore.QRect, one: rules.Finding) -> None:
    """The sign and the words of what does not hold, on two small lines at most."""
    icon, tone = MARKS[one.level]
    colour = theme.colour(theme.status_colours(tone)[0])
    is_low = area.height() < 24
    side = 12 if is_low else 16
    icons.paint(painter, icon, QtCore.QRectF(area.left(), area.center().y() - side / 2, side, side), colour)
    painter.setPen(colour)
    painter.setFont(theme.font(theme.SMALL))
    room = area.adjusted(side + 4, 0, 0, 0)
    words = count_fields.said(one.words)
    if is_low:
        elide = QtCore.Qt.TextElideMode.ElideRight
        painter.drawText(room, _LEFT, painter.fontMetrics().elidedText(words, elide, room.width()))
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
    elide = QtCore.Qt.TextElideMode.ElideRight
    painter.drawText(upper, _LEFT, metrics.elidedText(" ".join(parts[:count]), elide, area.width()))
    painter.drawText(lower, _LEFT, metrics.elidedText(" ".join(parts[count:]), elide, area.width()))
