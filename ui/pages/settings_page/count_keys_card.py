# SPDX-License-Identifier: Apache-2.0
"""The key of the count: who holds it and for what, two who open it together, and the sheet for the safe."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain.counts.rights import RIGHT_LABELS, Right
from desk_app.operations import accounts, count_keys
from desk_app.operations.desk import Desk
from ui import icons, theme
from ui.dialogs import count_open_dialog
from ui.pages.settings_page import section
from ui.widgets import fields, flow_row, form, notice, recovery_sheet

HELD = (Right.VERIFY, Right.TOTALS)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the card shows."""

    access: count_keys.Access
    listed: tuple[accounts.Account, ...]
    role: accounts.Role


def read(desk: Desk) -> Shown:
    """Read all of it, for a worker."""
    return Shown(count_keys.access(desk), tuple(accounts.accounts(desk)), accounts.own_role(desk))


class HolderTicks(QtWidgets.QWidget):
    """A line an account: what it may do with figures. `altered(number of the account)`."""

    altered = QtCore.Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[tuple[int, Right], QtWidgets.QCheckBox] = {}
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * theme.SPACE)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(len(HELD) + 1, 1)

    def show_accounts(self, shown: Shown, enabled: bool) -> None:
        """Draw the lines anew."""
        while (item := self._grid.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.deleteLater()
        self.ticks.clear()
        held = {number: rights for number, _name, rights in shown.access.holders}
        for line, one in enumerate(shown.listed):
            name = _("{name} (Anda)").format(name=one.name) if one.own else one.name
            self._grid.addWidget(form.label(name, "label"), line, 0)
            for column, right in enumerate(HELD, 1):
                tick = QtWidgets.QCheckBox(_(RIGHT_LABELS[right]))
                tick.setChecked(right in held.get(one.number, ()))
                tick.setEnabled(enabled and one.can_open)
                tick.setAccessibleName(f"{one.name}: {_(RIGHT_LABELS[right])}")
                tick.clicked.connect(lambda _checked=False, number=one.number: self.altered.emit(number))
                self._grid.addWidget(tick, line, column)
                self.ticks[one.number, right] = tick

    def rights(self, number: int) -> tuple[Right, ...]:
        """What is ticked for an account."""
        return tuple(right for right in HELD if self.ticks[number, right].isChecked())

    def every(self) -> dict[int, tuple[Right, ...]]:
        """What is ticked for all of them, without those of whom nothing is."""
        numbers = sorted({number for number, _right in self.ticks})
        return {number: self.rights(number) for number in numbers if self.rights(number)}


class CountKeysCard(QtWidgets.QFrame):
    """A card of the section Hasil suara."""

    def __init__(self, owner: section.Section) -> None:
        super().__init__()
        self._owner = owner
        self._shown: Shown | None = None
        self.setObjectName("count keys")
        theme.set_role(self, "card")
        self.state = form.label("", wraps=True)
        self.ticks = HolderTicks()
        self.ticks.altered.connect(self._grant)
        self.prepare_button = self._button("kunci", _("Siapkan kunci hasil suara …"), self._prepare)
        theme.set_role(self.prepare_button, "primary")
        icons.put(self.prepare_button, "kunci", "on_primary")
        self.open_button = self._button("kunci", _("Buka hasil suara …"), self._open)
        self.close_button = self._button("kunci", _("Tutup lagi"), self._close)
        self.unseal_button = self._button("ulangi", _("Lepas segel …"), self._unseal)
        self.first, self.second = fields.ChoiceField([]), fields.ChoiceField([])
        self.seal_button = self._button("kunci", _("Segel dengan dua orang …"), self._seal)
        self.pair = form.Form(2)
        self.pair.add("first", _("Orang pertama"), self.first)
        self.pair.add("second", _("Orang kedua"), self.second)
        for one in (self.first, self.second):
            one.committed.connect(self._look)
        self.sheet = recovery_sheet.RecoverySheet(purpose=recovery_sheet.COUNTS)
        self.sheet.hide()
        self.sheet.written.toggled.connect(self.sheet.setHidden)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(form.label(_("Siapa yang dapat membuka angka"), "heading"))
        column.addWidget(self.state)
        column.addWidget(self.ticks)
        holder = QtWidgets.QWidget()
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        row = flow_row.FlowRow(theme.SPACE)
        holder.setLayout(row)
        for button in (self.prepare_button, self.open_button, self.close_button, self.unseal_button):
            row.addWidget(button)
        column.addWidget(holder)
        self.pair_words = form.label(
            _("Segel: angka dan jumlahnya hanya terbuka bila dua orang ini mengetik kata sandinya bersama-sama."),
            "muted",
            wraps=True,
        )
        column.addWidget(self.pair_words)
        column.addWidget(self.pair)
        line = QtWidgets.QHBoxLayout()
        line.addWidget(self.seal_button)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.sheet)

    def show_read(self, shown: Shown) -> None:
        """Show what was read."""
        self._shown = shown
        access = shown.access
        sealed = bool(access.pair)
        may_give = access.opened and not sealed
        self.ticks.show_accounts(shown, may_give or (not access.prepared and shown.role is accounts.Role.ADMIN))
        self.ticks.setVisible(not sealed)
        self.state.setText(self._words(shown))
        choices = [(one.number, one.name) for one in shown.listed if one.can_open]
        for field in (self.first, self.second):
            kept = field.value()
            field.set_choices(choices)
            field.set_value(kept if kept in dict(choices) else None)
        self.prepare_button.setVisible(not access.prepared)
        self.open_button.setVisible(access.prepared and not access.opened)
        self.close_button.setVisible(sealed and access.opened)
        self.unseal_button.setVisible(sealed and access.opened)
        can_seal = may_give and len(choices) > 1
        for part in (self.pair_words, self.pair, self.seal_button):
            part.setVisible(can_seal)
        self._look()

    def _words(self, shown: Shown) -> str:
        access = shown.access
        if not access.prepared:
            if shown.role is not accounts.Role.ADMIN:
                return _("Kunci hasil suara belum disiapkan. Admin kantor menyiapkannya di sini.")
            return _(
                "Kunci hasil suara belum disiapkan. Menyalin sudah dapat dimulai; angkanya baru dapat dijumlahkan "
                "setelah ada pemegang kuncinya. Pilih siapa dan untuk apa."
            )
        if access.pair:
            first, second = access.pair
            state = _("Sekarang terbuka di komputer ini.") if access.opened else _("Sekarang tertutup.")
            return " ".join((_("Disegel: dibuka {first} bersama {second}.").format(first=first, second=second), state))
        if access.opened:
            return _("Anda memegang kuncinya dan dapat memberi atau mencabut hak orang lain.")
        own = next((one.number for one in shown.listed if one.own), 0)
        if any(number == own for number, _name, _rights in access.holders):
            return _(
                "Kata sandi Anda diganti admin, jadi kunci Anda yang lama tidak terbuka lagi. Minta pemegang lain "
                "memberi hak sekali lagi, atau buka dengan lembar dari brankas."
            )
        names = ", ".join(name for _number, name, _rights in access.holders)
        return _("Kuncinya dipegang {names}. Hanya pemegang yang dapat memberi hak kepada orang lain.").format(
            names=names
        )

    def _look(self) -> None:
        first, second = self.first.value(), self.second.value()
        self.seal_button.setEnabled(first is not None and second is not None and first != second)

    def _prepare(self) -> None:
        desk, held = self._owner.desk, self.ticks.every()
        if not held:
            self._owner.say(_("Pilih paling sedikit satu pemegang kunci hasil suara."), notice.Tone.REFUSED)
            return
        self._owner.write(lambda: count_keys.prepare(desk, held), self.show_sheet)

    def show_sheet(self, letters: str) -> None:
        """Show the letters of the sheet for the safe until they are said to be kept."""
        self.sheet.set_secret(self._owner.desk.identity.name, letters)
        self.sheet.show()
        self._owner.say(_("Kunci hasil suara sudah disiapkan. Cetak lembarnya dan simpan di brankas."))
        self._owner.refresh()

    def _grant(self, number: int) -> None:
        if self._shown is None or not self._shown.access.prepared:
            return
        desk, asked = self._owner.desk, self.ticks.rights(number)
        self._owner.lanes.write(
            lambda: count_keys.grant(desk, number, asked), lambda _result: self._owner.refresh(), self._refused
        )

    def _refused(self, error: Exception) -> None:
        self._owner.failed(error)
        self._owner.refresh()

    def _seal(self) -> None:
        desk, first, second = self._owner.desk, self.first.value(), self.second.value()
        if not isinstance(first, int) or not isinstance(second, int):
            return
        if self._owner.confirm(
            _("Segel hasil suara?"),
            _(
                "Sejak saat ini angka dan jumlahnya hanya terbuka bila kedua orang itu mengetik kata sandinya. "
                "Pemegang yang lain tidak dapat membukanya lagi. Lembar kunci yang lama tidak berlaku; yang baru "
                "tampil sekali."
            ),
            _("Segel"),
        ):
            self._owner.write(lambda: count_keys.seal(desk, first, second), self.show_sheet)

    def _unseal(self) -> None:
        desk, shown = self._owner.desk, self._shown
        if shown is None:
            return
        numbers = [number for number, _name, _rights in shown.access.holders]
        if self._owner.confirm(
            _("Lepas segel hasil suara?"),
            _("Kedua pemegangnya masing-masing dapat membukanya sendiri, dan memberi hak kepada orang lain."),
            _("Lepas segel"),
        ):
            held = dict.fromkeys(numbers, HELD)
            self._owner.write(lambda: count_keys.unseal(desk, held), lambda _result: self._owner.refresh())

    def _open(self) -> None:
        if self._shown is None:
            return
        desk = self._owner.desk
        other = count_open_dialog.other_of(self._shown.access, desk.operator.name)
        dialog = count_open_dialog.CountOpenDialog(desk, self._owner.lanes, other, self)
        dialog.opened.connect(self._owner.refresh)
        dialog.open()

    def _close(self) -> None:
        desk = self._owner.desk
        self._owner.write(lambda: count_keys.close(desk), lambda _result: self._owner.refresh())

    def _button(self, icon: str, words: str, slot: Callable[[], None]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(words)
        icons.put(button, icon)
        button.clicked.connect(lambda _checked=False: slot())
        return button
