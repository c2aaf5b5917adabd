# SPDX-License-Identifier: Apache-2.0
"""What an issue is: its fields, saved as each is left; a place that is no place yet waits as a draft."""

from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import hours, zones
from desk_app.domain import issues as rules
from desk_app.operations import days, issue_detail, issue_register, issues, settings
from desk_app.operations import drafts as kept
from desk_app.operations.desk import Desk
from ui import errors, icons, runner
from ui.dialogs import place_finding
from ui.pages.issues_page import verbs
from ui.widgets import drafts, fields, form, place_box


class IssueSheet(QtWidgets.QWidget):
    """The fields of one issue."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._drafts = held
        self._number = ""
        self.no = 0
        self.form = form.Form(2)
        self._make_form()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form.card(self.form))

    def show_issue(self, found: issue_detail.IssueDetail) -> None:
        """Show the fields of an issue; what is typed about the one before was told, and its place waits."""
        is_other = found.row.no != self.no
        if is_other:
            self.leave()
            self.form.accept_all()
        self.no, self._number = found.row.no, found.row.number
        self.form.setEnabled(not found.hidden)
        self._show_fields(found)
        if is_other:
            self._return_place()
            self._read_members(found.row)

    def leave(self) -> None:
        """The issue goes out of sight: words that are no place stay with it."""
        if self.no:
            if self.place.is_waiting:
                self._keep_place()
            self._drafts.set_in_sight(self._place_key(), False)
        self.place.forget()
        self.no = 0

    def commit(self) -> None:
        """Say what is entered and not yet told."""
        self.form.commit()

    def begin(self, name: str) -> None:
        """Begin to type in a field."""
        self._of(name).setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def _make_form(self) -> None:
        self.place = place_box.PlaceBox()
        place_finding.connect(self.place, self._desk, self._runner, "issue place")
        self.pic = fields.ChoiceField([(0, _("Belum ditunjuk"))])
        self.pic.setMinimumContentsLength(8)
        self.pic.setSizeAdjustPolicy(QtWidgets.QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made: tuple[tuple[str, str, QtWidgets.QWidget, bool], ...] = (
            ("title", _("Permasalahan"), fields.NoteField(lines=2), True),
            ("place", _("Tempat"), self.place, True),
            ("severity", _("Tingkat"), _choice(rules.SEVERITY_LABELS), False),
            ("category", _("Kategori"), _choice(rules.CATEGORIES), False),
            ("description", _("Uraian"), fields.NoteField(lines=3), True),
            ("impact", _("Dampak"), fields.NoteField(lines=2), True),
            ("advice", _("Saran penyelesaian"), fields.NoteField(lines=3), True),
            ("addressee", _("Ditujukan kepada"), verbs.addressee_field(), False),
            ("pic", _("Penanggung jawab"), self.pic, False),
            ("happened_at", _("Waktu kejadian"), fields.LineField("13-02-2024 07.30", limit=20), False),
            ("reporter", _("Pelapor (unsur)"), fields.LineField(limit=120), False),
            ("source", _("Sumber"), _choice(rules.SOURCES), False),
        )
        for name, label, field, wide in made:
            self.form.add(name, label, field, wide=wide)
            if name != "happened_at":
                self._of(name).committed.connect(lambda value, name=name: self._save(name, value))
        self._of("happened_at").committed.connect(self._save_moment)
        place_finding.explain(self.form.rows["place"])
        self.place.unknown.connect(lambda _text: self._keep_place())
        self.place.settled.connect(self._keep_place)
        self.place.committed.connect(lambda _subject: self._keep_place())
        self.confidential = QtWidgets.QCheckBox(_("Identitas pelapor dirahasiakan"))
        self.confidential.setIcon(icons.icon("rahasia"))
        self.confidential.clicked.connect(lambda on: self._save("confidential", True if on else None))
        self.form.add("confidential", "", self.confidential, wide=True)

    def _place_key(self) -> str:
        return f"issues/place/{self.no}"

    def _keep_place(self) -> None:
        """Words that are no place wait with their issue until they are one, or are taken out."""
        words = self.place.text().strip() if self.place.unknown_words or self.place.is_waiting else ""
        if words and self.no:
            said = f"{_('Tempat')} · {self._number}"
            self._drafts.keep(kept.Draft(self._place_key(), said, {"place": words}))
        else:
            self._drafts.drop(self._place_key())

    def _return_place(self) -> None:
        draft = self._drafts.get(self._place_key())
        self._drafts.set_in_sight(self._place_key(), True)
        if draft is not None:
            value, label, _text = self.place.state()
            self.place.set_state([value, label, str(draft.values.get("place", ""))])

    def _of(self, name: str) -> Any:
        return self.form.rows[name].field

    def _read_members(self, row: issue_register.IssueRow) -> None:
        """Who can be made responsible; one who is no member any more stays named."""

        def fill(found: list[tuple[int, str]]) -> None:
            known_ = dict(found)
            choices = [(0, _("Belum ditunjuk")), *found]
            if row.pic and row.pic not in known_:
                choices.append((row.pic, row.pic_label or _("(belum diterima)")))
            if row.no == self.no:
                self.pic.set_choices(choices)
                self.pic.set_value(row.pic)

        self._runner.read(lambda: issues.members(self._desk), fill, self._failed, key="issue members")

    def _show_fields(self, found: issue_detail.IssueDetail) -> None:
        row = found.row
        values: dict[str, Any] = {
            "title": found.title,
            "severity": row.severity.value,
            "category": row.category,
            "description": found.description,
            "impact": found.impact,
            "advice": found.advice,
            "addressee": row.addressee,
            "pic": row.pic,
            "happened_at": self._when(found.happened_at) if found.happened_at else "",
            "reporter": found.reporter,
            "source": found.source or None,
        }
        for name, value in values.items():
            if not self.form.rows[name].refusal:
                self.form.rows[name].show_value(value, found.seen)
        for name in ("place", "confidential"):
            self.form.rows[name].look(found.seen)
        self.place.set_value(row.place, row.place_label)
        self.confidential.setChecked(row.confidential)

    def _when(self, moment: int) -> str:
        return hours.write_moment(days.local(self._desk, moment))

    def _save(self, name: str, value: Any) -> None:
        no = self.no
        if not no:
            return
        self.form.rows[name].accept()
        desk, seen = self._desk, self.form.rows[name].seen
        self._runner.write(
            lambda: issues.edit_issue(desk, no, seen=seen, **{name: value}),
            failed=lambda error: self._refuse(no, name, error),
        )

    def _save_moment(self, text: str) -> None:
        try:
            moment = hours.parse_moment(text, days.today(self._desk))
        except known.Refused as refusal:
            self.form.rows["happened_at"].refuse(errors.words(refusal))
            return
        zone = settings.zone(self._desk)
        self._save("happened_at", None if moment is None else zones.moment(moment, zone))

    def _refuse(self, no: int, name: str, error: Exception) -> None:
        if isinstance(error, known.Refused) and no == self.no:
            self.form.rows[name].refuse(errors.words(error))
        else:
            self._failed(error)


def _choice(labels: Any) -> fields.ChoiceField:
    return fields.ChoiceField([(str(getattr(code, "value", code)), _(said)) for code, said in labels.items()])
