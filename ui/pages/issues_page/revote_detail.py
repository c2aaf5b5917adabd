# SPDX-License-Identifier: Apache-2.0
"""One PSU, PSSU, PSL or PSS: basis, plan and day, saved as each field is left; what was done is noted by buttons."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import revotes as rules
from desk_app.domain import words
from desk_app.operations import revote_register, revotes
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import attached_card, history_dialog
from ui.widgets import day_field, fields, flow_row, form, picture_catcher, record_form

_WANTS = {rules.State.ORDERED: "basis", rules.State.HELD: "held_on", rules.State.NOT_HELD: "reason"}


class RevoteDetail(QtWidgets.QWidget):
    """`told(words)`, `notices(Notice)`; `issue_wanted(no)`. `selected` gives the records that a button is for."""

    told = QtCore.Signal(str)
    notices = QtCore.Signal(object)
    issue_wanted = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._failed = failed
        self._row: revote_register.RevoteRow | None = None
        self.selected: Callable[[], Sequence[int]] = list
        self.heading = form.label("", "heading", wraps=True)
        self.meta = form.label("", "muted", wraps=True)
        self.days = form.label("", "strong", wraps=True)
        self.form = record_form.RecordForm(2)
        basis = [("", "–"), *((one.value, _(label)) for one, label in rules.BASIS_LABELS.items())]
        self.form.add("race", _("Jenis pemilihan"), fields.ChoiceField([("", _("Semua jenis pemilihan"))]), wide=True)
        self.form.add("cause", _("Sebab"), fields.NoteField(lines=2), wide=True)
        self.form.add("ordered_by", _("Dasar dari"), fields.ChoiceField(basis))
        self.form.add("ordered_on", _("Tanggal dasar"), day_field.DayField())
        self.form.add("basis", _("Nomor surat/keputusan"), fields.LineField(limit=300), wide=True)
        self.form.add("planned_on", _("Rencana pelaksanaan"), day_field.DayField())
        self.form.add("held_on", _("Dilaksanakan tanggal"), day_field.DayField())
        self.form.add("voters", _("DPT saat pelaksanaan"), fields.NumberField())
        self.form.add("users", _("Pengguna hak pilih"), fields.NumberField())
        self.form.add("reason", _("Alasan tidak dilaksanakan"), fields.LineField(limit=2000), wide=True)
        self.form.add("note", _("Catatan"), fields.NoteField(lines=2), wide=True)
        self.form.edited.connect(self._save)
        self.buttons: dict[rules.State, QtWidgets.QPushButton] = {}
        self.attached = attached_card.AttachedCard(desk, lanes, failed)
        self.attached.notices.connect(self.notices)
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._head())
        column.addWidget(form.card(self.form))
        column.addWidget(self.attached)
        column.addStretch(1)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(form.scrolled(whole))
        catcher = picture_catcher.PictureCatcher(whole)
        catcher.given.connect(lambda given, _place: self.attached.add_to(self._row.no, given) if self._row else None)

    def set_races(self, races: Sequence[tuple[str, str]]) -> None:
        """Offer the races of the election, code and name; one alone needs no choice."""
        self.form.field("race").set_choices([("", _("Semua jenis pemilihan")), *races])
        self.form.form.rows["race"].setVisible(len(races) > 1)

    def show_row(self, row: revote_register.RevoteRow) -> None:
        """Show a record as it was read."""
        self._row = row
        label = rules.KIND_LABELS[rules.Kind(row.kind)] if row.kind in set(rules.Kind) else row.kind_label
        self.heading.setText(row.place_label)
        dpt = _("DPT {count}").format(count=row.dpt) if row.dpt is not None else ""
        self.meta.setText(" · ".join(part for part in (_(label), row.race_label, _(row.state_label), dpt) if part))
        said = row.count.words
        text = words.render(said.message, said.params, _)
        dropped = row.state == rules.State.NOT_HELD.value
        if row.count.last is not None:
            text = _("{days}, menurut pengaturan kantor ini").format(days=text)
        self.days.setText(text[:1].upper() + text[1:])
        theme.set_role(self.days, "error" if row.count.late else "muted")
        self.days.setVisible(not dropped)
        self.issue_button.setText(_("Permasalahan {number}").format(number=row.issue_number))
        self.issue_button.setVisible(bool(row.issue))
        for state, button in self.buttons.items():
            button.setVisible(row.state != state.value and (state is not rules.State.ORDERED or row.is_open))
        self.back_button.setVisible(not row.is_open)
        values = {name: getattr(row, name) for name in revotes.FIELDS if name not in ("issue", "kind")}
        self.form.show_record(row.no, values, row.seen)
        self.attached.show_record(row.no)

    def commit(self) -> None:
        """Say what is entered and not yet told."""
        self.form.commit()

    def note(self, state: rules.State) -> None:
        """Note of this record, or of all that are chosen, that it was ordered, held, or not held."""
        if self._row is None:
            return
        self.commit()
        desk = self._desk
        numbers = list(self.selected()) or [self._row.no]
        values = self.form.values()

        def work() -> None:
            match state:
                case rules.State.ORDERED:
                    basis = rules.Basis(values["ordered_by"]) if values["ordered_by"] in set(rules.Basis) else None
                    revotes.note_ordered(desk, numbers, values["basis"], values["ordered_on"], basis)
                case rules.State.HELD:
                    revotes.note_held(desk, numbers, values["held_on"])
                case rules.State.NOT_HELD:
                    revotes.note_not_held(desk, numbers, values["reason"])

        said = _("Tersimpan.")
        self._lanes.write(work, lambda _nothing: self.told.emit(said), lambda error: self._refuse(state, error))

    def wait_again(self) -> None:
        """It waits again: that it was held, or dropped, was a mistake."""
        if self._row is not None:
            desk, numbers = self._desk, list(self.selected()) or [self._row.no]
            self._lanes.write(lambda: revotes.note_waiting(desk, numbers), failed=self._failed)

    def _head(self) -> QtWidgets.QWidget:
        holder = QtWidgets.QWidget()
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        flow = flow_row.FlowRow(theme.SPACE)
        holder.setLayout(flow)
        for state, text in (
            (rules.State.ORDERED, _("Catat ditetapkan")),
            (rules.State.HELD, _("Catat dilaksanakan")),
            (rules.State.NOT_HELD, _("Catat tidak dilaksanakan")),
        ):
            button = QtWidgets.QPushButton(text)
            button.clicked.connect(lambda _checked=False, state=state: self.note(state))
            self.buttons[state] = button
            flow.addWidget(button)
        self.back_button = self._link(_("Masih menunggu"), "batalkan", self.wait_again)
        self.issue_button = self._link("", "permasalahan", self._open_issue)
        self.history_button = self._link(_("Riwayat"), "riwayat", self._show_history)
        for button in (self.back_button, self.issue_button, self.history_button):
            flow.addWidget(button)
        return form.card(self.heading, self.meta, self.days, holder)

    def _save(self, record: object, name: str, value: object) -> None:
        desk, no = self._desk, int(str(record))
        seen = self.form.seen(name)
        self._lanes.write(
            lambda: revotes.edit(desk, no, seen=seen, **{name: value}),
            failed=lambda error: self._refuse_field(record, name, error),
        )

    def _refuse_field(self, record: object, name: str, error: Exception) -> None:
        if isinstance(error, known.Refused):
            self.form.refuse(record, name, errors.words(error))
        else:
            self._failed(error)

    def _refuse(self, state: rules.State, error: Exception) -> None:
        if self._row is None or not isinstance(error, known.Refused):
            self._failed(error)
            return
        name = _WANTS[state]
        self.form.refuse(self._row.no, name, errors.words(error))
        self.form.field(name).setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _open_issue(self) -> None:
        if self._row is not None:
            self.issue_wanted.emit(self._row.issue)

    def _show_history(self) -> None:
        if self._row is not None:
            title = f"{self._row.what_label} {self._row.place_label}"
            dialog = history_dialog.HistoryDialog(self._desk, self._lanes, self._row.no, title, self.window())
            dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _link(self, text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(text)
        icons.put(button, icon, "primary")
        theme.set_role(button, "link")
        button.clicked.connect(lambda _checked=False: slot())
        return button
