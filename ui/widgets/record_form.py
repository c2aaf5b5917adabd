# SPDX-License-Identifier: Apache-2.0
"""A form over one record: each field is told when it is left, and a refusal stands under its field."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from ui import theme
from ui.widgets import form


class RecordForm(QtWidgets.QWidget):
    """Fields by name. `edited(record, name, value)`: another value was entered while `record` was shown."""

    edited = QtCore.Signal(object, str, object)

    def __init__(self, columns: int = 2, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form.Form(columns)
        self.record: object = None
        self._names: list[str] = []
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.form)

    def add(self, name: str, label: str, field: Any, hint: str = "", *, wide: bool = False) -> None:
        """Add a field which has `committed`, `set_value` and `commit`."""
        self.form.add(name, label, field, hint, wide=wide)
        self._names.append(name)
        field.committed.connect(lambda value, name=name: self._told(name, value))

    def suggest(self, name: str, words: Sequence[str]) -> None:
        """Propose words while one types in a field; anything else may be typed."""
        field = self.field(name)
        if isinstance(field, QtWidgets.QLineEdit):
            form.propose(field, words)

    def field(self, name: str) -> Any:
        return self.form.rows[name].field

    def show_record(self, record: object, values: Mapping[str, Any], seen: int | None = None) -> None:
        """Show a record as it was read so far (`seen`); what was typed for the one before is told first."""
        if record != self.record:
            self.commit()
            self.form.accept_all()
        self.record = record
        for name in self._names:
            if name in values:
                self.form.rows[name].show_value(values[name], seen)

    def seen(self, name: str) -> int | None:
        """How far what stands in a field was read."""
        return self.form.rows[name].seen

    def values(self) -> dict[str, Any]:
        """Every value that stands in the form."""
        return {name: self.field(name).value() for name in self._names}

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        if self.record is not None:
            self.form.commit()

    def refuse(self, record: object, name: str, words: str) -> None:
        """Say under a field why it was not accepted, if its record is still shown."""
        if record == self.record and name in self.form.rows:
            self.form.rows[name].refuse(words)

    def set_read_only(self, read_only: bool) -> None:
        """Let the fields be read and copied, not altered."""
        for name in self._names:
            field = self.field(name)
            if isinstance(field, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit):
                field.setReadOnly(read_only)
            else:
                field.setEnabled(not read_only)

    def _told(self, name: str, value: object) -> None:
        if self.record is not None:
            self.form.rows[name].accept()
            self.edited.emit(self.record, name, value)
