# SPDX-License-Identifier: Apache-2.0
"""The settings of a paper beside its picture: day, area, sheet, signatory, number, and the words of the day."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import elections as rules
from desk_app.domain import places
from desk_app.operations import (
    areas,
    daily_reports,
    days,
    elections,
    paper_records,
    papers,
    printing,
    settings,
    signatories,
)
from desk_app.operations.desk import Desk
from ui import theme
from ui.widgets import fields, form

NARRATIVE = ("situation", "activities", "closing")
_ASKED = ("day", "record", "area", "phase", "addressed_to", "number")
"""Rows that are shown where the paper asks for them."""
_BY_RULE = -1
"""As a signatory: whoever the office's rule names."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen for a paper of a day, and what is kept for it."""

    asked: papers.Asked
    day: date
    kept: daily_reports.Report
    signatories: tuple[signatories.SignatoryRow, ...]
    areas: tuple[areas.Area, ...]
    phases: tuple[int, ...]
    phase: int
    paper: str
    addressed_to: str
    finished: str
    sent: str
    number: str
    records: tuple[paper_records.Choice, ...] = ()


def offered(desk: Desk, asked: papers.Asked) -> Offered:
    """Read what the form shows; not for the window's thread."""
    day = asked.day or days.today(desk)
    kept = daily_reports.report(desk, day)
    return Offered(
        asked=asked,
        day=day,
        kept=kept,
        signatories=tuple(papers.signatories_for(desk, asked.report, day)),
        areas=tuple(_areas(desk)),
        phases=days.phases(desk),
        phase=rules.phase_on(elections.working_event(desk), day),
        paper=settings.get(desk, "paper"),
        addressed_to=papers.addressed_to(desk),
        finished=_hour(desk, kept.finished_at),
        sent=_hour(desk, kept.sent_at),
        number=printing.usual_number(desk, asked.report, day) if asked.number is None else asked.number,
        records=tuple(paper_records.choices(desk, asked.report)),
    )


