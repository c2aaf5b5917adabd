# SPDX-License-Identifier: Apache-2.0
"""The photos of all copies of one TPS, beside their figures: looked at and enlarged, not altered here."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtGui

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import attachments
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.dialogs import attachment_dialog
from ui.widgets import count_photo

_EDGE = 2600


class CheckingPhotos(QtCore.QObject):
    """Fills a `CountPhoto`. `counted(int)`: how many photos there are."""

    counted = QtCore.Signal(int)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        photo: count_photo.CountPhoto,
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(photo)
        self._desk = desk
        self._lanes = lanes
        self._photo = photo
        self._failed = failed
        self._records: tuple[int, ...] = ()
        self._found: tuple[attachments.Attachment, ...] = ()
        self._place = 0
        photo.add_button.hide()
        photo.stepped.connect(self._step)
        photo.large_wanted.connect(self.open_large)

    def show_records(self, records: Sequence[int]) -> None:
        """Show what is attached to these copies."""
        if tuple(records) != self._records:
            self._records, self._found, self._place = tuple(records), (), 0
            self._photo.show_nothing(_("Tidak ada foto formulir."))
        self.read()

    def read(self) -> None:
        """What is attached now, also what came or went meanwhile."""
        desk, wanted = self._desk, self._records

        def read() -> tuple[tuple[int, ...], tuple[attachments.Attachment, ...]]:
            return wanted, tuple(one for record in wanted for one in attachments.of_record(desk, record))

        self._lanes.read(read, self._take, self._failed, key="counts/check/photos")

    def open_large(self) -> None:
        """Show it on its own."""
        if self._found:
            no = self._found[self._place].no
            dialog = attachment_dialog.AttachmentDialog(self._desk, self._lanes, self._found, no, self._photo.window())
            dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.remove.hide()
            dialog.open()

    def _take(self, read: tuple[tuple[int, ...], tuple[attachments.Attachment, ...]]) -> None:
        records, found = read
        if records != self._records:
            return
        is_new, self._found = found != self._found, found
        self._place = min(self._place, max(len(found) - 1, 0))
        self.counted.emit(len(found))
        if is_new and found:
            self._show()
        elif is_new:
            self._photo.show_nothing(_("Tidak ada foto formulir."))

    def _step(self, by: int) -> None:
        if 0 <= self._place + by < len(self._found):
            self._place += by
            self._show()

    def _show(self) -> None:
        one = self._found[self._place]
        if not one.here or not (one.is_picture or one.closed):
            self._photo.show_nothing(one.name)
        else:
            desk, no = self._desk, one.no
            self._lanes.read(
                lambda: (no, attachment_dialog.drawn(desk, no, _EDGE)),
                self._draw,
                self._not_drawn,
                key="counts/check/photo",
            )
        self._photo.set_place(self._place, len(self._found))

    def _draw(self, found: tuple[int, QtGui.QImage]) -> None:
        if self._found and self._found[self._place].no == found[0]:
            self._photo.show_picture(found[1])

    def _not_drawn(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self._photo.show_nothing(errors.words(error))
        self._photo.set_place(self._place, len(self._found))
