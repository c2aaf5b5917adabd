# SPDX-License-Identifier: Apache-2.0
"""Buku Posko: a line is written with Enter and the next one begins; a line can become an issue."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import hours
from desk_app.operations import chat_intake, chat_proposals, days, logbook
from desk_app.operations.desk import Desk
from ui import actions, icons, runner, theme
from ui.dialogs import place_finding, undo_notice
from ui.pages.issues_page import pasted as proposals
from ui.pages.issues_page import posko_entry, posko_line, posko_outputs
from ui.widgets import (
    attachment_strip,
    columns,
    drafts,
    empty_state,
    fields,
    marks,
    picture_catcher,
    split_view,
    table_panel,
)

KEY = posko_entry.KEY


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the book, in words."""

    no: int
    when: datetime
    sender: str
    text: str
    measure: str
    place: str
    issue: marks.Marked | str
    photos: str
    found: logbook.LogLine


class LogbookPanel(QtWidgets.QWidget):
    """`told(words)`, `notices(Notice)`; `issue_wanted(no)`: the issue a line became."""

    told = QtCore.Signal(str)
    notices = QtCore.Signal(object)
    issue_wanted = QtCore.Signal(object)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self._wanted = 0
        self._to_edit = 0
        self._seen_paste: int | None = None
        self.day = fields.ChoiceField([("", _("Semua hari"))])
        self.day.setAccessibleName(_("Hari"))
        self.day.setMinimumContentsLength(8)
        self.day.set_value("")
        self.day.committed.connect(lambda _day: self.reload())
        self.table = table_panel.TablePanel(
            [
                columns.Column("when", _("Waktu"), 150, text=hours.write_moment, below="sender"),
                columns.Column("text", _("Isi"), 240, stretches=True, below="measure"),
                columns.Column("place", _("Tempat"), 170),
                columns.Column("issue", _("Permasalahan"), 104),
                columns.Column("photos", _("Foto"), 50, align="right"),
                columns.Column("sender", _("Dari"), 150),
                columns.Column("measure", _("Tindakan"), 200),
            ],
            name="logbook",
            identity="no",
            filter_words=_("Cari kata …"),
            unit=lambda count: ngettext("{count} baris", "{count} baris", count),
        )
        self.table.set_empty(
            empty_state.EmptyState(
                "buku_posko",
                _("Buku Posko masih kosong"),
                _("Setiap telepon dan pesan dicatat satu baris di atas. Yang penting dijadikan permasalahan."),
            )
        )
        self.table.top.insertWidget(0, self.day)
        self.outputs = posko_outputs.BookOutputs(desk, lanes, failed, self.day, self)
        self.outputs.told.connect(self.told)
        self.line = posko_line.PoskoLine(desk, lanes, failed)
        self.line.notices.connect(self.notices)
        self.line.issue_wanted.connect(self.issue_wanted)
        self.split = split_view.SplitView(self.table, self.line, name="logbook", share=0.68)
        self.promote_button = self._tool(_("Jadikan permasalahan"), "permasalahan", self.promote)
        self.edit_button = self._tool(_("Ubah"), "ubah", self.edit)
        self.delete_button = self._tool(_("Hapus"), "hapus", self.delete)
        self.show_button = self._tool(_("Lihat"), "lihat", self.split.show_detail)
        self.show_button.setToolTip(_("Isi lengkap, foto, dan riwayat baris ini"))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _line: self.edit())
        self.table.told.connect(self.told)
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.split)
        self.stack.setMinimumHeight(120)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, 0)
        column.setSpacing(theme.SPACE)
        self.entry = posko_entry.PoskoEntry(desk, lanes, failed, held)
        self.entry.written.connect(self._written)
        self.entry.pictures_given.connect(self.line.attached.add_to)
        column.addWidget(self.entry)
        column.addWidget(self.stack, 1)
        listed = picture_catcher.PictureCatcher(self.table.view.viewport())
        listed.given.connect(self._attach_at)
        actions.add(self.table, "", "Ctrl+V", slot=self._paste_here, window_wide=False)
        actions.add(self.table, "", "Del", slot=self.delete, window_wide=False)
        actions.add(self.table.view, "", "M", slot=self.promote, window_wide=False)
        actions.add(self.table.view, "", "F2", slot=self.edit, window_wide=False)
        actions.add(self.table.view, "", "F3", slot=self.line.show_history, window_wide=False)
        self._show_tools()

    @functools.cached_property
    def pasted(self) -> proposals.PastedPanel:
        """The proposals; built when something is first pasted."""
        made = proposals.PastedPanel()
        made.accepted.connect(self._accept)
        made.closed.connect(self._close_pasted)
        made.altered.connect(self._settle)
        place_finding.connect(made.line.place, self._desk, self._runner, "paste place")
        place_finding.explain(made.line.rows["place"])
        self.stack.addWidget(made)
        return made

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        # Side by side they stand there already.
        self.show_button.setVisible(self.width() < split_view.NARROW)

    def begin(self) -> None:
        """Get ready for the next line; one that was begun and not written stands here again."""
        self.entry.begin()

    def open_draft(self, key: str) -> None:
        """Go on with a draft: the next line, or one that was being altered."""
        no = int(key.removeprefix(KEY).removeprefix("/") or 0)
        if not no:
            self.begin()
        elif self.table.show_row(no):
            self.edit()
        else:
            self._to_edit = no
            self.table.filter.clear()
            self.reload()

    def reload(self) -> None:
        """Read the book again."""
        desk, day = self._desk, self.day.value() or ""
        self._runner.read(lambda: _lines(desk, day), self._take, self._failed, key="logbook")
        self._runner.read(lambda: logbook.days_written(desk), self._take_days, self._failed, key="logbook days")

    def show_line(self, no: int) -> None:
        """Bring a line into sight."""
        self._wanted = no
        if no and self.table.show_row(no):
            self._wanted = 0

    def edit(self) -> None:
        """Take the current line into the fields above; the next line, if it was begun, waits."""
        line = self.table.current()
        if line is not None:
            self.entry.alter(line.found, line.when)

    def _written(self, no: int) -> None:
        self._wanted = no

    def promote(self) -> None:
        """Make an issue of the current line, or show the one it became."""
        line = self.table.current()
        if line is None:
            return
        if line.found.issue:
            self.issue_wanted.emit(line.found.issue)
            return
        desk, no = self._desk, line.no
        self._runner.write(lambda: logbook.promote(desk, no), self.issue_wanted.emit, self._failed)

    def delete(self) -> None:
        """Strike the current line out; Ctrl+Z brings it back."""
        line = self.table.current()
        if line is None:
            return
        desk, no = self._desk, line.no
        words = _("Baris dihapus dari Buku Posko.")
        self._undo.take_out(lambda: logbook.delete_line(desk, no), words, self._failed)

    def paste(self) -> None:
        """Make proposals of the text on the clipboard."""
        text = QtGui.QGuiApplication.clipboard().text()
        if not text.strip():
            self.told.emit(_("Salin dahulu pesannya di WhatsApp, lalu tekan tombol ini lagi."))
            return
        desk = self._desk

        def read() -> tuple[chat_intake.Reading, list[proposals.Line], dict[str, str]]:
            found = chat_intake.read(desk, text)
            moments = [days.local(desk, one.at) for one in found.proposals]
            return found, proposals.lines(found, moments), chat_proposals.items(desk)

        def show(found: tuple[chat_intake.Reading, list[proposals.Line], dict[str, str]]) -> None:
            reading, lines, items = found
            self._seen_paste = reading.seen
            self.entry.hide()
            self.stack.setCurrentWidget(self.pasted)
            self.pasted.line.set_items(items)
            self.pasted.show_reading(reading, lines)

        self._runner.read(read, show, self._failed, key="proposals")

    def _tool(self, text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(text)
        icons.put(button, icon, "primary")
        theme.set_role(button, "link")
        button.clicked.connect(lambda _checked=False: slot())
        self.table.top.addWidget(button)
        return button

    def _attach_at(self, given: attachment_strip.Given, place: QtCore.QPoint) -> None:
        index = self.table.view.indexAt(place)
        line = self.table.model.row(index.row()) if index.isValid() else self.table.current()
        if line is not None:
            self.line.attached.add_to(line.no, given)

    def _paste_here(self) -> None:
        """Ctrl+V on the list: a picture goes to the current line, text is read as a chat."""
        found = attachment_strip.from_mime(QtGui.QGuiApplication.clipboard().mimeData())
        line = self.table.current()
        if found is not None and line is not None and not QtGui.QGuiApplication.clipboard().text().strip():
            self.line.attached.add_to(line.no, found)
        else:
            self.paste()

    def _choose(self, line: Line | None) -> None:
        self.line.show_line(line.found if line is not None else None)
        self._show_tools()

    def _take_days(self, found: list[tuple[str, str]]) -> None:
        self.day.set_choices([("", _("Semua hari")), *found])

    def _show_tools(self) -> None:
        line = self.table.current()
        for button in (self.promote_button, self.edit_button, self.delete_button, self.show_button):
            button.setEnabled(line is not None)
        became = line is not None and bool(line.found.issue)
        self.promote_button.setText(_("Buka permasalahan") if became else _("Jadikan permasalahan"))

    def _take(self, found: list[Line]) -> None:
        self.table.set_rows(found)
        self._choose(self.table.current())
        if self._wanted and self.table.show_row(self._wanted):
            self._wanted = 0
        self._show_tools()
        if self._to_edit and self.table.show_row(self._to_edit):
            self.edit()
        self._to_edit = 0

    def _settle(self, line: proposals.Line, values: dict[str, Any]) -> None:
        """Look over what the clerk altered in a proposal."""
        desk = self._desk
        self._runner.read(
            lambda: chat_proposals.settled(desk, line.proposal, **values),
            lambda found: self.pasted.take(line.at, found),
            self._failed,
        )

    def _accept(self, proposals: list[chat_proposals.Proposal]) -> None:
        desk, seen = self._desk, self._seen_paste

        def written(found: chat_intake.Accepted) -> None:
            if not self.pasted.written():
                self._close_pasted()
            count = len(found.lines)
            said = ngettext("{count} baris dicatat", "{count} baris dicatat", count).format(count=count)
            parts = [
                ngettext("{count} isian", "{count} isian", found.answers).format(count=found.answers),
                ngettext("{count} rekap", "{count} rekap", found.recaps).format(count=found.recaps),
                ngettext("{count} permasalahan", "{count} permasalahan", found.issues).format(count=found.issues),
            ]
            made = [part for part, many in zip(parts, (found.answers, found.recaps, found.issues), strict=True) if many]
            self.told.emit(f"{said}: {', '.join(made)}." if made else f"{said}.")

        self._runner.write(lambda: chat_intake.accept(desk, proposals, seen), written, self._failed)

    def _close_pasted(self) -> None:
        self.entry.show()
        self.stack.setCurrentWidget(self.split)
        self.begin()


def _lines(desk: Desk, day: str = "") -> list[Line]:
    return [
        Line(
            no=one.no,
            when=days.local(desk, one.at),
            sender=one.sender,
            text=one.text,
            measure=one.measure,
            place=one.place_label,
            issue=marks.Marked(one.issue_number, "rahasia") if one.confidential else one.issue_number,
            photos=str(one.photos) if one.photos else "",
            found=one,
        )
        for one in logbook.lines(desk, date.fromisoformat(day) if day else None)
    ]
