# SPDX-License-Identifier: Apache-2.0
"""Data berbeda: what waits at the left; at the right both values side by side, who, when, and the decision."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.operations import clarification
from ui import icons, theme
from ui.widgets import columns, empty_state, fields, form, split_view, table_panel


class DisputePanel(QtWidgets.QWidget):
    """The list and the decision. `side_chosen(Matter, key)`, `typed(Matter, text)`, `place_wanted(Matter)`."""

    side_chosen = QtCore.Signal(object, object)
    typed = QtCore.Signal(object, str)
    place_wanted = QtCore.Signal(object)
    history_wanted = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: clarification.Matter | None = None
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
        self.list.chosen.connect(self._show)
        self._inner = QtWidgets.QWidget()
        self._column = QtWidgets.QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(theme.SPACE)
        self._split = split_view.SplitView(self.list, form.scrolled(self._inner), name="disputes", share=0.5)
        self.list.opened.connect(lambda _matter: self._split.show_detail())
        self.list.view.clicked.connect(lambda _index: self._split.show_detail())
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.addWidget(self._split)

    def set_matters(self, matters: Sequence[clarification.Matter]) -> None:
        """Show what waits."""
        self.list.set_rows(matters)
        if self.list.current() is None and matters:
            self.list.view.select_row(0)
        elif not matters:
            self._show(None)

    def _show(self, matter: clarification.Matter | None) -> None:
        if matter == self._shown and matter is not None:
            return
        self._shown = matter
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if matter is None:
            return
        self._column.addWidget(form.label(matter.title, "heading", wraps=True))
        head = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        words = _("{kind} · {field}").format(kind=matter.kind_label, field=matter.label)
        row.addWidget(form.label(words, "muted", wraps=True), 1)
        if matter.subject:
            row.addWidget(self._link("buka", _("Buka tempatnya"), self.place_wanted))
        row.addWidget(self._link("riwayat", _("Riwayat"), self.history_wanted))
        self._column.addWidget(head)
        beside = QtWidgets.QWidget()
        sides = QtWidgets.QHBoxLayout(beside)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(theme.SPACE)
        for side in matter.sides:
            sides.addWidget(self._side(matter, side), 1)
        self._column.addWidget(beside)
        if matter.typing:
            self._column.addWidget(self._right_one(matter))
        self._column.addStretch(1)

    def _link(self, icon: str, words: str, signal: QtCore.SignalInstance) -> QtWidgets.QPushButton:
        link = QtWidgets.QPushButton(words)
        icons.put(link, icon, "primary")
        theme.set_role(link, "link")
        link.clicked.connect(lambda _checked=False: signal.emit(self._shown))
        return link

    def _side(self, matter: clarification.Matter, side: clarification.Side) -> QtWidgets.QWidget:
        value = form.label(side.words, "heading", wraps=True)
        value.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Maximum)
        value.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        who = "\n".join(part for part in (side.office, side.operator, side.when) if part)
        frame = form.card(value, form.label(who, "muted", wraps=True))
        if matter.field:
            button = QtWidgets.QPushButton(_("Pakai yang ini"))
            icons.put(button, "klarifikasi")
            button.setAccessibleName(_("Pakai yang ini: {value}").format(value=side.words))
            button.clicked.connect(lambda _checked=False: self.side_chosen.emit(matter, side.key))
            layout = frame.layout()
            if isinstance(layout, QtWidgets.QVBoxLayout):
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
        title = _("Keduanya salah? Isi yang benar") if matter.field else _("Putusan")
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
                self.typed.emit(matter, text())

        if isinstance(field, fields.ChoiceField):
            field.committed.connect(lambda _value: button.setEnabled(True))
        else:
            field.textChanged.connect(lambda _text: button.setEnabled(bool(text())))
            field.returnPressed.connect(send)
        button.clicked.connect(lambda _checked=False: send())
        return form.card(frame, title=title)
