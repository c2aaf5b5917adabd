# SPDX-License-Identifier: Apache-2.0
"""The first run: a new office in four steps, or one that is on this computer already, or the demonstration."""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import places
from desk_app.operations import offices
from ui import errors, icons, runner, theme
from ui.dialogs import wizard_details, wizard_place
from ui.widgets import form, notice, recovery_sheet


class WizardDialog(QtWidgets.QDialog):
    """`opened(Desk)`: the office is made and its recovery sheet kept. `other_wanted(Path)`, `demo_wanted()`,
    `left()`."""

    opened = QtCore.Signal(object)
    other_wanted = QtCore.Signal(object)
    demo_wanted = QtCore.Signal()
    left = QtCore.Signal()

    def __init__(self, lanes: runner.Runner, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._made: offices.Made | None = None
        self._given = False
        self.setWindowTitle(_("Desk Pemilu – kantor baru"))
        self.place = wizard_place.PlaceStep(lanes)
        self.desk = wizard_details.DeskStep()
        self.operator = wizard_details.OperatorStep()
        self.sheet = recovery_sheet.RecoverySheet()
        self.steps = QtWidgets.QStackedWidget()
        for step in (self.place, self.desk, self.operator, self.sheet):
            self.steps.addWidget(step)
        names = [_("Tempat"), _("Desk"), _("Operator"), _("Lembar pemulihan")]
        line, self._names = wizard_details.steps_line(names)
        self.notices = notice.NoticeBar()
        self.title = form.label(_("Kantor baru"), "title")
        self.back = self._button(_("Kembali"), self._go_back)
        self.next = self._button(_("Lanjut"), self._go_on, "primary")
        self.existing = self._button(_("Buka kantor yang sudah ada …"), self._ask_folder, "link")
        self.demo = self._button(_("Coba dengan data contoh"), self.demo_wanted.emit, "link")
        icons.put(self.existing, "pilih_folder", "primary")
        icons.put(self.demo, "lihat", "primary")
        foot = QtWidgets.QHBoxLayout()
        foot.setSpacing(theme.SPACE)
        for button in (self.existing, self.demo):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(line)
        column.addWidget(self.notices)
        column.addWidget(self.steps, 1)
        column.addLayout(foot)
        for changing in (self.place.changed, self.desk.changed, self.operator.changed, self.sheet.written.toggled):
            changing.connect(self._look)
        self.place.taken.connect(self._go_on)
        theme.dress(self)
        self.resize(720, 460)
        self._show_step(0)

    def reject(self) -> None:
        if self._made is not None and not self.sheet.written.isChecked():
            self.notices.tell(
                notice.Notice(_("Simpan dahulu kode pemulihan, lalu beri centang."), notice.Tone.WARNING)
            )
            return
        super().reject()
        self._give() if self._made is not None else self.left.emit()

    def _show_step(self, at: int) -> None:
        self.steps.setCurrentIndex(at)
        for number, label in enumerate(self._names):
            theme.set_role(label, "strong" if number == at else "muted")
        self.back.setVisible(0 < at < 3)
        self.existing.setVisible(at == 0)
        self.demo.setVisible(at == 0)
        self.next.setText({2: _("Buat kantor"), 3: _("Mulai bekerja")}.get(at, _("Lanjut")))
        (self.place.typed, self.desk.name, self.operator.passwords.first, self.sheet.print_button)[at].setFocus()
        self._look()

    @QtCore.Slot()
    def _look(self) -> None:
        ready = (
            lambda: self.place.value() is not None,
            self.desk.is_ready,
            self.operator.is_ready,
            self.sheet.written.isChecked,
        )
        self.next.setEnabled(ready[self.steps.currentIndex()]())

    @QtCore.Slot()
    def _go_back(self) -> None:
        self.notices.clear()
        self._show_step(self.steps.currentIndex() - 1)

    @QtCore.Slot()
    def _go_on(self) -> None:
        if not self.next.isEnabled():
            return
        at = self.steps.currentIndex()
        if at == 0 and (found := self.place.value()) is not None:
            self.desk.set_place(found)
            self._show_step(1)
        elif at == 1:
            self._show_step(2)
        elif at == 2:
            self._make()
        else:
            super().accept()
            self._give()

    def _make(self) -> None:
        found, password = self.place.value(), self.operator.passwords.value()
        if found is None or password is None:
            return
        district = found.level is places.Level.DISTRICT
        asked = offices.NewOffice(
            place=found.code,
            event=str(self.desk.election.value()),
            operator=self.operator.name.text().strip(),
            password=password,
            desk_name=self.desk.name.text().strip(),
            with_master_data=not (district and self.desk.receives.isChecked()),
        )
        folder = Path(self.desk.folder.text().strip())
        self.notices.tell(notice.Notice(_("Kantor sedang dibuat …")))
        self.next.setEnabled(False)
        self.back.setEnabled(False)
        self._lanes.write(lambda: offices.create_office(folder, asked), self._take, self._refuse)

    def _take(self, made: offices.Made) -> None:
        self._made = made
        self.notices.clear()
        self.operator.passwords.forget()
        self.title.setText(made.desk.identity.name)
        self.sheet.set_secret(made.desk.identity.name, made.recovery_secret)
        self._show_step(3)

    def _refuse(self, error: Exception) -> None:
        self.back.setEnabled(True)
        self._look()
        self.notices.clear()
        if isinstance(error, OSError):
            error = known.Refused("{path}: {reason}", path=error.filename, reason=error.strerror)
        if not isinstance(error, known.Refused):
            raise error
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _give(self) -> None:
        if self._made is not None and not self._given:
            self._given = True
            self.opened.emit(self._made.desk)

    def _ask_folder(self) -> None:
        chosen = QtWidgets.QFileDialog.getExistingDirectory(self, _("Pilih folder kantor"))
        if chosen:
            self.other_wanted.emit(Path(chosen))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self._go_on()
            return
        super().keyPressEvent(event)

    def _button(self, words: str, slot: object, role: str = "") -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(words)
        button.setAutoDefault(False)
        if role:
            theme.set_role(button, role)
        button.clicked.connect(lambda _checked=False: slot())  # type: ignore[operator]
        return button
