# SPDX-License-Identifier: Apache-2.0
"""Many issues that were chosen: one step with all of them, one Ctrl+Z, and a list of those that were left with why."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import issues as rules
from desk_app.domain.words import N_
from desk_app.operations import issue_batches, issues
from desk_app.operations.desk import Desk
from ui import actions, errors, runner, theme
from ui.pages.issues_page import verbs
from ui.widgets import escape, fields, form

CONVEY, FOLLOW_UP, CLOSE, CATEGORY, SEVERITY, PIC = "convey", "follow_up", "close", "category", "severity", "pic"
STEPS: dict[str, str] = {
    CONVEY: N_("Sampaikan kepada …"),
    FOLLOW_UP: N_("Catat tindak lanjut"),
    CLOSE: N_("Tutup"),
    CATEGORY: N_("Ubah kategori"),
    SEVERITY: N_("Ubah tingkat"),
    PIC: N_("Tunjuk penanggung jawab"),
}
_ENDINGS = (rules.State.DONE, rules.State.UNFOUNDED, rules.State.OUT_OF_SCOPE)


class BatchPanel(QtWidgets.QWidget):
    """`done(words)`: it is written; `closed()`: nothing is to be done with them."""

    done = QtCore.Signal(str)
    closed = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._numbers: tuple[int, ...] = ()
        self.title = form.label("", "heading", wraps=True)
        self.step = fields.ChoiceField([(code, _(words)) for code, words in STEPS.items()])
        self.addressee = verbs.addressee_field()
        self.means = fields.LineField(_("surat, WA, rapat …"), limit=120)
        self.ending = fields.ChoiceField([(one.value, _(rules.STATE_LABELS[one])) for one in _ENDINGS])
        self.category = fields.ChoiceField([(code, _(words)) for code, words in rules.CATEGORIES.items()])
        self.severity = fields.ChoiceField([(one.value, _(words)) for one, words in rules.SEVERITY_LABELS.items()])
        self.pic = fields.ChoiceField([(0, _("Belum ditunjuk"))])
        self.said = fields.NoteField(lines=3)
        self.form = form.Form(1)
        for name, label, field in (
            ("step", _("Yang dikerjakan"), self.step),
            ("addressee", _("Kepada"), self.addressee),
            ("means", _("Cara"), self.means),
            ("ending", _("Berakhir sebagai"), self.ending),
            ("category", _("Kategori"), self.category),
            ("severity", _("Tingkat"), self.severity),
            ("pic", _("Penanggung jawab"), self.pic),
            ("said", "", self.said),
        ):
            self.form.add(name, label, field)
        self.write_button = QtWidgets.QPushButton(_("Kerjakan untuk semua"))
        theme.set_role(self.write_button, "primary")
        self.write_button.clicked.connect(lambda _checked=False: self.write())
        cancel = QtWidgets.QPushButton(_("Batal"))
        cancel.clicked.connect(lambda _checked=False: self.closed.emit())
        buttons = QtWidgets.QHBoxLayout()
        buttons.addWidget(self.write_button)
        buttons.addWidget(cancel)
        buttons.addWidget(form.label("Ctrl+Enter", "small"))
        buttons.addStretch(1)
        self.refused = form.label("", "error", wraps=True)
        self.refused.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        card = form.card(self.title, self.form)
        inside = card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addLayout(buttons)
        inside.addWidget(self.refused)
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(card)
        column.addStretch(1)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(form.scrolled(whole))
        self.step.committed.connect(lambda _code: self._show_fields())
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            actions.add(self, "", key, slot=self.write, window_wide=False)
        escape.Escape(self, self._leave)
        self.step.set_value(FOLLOW_UP)
        self.ending.set_value(rules.State.DONE.value)
        self.category.set_value("LAI")
        self.severity.set_value(rules.Severity.MEDIUM.value)
        self.pic.set_value(0)
        self._show_fields()

    @property
    def numbers(self) -> tuple[int, ...]:
        """The issues that are chosen."""
        return self._numbers

    def show_chosen(self, numbers: Sequence[int]) -> None:
        """Show what can be done with some issues; what is typed stays."""
        is_first = not self._numbers
        self._numbers = tuple(numbers)
        many = len(self._numbers)
        words = ngettext("{count} permasalahan dipilih", "{count} permasalahan dipilih", many)
        self.title.setText(words.format(count=many))
        if is_first:
            self._runner.read(lambda: issues.members(self._desk), self._fill_members, self._failed, key="batch members")

    def clear(self) -> None:
        """Nothing is chosen any more."""
        self._numbers = ()
        self.refused.setText("")

    def write(self) -> None:
        """Do it with all that are chosen."""
        self.form.accept_all()
        desk, numbers, step = self._desk, self._numbers, str(self.step.value())
        said = self.said.value()
        work: Callable[[], issue_batches.Outcome]
        match step:
            case "convey":
                deed = issue_batches.Deed(
                    rules.Verb.CONVEY, said, addressee=self.addressee.value(), means=self.means.value()
                )
                work = lambda: issue_batches.act(desk, numbers, deed)  # noqa: E731 - the work of the writer lane
            case "follow_up":
                deed = issue_batches.Deed(rules.Verb.FOLLOW_UP, said)
                work = lambda: issue_batches.act(desk, numbers, deed)  # noqa: E731 - the work of the writer lane
            case "close":
                deed = issue_batches.Deed(rules.Verb.CLOSE, said, ending=rules.State(str(self.ending.value())))
                work = lambda: issue_batches.act(desk, numbers, deed)  # noqa: E731 - the work of the writer lane
            case _:
                given: dict[str, Any] = {step: getattr(self, step).value()}
                work = lambda: issue_batches.edit(desk, numbers, **given)  # noqa: E731 - the work of the writer lane
        self._runner.write(work, self._written, self._refuse)

    def _written(self, outcome: issue_batches.Outcome) -> None:
        many = len(outcome.done)
        told = ngettext("{count} permasalahan dikerjakan.", "{count} permasalahan dikerjakan.", many)
        lines = [f"{one.number}: {one.why}" for one in outcome.refused]
        if lines:
            left = ngettext("{count} dibiarkan:", "{count} dibiarkan:", len(lines)).format(count=len(lines))
            self.refused.setText("\n".join([left, *lines]))
        else:
            self.refused.setText("")
        if many:
            self.said.set_value("")
            self.done.emit(told.format(count=many))

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            self._failed(error)
            return
        self.form.rows["said"].refuse(errors.words(error))

    def _leave(self) -> bool:
        self.closed.emit()
        return True

    def _fill_members(self, found: list[tuple[int, str]]) -> None:
        self.pic.set_choices([(0, _("Belum ditunjuk")), *found])

    def _show_fields(self) -> None:
        step = str(self.step.value())
        for name, steps in _FIELDS.items():
            self.form.rows[name].setVisible(step in steps)
        self.form.rows["said"].label.setText(_(_SAID.get(step, "")) if step in _SAID else "")


_FIELDS = {
    "addressee": (CONVEY,),
    "means": (CONVEY,),
    "ending": (CLOSE,),
    "category": (CATEGORY,),
    "severity": (SEVERITY,),
    "pic": (PIC,),
    "said": (CONVEY, FOLLOW_UP, CLOSE),
}
_SAID = {
    CONVEY: N_("Isi penyampaian (boleh kosong)"),
    FOLLOW_UP: N_("Tindak lanjut"),
    CLOSE: N_("Hasil penyelesaian"),
}
