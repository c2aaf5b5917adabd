# SPDX-License-Identifier: Apache-2.0
"""Simpan ke Excel: the TPS of an area to be filled in and brought back, or the list as it stands on the screen."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import dotted
from desk_app.operations import workbook_export
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import big_table, columns

_EXPORT_CHUNK = 500
Fetch = Callable[[list[int]], Sequence[tuple[Any, ...] | None]]


class StationExport(QtCore.QObject):
    """`told(words)`: it is saved. `failed(Exception)`."""

    told = QtCore.Signal(str)
    failed = QtCore.Signal(object)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        table: big_table.BigTable,
        fetch: Fetch,
        area: Callable[[], str],
    ) -> None:
        """`fetch`: the rows of the table; `area`: the kecamatan or desa that is chosen."""
        super().__init__(table)
        self._desk = desk
        self._lanes = lanes
        self._table = table
        self._fetch = fetch
        self._area = area

    def export_whole(self, path: Path) -> None:
        """Save the TPS of the kecamatan or desa that is chosen, in the form of the template."""
        desk, area = self._desk, self._area()
        self._lanes.write(
            lambda: workbook_export.export_stations(desk, path, area),
            lambda count: self._exported(path, count),
            self.failed.emit,
        )

    def export_listed(self, path: Path) -> None:
        """Save the list as it stands, in its order and with its columns."""
        ids, listed = self._table.model.ids, self._table.model.columns
        titles = [column.title for column in listed]

        def rows() -> Iterator[list[Any]]:
            for start in range(0, len(ids), _EXPORT_CHUNK):
                for cells in self._fetch(list(ids[start : start + _EXPORT_CHUNK])):
                    if cells is not None:
                        yield [_plain(column, value) for column, value in zip(listed, cells, strict=True)]

        self._lanes.read(
            lambda: workbook_export.export_table(path, _("Data TPS"), titles, rows()),
            lambda _nothing: self._exported(path, len(ids)),
            self.failed.emit,
        )

    def ask_whole(self) -> None:
        """Ask where to, and save the TPS in the form of the template."""
        path = self._ask_path(_("Data TPS"))
        if path is not None:
            self.export_whole(path)

    def ask_listed(self) -> None:
        """Ask where to, and save the list."""
        path = self._ask_path(_("Daftar TPS"))
        if path is not None:
            self.export_listed(path)

    def _ask_path(self, name: str) -> Path | None:
        chosen, _kind = QtWidgets.QFileDialog.getSaveFileName(
            self._table, _("Simpan ke Excel"), f"{name}.xlsx", "Excel (*.xlsx)"
        )
        return Path(chosen).with_suffix(".xlsx") if chosen else None

    def _exported(self, path: Path, count: int) -> None:
        self.told.emit(_("{count} TPS disimpan: {path}").format(count=dotted(count), path=path))


def _plain(column: columns.Column, value: Any) -> Any:
    if isinstance(value, int) and column.text is None:
        return value
    return column.copy(value)
