# SPDX-License-Identifier: Apache-2.0
"""The locked window: nothing is seen and nothing typed until the operator's password is given."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import count_keys, locking
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import form, password_field


class LockPanel(QtWidgets.QWidget):
    """Stands over the whole window. `unlocked()`, `switch_wanted()`: somebody else wants to work."""

    unlocked = QtCore.Signal()
    switch_wanted = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner, window: QtWidgets.QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._lanes = lanes
        self._before: QtWidgets.QWidget | None = None
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.password = password_field.PasswordField(_("Kata sandi"))
        self.password.returnPressed.connect(self._unlock)
        self.password.setAccessibleName(_("Kata sandi"))
        self.trouble = form.label("", "error", wraps=True)
        self.button = QtWidgets.QPushButton(_("Buka kunci"))
        icons.put(self.button, "kunci", "on_primary")
        theme.set_role(self.button, "primary")
        self.button.clicked.connect(self._unlock)
        switch = QtWidgets.QPushButton(_("Ganti operator"))
        theme.set_role(switch, "link")
        switch.clicked.connect(lambda: self.switch_wanted.emit())
        card = form.card(
            form.label(desk.identity.name, "heading", wraps=True),
            form.label(_("Terkunci · {name}").format(name=desk.operator.name), "muted", wraps=True),
            self.password,
            self.trouble,
            self.button,
            switch,
            margin=24,
        )
        card.setFixedWidth(360)
        column = QtWidgets.QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card, 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        window.installEventFilter(self)
        self.hide()

    def lock(self) -> None:
        """Cover the window and take the keyboard; a count that two have opened is closed again."""
        self._lanes.write(lambda: count_keys.close(self._desk))
        self._before = QtWidgets.QApplication.focusWidget()
        self.password.forget()
        self.trouble.clear()
        self._enable_rest(False)
        self.show()
        self.raise_()
        self.password.setFocus()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        window = self.parentWidget()
        if event.type() == QtCore.QEvent.Type.Resize and window is not None:
            self.setGeometry(window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        QtGui.QPainter(self).fillRect(self.rect(), theme.colour(theme.tokens().window))

    @QtCore.Slot()
    def _unlock(self) -> None:
        typed = self.password.text()
        self.button.setEnabled(False)
        self._lanes.read(lambda: locking.require_operator(self._desk, typed), self._open, self._refuse, key="lock")

    def _enable_rest(self, enabled: bool) -> None:
        """Let the window behind be used, or not, keyboard shortcuts included."""
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        for child in window.children():
            if isinstance(child, QtWidgets.QWidget) and child is not self:
                child.setEnabled(enabled)
        for action in window.actions():
            if not enabled:
                action.setProperty("before", action.isEnabled())
                action.setEnabled(False)
            elif action.property("before") is not None:
                action.setEnabled(bool(action.property("before")))

    def _open(self, _result: object) -> None:
        self.button.setEnabled(True)
        self.password.forget()
        self._enable_rest(True)
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.unlocked.emit()

    def _refuse(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if not isinstance(error, known.Refused):
            raise error
        self.trouble.setText(errors.words(error))
        self.password.selectAll()
        self.password.setFocus()
