# SPDX-License-Identifier: Apache-2.0
"""Forms with a button of their own lose nothing: what was typed and not written is a draft until it is written or
thrown away, and stands in the form again when that is opened again.

`Drafts` holds those of a page, `DraftedForm` ties the fields of one form to them, `DraftLine` says so in the form, and
`DraftButton` lists those whose form is not in sight.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import drafts
from ui import icons, theme
from ui.widgets import place_box

KEEP_MS = 1000
"""So long at most what is typed is in memory only."""


class Drafts(QtCore.QObject):
    """The drafts of a page. `altered(key)`: to be kept, or forgotten where `get` finds none; told once in a while.

    `listed()`: other ones wait. `came(key)`: one that was kept was read. `thrown(Draft)`: the user threw it away.
    """

    altered = QtCore.Signal(str)
    came = QtCore.Signal(str)
    listed = QtCore.Signal()
    thrown = QtCore.Signal(object)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._held: dict[str, drafts.Draft] = {}
        self._dirty: set[str] = set()
        self._in_sight: set[str] = set()
        self._pause = QtCore.QTimer(self, singleShot=True, interval=KEEP_MS)
        self._pause.timeout.connect(self.flush)

    def load(self, found: Iterable[drafts.Draft]) -> None:
        """Take those that were kept; what has been typed meanwhile stands."""
        for one in found:
            if one.key not in self._dirty and one.key not in self._held:
                self._held[one.key] = one
                self.came.emit(one.key)
        self.listed.emit()

    def get(self, key: str) -> drafts.Draft | None:
        return self._held.get(key)

    def first(self, begin: str) -> drafts.Draft | None:
        """One whose key begins so, None without one."""
        return next((one for key, one in self._held.items() if key.startswith(begin)), None)

    def keep(self, draft: drafts.Draft) -> None:
        """Keep a draft in place of the one before of that form."""
        if self._held.get(draft.key) != draft:
            is_new = draft.key not in self._held
            self._held[draft.key] = draft
            self._alter(draft.key, is_new)

    def drop(self, key: str) -> None:
        """Forget a draft: it is written now, or there is nothing in the form."""
        if self._held.pop(key, None) is not None:
            self._alter(key, True)

    def throw_away(self, key: str) -> None:
        """Forget a draft because the user wants so; it can be brought back."""
        draft = self._held.get(key)
        if draft is not None:
            self.drop(key)
            self.thrown.emit(draft)

    def waiting(self) -> list[drafts.Draft]:
        """Those whose form is not in sight."""
        return [one for key, one in self._held.items() if key not in self._in_sight]

    def set_in_sight(self, key: str, is_in_sight: bool) -> None:
        """Say whether the form of a draft is before the user."""
        before = len(self._in_sight)
        (self._in_sight.add if is_in_sight else self._in_sight.discard)(key)
        if len(self._in_sight) != before and key in self._held:
            self.listed.emit()

    @QtCore.Slot()
    def flush(self) -> None:
        """Tell at once what was altered, as before the window closes."""
        self._pause.stop()
        dirty, self._dirty = self._dirty, set()
        for key in sorted(dirty):
            self.altered.emit(key)

    def _alter(self, key: str, is_listed: bool) -> None:
        self._dirty.add(key)
        if not self._pause.isActive():
            self._pause.start()
        if is_listed:
            self.listed.emit()


class DraftLine(QtWidgets.QWidget):
    """The quiet line in a form that holds a draft. `thrown()`: it is not wanted any more."""

    thrown = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QtWidgets.QLabel()
        picture.setPixmap(icons.icon("ubah", "muted").pixmap(16, 16))
        self.words = QtWidgets.QLabel(_("Draf belum disimpan: lanjutkan, atau"))
        theme.set_role(self.words, "small")
        self.button = QtWidgets.QPushButton(_("buang"))
        theme.set_role(self.button, "quiet")
        self.button.setAccessibleName(_("Buang draf"))
        self.button.setToolTip(_("Buang draf"))
        self.button.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(lambda _checked=False: self.thrown.emit())
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (picture, self.words, self.button):
            row.addWidget(part)
        row.addStretch(1)
        # Its room is there before it comes, so that nothing moves then.
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()


class DraftedForm(QtCore.QObject):
    """The fields of one form, by name, and the draft they are while the form is begun."""

    def __init__(
        self, held: Drafts, fields: Mapping[str, QtWidgets.QWidget], line: DraftLine, sheet: QtWidgets.QWidget
    ) -> None:
        """`sheet`: what is shown while the form is; `line` stands in it."""
        super().__init__(sheet)
        self._drafts = held
        self._fields = dict(fields)
        self._line = line
        self._sheet = sheet
        self._key = ""
        self._words = ""
        self.seen: int | None = None
        """What the form had seen when something was first typed in it."""
        self._begun: dict[str, Any] = {}
        for field in self._fields.values():
            _watch(field, self._typed)
        line.thrown.connect(self.throw_away)
        held.came.connect(self._came)
        sheet.installEventFilter(self)

    @property
    def key(self) -> str:
        """Which form is begun, empty when none is."""
        return self._key

    def begin(self, key: str, words: str, seen: int | None = None) -> bool:
        """Begin a form whose fields are as empty as they will be; a draft of it is put into them. Returns whether.

        `seen`: how far what the form alters was read; a draft remembers what it had seen itself.
        """
        self.end()
        self.seen = seen
        self._begun = self._values()
        self._words = words
        self._drafts.set_in_sight(key, self._sheet.isVisible())
        return self._put_draft(key)

    def look(self, seen: int | None) -> None:
        """What the form alters was read and shown anew; that counts as long as nothing is typed."""
        if self._drafts.get(self._key) is None:
            self.seen = seen

    def fill(self, name: str, value: Any) -> None:
        """Put in what the program knows beforehand, as if the form had begun with it; what was typed stays."""
        is_typed = self._values()[name] != self._begun.get(name)
        if not is_typed:
            _put(self._fields[name], value)
            self._begun[name] = _value(self._fields[name])

    def end(self) -> None:
        """Leave the form; what was typed stays a draft."""
        key, self._key = self._key, ""
        if key:
            self._drafts.set_in_sight(key, False)
        self._line.hide()

    @QtCore.Slot()
    def throw_away(self) -> None:
        """Take out what was typed and forget it; the user can bring it back."""
        key = self._key
        if not key:
            return
        self._key = ""
        for name, value in self._begun.items():
            _put(self._fields[name], value)
        self._key = key
        self._line.hide()
        self._drafts.throw_away(key)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        shows = event.type() is QtCore.QEvent.Type.Show
        if self._key and (shows or event.type() is QtCore.QEvent.Type.Hide):
            self._drafts.set_in_sight(self._key, shows)
        return super().eventFilter(watched, event)

    @QtCore.Slot(str)
    def _came(self, key: str) -> None:
        # The form was begun before the drafts were read.
        if key == self._key:
            self._put_draft(key)

    def _put_draft(self, key: str) -> bool:
        draft = self._drafts.get(key)
        self._key = ""
        for name, value in (draft.values if draft is not None else {}).items():
            if name in self._fields:
                _put(self._fields[name], value)
        if draft is not None:
            self.seen = draft.seen
        self._key = key
        self._line.setVisible(draft is not None)
        return draft is not None

    def _values(self) -> dict[str, Any]:
        return {name: _value(field) for name, field in self._fields.items()}

    def _typed(self) -> None:
        if not self._key:
            return
        typed = {name: value for name, value in self._values().items() if value != self._begun.get(name)}
        if typed:
            self._drafts.keep(drafts.Draft(self._key, self._words, typed, self.seen))
        else:
            self._drafts.drop(self._key)
            self._line.hide()


class DraftButton(QtWidgets.QPushButton):
    """Lists the drafts whose form is not in sight; hidden without one. `wanted(key)`: go on with this one."""

    wanted = QtCore.Signal(str)

    def __init__(self, held: Drafts, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = held
        icons.put(self, "ubah")
        theme.set_role(self, "menu")
        self.choices = QtWidgets.QMenu(self)
        self.setMenu(self.choices)
        held.listed.connect(self._show_all)
        self._show_all()

    @QtCore.Slot()
    def _show_all(self) -> None:
        waiting = self._drafts.waiting()
        self.setVisible(bool(waiting) and self.parent() is not None)
        count = len(waiting)
        self.setText(ngettext("{count} draf", "{count} draf", count).format(count=count))
        words = ngettext("{count} draf belum disimpan", "{count} draf belum disimpan", count).format(count=count)
        self.setToolTip(words)
        self.setAccessibleName(words)
        for old in self.choices.findChildren(QtWidgets.QMenu):
            old.deleteLater()
        self.choices.clear()
        for one in waiting:
            said = _("{what}: “{words}”").format(what=one.words, words=one.excerpt) if one.excerpt else one.words
            part = self.choices.addMenu(said)
            part.addAction(_("Lanjutkan")).triggered.connect(
                lambda _checked=False, key=one.key: self.wanted.emit(key)
            )
            # Where the place for it is gone meanwhile, its words are not.
            part.addAction(_("Salin teksnya")).triggered.connect(
                lambda _checked=False, values=one.values: _copy(values)
            )
            part.addAction(_("Buang draf")).triggered.connect(
                lambda _checked=False, key=one.key: self._drafts.throw_away(key)
            )


def _copy(values: Mapping[str, Any]) -> None:
    texts = [value if isinstance(value, str) else value[-1] for value in values.values() if value and value is not True]
    QtGui.QGuiApplication.clipboard().setText("\n".join(texts))


def _watch(field: Any, slot: Any) -> None:
    """Hear of whatever the user alters in a field."""
    if isinstance(field, QtWidgets.QCheckBox):
        field.clicked.connect(lambda _on: slot())
        return
    if isinstance(field, QtWidgets.QLineEdit):
        field.textEdited.connect(lambda _text: slot())
    elif isinstance(field, QtWidgets.QPlainTextEdit):
        field.textChanged.connect(slot)
    field.committed.connect(lambda _value: slot())
    if isinstance(field, place_box.PlaceBox):
        field.settled.connect(slot)


def _value(field: Any) -> Any:
    """What stands in a field, as JSON can hold it."""
    if isinstance(field, place_box.PlaceBox):
        return field.state()
    if isinstance(field, QtWidgets.QCheckBox):
        return field.isChecked()
    if isinstance(field, QtWidgets.QLineEdit):
        return field.text()
    if isinstance(field, QtWidgets.QPlainTextEdit):
        return field.toPlainText()
    return field.value()


def _put(field: Any, value: Any) -> None:
    if isinstance(field, place_box.PlaceBox):
        field.set_state(value if _is_state(value) else ["", "", ""])
    elif isinstance(field, QtWidgets.QCheckBox):
        field.setChecked(bool(value))
    else:
        field.commit()
        field.set_value(value)


def _is_state(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 3
