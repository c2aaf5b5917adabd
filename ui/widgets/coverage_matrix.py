# SPDX-License-Identifier: Apache-2.0
"""Kecamatan × tim: who covers what, with the holes and doubles marked; a click or the space bar ticks."""

from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import teams as rules
from desk_app.operations import teams
from ui import icons, theme
from ui.widgets import form, heads, marks

Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex
_CELL = 46
_ROOM = 240
"""Letters of names: two lines at the least width."""
_NAME = 180


class _Model(QtCore.QAbstractTableModel):
    """Name, one column a team, then what is wrong with the row."""

    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.matrix = teams.Matrix((), (), (), ())

    def set_matrix(self, matrix: teams.Matrix) -> None:
        same = len(matrix.teams) == len(self.matrix.teams) and len(matrix.rows) == len(self.matrix.rows)
        if not same:
            self.beginResetModel()
        self.matrix = matrix
        if not same:
            self.endResetModel()
        elif matrix.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(QtCore.Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = QtCore.QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.matrix.rows)

    def columnCount(self, parent: Index = QtCore.QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.matrix.teams) + 2

    def team(self, column: int) -> teams.Team | None:
        return self.matrix.teams[column - 1] if 1 <= column <= len(self.matrix.teams) else None

    def is_covered(self, index: Index) -> bool:
        team = self.team(index.column())
        return team is not None and team.no in self.matrix.rows[index.row()].teams

    def data(self, index: Index, role: int = QtCore.Qt.ItemDataRole.DisplayRole) -> Any:
        roles = QtCore.Qt.ItemDataRole
        row = self.matrix.rows[index.row()]
        team = self.team(index.column())
        if role == roles.TextAlignmentRole:
            sides = QtCore.Qt.AlignmentFlag
            return (sides.AlignHCenter if team else sides.AlignLeft) | sides.AlignVCenter
        if team is not None:
            return self._cell(row, team, role)
        if index.column() == 0:
            return row.name if role == roles.DisplayRole else None
        state = self.state(row)
        if role == roles.DisplayRole:
            return state.shown
        return state.mark if role == marks.MARK_ROLE else None

    def state(self, row: teams.DistrictTeams) -> marks.Marked:
        """What is wrong with a row, or that nothing is."""
        if row.code in self.matrix.holes:
            return marks.Marked(_("Belum ada tim"), "masalah")
        if row.code in self.matrix.doubles:
            count = len(row.teams)
            return marks.Marked(ngettext("{count} tim", "{count} tim", count).format(count=count), "belum_lengkap")
        return marks.Marked(_("Lengkap"), "siap")

    def headerData(
        self, section: int, orientation: QtCore.Qt.Orientation, role: int = QtCore.Qt.ItemDataRole.DisplayRole
    ) -> Any:
        roles = QtCore.Qt.ItemDataRole
        if orientation is QtCore.Qt.Orientation.Vertical:
            return None
        team = self.team(section)
        if role == roles.TextAlignmentRole:
            sides = QtCore.Qt.AlignmentFlag
            return (sides.AlignHCenter if team else sides.AlignLeft) | sides.AlignVCenter
        if role == roles.ToolTipRole and team is not None:
            return f"{team.label} {team.name}".strip()
        if role != roles.DisplayRole:
            return None
        if team is not None:
            return rules.roman(team.number) if team.number else team.name
        return self.matrix.heading if section == 0 else _("Keadaan")

    def _cell(self, row: teams.DistrictTeams, team: teams.Team, role: int) -> Any:
        roles = QtCore.Qt.ItemDataRole
        covered = team.no in row.teams
        if role == roles.ToolTipRole:
            words = _("{team} bertugas di {place}") if covered else _("{team} tidak bertugas di {place}")
            return words.format(team=team.label, place=row.name)
        if role == roles.AccessibleTextRole:
            return f"{row.name}, {team.label}: {_('Ya') if covered else _('Tidak')}"
        return None


