# SPDX-License-Identifier: Apache-2.0
"""New shipments: one to a place with what it needs, or what came here sent on to all of the next stage."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import logistics as rules
from desk_app.domain.places import Kind
from desk_app.domain.words import dotted
from desk_app.operations import logistics_onward
from desk_app.operations.desk import Desk
from ui import actions, errors, runner, theme
from ui.pages.logistics_page import finding
from ui.widgets import columns, fields, form, marks, place_box, progress_panel, table_panel


@dataclass(frozen=True, slots=True)
class PortionRow:
    """A place of the proposal: what it would get, and what it would still lack, in words."""

    place: str
    label: str
    gets: str
    lacks: marks.Marked | str


class NewShipmentPanel(QtWidgets.QWidget):
    """`made(no)`, `closed()`: one shipment to a place that is typed."""

    made = QtCore.Signal(object)
    closed = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self.place = place_box.PlaceBox(_("Ketik kecamatan, desa, “tem 5”, gudang …"))
        self.form = form.Form(1)
        row = self.form.add("place", _("Tujuan"), self.place)
        finding.connect(self.place, row, desk, lanes, "new shipment")
        self.hint = form.label(
            _("Kiriman baru diisi dengan kebutuhan tempat tujuannya yang belum dikirim. Angkanya dapat diubah."),
            "muted",
            wraps=True,
        )
        button, cancel = _buttons(self, _("Buat kiriman"), self.write, self.closed.emit)
        card = form.card(self.form, self.hint, _line(button, cancel), title=_("Kiriman baru"))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(card)
        column.addStretch(1)

    def begin(self, place: str = "", label: str = "") -> None:
        """Begin anew, with the place to which it goes where that is known."""
        self.form.accept_all()
        self.place.forget()
        self.place.set_value(place, label)
        self.place.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def write(self) -> None:
        """Make the shipment to the place that is taken."""
        place = self.place.value()
        if not place:
            if not self.place.insist():
                self.form.rows["place"].refuse(_("Isi tujuannya."))
            return
        desk = self._desk
        self._runner.write(lambda: logistics_onward.new_to(desk, place), self.made.emit, self._refused)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self.form.rows["place"].refuse(errors.words(error))


class OnwardPanel(QtWidgets.QWidget):
    """`made(list of numbers)`, `closed()`: what lies at a place goes on."""

    made = QtCore.Signal(object)
    closed = QtCore.Signal()

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._origin = ""
        self._proposal: logistics_onward.Onward | None = None
        self.title = form.label("", "heading", wraps=True)
        self.stage = fields.ChoiceField()
        self.stage.setAccessibleName(_("Diteruskan ke"))
        self.stage.committed.connect(lambda _stage: self._read())
        self.goods = fields.ChoiceField()
        self.goods.setAccessibleName(_("Barang"))
        self.goods.committed.connect(lambda _code: self._read())
        self.stock = form.label("", "muted", wraps=True)
        self.table = table_panel.TablePanel(_columns(), name="logistics onward", identity="place", unit=_("tempat"))
        self.table.view.selectionModel().selectionChanged.connect(lambda _on, _off: self._look())
        self.carrier = fields.LineField(_("pengangkut, boleh dikosongkan"), limit=160)
        self.carrier.setAccessibleName(_("Pengangkut"))
        self.button, cancel = _buttons(self, "", self.write, self.closed.emit)
        self._handle: runner.Handle | None = None
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self._stop)
        choices = QtWidgets.QHBoxLayout()
        choices.setSpacing(theme.SPACE)
        choices.addWidget(self.stage, 1)
        choices.addWidget(self.goods, 1)
        self.hint = form.label("", "error", wraps=True)
        self.hint.hide()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.title)
        column.addLayout(choices)
        column.addWidget(self.stock)
        column.addWidget(self.table, 1)
        column.addWidget(self.carrier)
        column.addWidget(self.hint)
        column.addWidget(self.progress)
        column.addWidget(_line(self.button, cancel))

    def begin(self, origin: str) -> None:
        """Propose what goes on from a place."""
        self._origin = origin
        self._proposal = None
        self.stage.set_choices([])
        self.goods.set_choices([])
        self._read()

    def write(self) -> None:
        """Make the shipments: of the places that are selected, or of all."""
        proposal = self._proposal
        if proposal is None or self._handle is not None:
            return
        chosen = [row.place for row in self.table.selected()]
        values: dict[str, Any] = {"carrier": self.carrier.value()} if self.carrier.value() else {}
        places_chosen = chosen if len(chosen) > 1 else None
        desk = self._desk
        self.hint.hide()
        self.button.setEnabled(False)
        self.progress.begin(_("Membuat kiriman"))
        self._handle = self._runner.long(
            lambda: logistics_onward.send_many_on(desk, proposal, None, places_chosen, **values),
            self.progress.show_progress,
            self._written,
            self._failed,
            self._stopped,
            lane="write",
        )

    def _written(self, made: list[int]) -> None:
        self._stopped()
        self.made.emit(made)

    def _stopped(self) -> None:
        self._handle = None
        self.progress.end()
        self._look()

    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _read(self) -> None:
        desk, origin = self._desk, self._origin
        stage = Kind(self.stage.value()) if self.stage.value() else None
        codes = [self.goods.value()] if self.goods.value() else []
        self._runner.read(
            lambda: logistics_onward.onward(desk, origin, stage, codes), self._show, self._failed, key="onward"
        )

    def _show(self, proposal: logistics_onward.Onward) -> None:
        self._proposal = proposal
        self.hint.hide()
        self.title.setText(_("Teruskan dari {place}").format(place=proposal.label))
        self.stage.set_choices([(one.value, _(rules.STAGE_LABELS[one])) for one in proposal.stages])
        self.stage.set_value(proposal.stage.value)
        if not self.goods.value():
            listed = [("", _("Semua barang")), *((one.code, one.label) for one in proposal.goods)]
            self.goods.set_choices(listed)
            self.goods.set_value("")
        held = [
            _("{goods} {count} {unit}").format(goods=one.label, count=dotted(proposal.stock[one.code]), unit=one.unit)
            for one in proposal.goods
            if one.code in proposal.stock
        ]
        said = _("Ada di sini: {goods}").format(goods=", ".join(held)) if held else ""
        self.stock.setText(said or _("Belum tercatat apa yang diterima di sini; usulnya sebesar kebutuhan."))
        labels = {one.code: one for one in proposal.goods}
        self.table.set_rows([_portion(one, labels) for one in proposal.portions])
        self._look()

    def _look(self) -> None:
        chosen = len(self.table.selected())
        ready = sum(one.proposed > 0 for one in self._proposal.portions) if self._proposal else 0
        count = chosen if chosen > 1 else ready
        said = ngettext("Buat {count} kiriman", "Buat {count} kiriman", count)
        self.button.setText(said.format(count=count))
        self.button.setEnabled(count > 0)

    def _failed(self, error: Exception) -> None:
        self._stopped()
        if not isinstance(error, known.Refused):
            raise error
        self.hint.setText(errors.words(error))
        self.hint.show()


def _portion(one: logistics_onward.Portion, labels: dict[str, Any]) -> PortionRow:
    gets = [f"{labels[part.item].label} {dotted(part.proposed)}" for part in one.parts if part.proposed]
    lacks = [f"{labels[part.item].label} {dotted(part.short)}" for part in one.parts if part.short]
    said: marks.Marked | str = marks.Marked(", ".join(lacks), "masalah") if lacks else ""
    return PortionRow(one.place, one.label, ", ".join(gets) or "–", said)


def _columns() -> tuple[columns.Column, ...]:
    return (
        columns.Column("label", _("Tujuan"), 170),
        columns.Column("gets", _("Usul"), 220, stretches=True),
        columns.Column("lacks", _("Masih kurang"), 150),
    )


def _buttons(
    part: QtWidgets.QWidget, words: str, write: Callable[[], object], close: Callable[[], object]
) -> tuple[QtWidgets.QPushButton, QtWidgets.QPushButton]:
    button = QtWidgets.QPushButton(words)
    theme.set_role(button, "primary")
    button.clicked.connect(lambda _checked=False: write())
    cancel = QtWidgets.QPushButton(_("Batal"))
    cancel.clicked.connect(lambda _checked=False: close())
    for key in ("Ctrl+Return", "Ctrl+Enter"):
        actions.add(part, "", key, slot=write, window_wide=False)
    actions.add(part, "", "Esc", slot=close, window_wide=False)
    return button, cancel


def _line(*buttons: QtWidgets.QPushButton) -> QtWidgets.QWidget:
    part = QtWidgets.QWidget()
    line = QtWidgets.QHBoxLayout(part)
    line.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        line.addWidget(button)
    line.addWidget(form.label("Ctrl+Enter", "small"))
    line.addStretch(1)
    return part
