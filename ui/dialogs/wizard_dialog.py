# SPDX-License-Identifier: Apache-2.0
"""The first run: a ready file from the kabupaten, or a new office in four steps, or one that is on this computer
already, or the demonstration.
"""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import places
from desk_app.operations import enrolment, offices, ready_files
from ui import errors, icons, runner, theme
from ui.dialogs import wizard_details, wizard_place, wizard_ready
from ui.widgets import form, notice, progress_panel, recovery_sheet

_PLACE, _DESK, _OPERATOR, _SHEET, _READY = range(5)


class WizardDialog(QtWidgets.QDialog):
    """`opened(Desk)`: the office is made and its recovery sheet kept. `other_wanted(Path)`, `demo_wanted()`,
    `left()`."""

    opened = QtCore.Signal(object)
    other_wanted = QtCore.Signal(object)
    demo_wanted = QtCore.Signal()
    left = QtCore.Signal()

    def __init__(
        self,
        lanes: runner.Runner,
        find: wizard_ready.Find = wizard_ready.on_sticks,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._from_file = False
        self._handle: runner.Handle | None = None
        self._made: offices.Made | None = None
        self._given = False
        self.setWindowTitle(_("Desk Pemilu – kantor baru"))
        self.place = wizard_place.PlaceStep(lanes)
        self.desk = wizard_details.DeskStep()
        self.operator = wizard_details.OperatorStep()
        self.sheet = recovery_sheet.RecoverySheet()
        self.offer = wizard_ready.ReadyOffer(lanes, find)
        self.ready = wizard_ready.ReadyStep(lanes, find)
        first = QtWidgets.QWidget()
        both = QtWidgets.QVBoxLayout(first)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        both.addWidget(self.offer)
        both.addWidget(self.place, 1)
        self.steps = QtWidgets.QStackedWidget()
        for step in (first, self.desk, self.operator, self.sheet, self.ready):
            self.steps.addWidget(step)
        last = [_("Operator"), _("Lembar pemulihan")]
        ways = (([_("Tempat"), _("Desk"), *last]), [_("Berkas siap"), *last])
        self._lines = [wizard_details.steps_line(names) for names in ways]
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self._cancel)
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
        for line, _labels in self._lines:
            column.addWidget(line)
        column.addWidget(self.notices)
        column.addWidget(self.steps, 1)
        column.addWidget(self.progress)
        column.addLayout(foot)
        for changing in (
            self.place.changed,
            self.desk.changed,
            self.operator.changed,
            self.sheet.written.toggled,
            self.ready.changed,
        ):
            changing.connect(self._look)
        self.place.taken.connect(self._go_on)
        self.ready.entered.connect(self._go_on)
        self.offer.wanted.connect(self.show_ready)
        theme.dress(self)
        self.resize(720, 480)
        self._show_step(_PLACE)

    def reject(self) -> None:
        if self._handle is not None:  # the office is being made
            return
        if self._made is not None and not self.sheet.written.isChecked():
            self.notices.tell(
                notice.Notice(_("Simpan dahulu kode pemulihan, lalu beri centang."), notice.Tone.WARNING)
            )
            return
        super().reject()
        self._give() if self._made is not None else self.left.emit()

    @QtCore.Slot(object)
    def show_ready(self, chosen: ready_files.ReadyFile | None = None) -> None:
        """Go the way of a ready file, one that was found or one to be chosen."""
        self._from_file = True
        self.ready.begin(chosen)
        self._show_step(_READY)

    def _show_step(self, at: int) -> None:
        self.steps.setCurrentIndex(at)
        way = (_READY, _OPERATOR, _SHEET) if self._from_file else (_PLACE, _DESK, _OPERATOR, _SHEET)
        for shown, (line, labels) in zip((not self._from_file, self._from_file), self._lines, strict=True):
            line.setVisible(shown)
            for step, label in zip(way, labels, strict=False):
                theme.set_role(label, "strong" if step == at else "muted")
        self.back.setVisible(at not in (_PLACE, _SHEET))
        self.existing.setVisible(at == _PLACE)
        self.demo.setVisible(at == _PLACE)
        make = _("Buka kantor") if self._from_file else _("Buat kantor")
        self.next.setText({_OPERATOR: make, _SHEET: _("Mulai bekerja")}.get(at, _("Lanjut")))
        first = (self.place.typed, self.desk.name, self.operator.passwords.first, self.sheet.print_button)
        (*first, self.ready.first_field)[at].setFocus()
        self._look()

    @QtCore.Slot()
    def _look(self) -> None:
        ready = (
            lambda: self.place.value() is not None,
            self.desk.is_ready,
            self.operator.is_ready,
            self.sheet.written.isChecked,
            self.ready.is_ready,
        )
        self.next.setEnabled(self._handle is None and ready[self.steps.currentIndex()]())

    @QtCore.Slot()
    def _go_back(self) -> None:
        self.notices.clear()
        at = self.steps.currentIndex()
        if at == _OPERATOR:
            self._show_step(_READY if self._from_file else _DESK)
        else:
            self._from_file = False
            self._show_step(_PLACE)

    @QtCore.Slot()
    def _go_on(self) -> None:
        if not self.next.isEnabled():
            return
        at = self.steps.currentIndex()
        if at == _PLACE and (found := self.place.value()) is not None:
            self.desk.set_place(found)
            self._show_step(_DESK)
        elif at == _DESK:
            self._show_step(_OPERATOR)
        elif at == _READY:
            self._try_word()
        elif at == _OPERATOR and self._from_file:
            self._open_file()
        elif at == _OPERATOR:
            self._make()
        elif at == _SHEET:
            super().accept()
            self._give()

    def _try_word(self) -> None:
        """A word of another slip is told before anything else is typed."""
        path, word = self.ready.path, self.ready.word.value()
        if path is None or word is None:
            return
        self.notices.tell(notice.Notice(_("Kode diperiksa …")))
        self.next.setEnabled(False)
        self._lanes.read(
            lambda: enrolment.require_word(path, word), lambda _nothing: self._word_fits(), self._refuse_word
        )

    def _word_fits(self) -> None:
        self.notices.clear()
        if self.steps.currentIndex() == _READY:
            self._show_step(_OPERATOR)

    def _refuse_word(self, error: Exception) -> None:
        if not isinstance(error, known.NotPermitted):
            self._refuse(error)
            return
        self.notices.clear()
        self._look()
        words = _("Kode ini bukan kode berkas {office}. Periksa apakah slipnya untuk kantor itu, lalu setiap hurufnya.")
        self.ready.word.refuse(words.format(office=self.ready.office))

    def _open_file(self) -> None:
        path, word, password = self.ready.path, self.ready.word.value(), self.operator.passwords.value()
        if path is None or word is None or password is None:
            return
        folder, operator = Path(self.ready.folder.text().strip()), self.operator.name.text().strip()
        self.notices.clear()
        self.progress.begin(_("Membuka berkas siap"))
        self.back.setEnabled(False)
        self._handle = self._lanes.long(
            lambda: enrolment.open_ready(path, word, folder, operator, password),
            self.progress.show_progress,
            self._take,
            self._refuse_file,
            self._stopped,
            lane="write",
        )
        self._look()

    def _refuse_file(self, error: Exception) -> None:
        """Another word than that of this file is told where it is typed."""
        self._end()
        if isinstance(error, known.NotPermitted):
            self._show_step(_READY)
            self.ready.word.refuse(errors.words(error))
        else:
            self._refuse(error)

    def _stopped(self) -> None:
        self._end()
        self.notices.tell(notice.Notice(_("Dihentikan; kantor belum dibuat."), notice.Tone.WARNING))

    def _end(self) -> None:
        self._handle = None
        self.progress.end()
        self.back.setEnabled(True)
        self._look()

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

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
        self._end()
        self.notices.clear()
        self.operator.passwords.forget()
        self.title.setText(made.desk.identity.name)
        self.sheet.set_secret(made.desk.identity.name, made.recovery_secret)
        self._show_step(_SHEET)

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
            focused = self.focusWidget()
            if isinstance(focused, QtWidgets.QPushButton):
                focused.click()
            else:
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
