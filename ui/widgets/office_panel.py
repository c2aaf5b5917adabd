# SPDX-License-Identifier: Apache-2.0
"""Daftar kantor: who is known here, the code that is compared by phone, and what can be done for an office."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import places
from desk_app.operations import office_list
from ui import icons, theme
from ui.widgets import columns, empty_state, form, icon_line, split_view, table_panel

Standing = office_list.Standing


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    identity: str
    name: str
    standing: str
    code: str
    when: str
    office: office_list.Office


class OfficePanel(QtWidgets.QWidget):
    """The list and one office. `prepare_wanted(list of places)`, `join_wanted()`, `receive_wanted()`,
    `replace_wanted(Office)`, `withdraw_wanted(Office)`, `rescue_wanted(Office)`, `spare_wanted()`, `renew_wanted()`,
    `told(words)`."""

    prepare_wanted = QtCore.Signal(object)
    join_wanted = QtCore.Signal()
    receive_wanted = QtCore.Signal()
    replace_wanted = QtCore.Signal(object)
    withdraw_wanted = QtCore.Signal(object)
    rescue_wanted = QtCore.Signal(object)
    spare_wanted = QtCore.Signal()
    renew_wanted = QtCore.Signal()
    told = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_place = ""
        self._authority = False
        self.own_code = form.label("", "strong")
        self.own_code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self.prepare = self._button("paket", "", self._prepare_new, "primary")
        self.phone = QtWidgets.QPushButton(_("Bergabung lewat telepon"))
        theme.set_role(self.phone, "menu")
        icons.put(self.phone, "telepon")
        menu = QtWidgets.QMenu(self.phone)
        self.join = menu.addAction(icons.icon("sampaikan"), _("Tulis permintaan bergabung …"))
        self.join.triggered.connect(lambda _checked=False: self.join_wanted.emit())
        self.take = menu.addAction(icons.icon("terima"), _("Terima permintaan kantor lain …"))
        self.take.triggered.connect(lambda _checked=False: self.receive_wanted.emit())
        self.phone.setMenu(menu)
        self.list = table_panel.TablePanel(
            [
                columns.Column("name", _("Kantor"), 180, stretches=True),
                columns.Column("standing", _("Keadaan"), 166),
                columns.Column("code", _("Kode kantor"), 178),
                columns.Column("when", _("Kiriman terakhir"), 126),
            ],
            name="offices",
            identity="identity",
            unit=lambda count: ngettext("{count} kantor", "{count} kantor", count),
        )
        self.list.set_empty(
            empty_state.EmptyState(
                "tempat",
                _("Belum ada kantor lain"),
                _("Kantor yang bertukar data dengan kantor ini tampil di sini beserta kodenya."),
            )
        )
        self.list.chosen.connect(self._show)
        self.list.told.connect(self.told)
        self._inner = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(theme.SPACE)
        self._split = split_view.SplitView(self.list, form.scrolled(self._inner), name="offices", share=0.62)
        self.list.opened.connect(lambda _row: self._split.show_detail())
        self.list.view.clicked.connect(lambda _index: self._split.show_detail())
        self.key_words = icon_line.IconLine("kunci", "muted", "")
        self.spare = self._button("cetak", _("Cetak lembar kunci cadangan …"), self.spare_wanted.emit)
        self.renew = self._button("ulangi", _("Ganti kunci kantor …"), self.renew_wanted.emit)
        self.key = QtWidgets.QFrame()
        theme.set_role(self.key, "card")
        key_row = QtWidgets.QHBoxLayout(self.key)
        key_row.setContentsMargins(12, 6, 12, 6)
        key_row.addWidget(self.key_words, 1)
        key_row.addWidget(self.spare)
        key_row.addWidget(self.renew)
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(form.label(_("Kode kantor ini:"), "muted"))
        top.addWidget(self.own_code)
        top.addStretch(1)
        top.addWidget(self.prepare)
        top.addWidget(self.phone)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(top)
        column.addWidget(self._split, 1)
        column.addWidget(self.key)

    def set_book(self, book: office_list.Book, rows: Sequence[Row], own_place: str) -> None:
        """Show the list."""
        self._authority, self._own_place = book.authority, own_place
        self.own_code.setText(book.own_code)
        self.prepare.setText(f"{book.prepare} …")
        theme.set_role(self.prepare, "primary" if book.authority else "")
        icons.put(self.prepare, "paket", "on_primary" if book.authority else "text")
        self.key.setVisible(book.authority)
        self.spare.setVisible(book.spare)
        theme.set_role(self.spare, "primary" if book.spare else "")
        icons.put(self.spare, "cetak", "on_primary" if book.spare else "text")
        self.renew.setVisible(not book.spare)
        if book.spare:
            words = _("Kunci cadangan kantor belum dicetak. Cetak sekali, lalu simpan di brankas Sekda.")
            self.key_words.tell("peringatan", "belum_lengkap", words)
        else:
            words = _("Kunci cadangan kantor ada di brankas. Bila komputer ini hilang atau dicuri, ganti kuncinya.")
            self.key_words.tell("kunci", "muted", words)
        self.list.set_rows(rows)
        if self.list.current() is None and rows:
            self.list.view.select_row(0)
        elif not rows:
            self._show(None)

    def show_place(self, place: str) -> None:
        """Bring the office at a place in front."""
        for row in self.list.model.shown():
            if row.office.place == place:
                self.list.show_row(row.identity)
                return

    def _prepare_new(self) -> None:
        self.prepare_wanted.emit([] if self._authority else [self._own_place])

    def _prepare_own(self) -> None:
        self.prepare_wanted.emit([self._own_place])

    def _show(self, row: Row | None) -> None:
        form.empty(self._column)
        if row is None:
            return
        one = row.office
        self._column.addWidget(form.label(one.name, "heading", wraps=True))
        when = _("kiriman terakhir {when}").format(when=row.when) if row.when else ""
        standing = " · ".join(part for part in (row.standing, when) if part)
        self._column.addWidget(form.label(standing, "muted", wraps=True))
        if one.code:
            self._column.addWidget(self._code(one))
        for words, buttons in self._deeds(one):
            card = form.card(form.label(words, wraps=True), *buttons)
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _code(self, one: office_list.Office) -> QtWidgets.QWidget:
        code = form.label(one.code, "heading")
        code.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        if one.standing is Standing.OWN:
            words = _("Bacakan kode ini bila kantor lain hendak mendaftarkan kantor ini.")
        else:
            words = _("Sama dengan yang dibacakan kantor itu lewat telepon? Maka benar kantor itulah pengirimnya.")
        copy = QtWidgets.QPushButton(_("Salin kode"))
        icons.put(copy, "salin", "primary")
        theme.set_role(copy, "link")
        copy.clicked.connect(lambda _checked=False: self._copy(one.code))
        return form.card(form.label(_("Kode kantor"), "label"), code, form.label(words, "small", wraps=True), copy)

    def _deeds(self, one: office_list.Office) -> list[tuple[str, list[QtWidgets.QWidget]]]:
        """What can be done for an office, each with a sentence."""
        told: list[tuple[str, list[QtWidgets.QWidget]]] = []
        if one.standing is Standing.OWN:
            button = self._button("tambah", _("Siapkan komputer kedua …"), self._prepare_own)
            told.append((_("Komputer lain kantor ini memakai data dan kode yang sama."), [button]))
        if one.standing in (Standing.ABSENT, Standing.WAITING) and self._authority and one.place != self._own_place:
            words = _("Kantor ini belum bergabung. Buat berkas siapnya, atau terima permintaan bergabungnya.")
            if one.standing is Standing.WAITING:
                words = _("Berkas siapnya sudah dibuat dan belum ada kabar. Slipnya dapat dicetak lagi.")
            button = self._button("paket", _("Buat berkas siap …"), lambda: self.prepare_wanted.emit([one.place]))
            told.append((words, [button]))
        if one.standing is Standing.ABSENT and one.place == places.parent(self._own_place):
            words = _(
                "Kantor ini belum terdaftar di sana. Minta berkas siap dari kantor itu dan buka di layar awal program, "
                "atau tulis permintaan bergabung dan cocokkan kode lewat telepon."
            )
            button = self._button("sampaikan", _("Tulis permintaan bergabung …"), self.join_wanted.emit)
            told.append((words, [button]))
        if one.rescue:
            button = self._button("telepon", _("Kode pertolongan …"), lambda: self.rescue_wanted.emit(one))
            told.append((_("Kantor itu lupa semua kata sandinya? Kode pertolongan dibacakan lewat telepon."), [button]))
        if one.may_withdraw:
            replace = self._button("ulangi", _("Laptop pengganti …"), lambda: self.replace_wanted.emit(one))
            withdraw = self._button("hapus", _("Cabut pendaftaran …"), lambda: self.withdraw_wanted.emit(one), "danger")
            told.append((_("Laptopnya hilang, rusak, atau diganti?"), [replace]))
            told.append((_("Kantor itu tidak lagi bertukar data dengan kantor ini?"), [withdraw]))
        return told

    def _copy(self, code: str) -> None:
        QtGui.QGuiApplication.clipboard().setText(code)
        self.told.emit(_("Kode disalin."))

    def _button(self, icon: str, words: str, slot: object, role: str = "") -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(words)
        tone = {"primary": "on_primary", "danger": "masalah"}.get(role, "text")
        icons.put(button, icon, tone)
        if role:
            theme.set_role(button, role)
        button.clicked.connect(lambda _checked=False: slot())  # type: ignore[operator]
        return button
