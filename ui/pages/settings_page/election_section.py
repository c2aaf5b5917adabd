# SPDX-License-Identifier: Apache-2.0
"""Pemilihan: which election the office works on, its day, and the numbers that the kabupaten sets."""

from dataclasses import dataclass
from datetime import date

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import elections as rules
from desk_app.domain.elections import Event
from desk_app.operations import election_settings, elections, settings
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.settings_page import section
from ui.widgets import fields, form


@dataclass(frozen=True, slots=True)
class Shown:
    choices: list[election_settings.Choice]
    event: Event
    deadline: str


class ElectionSection(section.Section):
    """The election."""

    listens = frozenset({"setting", "election"})

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(
            self,
            _("Pemilihan"),
            _("TPS, ceklis, dan permasalahan tercatat per pemilihan. Mengganti pemilihan tidak menghapus apa pun."),
        )
        self.form = form.Form(2)
        self.choice = fields.ChoiceField()
        self.form.add("event", _("Pemilihan yang dikerjakan"), self.choice, wide=True)
        self.choice.committed.connect(self._choose)
        self.day = fields.DateField()
        self.form.add("day", _("Hari pemungutan suara"), self.day)
        self.day.committed.connect(self._set_day)
        self.voters = fields.NumberField()
        self.form.add("voters", _("Pemilih per TPS paling banyak"), self.voters)
        self.voters.committed.connect(self._set_voters)
        self.reserve = QtWidgets.QLineEdit()
        self.reserve.setMaximumWidth(120)
        hint = _("Dibulatkan ke atas di setiap TPS.")
        self.form.add("reserve", _("Surat suara cadangan (% dari DPT)"), self.reserve, hint)
        self.reserve.editingFinished.connect(self._set_reserve)
        days_before = [(rules.day_words(day), rules.day_words(day)) for day in (-7, -5, -3, -2, -1, 0)]
        self.deadline = fields.ChoiceField(days_before)
        hint = _("Batas tiba setiap kiriman baru; kiriman yang sudah ada tidak berubah.")
        name = "logistics_deadline"
        row = self.form.add(name, _(settings.LABELS[name]), self.deadline, hint)
        self.deadline.committed.connect(lambda value: self.keep(row, name, value))
        self.column.addWidget(self.form)
        self.remark = form.label("", "muted", wraps=True)
        self.column.addWidget(self.remark)
        self.races = form.label("", wraps=True)
        self.pairs = form.Form(2)
        hint = _("Banyaknya pasangan calon atau peserta (PASLON dalam rumus ceklis), bila sudah ditetapkan:")
        said = form.label(hint, "small")
        self.column.addWidget(form.card(self.races, said, self.pairs, title=_("Jenis pemilihan")))
        self.column.addWidget(self._make_new())
        self.column.addStretch(1)
        may = election_settings.may_edit(desk)
        for field in (self.day, self.voters, self.reserve, self.new):
            field.setEnabled(may)
        if not may:
            self.remark.setText(
                _("Hari dan angka pemilihan diatur oleh kantor kabupaten/kota, dan sampai lewat Terima Data.")
            )
        self._reserve = ""

    def _make_new(self) -> QtWidgets.QWidget:
        """The form of an election that the program does not bring: a repeated vote, the next one."""
        self.new = form.Form(2)
        self.base = fields.ChoiceField()
        self.base.set_choices([(code, elections.template(code).name) for code in elections.TEMPLATES])
        self.base.set_value(elections.TEMPLATES[-1])
        self.new.add("base", _("Menurut"), self.base)
        self.new_day = fields.DateField()
        self.new.add("new_day", _("Hari pemungutan suara"), self.new_day)
        self.new_name = fields.LineField(_("misalnya Pemungutan Suara Ulang"), limit=120)
        self.new.add("new_name", _("Nama"), self.new_name, wide=True)
        self.make_button = QtWidgets.QPushButton(_("Buat pemilihan"))
        self.make_button.clicked.connect(self._make)
        return form.card(self.new, self.make_button, title=_("Pemilihan lain"))

    def refresh(self) -> None:
        desk = self.desk

        def read() -> Shown:
            deadline = settings.get(desk, "logistics_deadline")
            return Shown(election_settings.choices(desk), elections.working_event(desk), deadline)

        self.read(read, self._show)

    def _show(self, shown: Shown) -> None:
        self.choice.set_choices([(one.code, f"{one.name} · {one.voting_day:%d-%m-%Y}") for one in shown.choices])
        self.choice.set_value(shown.event.code)
        self.day.set_value(shown.event.voting_day)
        self.deadline.set_value(shown.deadline)
        self.voters.set_value(shown.event.max_voters)
        self._reserve = f"{shown.event.reserve_per_mille / 10:g}".replace(".", ",")
        self.reserve.setText(self._reserve)
        self.races.setText("\n".join(_race_words(race) for race in shown.event.races))
        for race in shown.event.races:
            if race.code not in self.pairs.rows:
                field = fields.NumberField()
                field.setEnabled(election_settings.may_edit(self.desk))
                field.committed.connect(lambda count, code=race.code: self._set_pairs(code, count))
                self.pairs.add(race.code, race.short, field)
            self.pairs.rows[race.code].field.set_value(race.pairs)
        held = {race.code for race in shown.event.races}
        for code, row in self.pairs.rows.items():
            row.setVisible(code in held)

    def _choose(self, code: str) -> None:
        desk = self.desk
        self.write(lambda: election_settings.choose(desk, code), row=self.form.rows["event"])

    def _make(self) -> None:
        desk, base, name, day = self.desk, self.base.value(), self.new_name.value(), self.new_day.value()
        self.new.accept_all()
        self.write(lambda: election_settings.make(desk, base, name, day), row=self.new.rows["new_name"])

    def _set_day(self, day: date) -> None:
        desk = self.desk
        self.write(lambda: election_settings.edit(desk, voting_day=day), row=self.form.rows["day"])

    def _set_voters(self, count: int | None) -> None:
        desk, row = self.desk, self.form.rows["voters"]
        if count is None:
            row.refuse(_("Isi banyaknya pemilih."))
            return
        self.write(lambda: election_settings.edit(desk, most_voters=count), row=row)

    def _set_pairs(self, race: str, count: int | None) -> None:
        desk = self.desk
        self.write(lambda: election_settings.set_pairs(desk, race, count), row=self.pairs.rows[race])

    def _set_reserve(self) -> None:
        desk, row, typed = self.desk, self.form.rows["reserve"], self.reserve.text().strip()
        if typed == self._reserve:
            return
        try:
            per_mille = float(typed.replace(",", ".").rstrip("% ")) * 10
        except ValueError:
            per_mille = -1.0
        if not 0 <= per_mille <= 1000 or per_mille != round(per_mille):
            row.refuse(_("Tulis persen dengan paling banyak satu angka di belakang koma, seperti 2 atau 2,5."))
            return
        self._reserve = typed
        self.write(lambda: election_settings.edit(desk, reserve=round(per_mille)), row=row)


def _race_words(race: rules.Race) -> str:
    return race.label if race.label == race.short else f"{race.short} – {race.label}"
