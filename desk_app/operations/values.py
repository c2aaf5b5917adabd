# SPDX-License-Identifier: Apache-2.0
"""Values of fields in words: moments by the office's clock, flags, codes by their labels, places by name.

History, preview and disagreements keep values as the columns do; whoever shows them asks here.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from desk_app.base.text import _, language
from desk_app.data import decisions
from desk_app.data import history as kept
from desk_app.domain import (
    access,
    activities,
    answers,
    errors,
    indicators,
    issue_rights,
    issues,
    logistics,
    media,
    people,
    records,
    risk,
    risk_bands,
    roster,
    tasks,
    teams,
    watch,
    words,
)
from desk_app.domain.counts import ballot
from desk_app.domain.records import FieldKind
from desk_app.domain.words import dotted
from desk_app.operations import (
    checklist_versions,
    count_rules,
    days,
    elections,
    issue_links,
    issue_secrecy,
    level_words,
    places,
    risk_indicators,
    settings,
)
from desk_app.operations.desk import Desk

N_ = words.N_

NOTHING = N_("(kosong)")

_LABELS: Mapping[tuple[str, str], Mapping[Any, str]] = {
    ("answer", "choice"): answers.MARK_LABELS,
    ("station", "risk"): risk.CLASS_LABELS,
    ("issue", "category"): issues.CATEGORIES,
    ("issue", "severity"): issues.SEVERITY_LABELS,
    ("issue", "state"): issues.STATE_LABELS,
    ("issue", "source"): issues.SOURCES,
    ("issue", "addressee"): issues.ADDRESSEES,
    ("issue", "handled_by"): issue_rights.HANDS_LABELS,
    ("issue", "origin"): issue_rights.HANDS_LABELS,
    ("issue_link", "kind"): issue_links.KINDS,
    ("follow_up", "verb"): issues.VERB_LABELS,
    ("follow_up", "state"): issues.STATE_LABELS,
    ("signatory", "form"): people.FORM_LABELS,
    ("attachment", "media"): media.LABELS,
    ("stock_report", "stage"): logistics.STAGE_LABELS,
    ("activity", "kind"): activities.KIND_LABELS,
    ("activity", "state"): {activities.CANCELLED: activities.STAGE_LABELS[activities.Stage.CANCELLED]},
    ("attendance", "part"): activities.PART_LABELS,
    ("task", "state"): tasks.STATE_LABELS,
    ("task", "source_kind"): tasks.SOURCE_LABELS,
    ("indicator", "better"): indicators.BETTER_LABELS,
    ("indicator", "combine"): indicators.COMBINE_LABELS,
    ("indicator", "base"): indicators.BASE_LABELS,
    ("region", "access"): access.WAY_LABELS,
    ("region", "signal"): access.SIGNAL_LABELS,
    ("section", "kind"): teams.PART_LABELS,
    ("member", "service"): people.SERVICE_LABELS,
    ("leave", "reason"): roster.REASON_LABELS,
    ("region_risk", "scheme"): risk_bands.SCHEMES,
    ("candidate", "kind"): ballot.KIND_LABELS,
    ("count_rules", "denominator"): count_rules.DENOMINATORS,
    ("region", "kind"): {
        "provinsi": N_("Provinsi"),
        "kabupaten": N_("Kabupaten"),
        "kota": N_("Kota"),
        "kecamatan": N_("Kecamatan"),
        "desa": N_("Desa"),
        "kelurahan": N_("Kelurahan"),
        "desa_adat": N_("Desa adat"),
    },
}
_PLACES = frozenset(("subject", "place", "village", "district", "origin", "arrived_place"))
_REFERENCES = {
    "issue": records.ISSUE,
    "activity": records.ACTIVITY,
    "shipment": records.SHIPMENT,
    "team": records.TEAM,
    "section": records.SECTION,
    "decree": records.DECREE,
    "amends": records.DECREE,
    "member": records.MEMBER,
    "pic": records.MEMBER,
    "replaced_by": records.MEMBER,
    "from_shift": records.SHIFT,
    "to_shift": records.SHIFT,
    "paper": records.PRINTED,
    "replaces": records.PRINTED,
}
_SETTINGS = settings.LABELS | {settings.word_setting(name): label for name, label in level_words.LABELS.items()}
_OF_ELECTIONS = {"guard": N_("Pola pengamanan"), "risk_bands": N_("Batas golongan indikator")}
_SPHERES = frozenset(("latitude", "longitude"))
_SEALED = frozenset(
    field for declared in records.TYPES.values() if declared.is_weighed_apart for field in declared.fields
) | {records.ATTACHMENT.field("sealed")}
"""What stands under seal: figures of the count, the boxes of their keys, what its photos show."""
_RACES = frozenset(("race", "races", "second_entry"))


class Speaker:
    """Says values and titles of records in words, for one list: names of places are looked up once.

    Reads the database; not for the window's thread.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._places: dict[str, str] = {}
        self._items: dict[str, str] = {}
        self._indicators: dict[str, str] = {}

    def value(self, kind: str, field: str, value: Any) -> str:
        """A value of a field (by its name, or by its label as in a preview) of a kind of record."""
        declared = records.NAMES.get(kind)
        found = _field(declared, field) if declared is not None else None
        if value is None or value == "":
            return _(NOTHING)
        if found is None:
            return _(value) if isinstance(value, str) else str(value)
        labels = _LABELS.get((kind, found.name))
        if labels is not None:
            label = labels.get(value)
            return _(label) if label else str(value)
        special = self._special(kind, found)
        return special(value) if special is not None else self._plain(found, value)

    def title(self, kind: str, title: str) -> str:
        """What people call a record, from its title as the core keeps it ("73.13.06.1001-005 · log.kotak")."""
        parts = title.split(" · ")
        match kind:
            case "answer" | "recap" if len(parts) == 2:
                return f"{self.place(parts[0])} · {self.item(parts[1])}"
            case "reason" if len(parts) == 2:
                return f"{self.place(parts[0])} · {parts[1]}"
            case "checklist" if len(parts) == 2:
                return _("Ceklis versi {version}").format(version=parts[1])
            case "station" | "station_risk" if len(parts) >= 2 and parts[1].isdigit():
                subject = f"{parts[0]}-{int(parts[1]):03d}"
                rest = [self._indicator(code) for code in parts[2:]]
                return " · ".join([self.place(subject), *rest])
            case "team_district" | "deployment":
                return self.place(title)
            case "region_risk" if len(parts) == 2:
                return f"{self.place(parts[0])} · {self.value(kind, 'scheme', parts[1])}"
            case "indicator_value" if len(parts) == 3:
                return " · ".join([parts[0], self.place(parts[1]), day_words(parts[2])])
            case "visit":
                return " · ".join([self.place(parts[0]), *parts[1:]])
            case "setting":
                return self._setting(title)
            case "count_form" | "count_result" if len(parts) >= 3 and parts[1].isdigit():
                return f"{self.place(f'{parts[0]}-{int(parts[1]):03d}')} · {self.races(parts[2])}"
            case "count_recap" if len(parts) == 2:
                return f"{self.place(parts[0])} · {self.races(parts[1])}"
            case "candidate":
                return " · ".join([self.races(parts[0]), *parts[1:]])
            case "stage":
                return " · ".join(parts[1:]) or _stage(parts[0])
            case "team" if parts[0].isdigit():
                return " · ".join([_team_number(int(parts[0])), *parts[1:]])
            case "daily_report":
                return day_words(title)
            case "shift":
                return " · ".join([day_words(parts[0]), *parts[1:]])
            case "leave":
                return " · ".join([self.value(kind, "reason", parts[0]), *(day_words(part) for part in parts[1:])])
            case "follow_up" if len(parts) > 1:
                return " · ".join([self.value(kind, "verb", parts[0]), *parts[1:]])
        return title

    def place(self, subject: str) -> str:
        """A place by its name, by its code where there is none."""
        if subject not in self._places:
            self.learn((subject,))
        return self._places[subject]

    def learn(self, subjects: Iterable[str]) -> None:
        """Look up many places at once."""
        wanted = [subject for subject in dict.fromkeys(subjects) if subject not in self._places]
        try:
            named = places.place_labels(self._desk, wanted)
        except errors.Refused:
            # One that cannot be read (a newer version's) must not cost the others their names.
            named = {}
            for subject in wanted if len(wanted) > 1 else ():
                self.learn((subject,))
        for subject in wanted:
            self._places.setdefault(subject, named.get(subject, subject))

    def item(self, code: str) -> str:
        """The words of a checklist item."""
        if not self._items:
            asked = checklist_versions.ever_asked(self._desk)
            english = language() == "en"
            self._items = {one.value: _(one.label) for one in watch.Measure}
            self._items |= {code: one.label_en if english else one.label for code, one in asked.items()}
        return self._items.get(code, code)

    def races(self, codes: str) -> str:
        """Races by their short names: "ppwp,dpd" as "PPWP, DPD"."""
        known = {one.code: one.short for one in elections.working_event(self._desk).races}
        return ", ".join(known.get(code, code) for code in codes.split(","))

    def moment(self, at: int) -> str:
        """A moment by the office's clock: "14-02-2024 pukul 07.30"."""
        local = days.local(self._desk, at)
        return _("{day} pukul {hour}").format(day=local.strftime("%d-%m-%Y"), hour=local.strftime("%H.%M"))

    def _special(self, kind: str, field: records.Field) -> Callable[[Any], str] | None:
        if field.name in _PLACES:
            return self.place
        if field.name == "item":
            return self.item
        if field.name in _RACES:
            return self.races
        if (kind, field.name) == ("checklist", "content"):
            return _checklist_words
        if field.name == "indicator":
            return self._indicator
        if field.name == "nip":
            return people.mask_nip
        if (kind, field.name) == ("team", "number"):
            return _team_number
        if field.name in _SPHERES:
            return _degrees
        if (kind, field.name) in (("shift", "start"), ("shift", "end")):
            return roster.write_hour
        if (kind, field.name) == ("decision", "change"):
            return self._decided
        if field.name == "owner" and field.kind is FieldKind.RECORD:
            return self._owner
        if (kind, field.name) == ("attachment", "size"):
            return media.size_words
        if field.kind is FieldKind.RECORD:
            declared = records.NAMES[kind] if field.name == "merged_into" else _REFERENCES.get(field.name)
            if (kind, field.name) == ("issue_link", "other"):
                declared = records.ISSUE
            return lambda no: self._reference(declared, no)
        return None

    def _plain(self, field: records.Field, value: Any) -> str:
        match field.kind:
            case FieldKind.MOMENT:
                return self.moment(value)
            case FieldKind.FLAG:
                return _("Ya") if value else _("Tidak")
            case FieldKind.DATE:
                return day_words(value)
            case FieldKind.BYTES:
                return _("(tersegel)") if field in _SEALED else _("(berkas)")
            case FieldKind.NUMBER:
                return indicators.plain(value, field.scale) if field.scale else dotted(value)
        return str(value)

    def _reference(self, declared: records.RecordType | None, no: int) -> str:
        if declared is None:
            return str(no)
        try:
            with self._desk.reading() as connection:
                title = issue_secrecy.title(connection, declared, no)
        except errors.NotFound:
            return _("(belum diterima)")
        return self.title(declared.name, title)

    def _decided(self, change: int) -> str:
        """What a decision is about: the record and the field."""
        with self._desk.reading() as connection:
            found = decisions.settled_by(connection, change)
            declared = records.TYPES.get(found[1]) if found is not None else None
            if found is None or declared is None:
                return _("(belum diterima)")
            title = issue_secrecy.title(connection, declared, found[0])
        field = declared.numbered(found[2])
        parts = (self.title(declared.name, title), _(field.label) if field is not None else "")
        return " · ".join(part for part in parts if part)

    def _owner(self, change: int) -> str:
        """The record that an attachment belongs to, named by one of its changes."""
        with self._desk.reading() as connection:
            record = kept.record_of(connection, change)
            declared = records.TYPES.get(kept.kind_of(connection, record) or 0) if record is not None else None
            if record is None or declared is None:
                return _("(belum diterima)")
            title = issue_secrecy.title(connection, declared, record)
        return f"{_(declared.label)} {self.title(declared.name, title)}"

    def _indicator(self, code: str) -> str:
        if not self._indicators:
            self._indicators = {one.code: one.label for one in risk_indicators.known(self._desk).values()}
        try:
            return _(self._indicators.get(code) or risk.indicator(code).label)
        except errors.NotFound:
            return code

    def _setting(self, name: str) -> str:
        """A setting by its label; those of one election carry its code and what they are of."""
        begin, colon, rest = name.partition(":")
        if begin == "headings":
            return _("Judul kolom buku kerja")
        if not colon or begin not in _OF_ELECTIONS:
            return _(_SETTINGS.get(name, name))
        event, _colon, part = rest.partition(":")
        label = risk.CLASS_LABELS.get(risk.RiskClass(part)) if part in set(risk.RiskClass) else None
        return " · ".join([_(_OF_ELECTIONS[begin]), *([_(label)] if label else []), event])


