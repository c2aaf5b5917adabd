# SPDX-License-Identifier: Apache-2.0
"""One item of a checklist: number, words, editor, what it comes to; below it note, issue, disagreement.

Keys, whatever has the focus in the row: arrows up and down go on, N note, M issue, Ctrl+D copy down, Delete empties;
S/B/T or 1/2/0 answer and go on, digits are a number where a number is asked, and Enter there takes what is needed
while nothing stands in it (`screens.md`).
"""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import answers, checklists, words
from desk_app.domain.words import N_, dotted
from desk_app.operations import checklist_pages
from ui import theme
from ui.widgets import answer_buttons, fields, form, item_below, item_verdict

EDITOR_WIDTH = 280
NUMBER_WIDTH = 24
PHOTO_ANSWERS = (
    answer_buttons.Option("done", N_("Foto …"), "siap", "S1"),
    answer_buttons.Option("not_yet", N_("Belum"), "masalah", "B2"),
    answer_buttons.Option("not_needed", N_("Tidak perlu"), "belum", "T0"),
)
"""A photo item is answered by adding a photo."""

_VERDICT_MARKS = {answers.Verdict.OK: "siap", answers.Verdict.FAILED: "masalah"}


class ItemRow(QtWidgets.QWidget):
    """A line of the sheet. `code` tells which item it shows now; the same row serves the next TPS too.

    `answered(code, Mark | int | Written | str | None)`: a str is read as typed. `noted(code, text)`,
    `issue_wanted(code)`, `issue_followed(record)`, `dispute_followed(record)`, `copy_wanted(code)`,
    `photo_wanted(code)`, `note_wanted()`: N, `stepped(-1 or 1)`, `passed()`: Enter, `came()`: the focus came in.
    """

    answered = QtCore.Signal(str, object)
    noted = QtCore.Signal(str, str)
    issue_wanted = QtCore.Signal(str)
    issue_followed = QtCore.Signal(object)
    dispute_followed = QtCore.Signal(object)
    copy_wanted = QtCore.Signal(str)
    stepped = QtCore.Signal(int)
    passed = QtCore.Signal()
    photo_wanted = QtCore.Signal(str)
    note_wanted = QtCore.Signal()
    came = QtCore.Signal()

    def __init__(self, item: checklist_pages.PageItem) -> None:
        super().__init__()
        self.item = item
        self.current = False
        self._kept_note = ""
        self.seen: int | None = None
        """How far what stands in the row was read: what a save of it has seen."""
        self._below: item_below.Below | None = None
        self._number = form.label("", "muted")
        self._number.setFixedWidth(NUMBER_WIDTH)
        self._number.setAlignment(QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignVCenter)
        self._label = form.label("", wraps=True)
        self._label.setMinimumWidth(120)
        self.editor: answer_buttons.AnswerButtons | fields.NumberField | fields.LineField | fields.ChoiceField
        self._needed = form.label("", "muted")
        self.verdict = item_verdict.Verdict()
        grid = QtWidgets.QGridLayout(self)
        grid.setContentsMargins(8, 2, 4, 2)
        grid.setHorizontalSpacing(theme.SPACE)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._number, 0, 0)
        grid.addWidget(self._label, 0, 1)
        grid.addWidget(self._editor_box(item.kind), 0, 2)
        grid.addWidget(self.verdict, 0, 3)
        self._grid = grid
        self.set_item(item, "")

    @property
    def code(self) -> str:
        return self.item.code

    @property
    def below(self) -> item_below.Below:
        """The part under the item; made when it is first needed, since most items never need it."""
        if self._below is None:
            self._below = item_below.Below()
            self._below.note.installEventFilter(self)
            self._below.note.committed.connect(self._note_told)
            self._below.issue.clicked.connect(lambda _checked=False: self._issue_clicked())
            self._below.dispute.clicked.connect(lambda _checked=False: self.dispute_followed.emit(self.item.record))
            self._grid.addWidget(self._below, 1, 1, 1, 3)
            self._show_below()
        return self._below

    def set_item(
        self, item: checklist_pages.PageItem, sides: str, *, keep_value: bool = False, seen: int | None = None
    ) -> None:
        """Show an item; `sides` says what each office wrote where they differ. `keep_value`: it is being saved.

        `seen`: how far it was read; what is being typed has seen what was read before.
        """
        if not keep_value and not self._is_typed():
            self.seen = seen
        if item.code != self.item.code:
            self.set_refusal("")
        self.item = item
        self._number.setText(str(item.no))
        self._label.setText(item.label)
        self._label.setToolTip("" if item.required else _("Boleh dikosongkan"))
        theme.set_role(self._label, "" if item.required else "muted")
        self.editor.setAccessibleName(item.label)
        if isinstance(self.editor, fields.NumberField):
            self._needed.setText(_needed(item))
            self._needed.setToolTip(_("Angka menurut kebiasaan: cocokkan dengan daftar KPU.") if item.assumed else "")
        if not keep_value:
            self._show_value(item)
        self._kept_note = item.note
        if self._below is not None or item.note or item.disputed or self._offers_issue():
            below = self.below
            below.note.set_value(item.note)
            below.dispute.setText(sides or _("Data berbeda"))
            number = item.issue_number or _("terbuka")
            leads = _("Permasalahan {number} →").format(number=number)
            below.issue.setText(leads if item.issue else _("Catat sebagai permasalahan"))
            self._show_below()

    @property
    def is_refused(self) -> bool:
        """Whether what stands in the editor was not taken."""
        return self._below is not None and bool(self._below.refusal.text())

    def set_refusal(self, said: str) -> None:
        """Say below the item why its answer was not taken."""
        if isinstance(self.editor, fields.NumberField):
            fields.refuse(self.editor, bool(said))
        if said or self._below is not None:
            self.below.refusal.setText(said)
            self._show_below()

    def set_current(self, current: bool) -> None:
        """Mark the row in which the keys work."""
        if current != self.current:
            self.current = current
            self.update()

    def value(self) -> answers.AnswerValue | None:
        """The answer as it stands in the window, saved or on its way."""
        if isinstance(self.editor, fields.NumberField):
            number = self.editor.value()
            return self.item.value if number is None else number
        if isinstance(self.editor, answer_buttons.AnswerButtons):
            code = self.editor.value()
            return answers.Mark(code) if code else None
        return self.item.value

    def _is_typed(self) -> bool:
        typed = isinstance(self.editor, fields.NumberField | fields.LineField) and self.editor.is_typed
        return typed or (self._below is not None and self._below.note.is_typed)

    @property
    def fails(self) -> bool:
        """Whether what is answered, saved or on its way, is not as it should be."""
        return self.item.verdict is answers.Verdict.FAILED or self.value() is answers.Mark.NOT_YET

    def begin_note(self) -> None:
        """Let a note be typed."""
        self.below.show()
        self.below.note.show()
        self.below.note.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Tell what is typed and not yet told."""
        if isinstance(self.editor, fields.NumberField | fields.LineField):
            self.editor.commit()
        if self._below is not None:
            self._below.note.commit()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if self.current:
            now = theme.tokens()
            painter = QtGui.QPainter(self)
            painter.fillRect(self.rect(), theme.colour(now.primary_tint))
            painter.fillRect(0, 0, 3, self.height(), theme.colour(now.primary))

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        self.editor.setFocus(QtCore.Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.FocusIn:
            self.came.emit()
        elif event.type() is QtCore.QEvent.Type.FocusOut and watched is not self.editor:
            QtCore.QTimer.singleShot(0, self, self._show_below)
        elif event.type() is QtCore.QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            return self._took_key(event) if watched is self.editor else self._took_note_key(event, self.below.note)
        return super().eventFilter(watched, event)

    def _took_key(self, event: QtGui.QKeyEvent) -> bool:
        keys = QtCore.Qt.Key
        key = event.key()
        modifiers = event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier
        if modifiers == QtCore.Qt.KeyboardModifier.ControlModifier and key == keys.Key_D:
            self.commit()
            self.copy_wanted.emit(self.code)
            return True
        if modifiers & ~QtCore.Qt.KeyboardModifier.ShiftModifier:
            return False
        if key in (keys.Key_Return, keys.Key_Enter):
            self._take_needed()
            if self.item.again and not self._is_typed():
                self.answered.emit(self.code, self.item.value)  # looked at again, and still so
            self.commit()
            self.passed.emit()
        elif key == keys.Key_Down:
            self.stepped.emit(1)
        elif key == keys.Key_Up:
            self.stepped.emit(-1)
        elif isinstance(self.editor, fields.LineField):
            return False  # letters are words here
        elif isinstance(self.editor, fields.ChoiceField) and event.text().isdigit():
            self._choose(int(event.text()))
        elif key == keys.Key_N:
            self.note_wanted.emit()
        elif key == keys.Key_M:
            self.commit()
            self._issue_clicked()
        elif key == keys.Key_T and isinstance(self.editor, fields.NumberField | fields.ChoiceField):
            self._answer_not_needed()
        elif key in (keys.Key_Delete, keys.Key_Backspace) and self._can_empty():
            self.answered.emit(self.code, None)
        else:
            return False
        return True

    def _took_note_key(self, event: QtGui.QKeyEvent, note: fields.LineField) -> bool:
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Escape):
            if event.key() == keys.Key_Escape:
                note.setText(self._kept_note)
            note.commit()
            self.editor.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() in (keys.Key_Up, keys.Key_Down) and not event.modifiers():
            note.commit()
            self.stepped.emit(-1 if event.key() == keys.Key_Up else 1)
            return True
        return False

    def _can_empty(self) -> bool:
        if isinstance(self.editor, fields.NumberField):
            return not self.editor.text() and self.item.value is answers.Mark.NOT_NEEDED
        return self.item.value is not None or bool(self.editor.value())

    def _choose(self, number: int) -> None:
        if number <= len(self.item.options):
            self.answered.emit(self.code, answers.Written(self.item.options[number - 1]))
            self.stepped.emit(1)

    def _answer_not_needed(self) -> None:
        if isinstance(self.editor, fields.NumberField):
            self.editor.set_value(None)
            self.editor.setPlaceholderText(_("tidak perlu"))
        self.answered.emit(self.code, answers.Mark.NOT_NEEDED)
        self.stepped.emit(1)

    def _take_needed(self) -> None:
        """Answer with the required quantity where a number is asked and nothing was said yet."""
        editor, needed = self.editor, self.item.needed
        if not isinstance(editor, fields.NumberField) or needed is None or self.item.value is not None:
            return
        if not editor.text() and not editor.placeholderText():
            editor.set_value(needed)
            self.answered.emit(self.code, needed)

    def _show_value(self, item: checklist_pages.PageItem) -> None:
        if isinstance(self.editor, fields.NumberField):
            number = item.value if isinstance(item.value, int) else None
            self.editor.set_value(number)
            not_needed = item.value is answers.Mark.NOT_NEEDED
            self.editor.setPlaceholderText(_("tidak perlu") if not_needed else "")
        elif isinstance(self.editor, fields.LineField):
            is_moment = item.kind is checklists.ItemKind.MOMENT
            text = item.value.text if isinstance(item.value, answers.Written) else ""
            self.editor.set_value(answers.moment_words(text) if is_moment else text)
            not_needed = item.value is answers.Mark.NOT_NEEDED
            hint = _("jam, seperti 07.10, atau T") if is_moment else _("tulis, atau T (Tidak perlu)")
            self.editor.setPlaceholderText(_("tidak perlu") if not_needed else hint)
        elif isinstance(self.editor, fields.ChoiceField):
            numbered = [(one, f"{place}  {one}") for place, one in enumerate(item.options, 1)]
            held = item.value.text if isinstance(item.value, answers.Written) else ""
            former = [(held, held)] if held and held not in item.options else []
            self.editor.set_choices([*numbered, *former, (answers.Mark.NOT_NEEDED, _("T  Tidak perlu"))])
            self.editor.set_value(held or item.value)
        else:
            self.editor.set_value(item.value.value if isinstance(item.value, answers.Mark) else "")
        said = item.judgement
        shown = words.render(said.message, said.params, _) if said is not None else ""
        mark = _VERDICT_MARKS.get(item.verdict, "") if item.verdict is not None else ""
        if mark == "siap" and shown:
            mark = "peringatan"
        if item.again:
            mark, shown = "belum_lengkap", _("lihat lagi")
        self.verdict.set_verdict("berbeda" if item.disputed else mark, _("berbeda") if item.disputed else shown)

    def _offers_issue(self) -> bool:
        return bool(self.item.issue) or self.item.verdict is answers.Verdict.FAILED

    def _show_below(self) -> None:
        if self._below is not None:
            self._below.show_parts(dispute=self.item.disputed, issue=self._offers_issue())

    def _note_told(self, text: str) -> None:
        self._kept_note = text
        self.noted.emit(self.code, text)

    def _issue_clicked(self) -> None:
        if self.item.issue:
            self.issue_followed.emit(self.item.issue)
        else:
            self.issue_wanted.emit(self.code)

    def _editor_box(self, kind: checklists.ItemKind) -> QtWidgets.QWidget:
        if kind is checklists.ItemKind.YES_NO:
            buttons = answer_buttons.AnswerButtons()
            buttons.picked.connect(lambda code: self.answered.emit(self.code, answers.Mark(code) if code else None))
            buttons.keyed.connect(lambda: self.stepped.emit(1))
            self.editor = buttons
            inner: QtWidgets.QWidget = buttons
        elif kind is checklists.ItemKind.PHOTO:
            inner = self.editor = self._photo_buttons()
        elif kind is checklists.ItemKind.CHOICE:
            choice = fields.ChoiceField()
            choice.committed.connect(self._picked)
            inner = self.editor = choice
        elif kind in (checklists.ItemKind.TEXT, checklists.ItemKind.MOMENT):
            line = fields.LineField(limit=answers.LONGEST)
            line.committed.connect(lambda text: self.answered.emit(self.code, text))
            inner = self.editor = line
        else:
            number = fields.NumberField()
            number.setFixedWidth(92)
            number.committed.connect(lambda value: self.answered.emit(self.code, value))
            self.editor = number
            inner = number
        box = QtWidgets.QWidget()
        box.setFixedWidth(max(EDITOR_WIDTH, inner.sizeHint().width() if inner is not self._needed else 0))
        row = QtWidgets.QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE)
        row.addWidget(inner)
        row.addWidget(self._needed, 1)
        self._needed.setVisible(kind is checklists.ItemKind.NUMBER)
        if isinstance(inner, answer_buttons.AnswerButtons):
            row.addStretch(1)
        self.editor.installEventFilter(self)
        return box

    def _photo_buttons(self) -> answer_buttons.AnswerButtons:
        buttons = answer_buttons.AnswerButtons(PHOTO_ANSWERS)
        buttons.picked.connect(self._photo_picked)
        return buttons

    def _photo_picked(self, code: str) -> None:
        if code == answers.Mark.DONE or (not code and self.item.value is answers.Mark.DONE):
            self._show_value(self.item)
            self.photo_wanted.emit(self.code)
            return
        self.answered.emit(self.code, answers.Mark(code) if code else None)

    def _picked(self, value: object) -> None:
        is_mark = isinstance(value, answers.Mark)
        self.answered.emit(self.code, value if is_mark else answers.Written(str(value)))


def _needed(item: checklist_pages.PageItem) -> str:
    if item.needed is None:
        return item.unit
    number = dotted(item.needed)
    if item.assumed:
        return _("lazimnya {number} {unit}").format(number=number, unit=item.unit)
    return _("dari {number} {unit}").format(number=number, unit=item.unit)
