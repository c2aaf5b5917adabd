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
from ui import theme
from ui.widgets import count_fields, count_paint

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
_THOUSANDS = " .,"
_GRAVITY = {level: place for place, level in enumerate(count_paint.MARKS)}
_PAUSE_MS = 500
_MOST_KEYS = 400


@dataclass(frozen=True, slots=True)
class _Press:
    key: QtCore.Qt.Key
    text: str
    modifiers: QtCore.Qt.KeyboardModifier


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

    def __init__(self, parent: QtWidgets.QWidget | None = None, *, most: int = lines.MOST) -> None:
        """`most`: the largest figure that a field takes."""
        super().__init__(parent)
        self._most = most
        self._digits = len(str(most))
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
        self._has_ended = False
        self._pause = QtCore.QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.settled)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(count_paint.ROW)
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

    def set_figures(self, figures: Mapping[str, int]) -> None:
        """Show other figures of the same form; the keys stay where they are."""
        at = self.fields.at
        self.fields = count_fields.Fields(self.fields.form, figures)
        self.fields.at = at
        self._enter(at)

    def renew(self, figures: Mapping[str, int]) -> None:
        """Other figures of the same form came meanwhile; the field in which one types keeps its text, and types on."""
        at, text, is_typed = self.fields.at, self.fields.text(self.fields.at), self._is_altered()
        self.fields = count_fields.Fields(self.fields.form, figures)
        self.fields.at = at
        if is_typed:
            self.fields.put(at, text)
        else:
            self._entered = self.fields.text(at)
        self._name_current()
        self.viewport().update()

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
            if at is not None and (held is None or _GRAVITY[one.level] < _GRAVITY[held.level]):
                self._by_row[at] = one
        self._name_current()
        self.viewport().update()

    def finding(self) -> rules.Finding | None:
        """What is said of the row in which the keys work."""
        return self._by_row.get(self.fields.row_of.get(self.fields.at, -1))

    def wait(self) -> None:
        """Another form comes: keep the keys that are pressed until `go_on` for it."""
        self._waiting = []

    def go_on(self) -> None:
        """It is here: type into it what was pressed meanwhile."""
        waiting, self._waiting = self._waiting or [], None
        for place, press in enumerate(waiting):
            self._has_ended = False
            self._take(press)
            if self._has_ended:
                self._pass_on(waiting[place + 1 :])
                break

    def _pass_on(self, rest: list[_Press]) -> None:
        """What was pressed after the end of a form is for the next one, if there is one."""
        if self._waiting is not None:
            self._waiting += rest

    def give_up(self) -> None:
        """No other form comes; what was pressed for it is no figure of this one."""
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
        fields = count_paint.fields_width(is_by_sex=self.fields.is_by_sex)
        return QtCore.QSize(count_paint.LEAST_LABEL + fields + 2 * count_paint.PAD, 3 * count_paint.ROW)

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

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        event.accept()

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
        shape, offset = self._shape(), self.verticalScrollBar().value()
        look = count_paint.Look(self.fields, self.hasFocus(), self._fresh, self.is_read_only)
        end = offset + self.viewport().height()
        for top, block, by_sex in self._heads:
            if offset - count_paint.HEAD < top < end:
                count_paint.paint_head(painter, top - offset, block, shape, by_sex=by_sex)
        for at, top in enumerate(self._tops):
            if offset - count_paint.ROW < top < end:
                count_paint.paint_row(painter, at, top - offset, shape, look, self._by_row.get(at))

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
        if len((held + digit).lstrip("0")) > self._digits:
            # Cut to a limit it would be another number.
            self.refusal = _("Paling banyak {most}.").format(most=dotted(self._most))
        else:
            self._put((held + digit)[-self._digits :])

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
        if max(found) > self._most:
            self.refusal = _("Paling banyak {most}.").format(most=dotted(self._most))
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
            self._has_ended = True
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
            parts.append(count_paint.finding_words(one))
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
                top += count_paint.HEAD
            self._tops.append(top)
            top += count_paint.ROW
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
        if top - count_paint.HEAD < bar.value():
            bar.setValue(top - count_paint.HEAD)
        elif top + 2 * count_paint.ROW > bar.value() + room:
            bar.setValue(top + 2 * count_paint.ROW - room)

    def _shape(self) -> count_paint.Widths:
        return count_paint.widths(self.viewport().width(), is_by_sex=self.fields.is_by_sex)

    def _code_at(self, point: QtCore.QPoint) -> str:
        at = self._row_at(point.y())
        if at < 0:
            return ""
        shape, top = self._shape(), self._tops[at] - self.verticalScrollBar().value()
        row = self.fields.rows[at]
        held = [code for column, code in row.fields if shape.box(column, top).contains(point)]
        return held[0] if held else row.fields[-1][1] if len(row.fields) == 1 else ""

    def _row_at(self, y: int) -> int:
        inside = y + self.verticalScrollBar().value()
        return next((at for at, top in enumerate(self._tops) if top <= inside < top + count_paint.ROW), -1)

    def _tip(self, at: int) -> str:
        one = self._by_row.get(at)
        return "\n".join([self.fields.rows[at].title, *([count_paint.finding_words(one)] if one is not None else [])])
