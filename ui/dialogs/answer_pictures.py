# SPDX-License-Identifier: Apache-2.0
"""Pictures that are pasted or dropped onto a checklist: they belong to the answer of the row in which one works."""

from collections.abc import Callable

from PySide6 import QtCore, QtWidgets

from desk_app.base.progress import Steps
from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import answers, attachments
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.dialogs import attached_card
from ui.widgets import attachment_strip, picture_catcher


class AnswerPictures(QtCore.QObject):
    """Takes pictures for `part`. `row(place)` names what they are for: subject and item ("" for none), by the place of
    a drop in the part (a null point: the row of the keys). `told(words)`; `attached(subject)`."""

    told = QtCore.Signal(str)
    attached = QtCore.Signal(str)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        part: QtWidgets.QWidget,
        row: Callable[[QtCore.QPoint], tuple[str, str]],
        failed: Callable[[Exception], object],
    ) -> None:
        super().__init__(part)
        self._desk = desk
        self._lanes = lanes
        self._row = row
        self._failed = failed
        self._catcher = picture_catcher.PictureCatcher(part)
        self._catcher.given.connect(self.take)

    def take(self, given: attachment_strip.Given, place: QtCore.QPoint) -> None:
        """Attach to the answer of a row."""
        subject, item = self._row(place)
        if not item:
            return
        desk = self._desk

        def work() -> Steps[attachments.Added]:
            record = answers.record_of(desk, subject, item)
            return (yield from attachments.add_all(desk, record, attached_card.sources_of(desk, given)))

        def done(added: attachments.Added) -> None:
            for _name, why in added.refused:
                self.told.emit(why)
            count = len(added.numbers)
            if count:
                said = ngettext("{count} foto dilampirkan.", "{count} foto dilampirkan.", count)
                self.told.emit(said.format(count=count))
                self.attached.emit(subject)

        self.told.emit(_("Menyiapkan lampiran …"))
        self._lanes.long(work, None, done, self._refuse, lane="write")

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, known.Refused):
            self.told.emit(errors.words(error))
        else:
            self._failed(error)
