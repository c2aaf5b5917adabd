# SPDX-License-Identifier: Apache-2.0
"""The settings of a paper beside its picture: what it is about, of when, who signs, and the words of the office."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import elections as rules
from desk_app.operations import paper_options, papers, printing
from ui import icons, theme
from ui.widgets import fields, form, moment_field, region_steps

NARRATIVE = ("situation", "activities", "closing")
_INDENT = "\u2003"


class PaperOptions(QtWidgets.QWidget):
    """The form. `changed()`: another paper is asked for. `written(field, text)`: words of the day's report, its number
    among them, were entered; `part_written(code, text)`: those of another paper; `addressed(text)`: to whom reports go.
    `number_wanted()`: a number of the own sequence."""

    changed = QtCore.Signal()
    written = QtCore.Signal(str, str)
    part_written = QtCore.Signal(str, str)
    addressed = QtCore.Signal(str)
    number_wanted = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: paper_options.Offered | None = None
        self._asked = papers.Asked()
        self._parts: dict[str, fields.NoteField] = {}
        self.title = form.label("", "heading", wraps=True)
        self.state = form.label("", "muted", wraps=True)
        self.form = form.Form(2)
        self.record = fields.ChoiceField()
        self.issue = fields.ChoiceField()
        self.package = fields.ChoiceField()
        self.day = fields.DateField()
        self.until = fields.DateField()
        self.hour = fields.ChoiceField()
        self.phase = fields.ChoiceField()
        self.area = region_steps.RegionSteps()
        self.race = fields.ChoiceField()
        self.level = fields.ChoiceField()
        self.signatory = fields.ChoiceField()
        self.number = fields.LineField(_("kosong: titik-titik"), limit=80)
        self.paper = fields.ChoiceField(printing.PAPERS)
        self.addressed_to = fields.LineField(limit=200)
        self.nature = fields.LineField(printing.NATURES[0], limit=40)
        form.propose(self.nature, printing.NATURES)
        self.moment = moment_field.MomentField()
        self.moment.setPlaceholderText(_("sekarang"))
        self.situation = fields.NoteField(_("Keadaan umum hari ini, satu alinea per baris"), lines=3)
        self.activities = fields.NoteField(_("Satu kegiatan per baris"), lines=3)
        self.closing = fields.NoteField(_("Satu butir per baris; baris “Saran:” mengawali saran"), lines=3)
        for name, label, wide in (
            ("record", _("Tentang"), True),
            ("issue", _("Permasalahan"), True),
            ("package", _("Kiriman"), True),
            ("area", _("Wilayah"), True),
            ("race", _("Jenis pemilihan"), True),
            ("level", _("Rincian menurut"), True),
            ("day", _("Tanggal"), False),
            ("until", _("Sampai tanggal"), False),
            ("hour", _("Keadaan pukul"), True),
            ("phase", _("Kesiapan tahap"), False),
            ("signatory", _("Penanda tangan"), True),
            ("number", _("Nomor"), False),
            ("paper", _("Kertas"), False),
            ("addressed_to", _("Kepada"), True),
            ("nature", _("Sifat surat"), False),
            ("moment", _("Data per"), False),
            ("situation", _("Situasi umum"), True),
            ("activities", _("Kegiatan yang dilaksanakan"), True),
            ("closing", _("Kesimpulan dan saran"), True),
        ):
            self.form.add(name, label, getattr(self, name), wide=wide)
        self.form.rows["nature"].set_hint(_("mis. Segera, Penting, Rahasia"))
        self.date_open = QtWidgets.QCheckBox(_("Tanggal tanda tangan dikosongkan"))
        self.next_number = QtWidgets.QPushButton(_("Ambil nomor berikutnya"))
        icons.put(self.next_number, "tambah")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        for part in (self.title, self.state, self.form, self.date_open, self.next_number):
            column.addWidget(part)
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

    @property
    def parts_day(self) -> date:
        """The day whose period the words of the office belong to."""
        return self._asked.until or self.report_day

    def ask(self, asked: papers.Asked) -> None:
        """Ask for another paper, as when a card was chosen."""
        self._asked = asked
        self.changed.emit()

    def take(self, asked: papers.Asked) -> None:
        """What is asked for now, with what goes without saying; nobody is told."""
        self._asked = asked

    def show_offered(self, found: paper_options.Offered) -> None:
        """Fill the form with what can be chosen, and with what is kept."""
        self._offered = found
        asked, kind = found.asked, printing.kind(found.asked.report)
        self.title.setText(_(kind.title))
        self._show_subject(found)
        self._show_times(found)
        self._show_signing(found)
        shown = {name for name in self.form.rows if name in kind.asks} | {"paper"}
        shown -= {name for name, choices in self._lists(found).items() if not choices}
        if asked.report == printing.DAILY and not asked.area:
            shown |= set(NARRATIVE)
        if kind.signed:
            shown.add("signatory")
        if not kind.secret and not kind.of_package:
            shown.add("moment")
        self._show_parts(found)
        shown |= {f"part {part.code}" for part in found.parts.parts}
        self.form.show_only(shown)
        self.date_open.setVisible("date_open" in kind.asks)
        self.next_number.setVisible(found.has_own_numbers and "number" in kind.asks and not self.number.value())
        self.state.setText(paper_options.state_words(found))
        self.state.setVisible(bool(self.state.text()))

    def enter_number(self, number: str) -> None:
        """Put a number into its field, as if it were typed."""
        self.form.rows["number"].show_value(number, self.form.rows["number"].seen)
        self._number_entered(number)

    def commit(self) -> None:
        """Let every field say what is entered and not yet told."""
        self.form.commit()

    def _lists(self, found: paper_options.Offered) -> dict[str, object]:
        """Rows that are of no use without anything to choose from."""
        return {
            "record": found.records[1:] or not any(one.no == 0 for one in found.records),
            "issue": found.issues,
            "package": found.packages,
            "area": found.regions,
            "hour": found.hours,
            "race": len(found.races) > 1,
            "level": len(found.levels) > 1,
        }

    def _show_subject(self, found: paper_options.Offered) -> None:
        asked = found.asked
        self.record.set_choices([(one.no, (_INDENT if one.indent else "") + one.label) for one in found.records])
        self.record.set_value(asked.record)
        self.record.setPlaceholderText(_("Pilih …") if found.records else _("Belum ada yang dapat dipilih"))
        self.form.rows["record"].set_hint(found.record_hint)
        self.issue.set_choices(found.issues)
        self.issue.set_value(asked.issue)
        self.package.set_choices(found.packages)
        self.package.set_value(asked.package)
        self.race.set_choices(found.races)
        self.race.set_value(asked.race or next((code for code, _label in found.races), ""))
        self.level.set_choices(found.levels)
        self.level.set_value(asked.level)
        self.area.set_steps([(step.choices, step.chosen) for step in found.regions])

    def _show_times(self, found: paper_options.Offered) -> None:
        asked = found.asked
        self.day.set_value(found.day)
        self.form.rows["day"].label.setText(paper_options.day_label(found))
        self.until.set_value(asked.until or found.until)
        self.hour.set_choices(found.hours)
        self.hour.set_value(asked.hour)
        self.phase.set_choices([(phase, rules.day_words(phase)) for phase in found.phases])
        self.phase.set_value(found.phase if asked.phase is None else asked.phase)
        self.moment.today = found.now.date()
        self.moment.set_value(found.moment)

    def _show_signing(self, found: paper_options.Offered) -> None:
        asked = found.asked
        self.paper.set_value(asked.paper or found.paper)
        choices: list[tuple[int | None, str]] = [(row.no, row.label) for row in found.signatories]
        choices.append((papers.NOBODY, _("Titik-titik (diisi dengan pena)")))
        if found.signs_by_rule:
            choices.insert(0, (None, _("Menurut aturan penanda tangan surat tugas")))
        self.signatory.set_choices(choices)
        self.signatory.set_value(choices[0][0] if asked.signatory is None else asked.signatory)
        daily = asked.report == printing.DAILY and not asked.area
        self.form.rows["number"].show_value(found.kept.number if daily else found.number, found.kept.seen)
        self.addressed_to.set_value(found.addressed_to)
        self.addressed_to.setCursorPosition(0)
        for name in NARRATIVE:
            self.form.rows[name].show_value(getattr(found.kept, name), found.kept.seen)
        self.nature.set_value(asked.nature)
        self.date_open.setChecked(asked.date_open)

    def _show_parts(self, found: paper_options.Offered) -> None:
        for part in found.parts.parts:
            name = f"part {part.code}"
            if name not in self.form.rows:
                field = fields.NoteField(lines=3)
                self.form.add(name, _(part.label), field, wide=True)
                field.committed.connect(lambda text, code=part.code: self.part_written.emit(code, text))
            self.form.rows[name].label.setText(_(part.label))
            self.form.rows[name].show_value(part.text, found.parts.seen)

    def _connect(self) -> None:
        # Another day is another paper: its number and its phase are its own.
        self.day.committed.connect(lambda day: self.alter(day=day, phase=None, number=None))
        self.until.committed.connect(lambda day: self.alter(until=day))
        self.area.committed.connect(lambda area: self.alter(area=area, number=None, level=""))
        self.moment.committed.connect(self._moment_entered)
        for name in ("phase", "paper", "signatory", "hour", "nature", "race", "level"):
            getattr(self, name).committed.connect(lambda value, name=name: self.alter(**{name: value}))
        for name in ("record", "issue", "package"):
            getattr(self, name).committed.connect(lambda value, name=name: self.alter(number=None, **{name: value}))
        self.date_open.clicked.connect(lambda checked: self.alter(date_open=checked))
        self.number.committed.connect(self._number_entered)
        self.addressed_to.committed.connect(self.addressed)
        self.next_number.clicked.connect(lambda _checked=False: self.number_wanted.emit())
        for name in NARRATIVE:
            getattr(self, name).committed.connect(lambda text, name=name: self.written.emit(name, text))

    def _number_entered(self, text: str) -> None:
        if self._asked.report == printing.DAILY and not self._asked.area:
            self.written.emit("number", text)
        else:
            self.alter(number=text)

    def _moment_entered(self, moment: datetime | None) -> None:
        zone = self._offered.zone if self._offered is not None else None
        if zone is not None:
            self.alter(as_of=paper_options.seconds(moment, zone))

    def alter(self, **values: Any) -> None:
        """Ask for the same paper with something else on it."""
        self._asked = replace(self._asked, **values)
        self.changed.emit()
