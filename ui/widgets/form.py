# SPDX-License-Identifier: Apache-2.0
"""Fields under their labels, with a hint, and the refusal under the field it is about."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from ui import icons, theme
from ui.widgets import fields


class FormRow(QtWidgets.QWidget):
    """A label, a field, and a line below which is a hint or a refusal."""

    def __init__(
        self, label: str, field: Any, hint: str = "", parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.seen: int | None = None
        """How far what stands in the field was read: what a save of it has seen."""
        self._hint = hint
        self.label = QtWidgets.QLabel(label)
        theme.set_role(self.label, "label")
        self.label.setBuddy(field)
        field.setAccessibleName(label)
        self._below = QtWidgets.QLabel(hint, wordWrap=True)
        theme.set_role(self._below, "small")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.label)
        column.addWidget(field)
        column.addWidget(self._below)
        column.addStretch(1)
        self._below.setVisible(bool(hint))

    def show_value(self, value: Any, seen: int | None = None) -> None:
        """Show what was just read. What is being typed stays, and has seen what was read before."""
        self.look(seen)
        self.field.set_value(value)

    def look(self, seen: int | None) -> None:
        """Take over how far it was read, unless something is being typed."""
        if not getattr(self.field, "is_typed", False):
            self.seen = seen

    def refuse(self, words: str) -> None:
        """Say under the field what is wrong with it."""
        fields.refuse(self.field, True)
        theme.set_role(self._below, "error")
        self._below.setText(words)
        self._below.show()
        make_room(self)

    def accept(self) -> None:
        """Take the refusal away."""
        fields.refuse(self.field, False)
        theme.set_role(self._below, "small")
        self._below.setText(self._hint)
        self._below.setVisible(bool(self._hint))

    def set_hint(self, words: str) -> None:
        """Another hint below the field; a refusal stays until it is taken away."""
        self._hint = words
        if not self.refusal:
            self._below.setText(words)
            self._below.setVisible(bool(words))

    @property
    def hint(self) -> str:
        """What stands below the field as long as nothing is refused."""
        return self._hint

    @property
    def refusal(self) -> str:
        return self._below.text() if self._below.property("role") == "error" else ""


class Form(QtWidgets.QWidget):
    """Rows in one or more columns, filled row by row (Tab order is reading order)."""

    def __init__(self, columns: int = 1, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, FormRow] = {}
        self._columns = columns
        self._wide: set[str] = set()
        self._at = 0
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.SPACE)
        self._grid.setVerticalSpacing(12)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, name: str, label: str, field: QtWidgets.QWidget, hint: str = "", *, wide: bool = False) -> FormRow:
        """Add a field under a name by which it is found in `rows`; `wide` takes a whole line."""
        row = FormRow(label, field, hint)
        self.rows[name] = row
        if wide:
            self._wide.add(name)
        self._place(row, wide=wide)
        return row

    def _place(self, row: FormRow, *, wide: bool) -> None:
        span = self._columns if wide else 1
        if self._at % self._columns + span > self._columns:
            self._at += self._columns - self._at % self._columns
        self._grid.addWidget(row, self._at // self._columns, self._at % self._columns, 1, span)
        self._at += span

    def add_heading(self, words: str) -> None:
        """Begin a new part of the form."""
        label = QtWidgets.QLabel(words)
        theme.set_role(label, "heading")
        self._at += -self._at % self._columns
        self._grid.addWidget(label, self._at // self._columns, 0, 1, self._columns)
        self._at += self._columns

    def add_foot(self, widget: QtWidgets.QWidget) -> None:
        """A whole line below the rows for something that is no field."""
        self._at += -self._at % self._columns
        self._grid.addWidget(widget, self._at // self._columns, 0, 1, self._columns)
        self._at += self._columns

    def show_only(self, names: Collection[str]) -> None:
        """Show these rows alone, in their order and without holes; the headings go."""
        self._at = 0
        for name, row in self.rows.items():
            row.setVisible(name in names)
            self._grid.removeWidget(row)
            if name in names:
                self._place(row, wide=name in self._wide)

    def accept_all(self) -> None:
        """Take all refusals away."""
        for row in self.rows.values():
            row.accept()

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        for row in self.rows.values():
            commit = getattr(row.field, "commit", None)
            if commit is not None:
                commit()


def propose(field: QtWidgets.QLineEdit, words: Sequence[str]) -> None:
    """Propose words while one types in a field; anything else may be typed."""
    completer = QtWidgets.QCompleter(list(words), field)
    completer.setCaseSensitivity(QtCore.Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(QtCore.Qt.MatchFlag.MatchContains)
    popup = completer.popup()
    if popup is not None:
        theme.dress(popup)
    field.setCompleter(completer)


def make_room(part: QtWidgets.QWidget) -> None:
    """Let the dialog in which a part stands grow to what its words need now; a window has its size from its user."""
    dialog = part.window()
    layout = dialog.layout() if isinstance(dialog, QtWidgets.QDialog) else None
    if layout is None:
        return
    inner: QtWidgets.QWidget | None = part
    while inner is not None and inner is not dialog:
        inside = inner.layout()
        if inside is not None:
            inside.invalidate()
            inside.activate()
        inner = inner.parentWidget()
    layout.invalidate()
    layout.activate()
    height = layout.totalHeightForWidth(dialog.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()
    if height > dialog.height():
        dialog.resize(dialog.width(), height)


def card(*widgets: QtWidgets.QWidget, title: str = "", margin: int = 12) -> QtWidgets.QFrame:
    """A white card with a title and widgets one under the other."""
    frame = QtWidgets.QFrame()
    theme.set_role(frame, "card")
    column = QtWidgets.QVBoxLayout(frame)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(theme.SPACE)
    if title:
        head = QtWidgets.QLabel(title)
        theme.set_role(head, "heading")
        column.addWidget(head)
    for widget in widgets:
        column.addWidget(widget)
    return frame


class Scrolled(QtWidgets.QScrollArea):
    """Scrolls up and down only, so it is never narrower than what is in it when it comes into a window."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._width = 0

    def changeEvent(self, event: QtCore.QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QtCore.QEvent.Type.StyleChange:
            # Not yet: the layouts inside still hold the sizes of before.
            QtCore.QTimer.singleShot(0, self, self._measure)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if event.type() is QtCore.QEvent.Type.LayoutRequest and watched is self.widget():
            self._measure()
        return done

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(self._width, super().minimumSizeHint().height())

    def _measure(self) -> None:
        inner = self.widget()
        if inner is not None:
            self._width = max(inner.minimumSizeHint().width(), 0)
            self.updateGeometry()


def scrolled(widget: QtWidgets.QWidget) -> QtWidgets.QScrollArea:
    """A widget in an area that scrolls up and down, so that it needs no height of its own."""
    area = Scrolled()
    if not widget.property("role"):
        theme.set_role(widget, "plain")
    area.setWidget(widget)
    return area


def line() -> QtWidgets.QFrame:
    """A thin line between two parts."""
    frame = QtWidgets.QFrame()
    theme.set_role(frame, "line")
    frame.setFixedHeight(1)
    frame.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed)
    return frame


def label(words: str = "", role: str = "", *, wraps: bool = False) -> QtWidgets.QLabel:
    """A label in a role of the style sheet (`title`, `heading`, `strong`, `muted`, `small`, `error`)."""
    made = QtWidgets.QLabel(words, wordWrap=wraps)
    made.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    if role:
        theme.set_role(made, role)
    return made


def button(icon: str, words: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
    """A button with a picture that calls `slot` without the words of Qt."""
    made = QtWidgets.QPushButton(words)
    icons.put(made, icon)
    made.clicked.connect(lambda _checked=False: slot())
    return made


def empty(layout: QtWidgets.QLayout) -> None:
    """Take everything out of a layout; what stood there is gone from sight at once and deleted soon."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
