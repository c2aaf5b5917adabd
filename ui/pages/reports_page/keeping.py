# SPDX-License-Identifier: Apache-2.0
"""What is typed beside a paper is kept: the words of a day or a period, to whom it goes, a number of the sequence."""

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.operations import change_settings, daily_reports, paper_options, paper_words, printing
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.reports_page import making, options
from ui.widgets import notice


class Keeping(QtCore.QObject):
    """Writes what the form tells. `told(Notice)`; `failed(exception)`."""

    told = QtCore.Signal(object)
    failed = QtCore.Signal(object)

    def __init__(self, desk: Desk, runner_: runner.Runner, form: options.PaperOptions) -> None:
        super().__init__(form)
        self._desk = desk
        self._runner = runner_
        self._form = form
        form.written.connect(self._write)
        form.part_written.connect(self._write_part)
        form.addressed.connect(self._write_address)

    def give_number(self, shown: making.Shown | None) -> None:
        """A number of the own sequence for the paper that is shown."""
        if shown is None:
            return
        desk, prepared = self._desk, shown.prepared
        self._runner.write(lambda: printing.with_number(desk, prepared).number, self._take_given, self.failed.emit)

    def _take_given(self, number: str) -> None:
        self._form.enter_number(number)
        said = _("Nomor {number} diberikan kepada naskah ini.").format(number=number)
        self.told.emit(notice.Notice(said, notice.Tone.DONE))

    def _write(self, field: str, text: str) -> None:
        desk, day, seen = self._desk, self._form.report_day, self._form.form.rows[field].seen
        self._runner.write(
            lambda: daily_reports.write_report(desk, day, seen=seen, **{field: text}), None, self.failed.emit
        )

    def _write_part(self, code: str, text: str) -> None:
        desk, kind, day = self._desk, self._form.asked.report, self._form.parts_day
        seen = self._form.form.rows[f"part {code}"].seen
        self._runner.write(lambda: paper_words.write(desk, kind, day, code, text, seen=seen), None, self.failed.emit)

    def _write_address(self, text: str) -> None:
        """The office's own from now on; of a paper that is addressed elsewhere each time, of this one alone."""
        desk = self._desk
        if self._form.asked.report in paper_options.ADDRESSED_EACH_TIME:
            self._form.alter(addressed_to=text)
        else:
            self._runner.write(lambda: change_settings.set_many(desk, {"addressed_to": text}), None, self.failed.emit)
