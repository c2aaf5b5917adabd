# SPDX-License-Identifier: Apache-2.0
"""The card *Foto dan dokumen* of any record: its small pictures, and the work of adding, showing, saving, deleting."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import hours
from desk_app.operations import attachments, days
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.dialogs import attachment_dialog, undo_notice
from ui.widgets import attachment_strip, attachment_tile, form, notice

_AT_ONCE = 3
"""Small pictures that are read in one go, so that other readings come between."""

_KEPT = 300
_PNG = 88
"""Quickly packed, and made smaller by the core at once."""


class AttachedCard(QtWidgets.QFrame):
    """The card; `notices(Notice)`. `show_record` says of which record, `reload` after its news."""

    notices = QtCore.Signal(object)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        failed: Callable[[Exception], None],
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._desk = desk
        self._lanes = lanes
        self._failed = failed
        self._record = 0
        self._found: tuple[attachments.Attachment, ...] = ()
        self._pictures: dict[int, QtGui.QImage | None] = {}
        self._asked: set[int] = set()
        self._undo = undo_notice.UndoNotice(desk, lanes, self.notices.emit, self)
        self.strip = attachment_strip.AttachmentStrip()
        self.strip.given.connect(self._add)
        self.strip.opened.connect(self.open)
        self.strip.saved.connect(self._ask_name)
        self.strip.removed.connect(self.remove)
        self.strip.pictures_wanted.connect(self._read_pictures)
        self.title = form.label(_("Foto dan dokumen"), "heading")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.title)
        column.addWidget(self.strip)

    def show_record(self, record: int) -> None:
        """Show what is attached to a record."""
        if record != self._record:
            self._record = record
            self._found = ()
            self.strip.set_shown((), anew=True)
        self.reload()

    def reload(self) -> None:
        """Read again what is attached."""
        if not self._record:
            return
        desk, record = self._desk, self._record
        own = f"attachments {id(self)}"  # two cards may read at once
        self._lanes.read(
            lambda: (record, attachments.of_record(desk, record)), self._take, self._failed, key=own
        )

    def open(self, no: int) -> None:
        """Show one large."""
        dialog = attachment_dialog.AttachmentDialog(self._desk, self._lanes, self._found, no, self.window())
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.removed.connect(self.remove)
        dialog.open()

    def remove(self, no: int) -> None:
        """Take one off; the notice brings it back."""
        one = next((one for one in self._found if one.no == no), None)
        if one is not None:
            desk = self._desk
            words = _("{name} dihapus dari lampiran.").format(name=one.name)
            self._undo.take_out(lambda: attachments.delete(desk, no), words, self._failed, self.reload)

    def _take(self, read: tuple[int, tuple[attachments.Attachment, ...]]) -> None:
        record, found = read
        if record != self._record:
            return
        self._found = found
        self.title.setText(
            _("Foto dan dokumen ({count})").format(count=len(found)) if found else _("Foto dan dokumen")
        )
        self._asked &= self._pictures.keys()
        self.strip.set_shown([self._shown(one) for one in found])
        for no in self.strip.tiles:
            if no in self._pictures:
                self.strip.set_picture(no, self._pictures[no])

    def _shown(self, one: attachments.Attachment) -> attachment_tile.Shown:
        moment = one.taken_at or one.added_at
        when = hours.write_moment(days.local(self._desk, moment)) if moment else ""
        waits_for = "" if one.here else short_office(one.office)
        state = _("Belum diterima – menunggu dari {office}").format(office=waits_for) if waits_for else ""
        if one.closed:
            state = "\n".join(part for part in (state, _("tersegel")) if part)
        parts = (one.caption, one.name, f"{_(one.label)}, {one.size_words}", when, one.by, one.office, state)
        return attachment_tile.Shown(
            no=one.no,
            title=one.caption or one.name,
            detail=when,
            is_picture=one.is_picture,
            waits_for=waits_for,
            closed=one.closed,
            tip="\n".join(part for part in parts if part),
        )

    def add_to(self, record: int, given: attachment_strip.Given) -> None:
        """Attach what was pasted or dropped to a record, which need not be the one that is shown."""
        desk = self._desk

        def work() -> Steps[attachments.Added]:
            return (yield from attachments.add_all(desk, record, sources_of(desk, given)))

        self.strip.set_busy(_("Menyiapkan lampiran …"))
        self._lanes.long(work, self._say_progress, self._added, self._not_added)

    def _add(self, given: attachment_strip.Given) -> None:
        if self._record:
            self.add_to(self._record, given)

    def _say_progress(self, step: Progress) -> None:
        if step.total and step.total > 1:
            words = _("Menyiapkan {place} dari {count} …")
            self.strip.set_busy(words.format(place=step.done + 1, count=step.total))

    def _added(self, added: attachments.Added) -> None:
        self.strip.set_busy("")
        for _name, why in added.refused:
            self.notices.emit(notice.Notice(why, notice.Tone.REFUSED))
        self.reload()

    def _not_added(self, error: Exception) -> None:
        self.strip.set_busy("")
        self._failed(error)

    def _read_pictures(self, wanted: Sequence[int]) -> None:
        fresh = [no for no in wanted if no not in self._asked]
        self._asked.update(fresh)
        if fresh:
            self._next_pictures(fresh)

    def _next_pictures(self, numbers: list[int]) -> None:
        desk, some, rest = self._desk, numbers[:_AT_ONCE], numbers[_AT_ONCE:]

        def take(found: list[tuple[int, QtGui.QImage | None]]) -> None:
            for no, picture in found:
                self._pictures[no] = picture
                self.strip.set_picture(no, picture)
            while len(self._pictures) > _KEPT:
                gone = next(iter(self._pictures))
                del self._pictures[gone]
                self._asked.discard(gone)
            if rest:
                self._next_pictures(rest)

        self._lanes.read(lambda: [(no, _small(desk, no)) for no in some], take, self._failed)

    def _ask_name(self, no: int) -> None:
        desk = self._desk
        self._lanes.read(
            lambda: attachments.suggested_name(desk, no), lambda name: self._save(no, name), self._failed
        )

    def _save(self, no: int, name: str) -> None:
        path = attachment_dialog.ask_where(self, name)
        if path is None:
            return
        desk = self._desk
        words = _("Tersimpan: {path}")
        self._lanes.read(
            lambda: attachments.save_as(desk, no, path),
            lambda saved: self.notices.emit(notice.Notice(words.format(path=saved), notice.Tone.DONE)),
            self._failed,
        )


def sources_of(desk: Desk, given: attachment_strip.Given) -> list[attachments.Source]:
    """What was pasted or dropped, as it is attached; for a worker."""
    sources = [attachments.Source(path.name, path) for path in given.paths]
    if given.picture is not None:
        when = hours.write_moment(days.local(desk, desk.now()))
        sources.append(attachments.Source(_("Tempelan {when}.png").format(when=when), data=_as_png(given.picture)))
    return sources


def short_office(name: str) -> str:
    """An office as people call it: "Kecamatan Tempe", not "Desk Pemilu Kecamatan Tempe"."""
    return name.removeprefix("Desk Pemilu ") or _("kantor lain")


def _small(desk: Desk, no: int) -> QtGui.QImage | None:
    """The small picture; None where it cannot be drawn, which the tile then says."""
    try:
        return attachment_dialog.drawn(desk, no, attachment_tile.POINTS)
    except known.Refused:
        return None


def _as_png(picture: QtGui.QImage) -> bytes:
    held = QtCore.QBuffer()
    held.open(QtCore.QIODevice.OpenModeFlag.WriteOnly)
    writer = QtGui.QImageWriter(held, QtCore.QByteArray(b"png"))
    writer.setQuality(_PNG)
    writer.write(picture)
    return bytes(held.data().data())
