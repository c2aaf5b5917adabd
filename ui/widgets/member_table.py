# SPDX-License-Identifier: Apache-2.0
"""Members in protocol order, which is altered by dragging a row or with Alt+↑ and Alt+↓."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import teams
from ui import theme
from ui.widgets import columns, day_field, form, table_panel, table_view

Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex
_MOST_ROWS = 7
_ROW = 46


class _Rows(table_panel.RowsModel):
    """Rows that can be dragged."""

    can_move = True

    def flags(self, index: Index) -> QtCore.Qt.ItemFlag:
        kinds = QtCore.Qt.ItemFlag
        if not self.can_move:
            return super().flags(index)
        return super().flags(index) | kinds.ItemIsDragEnabled | kinds.ItemIsDropEnabled

    def supportedDropActions(self) -> QtCore.Qt.DropAction:
        return QtCore.Qt.DropAction.MoveAction


class _View(table_view.TableView):
    """`moved(from, to)`: a row goes before the row `to` (the count: to the end)."""

    moved = QtCore.Signal(int, int)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        step = {QtCore.Qt.Key.Key_Up: -1, QtCore.Qt.Key.Key_Down: 2}.get(QtCore.Qt.Key(event.key()))
        if step is not None and event.modifiers() & QtCore.Qt.KeyboardModifier.AltModifier:
            row = self.currentIndex().row()
            if row >= 0:
                self.moved.emit(row, row + step)
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        row = self.currentIndex().row()
        at = self.indexAt(event.position().toPoint())
        where = QtWidgets.QAbstractItemView.DropIndicatorPosition
        target = at.row() if at.isValid() else self.model().rowCount()
        if at.isValid() and self.dropIndicatorPosition() != where.AboveItem and target > row:
            target += 1
        if event.source() is self and row >= 0:
            self.moved.emit(row, target)
        # The rows are ours to put in order: Qt must not remove the dragged one.
        event.setDropAction(QtCore.Qt.DropAction.IgnoreAction)
        event.accept()


class MemberTable(QtWidgets.QWidget):
    """The table, and those who were replaced below it.

    `chosen(Member or None)`, `opened(Member)`, `order_wanted(list of numbers)`, `told(words)`.
    """

    chosen = QtCore.Signal(object)
    opened = QtCore.Signal(object)
    order_wanted = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        titles = (
            columns.Column("person", _("Nama"), 300, sortable=False, stretches=True, below="office"),
            columns.Column("office", _("Jabatan"), 190, sortable=False),
            columns.Column("role", _("Kedudukan"), 120, sortable=False, below="unit"),
            columns.Column("unit", _("Instansi"), 110, sortable=False),
            columns.Column(
                "period_from", _("Mulai"), 86, text=day_field.words, sortable=False, below="period_to",
                hint=_("Masa tugas sendiri, bila lain dari timnya"),
            ),
            columns.Column("period_to", _("Sampai"), 86, text=day_field.words, sortable=False),
        )
        self.model = _Rows(titles, self)
        self.view = _View(titles, "members")
        self.view.setModel(self.model)
        self.view.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setDragDropMode(QtWidgets.QAbstractItemView.DragDropMode.InternalMove)
        self.view.setDragDropOverwriteMode(False)
        self.view.setDropIndicatorShown(True)
        self.view.setToolTip(_("Seret baris, atau Alt+↑ dan Alt+↓, untuk mengubah urutan"))
        self.former = form.label("", "small", wraps=True)
        words = _("Belum ada anggota. Tambahkan yang pertama: biasanya ketua tim.")
        self.nobody = form.label(words, "muted", wraps=True)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.nobody)
        column.addWidget(self.view)
        column.addWidget(self.former)
        self.view.chosen.connect(lambda row: self.chosen.emit(self.model.row(row) if row >= 0 else None))
        self.view.opened.connect(lambda row: self.opened.emit(self.model.row(row)))
        self.view.moved.connect(self._move)
        self.view.copy_requested.connect(self._copy)

    def set_members(self, members: Sequence[teams.Member]) -> None:
        """Show members, those that were replaced by name only; the current one stays."""
        current = self.current()
        present = [one for one in members if not one.replaced]
        blocked = self.view.blockSignals(True)
        self.model.set_rows(present)
        numbers = [one.no for one in present]
        if current is not None and current.no in numbers:
            self.view.select_row(numbers.index(current.no))
        self.view.blockSignals(blocked)
        rows = min(max(len(present), 1), _MOST_ROWS)
        self.view.setFixedHeight(rows * _ROW + theme.ROW_HEIGHT + 16)
        self.view.setVisible(bool(present))
        self.nobody.setVisible(not present)
        names = {one.no: one.name for one in members}
        # Who was written by mistake has no day of leaving: he never was a member.
        gone = [_gone(one, names) for one in members if one.replaced and (one.replaced_on or one.replaced_by)]
        self.former.setText(_("Pernah menjadi anggota: {names}").format(names="; ".join(gone)))
        self.former.setVisible(bool(gone))
        self.chosen.emit(self.current())

    def current(self) -> teams.Member | None:
        """The member in the current row."""
        index = self.view.currentIndex()
        row: teams.Member | None = self.model.row(index.row()) if index.isValid() else None
        return row

    def show_member(self, no: int) -> None:
        """Make a member the current one."""
        for place, one in enumerate(self.model.shown()):
            if one.no == no:
                self.view.select_row(place)

    def step(self, by: int) -> None:
        """Move the current member up (-1) or down (1)."""
        row = self.view.currentIndex().row()
        if row >= 0:
            self._move(row, row + (2 if by > 0 else -1))

    def set_read_only(self, read_only: bool) -> None:
        self.model.can_move = not read_only
        if read_only:
            self.view.setToolTip("")
            self.nobody.setText(_("Belum ada anggota. Susunan tim datang lewat Terima Data."))

    def _move(self, row: int, to: int) -> None:
        if not self.model.can_move:
            return
        rows = self.model.shown()
        to = min(max(to, 0), len(rows))
        if to in (row, row + 1):
            return
        moved = rows.pop(row)
        rows.insert(to - 1 if to > row else to, moved)
        self.model.set_rows(rows)
        self.view.select_row(rows.index(moved))
        self.order_wanted.emit([one.no for one in rows])

    def _copy(self) -> None:
        titles = self.model.columns
        lines = [columns.heading_line(titles)]
        lines += [columns.copy_line(titles, self.model.cells(one)) for one in self.model.shown()]
        QtGui.QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        said = ngettext("{count} anggota disalin.", "{count} anggota disalin.", len(lines) - 1)
        self.told.emit(said.format(count=len(lines) - 1))


def _gone(one: teams.Member, names: dict[int, str]) -> str:
    """Who served once, since when no longer, and who came in his place."""
    told = []
    if one.replaced_on:
        told.append(_("sampai sebelum {day}").format(day=day_field.words(one.replaced_on)))
    if one.replaced_by in names:
        told.append(_("diganti {name}").format(name=names[one.replaced_by]))
    told += [one.reason] if one.reason else []
    return f"{one.name} ({', '.join(told)})" if told else one.name
