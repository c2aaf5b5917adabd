# SPDX-License-Identifier: Apache-2.0
"""The cards of an activity that are forms: jadwal, surat tugas, undangan, hasil, notula; saved as a field is left."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import activities as rules
from desk_app.domain import errors as known
from desk_app.domain import hours, words
from desk_app.operations import activities, activity_register, teams
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import place_finding
from ui.pages.activities_page import part
from ui.widgets import day_field, drafts, fields, form, place_box, record_form


class FormCard(part.Part):
    """Fields of an activity in a card; subclasses add them in `fill`."""

    heading = ""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None], held: drafts.Drafts
    ) -> None:
        super().__init__(desk, lanes, failed, held)
        self.form = record_form.RecordForm(2)
        self.form.edited.connect(self._save)
        self.card = form.card(self.form, title=_(self.heading))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.names: list[str] = []
        self.fill()

    def fill(self) -> None:
        """Add the fields."""

    def add(self, name: str, label: str, field: QtWidgets.QWidget, hint: str = "", *, wide: bool = False) -> None:
        self.names.append(name)
        self.form.add(name, label, field, hint, wide=wide)

    def show_activity(self, found: activity_register.Activity) -> None:
        """Show the fields of an activity as it was read."""
        self.form.show_record(found.row.no, {name: self.shown(name, found) for name in self.names}, found.seen)

    def shown(self, name: str, found: activity_register.Activity) -> Any:
        """A value as its field shows it."""
        value = found.values[name]
        return value if isinstance(self.form.field(name), fields.NumberField) else value or ""

    def commit(self) -> None:
        self.form.commit()

    def value_of(self, name: str, value: Any) -> Any:
        """A value as it is kept. Raises Refused."""
        return value or None if isinstance(value, str) else value

    def _save(self, no: int, name: str, value: Any) -> None:
        desk, seen = self.desk, self.form.seen(name)

        def work() -> None:
            activities.edit_activity(desk, no, seen=seen, **{name: self.value_of(name, value)})

        self.write_field(work, lambda said: self.form.refuse(no, name, said))


class ScheduleCard(FormCard):
    """Jadwal: what, when, where, and which team."""

    heading = words.N_("Jadwal")

    def fill(self) -> None:
        self.place = place_box.PlaceBox()
        place_finding.connect(self.place, self.desk, self.lanes, "activity place")
        self.add("title", _("Kegiatan"), fields.NoteField(lines=2), wide=True)
        kinds = [(one.value, _(rules.KIND_LABELS[one])) for one in rules.Kind]
        self.add("kind", _("Jenis kegiatan"), fields.ChoiceField(kinds))
        self.team = fields.ChoiceField([(0, _("Tanpa tim"))])
        self.add("team", _("Tim"), self.team)
        self.add("from_day", _("Tanggal"), day_field.DayField())
        self.add("to_day", _("Sampai tanggal"), day_field.DayField())
        self.add("from_minute", _("Pukul"), fields.LineField("09.00", limit=5))
        self.add("to_minute", _("Sampai pukul"), fields.LineField("12.00", limit=5))
        self.add("place", _("Wilayah"), self.place)
        self.add("site", _("Tempat"), fields.LineField(_("mis. Aula Kantor Camat"), limit=200))
        self.add("description", _("Uraian kegiatan"), fields.NoteField(lines=2), wide=True)
        place_finding.explain(self.form.form.rows["place"])

    def show_activity(self, found: activity_register.Activity) -> None:
        super().show_activity(found)
        if not self.place.is_typed:
            self.place.set_value(found.row.place, found.row.place_label)
        if found.row.team and self.team.value() != found.row.team:
            # Its team is not among those that were read: it may be of a moment ago.
            self.team.set_choices([(0, _("Tanpa tim")), (found.row.team, found.row.team_label)])
            self.team.set_value(found.row.team)
        desk = self.desk
        self.lanes.read(lambda: teams.teams(desk), self._take_teams, self.failed, key="activity teams")

    def shown(self, name: str, found: activity_register.Activity) -> Any:
        match name:
            case "from_minute" | "to_minute":
                return rules.minutes_words(found.values[name])
            case "team":
                return found.row.team
            case "kind":
                return found.row.kind
        return super().shown(name, found)

    def value_of(self, name: str, value: Any) -> Any:
        if name in ("from_minute", "to_minute"):
            if not str(value).strip():
                return None
            hour = hours.parse_hour(str(value))
            return hour.hour * 60 + hour.minute
        if name == "place" and not value:
            return self.desk.identity.place
        return super().value_of(name, value)

    def _take_teams(self, found: list[teams.Team]) -> None:
        chosen = self.team.value()
        self.team.set_choices([(0, _("Tanpa tim")), *((one.no, _label(one)) for one in found)])
        self.team.set_value(chosen or 0)


class LetterCard(FormCard):
    """Surat tugas: its number and date; who goes stands in the card below."""

    heading = words.N_("Surat tugas")

    def fill(self) -> None:
        self.add("letter_number", _("Nomor surat tugas"), fields.LineField(limit=80))
        self.add("letter_date", _("Tanggal surat tugas"), day_field.DayField())


class InvitationCard(FormCard):
    """Undangan: its number and date, and what it is about."""

    heading = words.N_("Undangan")

    def fill(self) -> None:
        self.add("invitation_number", _("Nomor undangan"), fields.LineField(limit=80))
        self.add("invitation_date", _("Tanggal undangan"), day_field.DayField())
        self.add("agenda", _("Acara"), fields.NoteField(lines=2), wide=True)


class ResultCard(FormCard):
    """Hasil: how many came, who of politics, for which pair, what came of it."""

    heading = words.N_("Hasil")

    def fill(self) -> None:
        self.add("participants", _("Jumlah peserta"), fields.NumberField())
        self.add("pair", _("Paslon"), fields.LineField(_("nomor urut dan nama"), limit=200))
        self.add("figures", _("Tokoh politik yang hadir"), fields.NoteField(lines=2), wide=True)
        self.add("result", _("Hasil"), fields.NoteField(lines=3), wide=True)
        self.add("note", _("Keterangan"), fields.NoteField(lines=2), wide=True)

    def show_activity(self, found: activity_register.Activity) -> None:
        super().show_activity(found)
        is_campaign = found.row.kind == rules.Kind.CAMPAIGN
        for name in ("pair", "figures"):
            self.form.form.rows[name].setVisible(is_campaign or bool(found.values[name]))


class MinutesCard(FormCard):
    """Notula: what was said; decisions with who and when are tasks below."""

    heading = words.N_("Notula")

    def fill(self) -> None:
        self.add("minutes", _("Pembahasan dan kesimpulan"), fields.NoteField(lines=6), wide=True)


def _label(team: teams.Team) -> str:
    return " · ".join(one for one in (team.label, team.name) if one and one != team.label) or team.label


def iso(typed: str) -> str:
    """A day as it was typed, as ISO text; "" for none. Raises Refused."""
    found = day_field.read(typed) if typed.strip() else ""
    if found is None:
        raise known.Refused(words.N_("“{text}” bukan tanggal. Tulis misalnya 14-02-2024."), text=typed)
    return date.fromisoformat(found).isoformat() if found else ""
