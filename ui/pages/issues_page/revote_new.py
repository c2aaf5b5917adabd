# SPDX-License-Identifier: Apache-2.0
"""Noting a PSU, PSSU, PSL or PSS for one TPS or several together: one record each, written as one."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import places as codes
from desk_app.domain import revotes as rules
from desk_app.operations import issue_detail, places, revotes
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import place_finding
from ui.widgets import day_field, drafts, escape, fields, flow_row, form, place_box

KEY = "issues/revote"
"""The draft of what is being noted."""


class NewRevotePanel(QtWidgets.QWidget):
    """`made(list of records)`; `closed()`: nothing is to be noted."""

    made = QtCore.Signal(object)
    closed = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner, held: drafts.Drafts) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._drafts = held
        self._issue = 0
        self._stations: dict[str, str] = {}
        self.place = place_box.PlaceBox(_("ketik: tem 5, lalu Enter; boleh beberapa"))
        place_finding.connect(self.place, desk, lanes, "revote place")
        kinds = [(kind.value, _(label)) for kind, label in rules.KIND_LABELS.items()]
        basis = [("", "–"), *((one.value, _(label)) for one, label in rules.BASIS_LABELS.items())]
        self.form = form.Form(2)
        self._fields: dict[str, Any] = {
            "kind": fields.ChoiceField(kinds),
            "race": fields.ChoiceField([("", _("Semua jenis pemilihan"))]),
            "cause": fields.NoteField(lines=2),
            "ordered_by": fields.ChoiceField(basis),
            "ordered_on": day_field.DayField(),
            "basis": fields.LineField(limit=300),
            "planned_on": day_field.DayField(),
        }
        self.form.add("kind", _("Jenis"), self._fields["kind"])
        self.form.add("race", _("Jenis pemilihan"), self._fields["race"])
        self.form.rows["race"].hide()
        self.form.add("place", _("TPS"), self.place, wide=True)
        place_finding.explain(self.form.rows["place"])
        self.place.committed.connect(self._add_station)
        self._chips = QtWidgets.QWidget()
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        self._flow = flow_row.FlowRow(4)
        self._chips.setLayout(self._flow)
        for name, label, wide in (
            ("cause", _("Sebab"), True),
            ("ordered_by", _("Dasar dari"), False),
            ("ordered_on", _("Tanggal dasar"), False),
            ("basis", _("Nomor surat/keputusan"), True),
            ("planned_on", _("Rencana pelaksanaan"), False),
        ):
            self.form.add(name, label, self._fields[name], wide=wide)
        self.origin = form.label("", "muted", wraps=True)
        self.write_button = QtWidgets.QPushButton()
        theme.set_role(self.write_button, "primary")
        self.write_button.clicked.connect(lambda _checked=False: self.write())
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.give_up())
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.write_button)
        foot.addWidget(cancel)
        foot.addStretch(1)
        hint = _("Desk mencatat rekomendasi dan keputusan yang sudah ada; yang memutuskan KPU.")
        whole = form.card(
            form.label(_("Catat PSU/PSSU/PSL/PSS"), "heading"), form.label(hint, "muted", wraps=True), self.origin
        )
        inner = whole.layout()
        assert isinstance(inner, QtWidgets.QVBoxLayout)
        inner.addWidget(self._chips)
        inner.addWidget(self.form)
        inner.addLayout(foot)
        holder = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(whole)
        column.addStretch(1)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(form.scrolled(holder))
        escape.Escape(self, self.give_up)
        self.draft_line = drafts.DraftLine()
        self.draft = drafts.DraftedForm(held, {**self._fields, "place": self.place}, self.draft_line, whole)
        inner.addWidget(self.draft_line)
        self._show_stations()

    def set_races(self, races: Sequence[tuple[str, str]]) -> None:
        """Offer the races of the election, code and name; one alone needs no choice."""
        self._fields["race"].set_choices([("", _("Semua jenis pemilihan")), *races])
        self.form.rows["race"].setVisible(len(races) > 1)

    @property
    def is_begun(self) -> bool:
        """Whether something stands in it that was not written."""
        return bool(self._stations or self._fields["cause"].value() or self._fields["basis"].value())

    def begin(self, issue: int = 0) -> None:
        """Begin anew, of an issue where one is given."""
        self._empty()
        self._issue = issue
        self.draft.begin(KEY, _("PSU/PSSU/PSL/PSS"))
        self.origin.hide()
        if issue:
            desk = self._desk
            self._lanes.read(lambda: _drafted(desk, issue), self._take_issue, key="revote issue")
        self.place.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Go on with the draft."""
        if not self.draft.key:
            self.draft.begin(KEY, _("PSU/PSSU/PSL/PSS"))
        self.place.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def give_up(self) -> bool:
        """Leave it unwritten."""
        self.draft.throw_away()
        self._empty()
        self.closed.emit()
        return True

    def write(self) -> None:
        """Note it for every TPS in the list."""
        for row in self.form.rows.values():
            row.accept()
        if self.place.insist():
            return
        desk, issue = self._desk, self._issue
        values = {name: field.value() for name, field in self._fields.items()}
        kind = rules.Kind(values.pop("kind"))
        given = {name: value for name, value in values.items() if value}
        if issue:
            given["issue"] = issue
        subjects = list(self._stations)
        self._lanes.write(lambda: revotes.note(desk, subjects, kind, **given), self._written, self._refuse)

    def _written(self, numbers: list[int]) -> None:
        self._drafts.drop(KEY)
        self._empty()
        self.made.emit(numbers)

    def _empty(self) -> None:
        self.draft.end()
        self._stations.clear()
        self._issue = 0
        for name, field in self._fields.items():
            field.set_value(rules.Kind.REPEATED.value if name == "kind" else "")
        self.place.forget()
        self.place.set_value("")
        self.form.accept_all()
        self._show_stations()

    def _take_issue(self, found: tuple[str, str, str, str]) -> None:
        number, title, place, label = found
        self.origin.setText(_("Dari permasalahan {number}: {title}").format(number=number, title=title))
        self.origin.show()
        self._fields["cause"].set_value(title)
        if place:
            self._stations[place] = label
            self._show_stations()

    def _add_station(self, subject: str) -> None:
        if not subject:
            return
        if codes.kind_of(subject) is not codes.Kind.TPS:
            self.form.rows["place"].refuse(_("Pilih TPS, bukan wilayah."))
            return
        self._stations[subject] = self.place.text()
        # Only now: the box is still telling what was chosen in it.
        QtCore.QTimer.singleShot(0, self.place, lambda: self.place.set_value(""))
        self._show_stations()

    def _drop_station(self, subject: str) -> None:
        self._stations.pop(subject, None)
        self._show_stations()

    def _show_stations(self) -> None:
        form.empty(self._flow)
        for subject, label in self._stations.items():
            chip = QtWidgets.QPushButton(label)
            icons.put(chip, "tutup", "primary")
            chip.setToolTip(_("Keluarkan dari daftar"))
            chip.clicked.connect(lambda _checked=False, one=subject: self._drop_station(one))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._stations))
        count = len(self._stations)
        said = ngettext("Catat untuk {count} TPS", "Catat untuk {count} TPS", count)
        self.write_button.setText(said.format(count=count) if count else _("Catat"))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        said = errors.words(error)
        name = "basis" if "keputusan" in said and self._stations else "place"
        self.form.rows[name].refuse(said)


def _drafted(desk: Desk, no: int) -> tuple[str, str, str, str]:
    """Number, title, and the TPS of an issue with its label; "" where it is about no TPS."""
    row = issue_detail.issue(desk, no).row
    is_station = codes.kind_of(row.place) is codes.Kind.TPS
    label = places.place_hit(desk, row.place).label if is_station else ""
    return row.number, row.title, row.place if is_station else "", label
