# SPDX-License-Identifier: Apache-2.0
"""Several shipments that are selected: all of them leave, or all have come, by one click and one Ctrl+Z."""

from collections.abc import Callable

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import logistics as rules
from desk_app.operations import logistics, logistics_register
from desk_app.operations.desk import Desk
from ui import icons, runner
from ui.widgets import form


class ChosenBar(QtWidgets.QWidget):
    """Shown while two or more are selected. `told(words)`."""

    told = QtCore.Signal(str)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._numbers: list[int] = []
        self.count = form.label("", "strong")
        self.send = QtWidgets.QPushButton(_("Semua berangkat"))
        icons.put(self.send, "kirim")
        self.send.clicked.connect(lambda _checked=False: self._send())
        self.receive = QtWidgets.QPushButton(_("Semua diterima lengkap"))
        icons.put(self.receive, "terima")
        self.receive.clicked.connect(lambda _checked=False: self._receive())
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.count, self.send, self.receive):
            row.addWidget(part)
        row.addStretch(1)
        self.hide()

    def show_chosen(self, numbers: list[int]) -> None:
        """Offer what can be done with these."""
        self._numbers = numbers
        many = len(numbers)
        self.count.setText(ngettext("{count} dipilih", "{count} dipilih", many).format(count=many))
        self.setVisible(many > 1)

    def _send(self) -> None:
        desk, numbers = self._desk, self._numbers

        def work() -> int:
            rows = logistics_register.shipment_rows(desk, numbers)
            ready = [row.no for row in rows if row is not None and row.state is rules.State.PLANNED]
            return logistics.send(desk, ready) if ready else 0

        self._runner.write(work, lambda count: self._tell(count, on_the_way=True), self._failed)

    def _receive(self) -> None:
        desk, numbers = self._desk, self._numbers

        def work() -> int:
            rows = logistics_register.shipment_rows(desk, numbers)
            ready = [row.no for row in rows if row is not None and row.arrived_at is None]
            return logistics.receive_whole(desk, ready) if ready else 0

        self._runner.write(work, lambda count: self._tell(count, on_the_way=False), self._failed)

    def _tell(self, count: int, *, on_the_way: bool) -> None:
        if on_the_way:
            said = ngettext("{count} pengiriman berangkat.", "{count} pengiriman berangkat.", count)
        else:
            said = ngettext("{count} pengiriman diterima lengkap.", "{count} pengiriman diterima lengkap.", count)
        self.told.emit(said.format(count=count))
