# SPDX-License-Identifier: Apache-2.0
"""The offered indicators with ticks: an office begins with those that it measures; all of them can be altered."""

from collections.abc import Callable

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import indicators
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.activities_page import part
from ui.widgets import drafts, form


class OfferCard(part.Part):
    """The card. `taken(code)`: the office uses them now; the first of them."""

    taken = QtCore.Signal(str)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self.boxes: dict[str, QtWidgets.QCheckBox] = {}
        self.words = form.label(
            _("Bukan ketentuan: nama, satuan, target dan sumber dapat diubah. Target partisipasi ditetapkan kantor."),
            "muted",
            wraps=True,
        )
        self.take_button = part.push(_("Pakai yang dicentang"), "siap", self.take, role="primary")
        self.card = form.card(self.words, title=_("Indikator yang ditawarkan"))
        self._column = QtWidgets.QVBoxLayout()
        self._column.setSpacing(2)
        column = self.card.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.addLayout(self._column)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.take_button)
        foot.addStretch(1)
        column.addLayout(foot)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card)

    def reload(self) -> None:
        desk = self.desk
        self.lanes.read(lambda: indicators.offered(desk), self._take, self.failed, key="indicator offers")

    def take(self) -> None:
        """Use what is ticked."""
        desk, codes = self.desk, [code for code, box in self.boxes.items() if box.isChecked()]
        if not codes:
            self.say(_("Centang dahulu indikator yang dipakai."))
            return
        self.lanes.write(lambda: indicators.adopt(desk, codes), lambda made: self.taken.emit(made[0]), self.failed)

    def _take(self, found: list[indicators.Definition]) -> None:
        if list(self.boxes) == [one.code for one in found] and found:
            return
        form.empty(self._column)
        self.boxes = {}
        heading = ""
        for one in found:
            if one.heading != heading:
                heading = one.heading
                self._column.addWidget(form.label(_(heading), "strong"))
            box = self.boxes[one.code] = QtWidgets.QCheckBox(_(one.label))
            box.setChecked(True)
            self._column.addWidget(box)
        if not found:
            self._column.addWidget(form.label(_("Semua yang ditawarkan sudah dipakai."), "muted"))
        self.take_button.setEnabled(bool(found))
