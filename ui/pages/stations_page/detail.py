# SPDX-License-Identifier: Apache-2.0
"""One TPS at the right of the list: its figures, place, risk and notes, saved as each field is left."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import coordinates, risk, teams, words
from desk_app.domain import elections as election_rules
from desk_app.domain import errors as known
from desk_app.domain.words import dotted
from desk_app.operations import receipts, stations, targets
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import undo_notice
from ui.widgets import check_list, fields, form, marks, receipt_mark


class StationPanel(QtWidgets.QWidget):
    """`navigate(key, target)`: follow to another page. `deleted()`: this TPS is off the list now; `notices(Notice)`.

    `failed` takes what no field can be blamed for.
    """

    navigate = QtCore.Signal(str, object)
    deleted = QtCore.Signal()
    notices = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._detail: stations.StationDetail | None = None
        self._phase: int | None = None
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self._voters, self._others = form.Form(3), form.Form(2)
        self.rows: dict[str, form.FormRow] = {}
        self._make_form()
        self.indicators = check_list.CheckList()
        self.indicators.ticked.connect(self._tick)
        self.indicators.noted.connect(lambda code, text: self._tick(code, True, text))
        self.indicators.hide()
        self._indicators_button = QtWidgets.QPushButton()
        theme.set_role(self._indicators_button, "link")
        self._indicators_button.clicked.connect(lambda _checked=False: self._fold(not self.indicators.isHidden()))
        self._present = form.label("", "muted", wraps=True)
        risk_card = form.card(title=_("Kerawanan menurut Bawaslu"))
        risk_column = risk_card.layout()
        assert risk_column is not None
        for part in (self._present, self._indicators_button, self.indicators):
            risk_column.addWidget(part)
        risk_column.setAlignment(self._indicators_button, QtCore.Qt.AlignmentFlag.AlignLeft)
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._head())
        column.addWidget(form.card(self._voters, self.remarks, self._others))
        column.addWidget(risk_card)
        column.addStretch(1)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(form.scrolled(whole))

    @property
    def subject(self) -> str:
        """The TPS that is shown, empty without one."""
        return self._detail.row.subject if self._detail is not None else ""

    @property
    def no(self) -> int:
        """Its record, 0 without one."""
        return self._detail.row.no if self._detail is not None else 0

    def show_station(self, detail: stations.StationDetail, phase: int | None = None) -> None:
        """Show a TPS as it was just read; what is being typed about the one before is told first."""
        if detail.row.subject != self.subject:
            self.commit()
            self._voters.accept_all()
            self._others.accept_all()
            self._fold(True)
        self._detail = detail
        self._phase = phase
        row = detail.row
        village, _dot, district = detail.title.partition(" · ")[2].partition(" · ")
        self.title.setText(f"{row.label} · {village}")
        self.chip.set_value(marks.Marked("", row.state.value))
        parts = [district, *(_("Tim {number}").format(number=teams.roman(one)) for one in detail.teams), row.subject]
        if detail.special:
            parts.append(_("TPS lokasi khusus"))
        parts.append(detail.reach)
        self.where.setText(" · ".join(part for part in parts if part))
        self.issues_button.setText(_("Permasalahan: {count}").format(count=row.open_issues))
        self._runner.read(
            lambda: receipts.of_station(self._desk, row.subject),
            self.receipt.set_receipt,
            self._failed,
            key="station receipt",
        )
        self._show_phases(detail.phases)
        self._show_fields(detail)
        self._show_indicators(detail)

    def commit(self) -> None:
        """Say what is entered and not yet told."""
        self._voters.commit()
        self._others.commit()
        self.indicators.commit()

    def focus_first(self) -> None:
        """Begin to type at the first field."""
        self.rows["dpt_male"].field.setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _head(self) -> QtWidgets.QWidget:
        self.title = form.label("", "heading", wraps=True)
        self.chip = marks.Chip()
        self.receipt = receipt_mark.ReceiptMark()
        self.where = form.label("", "muted", wraps=True)
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.title, 1)
        top.addWidget(self.receipt, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.chip, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        self.phases = QtWidgets.QHBoxLayout()
        self.phases.setSpacing(0)
        self.phases.setContentsMargins(-8, 0, 0, 0)
        buttons = QtWidgets.QHBoxLayout()
        buttons.setSpacing(0)
        buttons.setContentsMargins(-8, 0, 0, 0)
        self.sheet_button = self._link(_("Isi kesiapan"), "kesiapan", self._open_sheet)
        self.issues_button = self._link("", "permasalahan", self._open_issues)
        self.history_button = self._link(_("Riwayat"), "riwayat", self._open_history)
        self.delete_button = self._link(_("Hapus"), "hapus", self.delete)
        for button in (self.sheet_button, self.issues_button, self.history_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        frame = form.card()
        column = frame.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.setContentsMargins(12, 10, 12, 6)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.where)
        column.addLayout(self.phases)
        column.addWidget(form.line())
        column.addLayout(buttons)
        return frame

    def _make_form(self) -> None:
        labels: list[tuple[str | None, str]] = [(None, _("Belum dikelaskan"))]
        labels += [(one.value, _(risk.CLASS_LABELS[one])) for one in risk.RiskClass]
        self.total = form.label("", "strong")
        self.remarks = form.label("", "", wraps=True)
        self._voters.add("dpt_male", _("DPT laki-laki (L)"), fields.NumberField())
        self._voters.add("dpt_female", _("DPT perempuan (P)"), fields.NumberField())
        self._voters.add("total", _("Jumlah"), self.total)
        self._others.add("site", _("Tempat TPS"), fields.LineField(_("mis. SDN 12, balai desa"), limit=160), wide=True)
        self._others.add("address", _("Alamat"), fields.LineField(limit=240), wide=True)
        self._others.add("risk", _("Kerawanan (Polri)"), fields.ChoiceField(labels))
        self._others.add("coordinates", _("Koordinat"), fields.LineField("-4.021945, 120.034512", limit=60))
        self._others.add("note", _("Catatan"), fields.NoteField(lines=2), wide=True)
        self.rows = self._voters.rows | self._others.rows
        theme.set_role(self.remarks, "notice_warning")
        self.remarks.setContentsMargins(8, 4, 8, 4)
        self.total.setMinimumHeight(theme.ROW_HEIGHT)
        for name in ("dpt_male", "dpt_female", "site", "address", "risk", "note"):
            self._of(name).committed.connect(lambda value, name=name: self._save(name, {name: value}))
        self._of("coordinates").committed.connect(self._save_coordinates)
        for name in ("dpt_male", "dpt_female"):
            self._of(name).textChanged.connect(lambda _text: self._show_total())

    def _of(self, name: str) -> Any:
        return self.rows[name].field

    def _link(self, text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(text)
        icons.put(button, icon, "primary")
        theme.set_role(button, "link")
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _show_fields(self, detail: stations.StationDetail) -> None:
        row = detail.row
        values: dict[str, Any] = {
            "dpt_male": row.dpt_male,
            "dpt_female": row.dpt_female,
            "site": row.site or "",
            "address": detail.address,
            "risk": row.risk,
            "coordinates": coordinates.write(detail.latitude, detail.longitude),
            "note": detail.note,
        }
        for name, value in values.items():
            if not self.rows[name].refusal:
                self.rows[name].show_value(value, detail.seen)
        said = [words.render(one.message, one.params, _) for one in detail.remarks]
        self.rows["total"].accept()
        self.remarks.setText("\n".join(said))
        self.remarks.setVisible(bool(said))
        self._show_total()

    def _show_total(self) -> None:
        male, female = self._of("dpt_male").value(), self._of("dpt_female").value()
        known_ = male is not None and female is not None
        self.total.setText(dotted(male + female) if known_ else "–")

    def _show_phases(self, standings: tuple[stations.PhaseStanding, ...]) -> None:
        while (item := self.phases.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        for one in standings:
            button = QtWidgets.QToolButton()
            day = election_rules.day_words(one.phase)
            button.setText(f"{day} {one.answered}/{one.required}" if one.answered else day)
            button.setIcon(icons.icon(one.state.value, one.state.value))
            button.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            said = _("{state}: {done} dari {total} terisi").format(
                state=_(one.state.label), done=one.answered, total=one.required
            )
            button.setToolTip(said)
            button.setAccessibleName(f"{day} {said}")
            button.clicked.connect(lambda _checked=False, phase=one.phase: self._open_sheet(phase))
            self.phases.addWidget(button)
        self.phases.addStretch(1)

    def _show_indicators(self, detail: stations.StationDetail) -> None:
        options = [(one.code, _(one.label)) for one in detail.offered]
        shown = {code for code, _words in options}
        options += [(one.code, _(one.label)) for one in detail.indicators if one.code not in shown]
        self.indicators.set_options(options)
        self.indicators.set_ticked({one.code: one.note for one in detail.indicators})
        short = ", ".join(_(one.short) for one in detail.indicators)
        self._present.setText(short or _("Belum ada indikator yang dicatat."))
        self._fold(self.indicators.isHidden())

    def _fold(self, folded: bool) -> None:
        self.indicators.setHidden(folded)
        self._indicators_button.setText(_("Ubah indikator") if folded else _("Tutup daftar indikator"))
        icons.put(self._indicators_button, "turun" if folded else "naik", "primary")

    def _save(self, name: str, values: dict[str, Any]) -> None:
        subject = self.subject
        if not subject:
            return
        self.rows[name].accept()
        seen = self.rows[name].seen
        self._runner.write(
            lambda: stations.edit_station(self._desk, subject, values, seen=seen),
            failed=lambda error: self._refuse(subject, name, error),
        )

    def _save_coordinates(self, text: str) -> None:
        try:
            found = coordinates.parse(text)
        except known.Refused as refusal:
            self.rows["coordinates"].refuse(errors.words(refusal))
            return
        latitude, longitude = found or (None, None)
        self._save("coordinates", {"latitude": latitude, "longitude": longitude})

    def _refuse(self, subject: str, name: str, error: Exception) -> None:
        if isinstance(error, known.Refused) and subject == self.subject:
            self.rows[name].refuse(errors.words(error))
        else:
            self._failed(error)

    def _tick(self, code: str, on: bool, note: str = "") -> None:
        subject, seen = self.subject, self._detail.seen if self._detail is not None else None
        self._runner.write(
            lambda: stations.set_indicator(self._desk, subject, code, on, note, seen=seen), failed=self._failed
        )

    def delete(self) -> None:
        """Take the TPS off the list; Ctrl+Z brings it back."""
        if self._detail is None:
            return
        subject, label = self.subject, self.title.text()
        words = _("{station} dihapus dari daftar.").format(station=label)
        self._undo.take_out(
            lambda: stations.delete_station(self._desk, subject), words, self._failed, self.deleted.emit
        )

    def _open_sheet(self, phase: int | None = None) -> None:
        at = self._phase if phase is None else phase
        self.navigate.emit("readiness", targets.Target(targets.Page.CHECKLIST, subject=self.subject, phase=at))

    def _open_issues(self) -> None:
        chosen = {"area": self.subject}
        self.navigate.emit("issues", targets.Target(targets.Page.ISSUES, subject=self.subject, chosen=chosen))

    def _open_history(self) -> None:
        if self._detail is None:
            return
        from ui.dialogs import history_dialog

        no, title = self._detail.row.no, self.title.text()
        history_dialog.HistoryDialog(self._desk, self._runner, no, title, self.window()).open()