class _Delegate(marks.MarkDelegate):
    """Ticks in the cells of the teams."""

    def paint(self, painter: QtGui.QPainter, option: QtWidgets.QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        model = index.model()
        if not isinstance(model, _Model) or model.team(index.column()) is None:
            return
        now = theme.tokens()
        middle = option.rect.center()
        square = QtCore.QRectF(middle.x() - 9, middle.y() - 9, 20, 20)
        painter.save()
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        covered = model.is_covered(index)
        painter.setPen(QtGui.QPen(theme.colour(now.primary if covered else now.border_strong), 1))
        painter.setBrush(theme.colour(now.primary if covered else now.surface))
        painter.drawRoundedRect(square, 4, 4)
        if covered:
            icons.paint(painter, "siap", square.adjusted(2, 2, -2, -2), theme.colour(now.on_primary))
        if option.state & QtWidgets.QStyle.StateFlag.State_HasFocus:
            painter.setPen(QtGui.QPen(theme.colour(now.focus), 2))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(square.adjusted(-3, -3, 3, 3), 5, 5)
        painter.restore()


class _Grid(QtWidgets.QTableView):
    """`pressed(index)`: a cell was clicked or the space bar pressed on it."""

    pressed_cell = QtCore.Signal(object)
    copy_wanted = QtCore.Signal()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() in (QtCore.Qt.Key.Key_Space, QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.pressed_cell.emit(self.currentIndex())
            return
        if event.matches(QtGui.QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is QtCore.Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            if index.isValid():
                self.pressed_cell.emit(index)


class CoverageMatrix(QtWidgets.QWidget):
    """The matrix. `ticked(team, district, on)`, `team_wanted(team)`: its heading was clicked, `told(words)`."""

    ticked = QtCore.Signal(object, str, bool)
    team_wanted = QtCore.Signal(object)
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.read_only = False
        self.words = form.label("", wraps=True)
        self.model = _Model(self)
        self.view = _Grid()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setHorizontalHeader(heads.Heads(self.view))
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        self.view.setShowGrid(False)
        self.view.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setAccessibleName(_("Matriks wilayah dan tim"))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.words)
        column.addWidget(self.view, 1)
        self.view.pressed_cell.connect(self._tick)
        self.view.copy_wanted.connect(self._copy)
        self.view.horizontalHeader().sectionClicked.connect(self._open_team)

    def set_matrix(self, matrix: teams.Matrix) -> None:
        """Show who covers what."""
        self.model.set_matrix(matrix)
        head = self.view.horizontalHeader()
        last = self.model.columnCount() - 1
        for at in range(last):
            head.resizeSection(at, _NAME if at == 0 else _CELL)
        head.setMinimumSectionSize(40)
        names = {row.code: row.name for row in matrix.rows}
        parts = []
        if matrix.holes and len(matrix.holes) == len(matrix.rows):
            parts.append(_("Belum ada {unit} yang punya tim.").format(unit=matrix.heading.lower()))
        elif matrix.holes:
            places = _listed([names.get(code, code) for code in matrix.holes])
            parts.append(_("Belum ada tim: {places}.").format(places=places))
        if matrix.doubles:
            places = _listed([names.get(code, code) for code in matrix.doubles])
            parts.append(_("Lebih dari satu tim: {places}.").format(places=places))
        if not parts and matrix.rows:
            parts.append(_("Setiap {unit} punya tepat satu tim.").format(unit=matrix.heading.lower()))
        if not self.read_only and matrix.teams:
            parts.append(_("Klik kotak, atau tekan spasi, untuk mengubah."))
        self.words.setText(" ".join(parts))

    def _tick(self, index: QtCore.QModelIndex) -> None:
        team = self.model.team(index.column()) if index.isValid() else None
        if team is not None and not self.read_only:
            row = self.model.matrix.rows[index.row()]
            self.ticked.emit(team.no, row.code, team.no not in row.teams)

    def _open_team(self, column: int) -> None:
        team = self.model.team(column)
        if team is not None:
            self.team_wanted.emit(team.no)

    def _copy(self) -> None:
        held = self.model.matrix
        names = [rules.roman(team.number) if team.number else team.name for team in held.teams]
        lines = ["\t".join([held.heading, *names, _("Keadaan")])]
        for row in held.rows:
            ticks = ["✓" if team.no in row.teams else "" for team in held.teams]
            lines.append("\t".join([row.name, *ticks, self.model.state(row).shown]))
        QtGui.QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
        said = ngettext("{count} baris disalin.", "{count} baris disalin.", len(held.rows))
        self.told.emit(said.format(count=len(held.rows)))


def _listed(names: list[str]) -> str:
    """Names of kecamatan; of many the first ones and how many more, so that the matrix keeps its room."""
    whole = ", ".join(names)
    if len(whole) <= _ROOM:
        return whole
    named = 1
    while len(", ".join(names[: named + 1])) <= _ROOM:
        named += 1
    return _("{names}, dan {count} lagi").format(names=", ".join(names[:named]), count=len(names) - named)
