# SPDX-License-Identifier: Apache-2.0
"""One line of a paste under the table: what it becomes, where, and which value, each altered on its own."""

from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import answers as answering
from desk_app.domain import issues as rules
from desk_app.domain import words
from desk_app.operations import chat_proposals
from desk_app.operations.chat_proposals import Becomes, Certainty, Proposal
from ui import theme
from ui.widgets import escape, fields, flow_row, form, place_box


class PastedLineForm(QtWidgets.QFrame):
    """`altered(values)`: fields of the proposal by name. `returned()`: back to the table."""

    altered = QtCore.Signal(object)
    returned = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._shown: Proposal | None = None
        self.why = form.label("", "muted", wraps=True)
        self.original = form.label("", "muted", wraps=True)
        self.becomes = fields.ChoiceField(
            [(one, _(label)) for one, label in chat_proposals.BECOMES_LABELS.items()]
        )
        self.place = place_box.PlaceBox(_("ketik: tem 5"))
        self.item = fields.ChoiceField([("", "–")])
        self.value = fields.ChoiceField(
            [(mark.value, _(answering.MARK_LABELS[mark])) for mark in (answering.Mark.DONE, answering.Mark.NOT_YET)]
        )
        self.count = fields.NumberField()
        self.total = fields.NumberField()
        self.category = fields.ChoiceField([(code, _(label)) for code, label in rules.CATEGORIES.items()])
        self.severity = fields.ChoiceField([(one.value, _(label)) for one, label in rules.SEVERITY_LABELS.items()])
        self.from_ = fields.LineField(limit=160)
        self.text = fields.LineField(limit=4000)
        made: tuple[tuple[str, str, Any, int, int, int], ...] = (
            ("becomes", _("Menjadi"), self.becomes, 0, 0, 2),
            ("place", _("Tempat"), self.place, 0, 2, 3),
            ("item", _("Butir"), self.item, 0, 5, 3),
            ("value", _("Jawaban"), self.value, 0, 8, 2),
            ("count", _("Jumlah"), self.count, 0, 8, 1),
            ("total", _("Dari"), self.total, 0, 9, 1),
            ("category", _("Kategori"), self.category, 0, 5, 3),
            ("severity", _("Tingkat"), self.severity, 0, 8, 2),
            ("sender", _("Dari siapa"), self.from_, 1, 0, 2),
            ("text", _("Isi"), self.text, 1, 2, 8),
        )
        self.rows: dict[str, form.FormRow] = {}
        grid = QtWidgets.QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for name, label, field, line, first, span in made:
            self.rows[name] = form.FormRow(label, field)
            grid.addWidget(self.rows[name], line, first, 1, span)
            field.committed.connect(lambda value, name=name: self._tell(name, value))
        for at in range(10):
            grid.setColumnStretch(at, 1)
        self._offers = QtWidgets.QWidget()
        self._flow = flow_row.FlowRow(4)
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._offers.setSizePolicy(policy)
        self._offers.setLayout(self._flow)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.original)
        column.addWidget(self.why)
        column.addWidget(self._offers)
        column.addLayout(grid)
        escape.Escape(self, self._leave)
        for field_ in (self.from_, self.text):
            field_.returnPressed.connect(self.returned)
        self.show_proposal(None)

    def set_items(self, items: dict[str, str]) -> None:
        """The items that a line can be an answer or a recap of."""
        self.item.set_choices([("", "–"), *items.items()])

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show a proposal; None: nothing."""
        self._shown = None
        self.setEnabled(proposal is not None)
        if proposal is None:
            return
        kind = proposal.becomes
        self.becomes.set_value(kind)
        self.place.set_value(proposal.place, proposal.place_label)
        self.item.set_value(proposal.item)
        self.value.set_value(proposal.value or answering.Mark.DONE.value)
        self.count.set_value(proposal.count)
        self.total.set_value(proposal.total)
        self.category.set_value(proposal.category or "LAI")
        self.severity.set_value(proposal.severity or rules.Severity.MEDIUM.value)
        self.from_.set_value(proposal.sender)
        self.text.set_value(proposal.text)
        for name, shown in (
            ("item", kind in (Becomes.ANSWER, Becomes.RECAP)),
            ("value", kind is Becomes.ANSWER),
            ("count", kind is Becomes.RECAP),
            ("total", kind is Becomes.RECAP),
            ("category", kind is Becomes.ISSUE),
            ("severity", kind is Becomes.ISSUE),
        ):
            self.rows[name].setVisible(shown)
        for row in self.rows.values():
            row.accept()
        is_other = " ".join(proposal.original.split()) != proposal.text
        self.original.setText(_("Aslinya: {text}").format(text=" · ".join(proposal.original.splitlines())[:400]))
        self.original.setVisible(is_other)
        said = "; ".join(words.render(one.message, one.params, _) for one in proposal.why)
        self.why.setText(said[:1].upper() + said[1:] + "." if said else "")
        theme.set_role(self.why, "error" if proposal.certainty is Certainty.ASK else "muted")
        self.why.setVisible(bool(said))
        self._show_offers(proposal)
        self._shown = proposal

    def ask(self, proposal: Proposal) -> None:
        """Say what lacks, beside the field that wants it."""
        name = "place" if not proposal.places or proposal.certainty is Certainty.ASK else "item"
        if name == "item" and proposal.item:
            name = "count"
        self.rows[name].refuse(_(proposal.lacks))
        self.rows[name].field.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Begin to alter, at the place."""
        self.place.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
        self.place.selectAll()

    def commit(self) -> None:
        """Tell what is entered and not told yet."""
        for field in (self.place, self.from_, self.text, self.count, self.total):
            field.commit()

    def _tell(self, name: str, value: Any) -> None:
        if self._shown is None:
            return
        values = {"places": (value,) if value else ()} if name == "place" else {name: value}
        self.altered.emit(values)

    def _leave(self) -> bool:
        self.returned.emit()
        return True

    def _show_offers(self, proposal: Proposal) -> None:
        form.empty(self._flow)
        offers = proposal.offers if not proposal.places else ()
        for number, hit in enumerate(offers, 1):
            button = QtWidgets.QPushButton(f"{number}  {hit.label}" if number < 10 else hit.label)
            theme.set_role(button, "link")
            button.clicked.connect(lambda _checked=False, one=hit.subject: self._tell("place", one))
            self._flow.addWidget(button)
            button.show()
        self._offers.setVisible(bool(offers))
