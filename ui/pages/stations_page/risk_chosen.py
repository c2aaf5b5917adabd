# SPDX-License-Identifier: Apache-2.0
"""Several TPS that are selected: one class of Polri for all of them, undone as one."""

from array import array
from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import risk as rules
from desk_app.domain.words import N_, dotted
from desk_app.operations import risk
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import undo_notice
from ui.pages.stations_page import risk_ticks
from ui.widgets import answer_buttons, form

_NONE = "none"


class RiskChosen(QtWidgets.QWidget):
    """Shown while two or more are selected. `notices(Notice)`."""

    notices = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._failed = failed
        self._ids: Sequence[int] = ()
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self.count = form.label("", "strong")
        options = [
            answer_buttons.Option(one.value, rules.CLASS_LABELS[one], "", risk_ticks.KEYS[one.value])
            for one in rules.RiskClass
        ]
        self.classes = answer_buttons.AnswerButtons(
            [*options, answer_buttons.Option(_NONE, N_("Tanpa kelas"), "", "T0")]
        )
        self.classes.setAccessibleName(_("Kelas kerawanan semua TPS yang dipilih"))
        self.classes.setToolTip(_("K kurang rawan · R rawan · S sangat rawan · H khusus · T tanpa kelas"))
        self.classes.picked.connect(self._give)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.count)
        column.addWidget(self.classes)
        self.hide()

    def show_chosen(self, ids: "array[int]") -> None:
        """Offer to give these a class."""
        self._ids = ids
        words = ngettext(
            "{count} TPS dipilih; kelas untuk semuanya:", "{count} TPS dipilih; kelas untuk semuanya:", len(ids)
        )
        self.count.setText(words.format(count=dotted(len(ids))))
        self.setVisible(len(ids) > 1)

    def _give(self, code: str) -> None:
        self.classes.set_value("")
        desk, ids, given = self._desk, list(self._ids), None if code == _NONE else code
        if len(ids) < 2:
            return
        label = _(rules.CLASS_LABELS[rules.RiskClass(given)]) if given else _("Tanpa kelas")
        words = ngettext("{count} TPS: {label}.", "{count} TPS: {label}.", len(ids))

        def work() -> None:
            risk.set_class(desk, [row.subject for row in risk.rows(desk, ids) if row is not None], given)

        self._undo.take_out(work, words.format(count=dotted(len(ids)), label=label), self._failed)
