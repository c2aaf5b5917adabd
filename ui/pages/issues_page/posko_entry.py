# SPDX-License-Identifier: Apache-2.0
"""The fields above the Buku Posko: the next line, or one that is altered; Enter writes it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import hours, zones
from desk_app.operations import days, logbook, settings
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.dialogs import place_finding
from ui.widgets import attachment_strip, drafts, escape, fields, form, picture_catcher, place_box

KEY = "issues/log"
"""The draft of the next line; with a slash and a number that of a line which is altered."""


class PoskoEntry(QtWidgets.QFrame):
    """`written(no)`: the line is in the book. `pictures_given(no, given)`: what belongs to it."""

    written = QtCore.Signal(object)
    pictures_given = QtCore.Signal(object, object)

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__()
        theme.set_role(self, "card")
        self._desk = desk
        self._runner = lanes
        self._failed = failed
        self._drafts = held
        self._editing = 0
        self._writes = False
        self._now = ""
        self._pending: list[attachment_strip.Given] = []
        self.hour = fields.LineField(limit=20)
        self.from_ = fields.LineField(_("mis. Camat Tempe"), limit=160)
        self.place = place_box.PlaceBox(_("boleh kosong"))
        place_finding.connect(self.place, desk, lanes, "log place")
        self.text = fields.LineField(_("Isi berita, lalu Enter"), limit=4000)
        self.measure = fields.LineField(_("apa yang dilakukan posko; boleh kosong"), limit=4000)
        self.rows: dict[str, form.FormRow] = {}
        self.add_button = QtWidgets.QPushButton(_("Catat"))
        theme.set_role(self.add_button, "primary")
        self.add_button.clicked.connect(lambda _checked=False: self.write())
        self.cancel_button = QtWidgets.QPushButton(_("Batal"))
        self.cancel_button.clicked.connect(lambda _checked=False: self.give_up())
        self.cancel_button.hide()
        self._lay_out()
        escape.Escape(self, self.give_up)
        place_finding.explain(
            self.rows["place"], _("“{text}” tidak ditemukan. Pilih dari daftar, atau kosongkan dan tulis di Isi.")
        )
        self.place.settled.connect(self._place_settled)
        self.draft = drafts.DraftedForm(
            held, {name: row.field for name, row in self.rows.items()}, self.draft_line, self
        )
        # Pictures that are pasted or dropped onto the fields wait for the line.
        begun = picture_catcher.PictureCatcher(self)
        begun.given.connect(lambda given, _place: self._keep_picture(given))

    def begin(self) -> None:
        """Get ready for the next line; one that was begun and not written stands here again."""
        self._empty()
        self._now = hours.write_moment(days.local(self._desk, self._desk.now()))
        self.hour.set_value(self._now)
        self.add_button.setText(_("Catat"))
        self.cancel_button.hide()
        is_begun = self.draft.begin(KEY, _("Baris Buku Posko"))
        first = self.text if is_begun and self.text.value() else self.from_
        first.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        if is_begun:
            first.end(False)

    def give_up(self) -> bool:
        """Leave the line that is being altered as it was; False when none is."""
        if not self._editing:
            return False
        self.draft.throw_away()
        self.begin()
        return True

    def alter(self, line: logbook.LogLine, when: datetime) -> None:
        """Take a line into the fields; the next line, if it was begun, waits."""
        self._empty()
        self._editing = line.no
        self._now = hours.write_moment(when)
        self.hour.set_value(self._now)
        self.from_.set_value(line.sender)
        self.text.set_value(line.text)
        self.measure.set_value(line.measure)
        self.place.set_value(line.place, line.place_label)
        self.add_button.setText(_("Simpan baris"))
        self.cancel_button.show()
        self.draft.begin(f"{KEY}/{line.no}", _("Ubah baris Buku Posko"), line.seen)
        self.text.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.text.end(False)

    def write(self) -> None:
        """Write the line that is entered, or what was altered in the one being edited."""
        for row in self.rows.values():
            row.accept()
        self.place.commit()
        self._writes = self.place.is_waiting
        if self._writes or self.place.insist():
            return
        desk = self._desk
        try:
            moment = hours.parse_moment(self.hour.value(), days.today(desk))
        except known.Refused as refusal:
            self.rows["hour"].refuse(errors.words(refusal))
            return
        is_now = moment is None or self.hour.value() == self._now
        at = desk.now() if moment is None or is_now else zones.moment(moment, settings.zone(desk))
        values: dict[str, Any] = {
            "sender": self.from_.value(),
            "measure": self.measure.value(),
            "place": self.place.value(),
        }
        text, editing, key, seen = self.text.value(), self._editing, self.draft.key, self.draft.seen

        pending = self._pending[:]

        def written(no: int) -> None:
            for given in pending:
                self.pictures_given.emit(no, given)
            self._forget_pictures()
            self._drafts.drop(key)
            self.written.emit(no)
            if self.draft.key == key:
                self.begin()

        def edit() -> int:
            altered = values | {"text": text}
            if not is_now:
                altered["at"] = at
            logbook.edit_line(desk, editing, seen=seen, **altered)
            return editing

        work = edit if editing else lambda: logbook.add_line(desk, text, at=at, **values)
        self._runner.write(work, written, self._refuse)

    def _empty(self) -> None:
        self.draft.end()
        self._editing = 0
        self._writes = False
        for field in (self.hour, self.from_, self.text, self.measure):
            field.commit()
            field.set_value("")
        self.place.forget()
        self.place.set_value("")
        for row in self.rows.values():
            row.accept()

    def _lay_out(self) -> None:
        asked: tuple[tuple[str, str, QtWidgets.QWidget, int, int, int], ...] = (
            ("hour", _("Waktu"), self.hour, 0, 0, 2),
            ("sender", _("Dari"), self.from_, 0, 2, 4),
            ("place", _("Tempat"), self.place, 0, 6, 5),
            ("text", _("Isi"), self.text, 1, 0, 6),
            ("measure", _("Tindakan"), self.measure, 1, 6, 5),
        )
        grid = QtWidgets.QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for name, label, field, line, first, span in asked:
            self.rows[name] = form.FormRow(label, field)
            grid.addWidget(self.rows[name], line, first, 1, span)
            if name != "place":
                field.returnPressed.connect(self.write)  # type: ignore[attr-defined]
        for column in range(11):
            grid.setColumnStretch(column, 1)
        bottom = QtCore.Qt.AlignmentFlag.AlignBottom
        grid.addWidget(self.cancel_button, 0, 11, bottom)
        grid.addWidget(self.add_button, 1, 11, bottom)
        self.draft_line = drafts.DraftLine()
        # At the end of a label's line, where it needs no room of its own.
        top = QtCore.Qt.AlignmentFlag.AlignTop | QtCore.Qt.AlignmentFlag.AlignRight
        grid.addWidget(self.draft_line, 1, 1, 1, 5, top)
        self.pictures = QtWidgets.QPushButton()
        icons.put(self.pictures, "lampiran", "primary")
        theme.set_role(self.pictures, "link")
        self.pictures.setToolTip(_("Klik untuk melepas foto itu lagi"))
        self.pictures.clicked.connect(lambda _checked=False: self._forget_pictures())
        self.pictures.hide()
        grid.addWidget(self.pictures, 2, 0, 1, 6)

    def _keep_picture(self, given: attachment_strip.Given) -> None:
        if self._editing:
            self.pictures_given.emit(self._editing, given)
            return
        self._pending.append(given)
        count = sum(max(1, len(one.paths)) for one in self._pending)
        said = ngettext("{count} foto ikut baris ini", "{count} foto ikut baris ini", count)
        self.pictures.setText(said.format(count=count))
        self.pictures.show()

    def _forget_pictures(self) -> None:
        self._pending.clear()
        self.pictures.hide()

    def _place_settled(self) -> None:
        if self._writes:
            self.write()

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, known.NotPermitted):
            self.rows["place"].refuse(errors.words(error))
        elif isinstance(error, known.Refused):
            self.rows["text"].refuse(errors.words(error))
            self.text.setFocus()
        else:
            self._failed(error)
