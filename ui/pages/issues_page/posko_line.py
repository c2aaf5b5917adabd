# SPDX-License-Identifier: Apache-2.0
"""One line of the Buku Posko beside the list: its whole words, what was made of it, its photos, its history."""

from collections.abc import Callable

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import chat_words, hours
from desk_app.operations import chat_proposals, days, logbook
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.dialogs import attached_card, history_dialog
from ui.widgets import empty_state, form, picture_catcher


class PoskoLine(QtWidgets.QWidget):
    """`notices(Notice)`; `issue_wanted(no)`: the issue that the line became."""

    notices = QtCore.Signal(object)
    issue_wanted = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._desk = desk
        self._lanes = lanes
        self._line: logbook.LogLine | None = None
        self.heading = form.label("", "heading", wraps=True)
        self.meta = form.label("", "muted", wraps=True)
        self.text = form.label("", wraps=True)
        self.measure = form.label("", wraps=True)
        self.original = form.label("", "muted", wraps=True)
        for label in (self.text, self.measure, self.original):
            label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self.became = form.label("", "muted", wraps=True)
        self.issue_button = self._link("permasalahan", self._open_issue)
        self.history_button = self._link("riwayat", self.show_history)
        self.history_button.setText(_("Riwayat"))
        links = QtWidgets.QHBoxLayout()
        links.setContentsMargins(-8, 0, 0, 0)
        links.setSpacing(0)
        links.addWidget(self.issue_button)
        links.addWidget(self.history_button)
        links.addStretch(1)
        card = form.card(self.heading, self.meta, self.text, self.measure, self.original, self.became)
        inner = card.layout()
        assert isinstance(inner, QtWidgets.QVBoxLayout)
        inner.addLayout(links)
        self.attached = attached_card.AttachedCard(desk, lanes, failed)
        self.attached.notices.connect(self.notices)
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(card)
        column.addWidget(self.attached)
        column.addStretch(1)
        self.nothing = empty_state.EmptyState(
            "buku_posko", _("Pilih satu baris"), _("Isi lengkap, foto, dan riwayatnya tampil di sini.")
        )
        self._area = form.scrolled(whole)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.nothing)
        outer.addWidget(self._area)
        catcher = picture_catcher.PictureCatcher(whole)
        catcher.given.connect(lambda given, _place: self.attached.add_to(self._line.no, given) if self._line else None)
        self.show_line(None)

    def show_line(self, line: logbook.LogLine | None) -> None:
        """Show a line as it was read; None: nothing."""
        self._line = line
        self._area.setVisible(line is not None)
        self.nothing.setVisible(line is None)
        if line is None:
            return
        when = hours.write_moment(days.local(self._desk, line.at))
        self.heading.setText(line.sender or _("Tanpa nama pengirim"))
        self.meta.setText(" · ".join(part for part in (when, line.place_label, line.written_by) if part))
        self.text.setText(line.text)
        self.measure.setText(_("Tindakan: {text}").format(text=line.measure))
        self.measure.setVisible(bool(line.measure))
        self.original.setText(_("Aslinya: {text}").format(text=line.original))
        self.original.setVisible(bool(line.original) and " ".join(line.original.split()) != line.text)
        self.became.setText(self._became(line))
        self.became.setVisible(bool(line.became))
        self.issue_button.setText(_("Permasalahan {number}").format(number=line.issue_number))
        self.issue_button.setVisible(bool(line.issue))
        self.attached.show_record(line.no)
        self.attached.setVisible(not line.hidden)

    def show_history(self) -> None:
        """Show who wrote and altered the line, and when."""
        if self._line is not None:
            title = self._line.text[:80]
            dialog = history_dialog.HistoryDialog(self._desk, self._lanes, self._line.no, title, self.window())
            dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _became(self, line: logbook.LogLine) -> str:
        if line.became not in set(chat_words.Becomes):
            return _("Ditempel dari WhatsApp")
        label = chat_proposals.BECOMES_LABELS[chat_words.Becomes(line.became)]
        return _("Ditempel dari WhatsApp, dicatat sebagai: {what}").format(what=_(label).lower())

    def _open_issue(self) -> None:
        if self._line is not None and self._line.issue:
            self.issue_wanted.emit(self._line.issue)

    def _link(self, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton()
        icons.put(button, icon, "primary")
        theme.set_role(button, "link")
        button.clicked.connect(lambda _checked=False: slot())
        return button
