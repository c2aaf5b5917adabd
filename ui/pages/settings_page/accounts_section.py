# SPDX-License-Identifier: Apache-2.0
"""Operator: who may open the office, with which role; passwords and the recovery sheet."""

from dataclasses import dataclass

from PySide6 import QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import accounts
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import password_dialog
from ui.pages.settings_page import section
from ui.widgets import columns, fields, form, new_password, notice, recovery_sheet, table_panel


@dataclass(frozen=True, slots=True)
class Line:
    """An account as a row of the list."""

    number: int
    name: str
    role: str
    password: str
    account: accounts.Account


class AccountsSection(section.Section):
    """The operators."""

    listens = frozenset({"operator", "office"})

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(
            self,
            _("Operator"),
            _("Setiap isian tercatat atas nama operatornya. Yang dihapus tidak dapat membuka lagi; isiannya tetap."),
        )
        self.table = table_panel.TablePanel(
            (
                columns.Column("number", _("No."), 50, "right"),
                columns.Column("name", _("Nama"), 200, stretches=True),
                columns.Column("role", _("Peran"), 110),
                columns.Column("password", _("Kata sandi"), 120),
            ),
            name="accounts",
            identity="number",
            unit=lambda count: ngettext("{count} operator", "{count} operator", count),
            has_filter=False,
        )
        self.table.setMinimumHeight(170)
        self.table.chosen.connect(lambda _line: self._look())
        self.table.told.connect(self.say)
        self.column.addWidget(self.table)
        self.role = fields.ChoiceField([(one, _(label)) for one, label in accounts.ROLE_LABELS.items()])
        self.role.committed.connect(self._set_role)
        self.password_button = self._button("ubah", _("Ganti kata sandi …"), self._change_password)
        self.remove_button = self._button("hapus", _("Hapus operator"), self._remove)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(form.label(_("Peran"), "label"))
        row.addWidget(self.role)
        row.addWidget(self.password_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self._add_new()
        self._add_sheet()
        self.column.addStretch(1)
        self._admin = False
        self._look()

    def refresh(self) -> None:
        desk = self.desk
        self.read(lambda: (accounts.accounts(desk), accounts.own_role(desk)), self._show)

    def _add_new(self) -> None:
        self.new_name = QtWidgets.QLineEdit(maxLength=160)
        self.new_role = fields.ChoiceField([(one, _(label)) for one, label in accounts.ROLE_LABELS.items()])
        self.new_role.set_value(accounts.Role.OPERATOR)
        self.new_form = form.Form(2)
        self.new_form.add("name", _("Nama operator baru"), self.new_name)
        self.new_form.add("role", _("Peran"), self.new_role)
        self.new_passwords = new_password.NewPassword()
        self.add_button = self._button("tambah", _("Tambah operator"), self._add)
        theme.set_role(self.add_button, "primary")
        icons.put(self.add_button, "tambah", "on_primary")
        self.new_name.textChanged.connect(lambda _text: self._look())
        self.new_passwords.changed.connect(self._look)
        line = QtWidgets.QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        self.new_card = form.card(self.new_form, self.new_passwords, title=_("Tambah operator"))
        layout = self.new_card.layout()
        if isinstance(layout, QtWidgets.QVBoxLayout):
            layout.addLayout(line)
        self.column.addWidget(self.new_card)

    def _add_sheet(self) -> None:
        self.renew_button = self._button("ulangi", _("Buat lembar pemulihan baru …"), self._renew)
        words = form.label(
            _("Lembar pemulihan membuka kantor bila semua kata sandi terlupa. Yang baru membatalkan yang lama."),
            "muted",
            wraps=True,
        )
        self.sheet = recovery_sheet.RecoverySheet()
        self.sheet.hide()
        self.sheet.written.toggled.connect(self.sheet.setHidden)
        self.column.addWidget(form.card(words, self.renew_button, self.sheet, title=_("Lembar pemulihan")))

    def _show(self, found: tuple[list[accounts.Account], accounts.Role]) -> None:
        rows, role = found
        self._admin = role is accounts.Role.ADMIN
        self.table.set_rows(
            [
                Line(
                    one.number,
                    _("{name} (Anda)").format(name=one.name) if one.own else one.name,
                    _(accounts.ROLE_LABELS[one.role]),
                    _("ada") if one.can_open else _("belum ada"),
                    one,
                )
                for one in rows
            ]
        )
        if self.table.current() is None and rows:
            self.table.show_row(next((one.number for one in rows if one.own), rows[0].number))
        self._look()

    def _chosen(self) -> accounts.Account | None:
        line = self.table.current()
        return line.account if line is not None else None

    def _look(self) -> None:
        one = self._chosen()
        self.role.setEnabled(self._admin and one is not None)
        self.role.set_value(one.role if one is not None else None)
        self.password_button.setEnabled(one is not None and (self._admin or one.own))
        self.remove_button.setEnabled(self._admin and one is not None and not one.own)
        self.new_card.setEnabled(self._admin)
        self.renew_button.setEnabled(self._admin)
        self.add_button.setEnabled(bool(self.new_name.text().strip()) and self.new_passwords.value() is not None)

    def _set_role(self, role: accounts.Role) -> None:
        desk, one = self.desk, self._chosen()
        if one is not None:
            number = one.number
            self.lanes.write(lambda: accounts.set_role(desk, number, role), failed=self._role_refused)

    def _role_refused(self, error: Exception) -> None:
        self._look()
        self.failed(error)

    def _change_password(self) -> None:
        one = self._chosen()
        if one is None:
            return
        dialog = password_dialog.PasswordDialog(self.desk, self.lanes, None if one.own else one, self)
        dialog.changed.connect(lambda: self.say(_("Kata sandi {name} sudah diganti.").format(name=one.name)))
        dialog.changed.connect(self.refresh)
        dialog.open()

    def _remove(self) -> None:
        desk, one = self.desk, self._chosen()
        if one is None or not self.confirm(
            _("Hapus operator {name}?").format(name=one.name),
            _("Kata sandinya tidak berlaku lagi. Isian yang pernah dibuatnya tetap atas namanya."),
            _("Hapus operator"),
        ):
            return
        name, number = one.name, one.number
        self.write(
            lambda: accounts.remove_account(desk, number),
            lambda _result: self.say(_("{name} dihapus.").format(name=name)),
        )

    def _add(self) -> None:
        desk, password = self.desk, self.new_passwords.value()
        name, role = self.new_name.text().strip(), self.new_role.value()
        if password is None or not name:
            return
        self.write(
            lambda: accounts.add_account(desk, name, role, password), self._added, self.new_form.rows["name"]
        )

    def _added(self, one: accounts.Account) -> None:
        self.new_name.clear()
        self.new_passwords.forget()
        self.say(_("{name} ditambahkan.").format(name=one.name))
        self.refresh()

    def _renew(self) -> None:
        desk = self.desk
        if self.confirm(
            _("Buat lembar pemulihan baru?"),
            _("Lembar yang lama tidak berlaku lagi. Kode baru hanya tampil sekali, siapkan pencetak atau kertas."),
            _("Buat lembar baru"),
        ):
            self.write(lambda: accounts.renew_recovery_sheet(desk), self.show_sheet)

    def show_sheet(self, secret: str) -> None:
        """Show a fresh secret until it is said to be kept."""
        self.sheet.set_secret(self.desk.identity.name, secret)
        self.sheet.show()
        self.say(_("Lembar pemulihan lama tidak berlaku lagi."), notice.Tone.WARNING)

    def _button(self, icon: str, words: str, slot: object) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(words)
        icons.put(button, icon)
        button.clicked.connect(lambda _checked=False: slot())  # type: ignore[operator]
        return button
