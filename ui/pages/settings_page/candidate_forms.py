# SPDX-License-Identifier: Apache-2.0
"""What writes the candidates of a race, one form at a time: one of them, a pasted list, a single pair."""

import functools

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain.counts import ballot
from desk_app.domain.counts.lines import Candidate
from desk_app.operations import candidates
from ui import theme
from ui.dialogs import attached_card
from ui.pages.settings_page import candidate_form, candidate_list_form, candidate_reading, section


class CandidateForms(QtWidgets.QWidget):
    """Below the list, hidden while nothing is written. `opened(form)`: one has come; `closed()`: none is there now."""

    opened = QtCore.Signal(QtWidgets.QWidget)
    closed = QtCore.Signal()

    def __init__(self, host: section.Section) -> None:
        super().__init__()
        self._host, self._desk = host, host.desk
        self._shown, self._race = candidate_reading.NOTHING, ""
        self.one = candidate_form.CandidateForm()
        self.one.added.connect(self._add)
        self.one.edited.connect(self._edit)
        self.one.closed.connect(self.close_all)
        self.photos = attached_card.AttachedCard(host.desk, host.lanes, host.failed)
        self.photos.notices.connect(host.told)
        self.list = candidate_list_form.ListForm()
        self.list.entered.connect(self._put_list)
        self.list.closed.connect(self.close_all)
        self.single = candidate_list_form.SingleForm()
        self.single.entered.connect(self._put_single)
        self.single.closed.connect(self.close_all)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        for part in (self.one, self.photos, self.list, self.single):
            column.addWidget(part)

    def show_read(self, shown: candidate_reading.Shown) -> None:
        """Take what was read: the kecamatan to choose from, the numbers that are taken."""
        self._shown = shown
        for one in (self.one, self.list):
            one.where.set_options(shown.districts)

    def set_race(self, race: str, *, same: bool) -> None:
        """Write into a race; what was open for another one is closed, what is open of the same one is renewed."""
        self._race = race
        if not same:
            if self.one.record is not None:
                self.one.commit()
            self.close_all()
        record = self.one.record
        if record is not None:
            current = next((one for one in self._list if one.record == record), None)
            if current is None:
                self.close_all()
            else:
                self.one.show_one(current, has_where=self._has_where)
                self.photos.reload()

    def begin_new(self, code: str = "") -> None:
        """Ask for a new candidate, under a number or the next one that is free."""
        taken = [int(one.code) for one in self._list if "." not in one.code and one.record is not None]
        self._bring(self.one)
        self.one.begin(code or str(max(taken, default=0) + 1), has_where=self._has_where)
        self.opened.emit(self.one)

    def begin_list(self) -> None:
        """Ask for a pasted list."""
        self._bring(self.list)
        taken = [one.code for one in self._list if one.record is not None]
        self.list.begin(self._race, taken, has_where=self._has_where)
        self.opened.emit(self.list)

    def begin_single(self) -> None:
        """Ask for a single pair."""
        known_ = next((one.name for one in self._list if one.code == "1" and one.record is not None), "")
        self._bring(self.single)
        self.single.begin(known_)
        self.opened.emit(self.single)

    def open(self, one: Candidate) -> None:
        """Show one, ready to be altered; one that has only a number is asked for."""
        if one.record is None:
            self.begin_new(one.code)
            return
        self._bring(self.one)
        self.one.show_one(one, has_where=self._has_where)
        self.photos.show()
        self.photos.show_record(one.record)
        self.one.lines["name"].setFocus()
        self.one.lines["name"].selectAll()
        self.opened.emit(self.one)

    def close_all(self) -> None:
        """Show none of them."""
        self.one.record = None
        for part in (self.one, self.photos, self.list, self.single):
            part.hide()
        self.hide()
        self.closed.emit()

    @property
    def _list(self) -> tuple[Candidate, ...]:
        return self._shown.of(self._race)

    @property
    def _has_where(self) -> bool:
        return self._shown.has_where(self._race)

    def _bring(self, form: QtWidgets.QWidget) -> None:
        self.close_all()
        self.show()
        form.show()

    def _add(self, typed: candidate_form.Typed) -> None:
        desk, race = self._desk, self._race

        def done(_no: int) -> None:
            self._host.say(_("Dicatat: {number}").format(number=f"{typed.code} {typed.name}"))
            self._host.refresh()
            self.one.begin(_next(typed.code), has_where=self._has_where)

        self._host.lanes.write(
            lambda: candidates.add(desk, race, typed.code, typed.name, typed.districts, typed.short),
            done,
            functools.partial(self._refused, self.one),
        )

    def _edit(self, record: int, name: str, value: object) -> None:
        desk, seen = self._desk, self._shown.seen

        def work() -> None:
            if name == "code":
                candidates.renumber(desk, record, str(value))
            else:
                candidates.edit(desk, record, seen=seen, **{name: value})

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused) or name not in self.one.rows.rows:
                self._host.failed(error)
            else:
                self.one.refuse(error, name)

        def done(_nothing: None) -> None:
            if name == "code":
                self.close_all()
            elif name in self.one.rows.rows:
                self.one.rows.rows[name].accept()

        self._host.lanes.write(work, done, refused)

    def _put_list(self, text: str, districts: tuple[str, ...]) -> None:
        desk, race = self._desk, self._race

        def done(count: int) -> None:
            self.list.taken_in()
            said = ngettext("{count} calon dimasukkan.", "{count} calon dimasukkan.", count)
            self._host.say(said.format(count=count))
            self._host.refresh()
            self.close_all()

        self._host.lanes.write(
            lambda: candidates.put_list(desk, race, text, districts), done, functools.partial(self._refused, self.list)
        )

    def _put_single(self, name: str) -> None:
        desk, race = self._desk, self._race

        def done(_nothing: None) -> None:
            self._host.say(_("Dicatat: {number}").format(number=f"1 {name}, 0 {_(ballot.EMPTY_NAME)}"))
            self._host.refresh()
            self.close_all()

        self._host.lanes.write(
            lambda: candidates.put_single(desk, race, name), done, functools.partial(self._refused, self.single)
        )

    def _refused(
        self,
        part: candidate_form.CandidateForm | candidate_list_form.ListForm | candidate_list_form.SingleForm,
        error: Exception,
    ) -> None:
        if isinstance(error, known.Refused):
            part.refuse(error)
        else:
            self._host.failed(error)


def _next(code: str) -> str:
    """The number behind one: "3.2" after "3.1"."""
    head, dot, last = code.rpartition(".")
    return f"{head}{dot}{int(last) + 1}" if last.strip().isdigit() else code
