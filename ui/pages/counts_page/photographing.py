# SPDX-License-Identifier: Apache-2.0
"""The photo of a C.HASIL beside its fields: attached to one's own copy, which is saved first if it never was."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui

from desk_app.base.progress import Steps
from desk_app.domain import errors as known
from desk_app.operations import attachments
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.dialogs import attached_card, attachment_dialog
from ui.widgets import attachment_strip, count_sheet, notice, picture_catcher

_EDGE = 2600

Saved = Callable[[Callable[[int], None]], None]
"""Saves the form, then tells its record."""


class PhotoPart(QtCore.QObject):
    """Shows the photos of a record in a sheet. `notices(Notice)`."""

    notices = QtCore.Signal(object)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        sheet: count_sheet.CountSheet,
        save: Saved,
        failed: Callable[[Exception], None],
    ) -> None:
        """`save` makes a record of the form that is shown; it is asked when a photo is given before the first save."""
        super().__init__(sheet)
        self._desk = desk
        self._lanes = lanes
        self._sheet = sheet
        self._save = save
        self._failed = failed
        self._record: int | None = None
        self._found: tuple[attachments.Attachment, ...] = ()
        self._place = 0
        self._latest = 0
        """What was attached last, to be shown once it is read."""
        sheet.photo.given.connect(self._give)
        sheet.photo.stepped.connect(self._step)
        sheet.photo.large_wanted.connect(self.open_large)
        self._catcher = picture_catcher.PictureCatcher(sheet)
        self._catcher.given.connect(lambda given, _place: self._give(given))

    def show_record(self, record: int | None) -> None:
        """Show what is attached to a copy; None: it was never saved."""
        if record != self._record:
            self._record, self._found, self._place = record, (), 0
            self._sheet.photo.show_nothing()
        self.reload()

    def reload(self) -> None:
        """Read again what is attached."""
        desk, record = self._desk, self._record
        if record is None:
            self._sheet.show_photo(False)
            return
        self._lanes.read(
            lambda: (record, attachments.of_record(desk, record)), self._take, self._failed, key="counts/photos"
        )

    def open_large(self) -> None:
        """Show it on its own, where it can be saved and taken off."""
        if self._found:
            no = self._found[self._place].no
            dialog = attachment_dialog.AttachmentDialog(self._desk, self._lanes, self._found, no, self._sheet.window())
            dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.removed.connect(self._remove)
            dialog.open()

    def _give(self, given: attachment_strip.Given) -> None:
        """Attach what was given to the copy that is shown, saved now if it never was."""
        one = self._sheet.sheet
        if one is None:
            return
        if self._record is not None:
            self._add(self._record, given)
        elif one.closed is None:
            self._save(lambda record: self._add(record, given))

    def _add(self, record: int, given: attachment_strip.Given) -> None:
        desk = self._desk

        def work() -> Steps[attachments.Added]:
            return (yield from attachments.add_all(desk, record, attached_card.sources_of(desk, given)))

        def added(found: attachments.Added) -> None:
            self._sheet.photo.set_busy(False)
            for _name, why in found.refused:
                self.notices.emit(notice.Notice(why, notice.Tone.REFUSED))
            if record == self._record:
                self._latest = found.numbers[-1] if found.numbers else 0
                self._sheet.show_photo(True)
                self.reload()

        def not_added(error: Exception) -> None:
            self._sheet.photo.set_busy(False)
            self._failed(error)

        self._sheet.photo.set_busy(True)
        self._lanes.long(work, None, added, not_added)

    def _remove(self, no: int) -> None:
        desk = self._desk
        self._lanes.write(lambda: attachments.delete(desk, no), lambda _nothing: self.reload(), self._failed)

    def _step(self, by: int) -> None:
        if 0 <= self._place + by < len(self._found):
            self._place += by
            self._show()

    def _take(self, read: tuple[int, tuple[attachments.Attachment, ...]]) -> None:
        record, found = read
        if record != self._record:
            return
        is_new = found != self._found
        self._found = found
        self._place = min(self._place, max(len(found) - 1, 0))
        numbers = [one.no for one in found]
        if self._latest in numbers:
            self._place, self._latest, is_new = numbers.index(self._latest), 0, True
        if not found:
            self._sheet.photo.show_nothing()
        elif is_new:
            if self._sheet.has_room:
                self._sheet.show_photo(True)
            self._show()

    def _show(self) -> None:
        one = self._found[self._place]
        photo = self._sheet.photo
        if not one.here or not (one.is_picture or one.closed):
            photo.show_nothing(one.name)
        else:
            desk, no = self._desk, one.no
            self._lanes.read(
                lambda: (no, attachment_dialog.drawn(desk, no, _EDGE)), self._draw, self._not_drawn, key="counts/photo"
            )
        photo.set_place(self._place, len(self._found))

    def _draw(self, found: tuple[int, QtGui.QImage]) -> None:
        if self._found and self._found[self._place].no == found[0]:
            self._sheet.photo.show_picture(found[1])

    def _not_drawn(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self._sheet.photo.show_nothing(errors.words(error))
        self._sheet.photo.set_place(self._place, len(self._found))