class PaperOptions(QtWidgets.QWidget):
    """The form. `changed()`: another paper is asked for. `written(field, text)`: words of the day's report, its number
    among them, were entered; `addressed(text)`: to whom reports go."""

    changed = QtCore.Signal()
    written = QtCore.Signal(str, str)
    addressed = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: Offered | None = None
        self._asked = papers.Asked()
        self.state = form.label("", "muted", wraps=True)
        self.form = form.Form(2)
        self.day = fields.DateField()
        self.record = fields.ChoiceField()
        self.area = fields.ChoiceField()
        self.phase = fields.ChoiceField()
        self.paper = fields.ChoiceField(printing.PAPERS)
        self.signatory = fields.ChoiceField()
        self.number = fields.LineField(_("kosong: titik-titik"), limit=80)
        self.addressed_to = fields.LineField(limit=200)
        self.date_open = QtWidgets.QCheckBox(_("Tanggal tanda tangan dikosongkan"))
        self.situation = fields.NoteField(_("Keadaan umum hari ini, satu alinea per baris"), lines=3)
        self.activities = fields.NoteField(_("Satu kegiatan per baris"), lines=3)
        self.closing = fields.NoteField(_("Satu butir per baris; baris “Saran:” mengawali saran"), lines=3)
        self.form.add("day", _("Tanggal laporan"), self.day)
        self.form.add("phase", _("Kesiapan tahap"), self.phase)
        self.form.add("record", _("Tentang"), self.record, wide=True)
        self.form.add("signatory", _("Penanda tangan"), self.signatory, wide=True)
        self.form.add("paper", _("Kertas"), self.paper)
        self.form.add("number", _("Nomor"), self.number)
        self.form.add("addressed_to", _("Kepada"), self.addressed_to, wide=True)
        self.form.add("area", _("Wilayah"), self.area)
        self.form.add("situation", _("Situasi umum"), self.situation, wide=True)
        self.form.add("activities", _("Kegiatan yang dilaksanakan"), self.activities, wide=True)
        self.form.add("closing", _("Kesimpulan dan saran"), self.closing, wide=True)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.state)
        column.addWidget(self.form)
        column.addWidget(self.date_open)
        column.addStretch(1)
        self._connect()

    @property
    def asked(self) -> papers.Asked:
        """The paper that the form asks for."""
        return self._asked

    @property
    def report_day(self) -> date:
        """The day whose report is shown."""
        return self._offered.day if self._offered is not None else self.day.value()

    def ask(self, asked: papers.Asked) -> None:
        """Ask for another paper, as when a card was chosen."""
        self._asked = asked
        self.changed.emit()

    def show_offered(self, found: Offered) -> None:
        """Fill the form with what can be chosen, and with what is kept."""
        self._offered = found
        daily = found.asked.report == printing.DAILY
        whole = not found.asked.area
        self.day.set_value(found.day)
        self.form.rows["day"].label.setText(
            _("Tanggal laporan ({words})").format(words=found.kept.day_words) if daily else _("Tanggal")
        )
        records = [(one.no, f"    {one.label}" if one.indent else one.label) for one in found.records]
        first_is_all = bool(records) and records[0][0] == 0
        self.record.set_choices(records if first_is_all else [(0, _("Pilih …")), *records])
        self.record.set_value(found.asked.record)
        self.phase.set_choices([(phase, rules.day_words(phase)) for phase in found.phases])
        self.phase.set_value(found.phase if found.asked.phase is None else found.asked.phase)
        self.area.set_choices([("", _("Seluruh wilayah")), *((area.code, area.label) for area in found.areas)])
        self.area.set_value(found.asked.area)
        self.paper.set_value(found.asked.paper or found.paper)
        by_rule = found.asked.report == printing.ASSIGNMENT
        self.signatory.set_choices(
            [
                *([(_BY_RULE, _("Menurut aturan penanda tangan surat tugas"))] if by_rule else []),
                *((row.no, row.label) for row in found.signatories),
                (papers.NOBODY, _("Titik-titik (diisi dengan pena)")),
            ]
        )
        first = found.signatories[0].no if found.signatories else papers.NOBODY
        first = _BY_RULE if by_rule else first
        self.signatory.set_value(first if found.asked.signatory is None else found.asked.signatory)
        self.form.rows["number"].show_value(found.kept.number if whole and daily else found.number, found.kept.seen)
        self.addressed_to.set_value(found.addressed_to)
        self.addressed_to.setCursorPosition(0)
        for name in NARRATIVE:
            self.form.rows[name].show_value(getattr(found.kept, name), found.kept.seen)
        self.date_open.setChecked(found.asked.date_open)
        asks = printing.kind(found.asked.report).asks
        for name in _ASKED:
            self.form.rows[name].setVisible(name in asks and (name != "area" or bool(found.areas)))
        for name in NARRATIVE:
            self.form.rows[name].setVisible(daily and whole)
        self.date_open.setVisible("date_open" in asks)
        self.form.rows["signatory"].setVisible(printing.kind(found.asked.report).signed)
        self.state.setText(_state(found))
        self.state.setVisible(bool(self.state.text()))

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        self.form.commit()

    def _connect(self) -> None:
        # Another day is another paper: its number and its phase are its own.
        self.day.committed.connect(lambda day: self._alter(day=day, phase=None, number=None))
        self.area.committed.connect(lambda area: self._alter(area=area, number=None))
        self.record.committed.connect(lambda no: self._alter(record=no or 0, number=None))
        self.phase.committed.connect(lambda phase: self._alter(phase=phase))
        self.paper.committed.connect(lambda paper: self._alter(paper=paper))
        self.signatory.committed.connect(lambda no: self._alter(signatory=None if no == _BY_RULE else no))
        self.date_open.clicked.connect(lambda checked: self._alter(date_open=checked))
        self.number.committed.connect(self._number_entered)
        self.addressed_to.committed.connect(self.addressed)
        for name in NARRATIVE:
            getattr(self, name).committed.connect(lambda text, name=name: self.written.emit(name, text))

    def _number_entered(self, text: str) -> None:
        if self._asked.report == printing.DAILY and not self._asked.area:
            self.written.emit("number", text)
        else:
            self._alter(number=text)

    def _alter(self, **values: Any) -> None:
        self._asked = replace(self._asked, **values)
        self.changed.emit()


def _areas(desk: Desk) -> list[areas.Area]:
    """The regions that a report can be about alone: those one level below the office."""
    match places.level_of(desk.identity.place):
        case places.Level.REGENCY:
            return areas.districts(desk)
        case places.Level.PROVINCE:
            return areas.regencies(desk)
        case _:
            return []


def _hour(desk: Desk, moment: int) -> str:
    return f"{days.local(desk, moment):%d-%m-%Y %H.%M}" if moment else ""


def _state(found: Offered) -> str:
    """How far the report of the day is, in one line."""
    match found.asked.report:
        case printing.TEAM_STRUCTURE:
            return _("Anggota, wilayah tugas, dan nomor keputusan diambil dari halaman Tim & Penugasan.")
        case printing.CLARIFICATION:
            return _("Yang diklarifikasi hari itu di kantor ini, dan yang masih menunggu, dari Data berbeda.")
        case printing.BOOK:
            return _("Berita diambil dari Buku Posko hari itu, petugas dari Piket posko. Yang rahasia tidak dimuat.")
        case printing.CALL_LIST:
            return _("Batas jamnya diatur di Pengaturan, Kirim & Terima. Daftar ini tidak perlu ditandatangani.")
    if found.asked.area:
        return _("Laporan tentang satu wilayah; tulisan laporan harian kantor tidak dimuat.")
    parts: Sequence[str] = (
        _("Laporan ke-{number}").format(number=found.kept.sequence),
        _("NIHIL") if found.kept.nihil else "",
        _("selesai {hour}").format(hour=found.finished) if found.finished else _("belum selesai"),
        _("dikirim {hour} lewat {way}").format(hour=found.sent, way=found.kept.sent_by) if found.sent else "",
    )
    return " · ".join(part for part in parts if part)
