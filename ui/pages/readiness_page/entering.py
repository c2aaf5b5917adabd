# SPDX-License-Identifier: Apache-2.0
"""What is entered in the checklist of one place: answers, notes, reasons, photos; and where its rows lead."""

from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import answers
from desk_app.domain import errors as known
from desk_app.operations import answers as answering
from desk_app.operations import attachments, reasons, targets
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.dialogs import answer_pictures
from ui.pages.readiness_page import filling, part
from ui.widgets import checklist_sheet


class EntryPart(part.Part):
    """Writes what the sheet tells. `saved()`: to be read again. `subject` and `phase` are those that are shown."""

    saved = QtCore.Signal()

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        sheet: checklist_sheet.ChecklistSheet,
        reach: Callable[[], filling.Reach],
        parent: QtCore.QObject | None = None,
    ) -> None:
        """`reach`: the places that *Salin ke bawah* would reach."""
        super().__init__(desk, lanes, parent)
        self.subject = ""
        self.phase: int | None = None
        self.sheet = sheet
        self._reach = reach
        self.filling = filling.FillingPart(desk, lanes, self)
        for name in ("told", "quiet", "failed"):
            getattr(self.filling, name).connect(getattr(self, name))
        sheet.answered.connect(self._answer)
        sheet.noted.connect(self._note)
        sheet.reasoned.connect(self._reason)
        sheet.photo_wanted.connect(self._photo)
        sheet.copy_wanted.connect(self._copy_down)
        sheet.history_wanted.connect(self._show_history)
        sheet.issue_wanted.connect(self._new_issue)
        sheet.issue_followed.connect(lambda no: self.lead("issues", targets.Target(targets.Page.ISSUES, record=no)))
        sheet.dispute_followed.connect(self._follow_dispute)
        pictures = answer_pictures.AnswerPictures(desk, lanes, sheet, self._row_at, self.failed.emit)
        pictures.told.connect(self.say)

    def _answer(self, subject: str, item: str, value: answers.AnswerValue | None) -> None:
        seen = self.sheet.seen_of(item)
        self._save(subject, item, lambda: answering.set_answer(self.desk, subject, item, value, seen=seen))

    def _note(self, subject: str, item: str, text: str) -> None:
        seen = self.sheet.seen_of(item)
        self._save(subject, item, lambda: answering.set_note(self.desk, subject, item, text, seen=seen))

    def _save(self, subject: str, item: str, work: Callable[[], int]) -> None:
        self.sheet.begin_saving(subject, item)

        def saved(_record: int) -> None:
            self.sheet.end_saving(subject, item)
            self.saved.emit()

        def refused(error: Exception) -> None:
            if isinstance(error, known.Refused):
                self.sheet.end_saving(subject, item, errors.words(error))
            else:
                self.sheet.end_saving(subject, item, _("Belum tersimpan."))
                raise error

        self.lanes.write(work, saved, refused)

    def _reason(self, check: str, text: str) -> None:
        desk, subject, phase = self.desk, self.subject, self.phase
        seen = self.sheet.page.seen if self.sheet.page is not None else None

        def write() -> int:
            if text.strip():
                return reasons.accept(desk, subject, check, text, phase=phase, seen=seen)
            return reasons.withdraw(desk, subject, check)

        self._save(subject, check, write)

    def _row_at(self, place: QtCore.QPoint) -> tuple[str, str]:
        """For which answer a picture is: that under a drop, else the one in which the keys work."""
        rows = self.sheet.rows
        if not rows:
            return self.subject, ""
        under = next((row for row in rows if row.rect().contains(row.mapFrom(self.sheet, place))), None)
        row = self.sheet.current_row() if place.isNull() or under is None else under
        return self.subject, row.code

    def _photo(self, item: str) -> None:
        home = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.PicturesLocation)
        kinds = _("Foto") + " (*.jpg *.jpeg *.png)"
        chosen, _kind = QtWidgets.QFileDialog.getOpenFileName(self.sheet, _("Pilih foto"), home, kinds)
        if chosen:
            desk, subject, path = self.desk, self.subject, Path(chosen)
            source = attachments.Source(path.name, path)
            self._save(subject, item, lambda: answering.attach_photo(desk, subject, item, source))

    def _new_issue(self, item: str) -> None:
        chosen = {"new": True, "item": item}
        self.lead("issues", targets.Target(targets.Page.ISSUES, self.subject, chosen=chosen, phase=self.phase))

    def _follow_dispute(self, record: int) -> None:
        chosen = {"show": "disagreements"}
        self.lead("exchange", targets.Target(targets.Page.EXCHANGE, record=record, chosen=chosen))

    def _show_history(self, record: int) -> None:
        from ui.dialogs import history_dialog

        title = self.sheet.current_row().item.label
        history_dialog.HistoryDialog(self.desk, self.lanes, record, title).exec()

    def _copy_down(self, item: str) -> None:
        row = self.sheet.row_of(item)
        value = row.value() if row is not None else None
        if row is None or value is None:
            self.say(_("Jawab dahulu butir ini, lalu salin ke bawah."))
        else:
            self.filling.ask(self.subject, item, row.item.label, value, self._reach)
