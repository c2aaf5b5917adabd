# SPDX-License-Identifier: Apache-2.0
"""The sheet of one place: its head, the items under their sections, and a foot with what the keys do.

It knows values only: the page that owns it saves what `answered` and `noted` tell, and gives back the page as read.
What is on its way to being saved is not overwritten by an older reading.
"""

import functools
from collections import Counter
from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import answers
from desk_app.operations import checklist_pages, place_sheets
from ui import theme
from ui.widgets import checklist_row, empty_state, fields, finding_list, form, former_answers, sheet_foot, sheet_head


class ChecklistSheet(QtWidgets.QFrame):
    """The checklist of one place.

    `answered(subject, item, Mark | int | None)`, `noted(subject, item, text)`, `issue_wanted(item)`,
    `issue_followed(record)`, `dispute_followed(record)`, `copy_wanted(item)`, `history_wanted(record)`;
    `place_stepped(-1 or 1)`: Ctrl+up, Ctrl+down; `left()`: Escape; `ended()`: Enter on the last item.
    `photo_wanted(item)`; `reasoned(check, text)`: a reason for a numbered check.
    """

    answered = QtCore.Signal(str, str, object)
    noted = QtCore.Signal(str, str, str)
    issue_wanted = QtCore.Signal(str)
    issue_followed = QtCore.Signal(object)
    dispute_followed = QtCore.Signal(object)
    copy_wanted = QtCore.Signal(str)
    history_wanted = QtCore.Signal(object)
    place_stepped = QtCore.Signal(int)
    left = QtCore.Signal()
    photo_wanted = QtCore.Signal(str)
    reasoned = QtCore.Signal(str, str)
    ended = QtCore.Signal()

    def __init__(
        self, when: Callable[[int], str] = str, office: str = "", parent: QtWidgets.QWidget | None = None
    ) -> None:
        """`when` writes a moment (seconds UTC) as the office writes it; `office` is its own name."""
        super().__init__(parent)
        theme.set_role(self, "card")
        self._when = when
        self._office = office
        self.page: checklist_pages.ChecklistPage | None = None
        self.rows: list[checklist_row.ItemRow] = []
        self._shape: list[tuple[str, int, str]] | None = None
        self._saving: Counter[tuple[str, str]] = Counter()
        self._sections: dict[str, QtWidgets.QLabel] = {}
        self._current = 0
        self._told = self._went_from = -1
        """The row that is just being answered; the one from which an answer went on to the next by itself."""
        self.head = sheet_head.SheetHead()
        self._list = QtWidgets.QWidget()
        theme.set_role(self._list, "plain")
        self._column = QtWidgets.QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 4, 8)
        self._column.setSpacing(0)
        self.area = QtWidgets.QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._list)
        self.foot = sheet_foot.Foot()
        self.foot.note.clicked.connect(lambda: self._meant(self._current).begin_note())
        self.foot.issue.clicked.connect(lambda: self._issue_of(self._meant(self._current)))
        self.foot.copy.clicked.connect(lambda: self.copy_wanted.emit(self.current_row().code))
        self.foot.history.clicked.connect(lambda: self.history_wanted.emit(self.current_row().item.record))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 1)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(form.line())
        self.findings = finding_list.FindingList()
        self.findings.reasoned.connect(self.reasoned)
        column.addWidget(self.findings)
        column.addWidget(self.area, 1)
        column.addWidget(self.foot)
        for keys, by in (("Ctrl+Down", 1), ("Ctrl+Up", -1)):
            shortcut = QtGui.QShortcut(QtGui.QKeySequence(keys), self)
            shortcut.setContext(QtCore.Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda by=by: self._step_place(by))

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(560, 200)

    def set_sheet(self, sheet: place_sheets.PlaceSheet) -> None:
        """Show a place."""
        page, sides = sheet.page, sheet.sides
        if self.page is not None and page.subject != self.page.subject:
            self.commit()
            for row in self.rows:
                row.set_refusal("")
            self._current = 0
            self._went_from = -1
            self.area.verticalScrollBar().setValue(0)
        had_focus = self.has_focus()
        shape = [(section.code, item.no, item.kind.value) for section in page.sections for item in section.items]
        stays = self.page is not None and self.page.subject == page.subject and bool(self.rows)
        self.page = page
        if shape != self._shape:
            code, typed = self._in_hand() if stays else ("", "")
            self._build(page)
            self._shape = shape
            self._take_up(code)
        else:
            typed = ""
        self.head.show_sheet(sheet)
        for row, item in zip(self.rows, page.items, strict=True):
            # What was refused stays to be put right, beside its refusal.
            is_kept = self._saving[page.subject, item.code] > 0 or (row.is_refused and row.code == item.code)
            row.set_item(item, sides.get(item.code, ""), keep_value=is_kept, seen=page.seen)
        self.findings.set_findings(page.findings)
        self.former.set_answers(page.former)
        for section in page.sections:
            self._sections[section.code].setText(f"{section.answered}/{section.total}" if section.total else "")
        self._show_foot()
        if had_focus and self.rows:
            self.focus_row(min(self._current, len(self.rows) - 1))
            editor = self.current_row().editor
            if typed and isinstance(editor, QtWidgets.QLineEdit):
                editor.setText("")
                editor.insert(typed)
                # After the field has selected all, as it does when the focus comes: the next digit is added.
                QtCore.QTimer.singleShot(0, editor, functools.partial(editor.end, False))

    def _in_hand(self) -> tuple[str, str]:
        """The item in which the keys work, and what is being typed there, before rows come or go by a condition."""
        row = self.current_row()
        for other in self.rows:
            if other is not row:
                other.commit()
        typed = isinstance(row.editor, fields.NumberField | fields.LineField) and row.editor.is_typed
        return row.code, row.editor.text() if typed and isinstance(row.editor, QtWidgets.QLineEdit) else ""

    def _take_up(self, code: str) -> None:
        self._current = next((place for place, row in enumerate(self.rows) if row.code == code), 0)

    def begin_saving(self, subject: str, item: str) -> None:
        """An answer is on its way: what is read meanwhile is older."""
        self._saving[subject, item] += 1
        self.head.saved.setText(_("menyimpan …"))

    def end_saving(self, subject: str, item: str, refusal: str = "") -> None:
        """It is saved, or refused in these words."""
        self._saving[subject, item] -= 1
        if self._saving[subject, item] <= 0:
            del self._saving[subject, item]
        row = self.row_of(item)
        if row is not None and self.page is not None and self.page.subject == subject:
            row.set_refusal(refusal)
        self.findings.refuse(item, refusal)
        if not self._saving:
            self.head.saved.setText("" if refusal else "✓ " + _("tersimpan"))

    def seen_of(self, item: str) -> int | None:
        """How far what stands at an item was read."""
        row = self.row_of(item)
        return row.seen if row is not None else None

    def row_of(self, item: str) -> checklist_row.ItemRow | None:
        """The row that shows an item."""
        return next((row for row in self.rows if row.code == item), None)

    def has_focus(self) -> bool:
        """Whether the keys work in the sheet now."""
        focus = QtWidgets.QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def current_row(self) -> checklist_row.ItemRow:
        return self.rows[self._current]

    def focus_row(self, place: int) -> None:
        """Let the keys work in one row."""
        if 0 <= place < len(self.rows):
            row = self.rows[place]
            focus = QtWidgets.QApplication.focusWidget()
            if focus is None or not row.isAncestorOf(focus):
                row.editor.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
            self._set_current(place)

    def focus_item(self, code: str) -> bool:
        """Let the keys work in the row of an item; False when there is none."""
        place = next((place for place, row in enumerate(self.rows) if row.code == code), None)
        if place is not None:
            self.focus_row(place)
        return place is not None

    def focus_first_open(self) -> None:
        """Let the keys work in the first item that waits for an answer, else in the first."""
        open_ = [place for place, row in enumerate(self.rows) if row.item.required and row.item.value is None]
        self.focus_row(open_[0] if open_ else 0)

    def commit(self) -> None:
        """Tell what is typed and not yet told."""
        for row in self.rows:
            row.commit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _build(self, page: checklist_pages.ChecklistPage) -> None:
        while (taken := self._column.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.blockSignals(True)  # the focus leaves it now: what was typed is taken over, not told half
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.rows = []
        self._sections = {}
        for section in page.sections:
            self._column.addWidget(self._section_head(section))
            for item in section.items:
                row = checklist_row.ItemRow(item)
                self._connect(row, len(self.rows))
                self.rows.append(row)
                self._column.addWidget(row)
        if not self.rows:
            self._column.addWidget(
                empty_state.EmptyState(
                    "kesiapan", _("Tidak ada butir pada tahap ini"), _("Pilih tahap lain di kanan atas.")
                )
            )
        self.former = former_answers.FormerAnswers()
        self._column.addWidget(self.former)
        self._column.addStretch(1)
        self._current = 0

    def _section_head(self, section: checklist_pages.PageSection) -> QtWidgets.QWidget:
        box = QtWidgets.QWidget()
        line = QtWidgets.QHBoxLayout(box)
        line.setContentsMargins(12, 10, 12, 2)
        line.setSpacing(theme.SPACE)
        line.addWidget(form.label(section.label, "strong"))
        line.addWidget(form.line(), 1)
        count = form.label("", "muted")
        line.addWidget(count)
        self._sections[section.code] = count
        return box

    def _connect(self, row: checklist_row.ItemRow, place: int) -> None:
        row.answered.connect(lambda code, value: self._answered(place, code, value))
        row.note_wanted.connect(lambda: self._meant(place).begin_note())
        row.noted.connect(lambda code, text: self._noted(code, text))
        row.issue_wanted.connect(lambda _code: self.issue_wanted.emit(self._meant(place).code))
        row.issue_followed.connect(self.issue_followed)
        row.dispute_followed.connect(self.dispute_followed)
        row.copy_wanted.connect(self.copy_wanted)
        row.stepped.connect(lambda by: self._step(place, by))
        row.passed.connect(lambda: self._pass(place))
        row.came.connect(lambda: self._set_current(place))
        row.photo_wanted.connect(self.photo_wanted)

    def _answered(self, place: int, code: str, value: answers.AnswerValue | None) -> None:
        self._told = place
        QtCore.QTimer.singleShot(0, self, self._forget_told)
        if self.page is not None:
            self.answered.emit(self.page.subject, code, value)

    def _meant(self, place: int) -> checklist_row.ItemRow:
        """The row that N and M are about: the one above, where it has just failed and the keys went on from it."""
        row, above = self.rows[place], self.rows[place - 1]
        went_on = place > 0 and self._went_from == place - 1
        is_above = went_on and above.fails and not above.item.issue and row.item.value is None and not row.item.note
        return above if is_above else row

    def _noted(self, code: str, text: str) -> None:
        if self.page is not None:
            self.noted.emit(self.page.subject, code, text)

    def _forget_told(self) -> None:
        self._told = -1

    def _step(self, place: int, by: int) -> None:
        self._went_from = place if by > 0 and place == self._told else -1
        if place + by >= len(self.rows):
            self.rows[place].commit()
            self.foot.say_end()
        elif place + by >= 0:
            self.rows[place + by].editor.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _pass(self, place: int) -> None:
        self._step(place, 1)
        if place + 1 == len(self.rows):
            self.ended.emit()

    def _step_place(self, by: int) -> None:
        self.commit()
        self.place_stepped.emit(by)

    def _issue_of(self, row: checklist_row.ItemRow) -> None:
        row.commit()
        if row.item.issue:
            self.issue_followed.emit(row.item.issue)
        else:
            self.issue_wanted.emit(row.code)

    def _set_current(self, place: int) -> None:
        self._current = place
        if place != self._went_from + 1:
            self._went_from = -1
        for at, row in enumerate(self.rows):
            row.set_current(at == place)
        self._show_foot()
        row = self.rows[place]
        self.area.ensureVisible(0, row.y() + row.height() // 2, 0, row.height() // 2 + 48)

    def _show_foot(self) -> None:
        self.foot.setVisible(bool(self.rows))
        if self.rows:
            item = self.current_row().item
            office = "" if item.changed_office == self._office else item.changed_office
            author = ", ".join(part for part in (item.changed_by, office, self._when(item.changed_at)) if part)
            self.foot.show_item(item, _("diisi {author}").format(author=author) if item.changed_at else "")
