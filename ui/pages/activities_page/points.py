# SPDX-License-Identifier: Apache-2.0
"""Lembar pantau: which points of the checklist are looked at, and what else."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import elections, words
from desk_app.operations import activities, activity_register
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.pages.activities_page import cards
from ui.widgets import drafts, fields, form


class PointsCard(cards.FormCard):
    """The card: a list with ticks, found by typing, and lines of the office's own."""

    heading = words.N_("Lembar pantau")

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self._no = 0
        self._seen: int | None = None
        self._codes: tuple[str, ...] = ()
        self._fills = False
        self.filter = QtWidgets.QLineEdit()
        self.filter.setPlaceholderText(_("Cari butir ceklis …"))
        self.filter.setAccessibleName(_("Cari butir ceklis …"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _text: self._narrow())
        self.list = QtWidgets.QListWidget()
        self.list.setFixedHeight(220)
        self.list.setAccessibleName(_("Butir ceklis yang dipantau"))
        self.list.itemChanged.connect(lambda _item: self._ticked())
        self.count = form.label("", "muted", wraps=True)
        column = self.card.layout()
        assert isinstance(column, QtWidgets.QVBoxLayout)
        column.setSpacing(theme.SPACE)
        column.insertWidget(1, self.count)
        column.insertWidget(2, self.filter)
        column.insertWidget(3, self.list)

    def fill(self) -> None:
        self.add(
            "watched",
            _("Yang dipantau selain butir ceklis"),
            fields.NoteField(_("satu per baris, mis. Akses jalan ke TPS"), lines=3),
            wide=True,
        )

    def show_activity(self, found: activity_register.Activity) -> None:
        super().show_activity(found)
        self._no, self._seen = found.row.no, found.seen
        self._codes = tuple(point.code for point in found.points)
        desk = self.desk
        self.lanes.read(lambda: activity_register.item_choices(desk), self._take, self.failed, key="activity points")
        self._say()

    def _take(self, choices: Sequence[activity_register.Point]) -> None:
        known = [self.list.item(at).data(_CODE) for at in range(self.list.count())]
        self._fills = True
        if known != [one.code for one in choices]:
            self.list.clear()
            for one in choices:
                item = QtWidgets.QListWidgetItem(f"{one.label} ({elections.day_words(one.phase)})")
                item.setData(_CODE, one.code)
                item.setSizeHint(QtCore.QSize(0, 26))
                item.setFlags(item.flags() | QtCore.Qt.ItemFlag.ItemIsUserCheckable)
                self.list.addItem(item)
        for at in range(self.list.count()):
            item = self.list.item(at)
            is_on = item.data(_CODE) in self._codes
            item.setCheckState(QtCore.Qt.CheckState.Checked if is_on else QtCore.Qt.CheckState.Unchecked)
        self._fills = False
        self._narrow()

    def _narrow(self) -> None:
        wanted = self.filter.text().casefold().split()
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(not all(word in item.text().casefold() for word in wanted))

    def _ticked(self) -> None:
        if self._fills:
            return
        items = [self.list.item(at) for at in range(self.list.count())]
        codes = [str(item.data(_CODE)) for item in items if item.checkState() is QtCore.Qt.CheckState.Checked]
        # A point of another version of the checklist is not in the list, and stays.
        listed = {item.data(_CODE) for item in items}
        self._codes = (*(code for code in self._codes if code not in listed), *codes)
        desk, no, chosen = self.desk, self._no, [code for code in self._codes if code in listed]
        self._say()
        self.write(lambda: activities.set_points(desk, no, chosen))

    def _say(self) -> None:
        count = len(self._codes)
        said = ngettext("{count} butir ceklis dipantau", "{count} butir ceklis dipantau", count).format(count=count)
        self.count.setText(
            said + ". " + _("Jawabannya diisi pada hasil kunjungan dan langsung masuk Kesiapan TPS.")
        )


_CODE = QtCore.Qt.ItemDataRole.UserRole