def choices(kind: str, field: str) -> tuple[tuple[str, str], ...]:
    """The codes of a field and their words, empty for a field that is not one of codes."""
    return tuple((code, _(label)) for code, label in labels(kind, field).items())


def labels(kind: str, field: str) -> dict[str, str]:
    """The same as msgids, for what is Indonesian in any language: papers and workbooks."""
    declared = records.NAMES.get(kind)
    found = _field(declared, field) if declared is not None else None
    known = _LABELS.get((kind, found.name), {}) if found is not None else {}
    return {str(code): label for code, label in known.items()}


def referred(field: str) -> records.RecordType | None:
    """The kind of record that a field of this name refers to."""
    return _REFERENCES.get(field)


def day_words(text: str) -> str:
    """A day kept as 2024-02-14, as offices write it: 14-02-2024."""
    try:
        return date.fromisoformat(text).strftime("%d-%m-%Y")
    except ValueError:
        return text


def _field(declared: records.RecordType, name: str) -> records.Field | None:
    return next((one for one in declared.columns if name in (one.name, one.label)), None)


def _checklist_words(content: str) -> str:
    """A version of the checklist is a whole text: its size tells enough in a list."""
    outline = elections.checklist_outline(content)
    return _("({count} butir)").format(count=len(outline.questions)) if outline is not None else _("(ceklis)")


def _stage(code: str) -> str:
    """The name of a stage that the program brings; of one it does not know the code."""
    brought = (one for event in elections.TEMPLATES for one in elections.template(event).stages)
    return next((one.label for one in brought if one.code == code), code)


def _team_number(number: int) -> str:
    try:
        return f"Tim {teams.roman(number)}"
    except errors.Refused:
        return str(number)


def _degrees(value: int) -> str:
    return f"{value / 1_000_000:.6f}".replace(".", ",") + "°"
