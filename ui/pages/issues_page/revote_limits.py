# SPDX-License-Identifier: Apache-2.0
"""How many days the office counts for PSU, PSSU, PSL and PSS: its own setting, told as such and altered here."""

from collections.abc import Callable

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import revotes as rules
from desk_app.operations import revote_limits
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import fields, form


class RevoteLimits(QtWidgets.QWidget):
    """One line that says the limits; `wanted(on)`: *Ubah batas* wants `card` with their fields shown, or not."""

    wanted = QtCore.Signal(bool)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._failed = failed
        self.words = form.label("", "muted", wraps=True)
        self.change = QtWidgets.QPushButton(_("Ubah batas"))
        icons.put(self.change, "pengaturan", "primary")
        theme.set_role(self.change, "link")
        self.change.setCheckable(True)
        self.rows: dict[rules.Limit, form.FormRow] = {}
        grid = form.Form(2)
        for limit, label in rules.LIMIT_LABELS.items():
            field = fields.LineField(_("tanpa batas"), limit=3)
            self.rows[limit] = grid.add(limit.value, _(label), field)
            field.committed.connect(lambda value, limit=limit: self._save(limit, value))
        hint = _("Jumlah hari ini pengaturan kantor sendiri; sesuaikan dengan surat KPU yang berlaku.")
        self.card = form.card(form.label(hint, "muted", wraps=True), grid)
        self.change.toggled.connect(self.wanted)
        top = QtWidgets.QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.change)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)

    def reload(self) -> None:
        """Read the settings again."""
        desk = self._desk
        self._lanes.read(lambda: revote_limits.limits(desk), self._take, self._failed, key="revote limits")

    def _take(self, found: dict[rules.Limit, int | None]) -> None:
        told = [f"{limit.value.upper()} {days}" for limit, days in found.items() if days is not None]
        said = _("Batas hari menurut pengaturan kantor: {limits}.")
        self.words.setText(said.format(limits=", ".join(told)) if told else _("Batas hari belum diatur."))
        for limit, days in found.items():
            self.rows[limit].field.set_value("" if days is None else str(days))

    def _save(self, limit: rules.Limit, value: str) -> None:
        desk = self._desk
        self.rows[limit].accept()

        def refuse(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.rows[limit].refuse(errors.words(error))

        self._lanes.write(
            lambda: revote_limits.set_limits(desk, {limit: value}), lambda _nothing: self.reload(), refuse
        )
