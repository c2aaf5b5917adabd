# SPDX-License-Identifier: Apache-2.0
"""Which office, who, and then its window: the way from the start of the program to work, and back to the door."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui import errors, runner
from ui.dialogs import login_dialog
from ui.start import known_offices

if TYPE_CHECKING:  # what stands behind the door is imported while somebody types the password
    from desk_app.operations.desk import Desk
    from ui.start import restoring, session

NEEDED = ("ui.start.session", "ui.pages.home_page")


class Program(QtCore.QObject):
    """`over()`: nothing is open any more. `entered(Session)`: an office stands in its window."""

    over = QtCore.Signal()
    entered = QtCore.Signal(object)

    def __init__(self, troubles: errors.Troubles | None = None) -> None:
        super().__init__()
        self.lanes = runner.Runner(self)
        self.session: session.Session | None = None
        self.dialog: QtWidgets.QDialog | None = None
        self._troubles = troubles
        if troubles is not None:
            self.lanes.trouble.connect(troubles.take)

    def begin(self, office: Path | None = None, *, is_demo: bool = False) -> None:
        """Show the first thing there is to show."""
        known = known_offices.all_known()
        if is_demo:
            self.show_demonstration()
        elif office is not None:
            self.show_door(office)
        elif known:
            self.show_door(known[0].folder)
        else:
            self.show_wizard()

    def show_door(self, folder: Path) -> None:
        """Ask for operator and password of the office in a folder."""
        folder = folder.absolute()
        known = known_offices.of(folder)
        others = [(one.folder, one.name) for one in known_offices.all_known() if one.folder != folder]
        dialog = login_dialog.LoginDialog(
            folder, self.lanes, office=known.name, operator=known.operator, others=others, needed=NEEDED
        )
        dialog.opened.connect(self._enter)
        dialog.new_wanted.connect(self.show_wizard)
        dialog.other_wanted.connect(self.show_door)
        dialog.forgotten.connect(lambda: self._recover(folder))
        dialog.rescue_wanted.connect(lambda wanted: self._rescue(folder, wanted))
        dialog.left.connect(self.end)
        self._show(dialog)

    def show_wizard(self) -> None:
        """Make a new office."""
        from ui.dialogs import wizard_dialog

        dialog = wizard_dialog.WizardDialog(self.lanes)
        dialog.opened.connect(self._enter)
        dialog.other_wanted.connect(self.show_door)
        dialog.demo_wanted.connect(self.show_demonstration)
        dialog.left.connect(self.end)
        self._show(dialog)

    def show_demonstration(self) -> None:
        """Open the demonstration office; the first time it is made."""
        from ui.dialogs import waiting_dialog
        from ui.start import demonstration

        folder = demonstration.home()
        dialog = waiting_dialog.WaitingDialog(
            _("Kantor contoh"),
            _("Kabupaten Wajo dengan 1.146 TPS, menurut angka yang diterbitkan; isiannya karangan. Hanya sekali."),
            self.lanes,
            lambda: demonstration.opened(folder),
            can_cancel=True,
        )
        dialog.finished_with.connect(self._enter)
        dialog.given_up.connect(self.end)
        self._show(dialog, at_once=False)

    def end(self) -> None:
        """Leave the program."""
        self._show(None)
        # Not from inside a delivery of the runner, which would wait for itself.
        QtCore.QTimer.singleShot(0, self, self._close)

    @QtCore.Slot()
    def _close(self) -> None:
        self.lanes.close()
        self.over.emit()

    def _recover(self, folder: Path) -> None:
        from ui.dialogs import recovery_dialog

        dialog = recovery_dialog.RecoveryDialog(folder, self.lanes, parent=self.dialog)
        dialog.opened.connect(self._enter)
        dialog.open()

    def _rescue(self, folder: Path, wanted: login_dialog.Rescue) -> None:
        from ui.start import restoring

        self._restore(restoring.Asked(folder, wanted.backup.folder, wanted.name, wanted.password))

    def _enter(self, desk: "Desk") -> None:
        made: Callable[..., session.Session] = importlib.import_module("ui.start.session").Session
        known_offices.keep(desk.folder, desk.identity.name, desk.operator.name)
        self.session = made(desk, self.lanes, self._troubles)
        self.session.ended.connect(self._left)
        self.session.show()
        self._show(None)
        self.entered.emit(self.session)

    def _left(self, leaving: str) -> None:
        before, self.session = self.session, None
        if before is None:
            return
        before.deleteLater()
        if leaving == "again":
            self._enter(before.desk)
        elif leaving == "restore" and before.restoring is not None:
            from ui.start import restoring

            asked = before.restoring
            name = before.desk.operator.name
            self._restore(restoring.Asked(before.desk.folder, asked.folder, name, asked.password, before.desk))
        elif leaving == "switch":
            self.show_door(before.desk.folder)
        else:
            self.end()

    def _restore(self, asked: "restoring.Asked") -> None:
        from ui.dialogs import waiting_dialog
        from ui.start import restoring

        dialog = waiting_dialog.WaitingDialog(
            _("Pulihkan backup"),
            _("Data sekarang disimpan dahulu, tidak dihapus. Sesudahnya kantor dibuka lagi."),
            self.lanes,
            lambda: restoring.steps(asked),
            at_once=True,
        )
        dialog.finished_with.connect(self._enter_restored)
        dialog.given_up.connect(lambda: self.show_door(asked.office))
        self._show(dialog, at_once=False)

    def _enter_restored(self, done: "restoring.Done") -> None:
        from ui.start import restoring

        self._enter(done.desk)
        if self.session is not None:
            self.session.window.tell(restoring.words(done))

    def _show(self, dialog: QtWidgets.QDialog | None, *, at_once: bool = True) -> None:
        before, self.dialog = self.dialog, dialog
        if dialog is not None and at_once:
            dialog.show()
        if before is not None:
            before.hide()
            before.deleteLater()
