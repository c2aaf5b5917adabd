# SPDX-License-Identifier: Apache-2.0
"""A room of a page which is furnished when somebody first enters it: a page then opens without all its parts."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6 import QtGui, QtWidgets

T = TypeVar("T")


class Room(QtWidgets.QWidget, Generic[T]):
    """Stands where a part of a page will stand; `furnish` makes that part, and `widget` says what of it is shown."""

    def __init__(
        self, furnish: Callable[[], T], widget: Callable[[T], QtWidgets.QWidget], *, waits: bool = False
    ) -> None:
        """`waits`: seen it stays empty; it is furnished when somebody asks for its content."""
        super().__init__()
        self._waits = waits
        self._furnish = furnish
        self._widget = widget
        self._content: T | None = None
        QtWidgets.QVBoxLayout(self).setContentsMargins(0, 0, 0, 0)

    @property
    def made(self) -> T | None:
        """The part, None while nobody wanted it."""
        return self._content

    @property
    def content(self) -> T:
        """The part, made now if it was never wanted."""
        if self._content is None:
            self._content = self._furnish()
            column = self.layout()
            assert column is not None
            part = self._widget(self._content)
            column.addWidget(part)
            if self.isVisible():
                part.show()  # now, not a turn of the events later
        return self._content

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        super().showEvent(event)
        if self._content is None and not self._waits:
            self.content  # noqa: B018 - made by looking
