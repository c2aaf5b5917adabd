# SPDX-License-Identifier: Apache-2.0
"""Salin ke bawah: one answer for many places, first as it would be, then in one go that is undone as one."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.domain import answers
from desk_app.operations import fill_down, place_sheets
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.readiness_page import part
from ui.widgets import notice

MOST_COPIES = 20_000

Reach = Sequence[int] | Sequence[str]


class FillingPart(part.Part):
    """Asked once it says what it would do, asked again (or by its button, or Enter) it does it."""

    def __init__(self, desk: Desk, lanes: runner.Runner, parent: QtCore.QObject | None = None) -> None:
        super().__init__(desk, lanes, parent)
        self._asked: fill_down.Preview | None = None
        self._source = ""

    def forget(self) -> None:
        """Another place, or another answer: what was asked for is no longer meant."""
        self._asked = None

    def ask(self, source: str, item: str, label: str, value: answers.AnswerValue, reach: Callable[[], Reach]) -> None:
        """Say what copying an answer of `source` to the places of `reach` would do; the same again does it."""
        asked = self._asked
        if asked is not None and (self._source, asked.item, asked.value) == (source, item, value):
            self._do(asked)
            return
        reached = reach()
        if not reached:
            self.say(_("Tidak ada lagi di bawahnya dalam daftar ini."))
        elif len(reached) > MOST_COPIES:
            self.say(_("Terlalu banyak untuk sekali salin. Saring dahulu daftarnya."), notice.Tone.REFUSED)
        else:
            self._source = source
            desk = self.desk
            self.lanes.read(
                lambda: fill_down.preview(desk, source, reached, item, value),
                lambda found: self._show(found, label),
                self.failed.emit,
                key="readiness/fill down",
            )

    def _show(self, found: fill_down.Preview, label: str) -> None:
        self._asked = found
        said = _("Salin “{value}” pada “{item}” ke {count} tempat").format(
            value=_("sejumlah yang diperlukan tiap TPS") if found.as_needed else place_sheets.value_words(found.value),
            item=label,
            count=found.places,
        )
        parts = [_("{count} masih kosong").format(count=found.empty)]
        if found.same:
            parts.append(_("{count} sudah sama").format(count=found.same))
        if found.replaced:
            parts.append(_("{count} isian lain DIGANTI").format(count=found.replaced))
        if found.left_out:
            parts.append(_("{count} dilewati: DPT belum diisi").format(count=found.left_out))
        words = f"{said}: {', '.join(parts)}. " + _("Ctrl+D sekali lagi menyalin; Ctrl+Z membatalkan semuanya.")
        tone = notice.Tone.WARNING if found.replaced else notice.Tone.INFO
        self.told.emit(notice.Notice(words, tone, _("Salin ke bawah"), lambda: self._do(found), stays=True))

    def _do(self, found: fill_down.Preview) -> None:
        self._asked = None
        self.quiet.emit()
        desk = self.desk
        self.lanes.write(lambda: fill_down.fill(desk, found), self._copied, self.failed.emit)

    def _copied(self, count: int) -> None:
        words = _("Disalin {count} kali. Ctrl+Z membatalkan semuanya sekaligus.")
        self.done(words.format(count=count))
