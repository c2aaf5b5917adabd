# SPDX-License-Identifier: Apache-2.0
"""One candidate: a new one, added by a button or Enter, or one that is there, saved as each field is left."""

from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain.counts import ballot
from desk_app.domain.counts.lines import Candidate, CandidateKind
from ui import errors, theme
from ui.pages.settings_page import candidate_where
from ui.widgets import escape, fields, form


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form of one candidate; `record`: whom it alters, None a new one."""

    record: int | None
    code: str
    name: str
    short: str
    districts: tuple[str, ...]


class CandidateForm(QtWidgets.QFrame):
    """`added(Typed)`: a new one; `edited(record, name, value)`: a field of one that is there was left; `closed()`."""

    added = QtCore.Signal(object)
    edited = QtCore.Signal(object, str, object)
    closed = QtCore.Signal()

    def __init__(self) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self.record: int | None = None
        self._showing = False
        self.title = form.label("", "heading")
        self.rows = form.Form(2)
        self.lines: dict[str, fields.LineField] = {}
        for name, words, limit in (
            ("name", _("Nama"), ballot.LONGEST_NAME),
            ("code", _("Nomor urut"), 8),
            ("short", _("Nama pendek"), 60),
        ):
            field = self.lines[name] = fields.LineField(limit=limit)
            self.rows.add(name, words, field, wide=name == "name")
            field.committed.connect(lambda value, name=name: self._tell(name, value))
            field.returnPressed.connect(self.enter)
        self.lines["code"].setMaximumWidth(120)
        self.rows.rows["short"].set_hint(_("Untuk tabel yang sempit."))
        self.where = candidate_where.Where()
        self.where.changed.connect(lambda: self._tell("districts", self.where.value()))
        self.add_button = QtWidgets.QPushButton(_("Tambahkan"))
        theme.set_role(self.add_button, "primary")
        self.add_button.clicked.connect(lambda _checked=False: self.enter())
        self.close_button = QtWidgets.QPushButton(_("Tutup"))
        self.close_button.clicked.connect(lambda _checked=False: self.close_form())
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        for part in (self.title, self.rows, self.where):
            column.addWidget(part)
        column.addLayout(foot)
        escape.Escape(self, self.close_form)

    def begin(self, code: str, *, has_where: bool) -> None:
        """Ask for a new one, under the next number."""
        self.commit()
        self.record = None
        self._show(_("Calon baru"), Candidate(code, "", CandidateKind.PAIR), has_where)
        # Who stands in one electoral district is followed by others of the same.
        self.lines["name"].setFocus()

    def show_one(self, one: Candidate, *, has_where: bool) -> None:
        """Show one that is there; what was typed of another one is told first."""
        if one.record != self.record:
            self.commit()
        self.record = one.record
        self._show(_("Nomor {code}").format(code=one.code), one, has_where)
        self.where.set_value(one.districts)

    def typed(self) -> Typed:
        """What stands in it."""
        line = {name: field.value() for name, field in self.lines.items()}
        where = self.where.value() if self.where.isVisibleTo(self) else ()
        return Typed(self.record, line["code"], line["name"], line["short"], where)

    def enter(self) -> None:
        """Add what stands in it; of one that is there, say what was typed."""
        if self.record is not None:
            self.commit()
            return
        self.rows.accept_all()
        self.added.emit(self.typed())

    def refuse(self, error: known.Refused, name: str = "") -> None:
        """Say under a field why it was not taken."""
        said = errors.words(error)
        self.rows.rows[name or ("name" if "nama" in str(error).casefold() else "code")].refuse(said)

    def commit(self) -> None:
        """Say what was typed and not yet told."""
        self.rows.commit()

    def close_form(self) -> bool:
        """Say what was typed of one that is there, and close."""
        if self.record is not None:
            self.commit()
        self.closed.emit()
        return True

    def _show(self, title: str, one: Candidate, has_where: bool) -> None:
        self._showing = True
        self.title.setText(title)
        self.rows.accept_all()
        for name, field in self.lines.items():
            field.set_value(getattr(one, name))
        self.where.setVisible(has_where)
        self.add_button.setVisible(one.record is None)
        self.rows.rows["code"].setEnabled(one.kind is not CandidateKind.EMPTY)
        self._showing = False

    def _tell(self, name: str, value: object) -> None:
        if self.record is not None and not self._showing:
            self.edited.emit(self.record, name, value)
