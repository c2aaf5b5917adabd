# SPDX-License-Identifier: Apache-2.0
"""Logistik: where the goods are, the shipments that brought them there, and what each TPS still lacks."""

import functools
from dataclasses import fields, replace
from pathlib import Path

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.operations import logistics_papers, logistics_register, targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import workbook_button
from ui.pages.logistics_page import position, shipments, shortages
from ui.widgets import notice, page

POSITION, SHIPMENTS, SHORTAGES = range(3)
_BASICS = frozenset(("election", "setting", "region", "station"))
"""What alters the choices of goods and regions."""

_FILTER = {field.name for field in fields(logistics_register.ShipmentFilter)}


class LogisticsPage(page.Page):
    """Takes `targets.Target` with a `record` (a shipment), or `chosen`: fields of `ShipmentFilter`, or
    {"show": "shortages"}.
    """

    listens = frozenset(
        "shipment shipment_line stock_report answer recap station region election setting issue conflict".split()
    )
    help_topic = "logistics"

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(_("Logistik"))
        self._desk = desk
        self._runner = lanes
        self._stale: dict[int, frozenset[str]] = dict.fromkeys((POSITION, SHIPMENTS, SHORTAGES), frozenset())
        self.tabs = QtWidgets.QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)
        for name in (_("Posisi"), _("Pengiriman"), _("Kekurangan")):
            self.tabs.addTab(name)
        self.buttons.addWidget(self.tabs)
        self.excel_button = workbook_button.WorkbookButton(desk, lanes, "stock")
        self.excel_button.notices.connect(self.notices.tell)
        self.buttons.addWidget(self.excel_button)
        self.wa_button = self.add_button(_("Salin untuk WA"), "wa", self._copy)
        self.new_button = self.add_button(_("Kiriman baru"), "tambah", self._new, role="primary")
        # The tabs stay where they are when one of these is hidden.
        for button in (self.excel_button, self.wa_button):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
        self.parts = QtWidgets.QStackedWidget()
        self.body.addWidget(self.parts, 1)
        self.position = position.PositionPart(desk, lanes)
        self.parts.addWidget(self.position)
        self.position.shipments_wanted.connect(self._show_numbers)
        self.position.followed.connect(self.navigate)
        self.position.notices.connect(self.notices.tell)
        self.tabs.currentChanged.connect(self._tab_changed)
        self.first_field = self.position.table.view

    @functools.cached_property
    def shipments(self) -> shipments.ShipmentsPart:
        """Made when it is first shown."""
        made = shipments.ShipmentsPart(self._desk, self._runner)
        self.parts.addWidget(made)
        made.followed.connect(self.navigate)
        made.notices.connect(self.notices.tell)
        made.paper_wanted.connect(self._ask_receipt)
        self._stale[SHIPMENTS] = _BASICS
        return made

    @functools.cached_property
    def shortages(self) -> shortages.ShortagesPart:
        """Made when it is first shown."""
        made = shortages.ShortagesPart(self._desk, self._runner)
        self.parts.addWidget(made)
        made.followed.connect(self.navigate)
        made.notices.connect(self.notices.tell)
        made.shipment_wanted.connect(self._show_record)
        self._stale[SHORTAGES] = _BASICS
        return made

    def refresh(self, flags: frozenset[str]) -> None:
        """Read what is shown anew; the other tabs when they are shown."""
        self._stale = {tab: known | (flags or _BASICS) for tab, known in self._stale.items()}
        self._read(self.tabs.currentIndex())

    def _read(self, tab: int) -> None:
        """Read a tab anew where something has changed since it was read."""
        flags = self._stale[tab]
        if not flags:
            return
        self._stale[tab] = frozenset()
        basics = bool(flags & _BASICS)
        if tab == SHIPMENTS:
            self.shipments.refresh(goods=basics)
        elif tab == SHORTAGES:
            (self.shortages.refresh if basics else self.shortages.reload)()
        else:
            (self.position.refresh if basics else self.position.reload)()

    def open(self, target: object) -> None:
        """Show a shipment, the shipments that a filter leaves, or the list of what is lacking."""
        if not isinstance(target, targets.Target):
            return
        if target.chosen.get("show") == "shortages":
            self.tabs.setCurrentIndex(SHORTAGES)
        elif target.record:
            self._show_record(target.record)
        elif target.chosen:
            chosen = {name: value for name, value in target.chosen.items() if name in _FILTER}
            self.tabs.setCurrentIndex(SHIPMENTS)
            self.shipments.show_filter(replace(logistics_register.EVERYTHING, **chosen))  # type: ignore[arg-type]

    def commit(self) -> None:
        """Let what is typed be saved."""
        if "shipments" in self.__dict__:
            self.shipments.commit()

    def _tab_changed(self, tab: int) -> None:
        self.commit()
        shown: QtWidgets.QWidget = self.position
        if tab == SHIPMENTS:
            shown = self.shipments
        elif tab == SHORTAGES:
            shown = self.shortages
        self.parts.setCurrentWidget(shown)
        self._read(tab)
        # Kekurangan has a sheet of its own, of what is lacking.
        self.excel_button.set_keys({POSITION: ("stock",), SHIPMENTS: ("shipments",)}.get(tab, ()))
        self.wa_button.setVisible(tab == POSITION)

    def _copy(self) -> None:
        self.position.copy_message()

    def _new(self) -> None:
        # From the list of what is lacking it goes to the TPS that is chosen there.
        place = self.shortages.chosen_place() if self.tabs.currentIndex() == SHORTAGES else ("", "")
        self.tabs.setCurrentIndex(SHIPMENTS)
        self.shipments.begin_new(*place)

    def _show_record(self, no: int) -> None:
        self.tabs.setCurrentIndex(SHIPMENTS)
        self.shipments.show_shipment(no)

    def _show_numbers(self, numbers: tuple[int, ...]) -> None:
        self.tabs.setCurrentIndex(SHIPMENTS)
        if len(numbers) == 1:
            self.shipments.show_shipment(numbers[0])
        else:
            self.shipments.show_filter(replace(logistics_register.EVERYTHING, numbers=numbers))

    def save_receipt(self, no: int, path: Path) -> None:
        """Write the sheet that goes with a shipment as a PDF."""
        desk = self._desk
        said = _("Tersimpan: {path}").format(path=path)
        self._runner.draw(
            lambda: logistics_papers.save_receipt(desk, no, path),
            lambda _nothing: self.tell(said, notice.Tone.DONE),
            self.failed,
        )

    def _ask_receipt(self, no: int) -> None:
        chosen, _kind = QtWidgets.QFileDialog.getSaveFileName(
            self, _("Simpan PDF …"), _("Tanda terima barang") + ".pdf", "PDF (*.pdf)"
        )
        if chosen:
            self.save_receipt(no, Path(chosen).with_suffix(".pdf"))
