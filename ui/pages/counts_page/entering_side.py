# SPDX-License-Identifier: Apache-2.0
"""The left side of Salin: a village is chosen, and its TPS are listed with how far each was copied."""

from collections.abc import Callable, Collection, Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.domain import places
from desk_app.operations import count_entry
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.pages.counts_page import reading
from ui.widgets import count_stations, flow_row, remembered, village_choice


class EntrySide(QtWidgets.QWidget):
    """`chosen(TPS)`: it is to be shown while the keys stay here; `opened(TPS)`: with the keys in it; `leaving()`:
    another village was picked; `emptied()`: a village without TPS; `told(words)`; `filling(village)`: TPS are wanted.
    """

    chosen = QtCore.Signal(str)
    opened = QtCore.Signal(str)
    leaving = QtCore.Signal()
    emptied = QtCore.Signal()
    told = QtCore.Signal(str)
    filling = QtCore.Signal(str)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        failed: Callable[[Exception], None],
        wanted: Callable[[], tuple[str, str]],
        beside: QtWidgets.QWidget,
    ) -> None:
        """`wanted` tells the TPS that is shown or asked for, and the race; `beside` stands beside the next village."""
        super().__init__()
        self._desk, self._lanes, self._failed, self._wanted = desk, lanes, failed, wanted
        self._races: reading.Named | None = None
        self._second: Collection[str] = ()
        self._stations: Sequence[count_entry.Station] = ()
        self._begins = False
        """The first TPS of the village that is being read is to be opened."""
        self.villages = village_choice.VillageChoice()
        self.villages.district_picked.connect(lambda code: self._read_villages(code, ""))
        self.villages.picked.connect(self._village_picked)
        self.list = count_stations.CountStations(())
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE)
        self._column.addWidget(self.villages)
        self._column.addWidget(self.list, 1)
        foot = flow_row.FlowRow(theme.SPACE)
        foot.addWidget(self.villages.next)
        foot.addWidget(beside)
        self._column.addLayout(foot)
        self.setFocusProxy(self.list)
        self._connect_list()

    def set_basics(self, found: reading.Basics) -> None:
        """Take the races and the regions; the village that is shown stays, or the one of last time comes."""
        self._second = found.second
        if self._races != found.races:
            self._renew_list(found.races)
        self.villages.set_districts(found.districts)
        kept = str(remembered.get(self._memory) or "")
        inside = any(places.is_within(kept, code) for code, _name in found.districts) if kept else False
        village = self.villages.code or (kept if inside else found.first)
        district = places.district_of(village) if village else None
        if not district and found.districts:
            district = found.districts[0][0]
        if district:
            self._read_villages(district, village)

    def reload(self) -> None:
        """Read the TPS of the village again."""
        desk, village = self._desk, self.villages.code
        if village:
            self._lanes.read(
                lambda: (village, count_entry.stations(desk, village)), self._take, self._failed, key="counts/stations"
            )

    def go_to(self, subject: str) -> None:
        """Make a TPS the current one, in its village."""
        village = places.parse(subject).code
        if village != self.villages.code:
            district = places.district_of(village)
            remembered.keep(self._memory, village)
            if district:
                self._read_villages(district, village)
        self.list.show_subject(subject)

    def next_open(self, after: str, race: str) -> str:
        """The next TPS below that is still to be copied, "" for none."""
        return count_stations.next_open(self._stations, after, race, self._second)

    def others_open(self, subject: str) -> int:
        """How many other TPS of the village are still to be copied."""
        return sum(one.subject != subject and self._is_open(one) for one in self._stations)

    def has_keys(self) -> bool:
        """Whether the keys are in the list."""
        return self.list.table.view.hasFocus()

    @property
    def _memory(self) -> str:
        return f"counts/village/{self._desk.identity.place}"

    def _connect_list(self) -> None:
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.list.told.connect(self.told)
        self.list.wanted.connect(lambda: self.filling.emit(self.villages.code))

    def _renew_list(self, races: reading.Named) -> None:
        """Columns for other races; their TPS are read again with the village."""
        self._races, self._stations = races, ()
        old = self.list
        had_keys = self.has_keys()
        self.list = count_stations.CountStations(races)
        self._column.replaceWidget(old, self.list)
        old.deleteLater()
        self.setFocusProxy(self.list)
        self.list.show()
        if had_keys:
            self.list.setFocus()
        old.hide()
        self._connect_list()

    def _read_villages(self, district: str, chosen: str) -> None:
        desk = self._desk

        def take(found: reading.Named) -> None:
            before = self.villages.code
            self.villages.set_villages(district, found, chosen)
            if self.villages.code != before or not self._stations:
                self.reload()

        self._lanes.read(lambda: reading.villages(desk, district), take, self._failed, key="counts/villages")

    def _village_picked(self, code: str) -> None:
        self.leaving.emit()
        remembered.keep(self._memory, code)
        self._begins = self.villages.next.hasFocus()
        self.reload()

    def _take(self, read: tuple[str, list[count_entry.Station]]) -> None:
        village, found = read
        if village != self.villages.code:
            return
        self._stations = found
        self.list.set_stations(found)
        begins, self._begins = self._begins, False
        first = next((one.subject for one in found if self._is_open(one)), found[0].subject if found else "")
        wanted, _race = self._wanted()
        if begins and first:
            self.opened.emit(first)
        elif any(one.subject == wanted for one in found):
            self.list.show_subject(wanted)
        else:
            # Another village: its first TPS that is still to be copied lies ready for Enter.
            self.list.show_subject(first)
            if first:
                self.chosen.emit(first)
            else:
                self.emptied.emit()

    def _is_open(self, one: count_entry.Station) -> bool:
        return count_stations.is_open(one, self._wanted()[1], self._second)
