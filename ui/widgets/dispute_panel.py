# SPDX-License-Identifier: Apache-2.0
"""Data berbeda: what waits at the left; at the right both values side by side, who, when, and the decision.

Several rows that are chosen together are settled together, with what one office said.
"""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import clarification
from ui import icons, theme
from ui.widgets import columns, empty_state, fields, form, split_view, table_panel


class DisputePanel(QtWidgets.QWidget):
    """The list and the decision. `side_chosen(Matter, key, basis)`, `typed(Matter, text, basis)`,
    `office_chosen(list of Matter, office, basis)`, `place_wanted(Matter)`, `history_wanted(Matter)`, `record_wanted()`:
    the berita acara of the day."""

    side_chosen = QtCore.Signal(object, object, str)
    typed = QtCore.Signal(object, str, str)
    office_chosen = QtCore.Signal(object, str, str)
    place_wanted = QtCore.Signal(object)
    history_wanted = QtCore.Signal(object)
    record_wanted = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[clarification.Matter, ...] = ()
        self._basis: QtWidgets.QLineEdit | None = None
        self._at = 0
        self.list = table_panel.TablePanel(
            [
                columns.Column("title", _("Apa"), 200, stretches=True),
                columns.Column("label", _("Isian"), 90),
                columns.Column("summary", _("Nilai"), 130),
            ],
            name="disputes",
            identity="key",
            unit=lambda count: ngettext("{count} data berbeda", "{count} data berbeda", count),
        )
        self.list.set_empty(
            empty_state.EmptyState(
                "siap",
                _("Tidak ada data berbeda"),
                _("Bila dua kantor mengisi hal yang sama dengan nilai berlainan, keduanya tampil di sini."),
            )
        )
        record = QtWidgets.QPushButton(_("Berita acara hari ini …"))
        icons.put(record, "cetak", "primary")
        theme.set_role(record, "link")
        record.clicked.connect(lambda _checked=False: self.record_wanted.emit())
        self.many = QtWidgets.QPushButton()
        theme.set_role(self.many, "link")
        icons.put(self.many, "klarifikasi", "primary")
        self.many.hide()
        self.list.top.addWidget(self.many)
        self.list.top.addWidget(record)
        self.list.chosen.connect(lambda _matter: self._follow())
        self.list.view.selectionModel().selectionChanged.connect(lambda _new, _old: self._follow())
        self._inner = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(theme.SPACE)
        self._split = split_view.SplitView(self.list, form.scrolled(self._inner), name="disputes", share=0.5)
        self.list.opened.connect(lambda _matter: self._split.show_detail())
        self.list.view.clicked.connect(lambda _index: self._clicked())
        self.many.clicked.connect(self._split.show_detail)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self._split)

    def set_matters(self, matters: Sequence[clarification.Matter]) -> None:
        """Show what waits; after a decision the next one stands in front."""
        before = self.list.view.currentIndex().row()
        if before >= 0:
            self._at = before
        self.list.set_rows(matters)
        if self.list.current() is None and matters:
            self.list.view.select_row(min(self._at, self.list.model.rowCount() - 1))
        self._follow()

    def _clicked(self) -> None:
        # On a small screen the detail takes the list's place, which must stay while several rows are being chosen.
        if len(self.list.selected()) < 2:
            self._split.show_detail()

    def _follow(self) -> None:
        chosen = tuple(self.list.selected()) or tuple(one for one in [self.list.current()] if one is not None)
        self.many.setVisible(len(chosen) > 1 and self._split.is_narrow)
        self.many.setText(_("Klarifikasi {count} sekaligus …").format(count=len(chosen)))
        if chosen != self._shown:
            self._show(chosen)

    def _show(self, chosen: tuple[clarification.Matter, ...]) -> None:
        self._shown = chosen
        self._basis = None
        form.empty(self._column)
        if len(chosen) == 1:
            self._show_one(chosen[0])
        elif chosen:
            self._show_many(chosen)
        self._column.addStretch(1)

    def _show_one(self, matter: clarification.Matter) -> None:
        self._column.addWidget(form.label(matter.title, "heading", wraps=True))
        head = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        words = _("{kind} · {field}").format(kind=matter.kind_label, field=matter.label)
        row.addWidget(form.label(words, "muted", wraps=True), 1)
        if matter.subject:
            row.addWidget(self._link("buka", _("Buka tempatnya"), self.place_wanted, matter))
        row.addWidget(self._link("riwayat", _("Riwayat"), self.history_wanted, matter))
        self._column.addWidget(head)
        if matter.blocking:
            words = _("Belum ikut dijumlahkan sampai diklarifikasi; kiriman tetap dapat berjalan.")
            self._column.addWidget(form.label(words, "muted", wraps=True))
        beside = QtWidgets.QWidget()
        sides = QtWidgets.QHBoxLayout(beside)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.SPACE)
        for side in matter.sides:
            sides.addWidget(self._side(matter, side), 1)
        # The evidence is typed first: the buttons below take it along.
        self._add_basis()
        self._column.addWidget(beside)
        if matter.typing:
            self._column.addWidget(self._right_one(matter))

    def _show_many(self, chosen: tuple[clarification.Matter, ...]) -> None:
        head = ngettext("{count} data berbeda dipilih", "{count} data berbeda dipilih", len(chosen))
        self._column.addWidget(form.label(head.format(count=len(chosen)), "heading", wraps=True))
        words = _("Diklarifikasi sekaligus menurut satu kantor. Satu kali Ctrl+Z membatalkan semuanya.")
        self._column.addWidget(form.label(words, "muted", wraps=True))
        self._add_basis()
        for office, count in clarification.offices(chosen):
            button = QtWidgets.QPushButton(
                _("Pakai semua dari {office} ({count})").format(office=office, count=count).replace("&", "&&")
            )
            icons.put(button, "klarifikasi")
            button.clicked.connect(
                lambda _checked=False, office=office: self.office_chosen.emit(list(chosen), office, self.basis)
            )
            self._column.addWidget(button)

    @property
    def basis(self) -> str:
        """On what evidence is decided, as typed."""
        return self._basis.text().strip() if self._basis is not None else ""

    def _add_basis(self) -> None:
        self._basis = QtWidgets.QLineEdit(maxLength=400)
        self._basis.setPlaceholderText(_("seperti: C.Hasil dilihat di PPK, telepon ketua KPPS (boleh kosong)"))
        row = form.FormRow(_("Dasar atau bukti"), self._basis, _("Ikut tercetak pada berita acara klarifikasi."))
        self._column.addWidget(row)

    def _link(
        self, icon: str, words: str, signal: QtCore.SignalInstance, matter: clarification.Matter
    ) -> QtWidgets.QPushButton:
        link = QtWidgets.QPushButton(words)
        icons.put(link, icon, "primary")
        theme.set_role(link, "link")
        link.clicked.connect(lambda _checked=False: signal.emit(matter))
        return link

    def _side(self, matter: clarification.Matter, side: clarification.Side) -> QtWidgets.QWidget:
        value = form.label(side.words, "heading", wraps=True)
        value.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Maximum)
        value.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        who = "\n".join(part for part in (side.office, side.operator, side.when) if part)
        frame = form.card(value, form.label(who, "muted", wraps=True))
        layout = frame.layout()
        assert isinstance(layout, QtWidgets.QVBoxLayout)
        if side.details:
            layout.insertWidget(1, form.label(side.details, wraps=True))
        words = _("Pakai yang ini")
        if not matter.field:
            words = _("Tetap dipakai") if side.keeps else _("Tetap dihapus")
        button = QtWidgets.QPushButton(words)
        icons.put(button, "klarifikasi" if side.keeps else "hapus")
        button.setAccessibleName(f"{words}: {side.words}")
        button.clicked.connect(lambda _checked=False: self.side_chosen.emit(matter, side.key, self.basis))
        layout.addStretch(1)
        layout.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        return frame

    def _right_one(self, matter: clarification.Matter) -> QtWidgets.QWidget:
        field: fields.ChoiceField | fields.NumberField | QtWidgets.QLineEdit
        if matter.typing == "choice":
            field = fields.ChoiceField(matter.choices)
        elif matter.typing == "number":
            field = fields.NumberField()
        else:
            field = QtWidgets.QLineEdit()
        title = _("Keduanya salah? Isi yang benar")
        button = QtWidgets.QPushButton(_("Pakai isian ini"))
        button.setEnabled(False)
        frame = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        field.setAccessibleName(title)
        row.addWidget(field, 1)
        row.addWidget(button)
        row.addStretch(1)

        def text() -> str:
            if isinstance(field, fields.ChoiceField):
                return str(field.value() or "")
            return field.text().strip()

        def send() -> None:
            if text():
                self.typed.emit(matter, text(), self.basis)

        if isinstance(field, fields.ChoiceField):
            field.committed.connect(lambda _value: button.setEnabled(True))
        else:
            field.textChanged.connect(lambda _text: button.setEnabled(bool(text())))
            field.returnPressed.connect(send)
        button.clicked.connect(lambda _checked=False: send())
        return form.card(frame, title=title)
