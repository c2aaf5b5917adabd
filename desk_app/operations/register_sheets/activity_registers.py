# SPDX-License-Identifier: Apache-2.0
"""Kegiatan, the table of kampanye, who attends, what was seen on visits, tasks and contacts as sheets."""

from collections.abc import Mapping
from typing import Any

from desk_app.domain import activities as rules
from desk_app.domain import errors, records, words
from desk_app.operations import activities, activity_people, contacts, tasks, visits
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import forms
from desk_app.operations.register_sheets.declaring import Register, Row

N_ = words.N_

_HOURS = {"from_minute": forms.hour, "to_minute": forms.hour}
_WRITTEN = (
    "kind", "title", "from_day", "to_day", "from_minute", "to_minute", "place", "site", "description", "team",
    "participants", "figures", "pair", "result", "note", "letter_number", "letter_date", "invitation_number",
    "invitation_date", "agenda", "watched",
)
_CAMPAIGN = (
    "from_day", "from_minute", "to_minute", "place", "site", "pair", "title", "description", "participants", "figures",
    "result", "note",
)

ACTIVITIES = Register(
    "activities",
    N_("Kegiatan"),
    records.ACTIVITY,
    out=(*_WRITTEN, "state", "reported_at"),
    back=_WRITTEN,
    edit=activities.edit_activity,
    new=activities.new_activity,
    required=("title",),
    totals=("participants",),
    forms=_HOURS,
)


def _new_campaign(desk: Desk, title: str = "", **values: Any) -> int:
    told = title or str(values.get("pair") or "")
    return activities.new_activity(desk, told, rules.Kind.CAMPAIGN.value, **values)


def _of_campaign(_desk: Desk, rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["kind"] == rules.Kind.CAMPAIGN.value]


CAMPAIGN = Register(
    "campaign",
    N_("Laporan harian kampanye"),
    records.ACTIVITY,
    out=_CAMPAIGN,
    back=_CAMPAIGN,
    edit=activities.edit_activity,
    new=_new_campaign,
    required=("from_day",),
    totals=("participants",),
    forms=_HOURS,
    rows=_of_campaign,
)


def _new_person(
    desk: Desk, activity: int, part: str = rules.Part.GUEST.value, name: str = "", office: str = "", unit: str = "",
    **values: Any
) -> int:
    if part not in set(rules.Part):
        choices = ", ".join(rules.PART_LABELS.values())
        raise errors.Refused(N_("Pilih dari daftar di selnya: {choices}."), choices=choices)
    no = activity_people.add_person(desk, activity, rules.Part(part), name=name, office=office, unit=unit)
    if values:
        activity_people.edit_person(desk, no, **values)
    return no


ATTENDANCE = Register(
    "attendance",
    N_("Peserta kegiatan"),
    records.ATTENDANCE,
    out=("activity", "part", "name", "office", "unit", "present", "note"),
    back=("activity", "part", "name", "office", "unit", "present", "note"),
    edit=activity_people.edit_person,
    new=_new_person,
    required=("activity",),
    fixed=("activity", "part"),
)


def _new_visit(desk: Desk, activity: int, place: str, **values: Any) -> int:
    made = visits.add_visits(desk, activity, [place])
    if not made:
        raise errors.Refused(N_("Tempat ini sudah tercatat pada kegiatan itu. Ubahlah barisnya yang berkode."))
    if values:
        visits.edit_visit(desk, made[0], **values)
    return made[0]


VISITS = Register(
    "visits",
    N_("Hasil kunjungan"),
    records.VISIT,
    out=("activity", "place", "at", "met", "findings", "issue"),
    back=("activity", "place", "at", "met", "findings"),
    edit=visits.edit_visit,
    new=_new_visit,
    required=("activity", "place"),
    fixed=("activity",),
)

TASKS = Register(
    "tasks",
    N_("Tugas"),
    records.TASK,
    out=("text", "office", "member", "due", "place", "state", "done_at", "result", "source_kind"),
    back=("text", "office", "member", "due", "place", "result"),
    edit=tasks.edit_task,
    new=tasks.new_task,
    required=("text",),
)


def _new_contact(desk: Desk, unit: str = "", **values: Any) -> int:
    return contacts.new_contact(desk, unit, **values)


CONTACTS = Register(
    "contacts",
    N_("Kontak"),
    records.CONTACT,
    out=("unit", "office", "person", "phone", "other_phone", "place", "note"),
    back=("unit", "office", "person", "phone", "other_phone", "place", "note"),
    edit=contacts.edit_contact,
    new=_new_contact,
)

MAKERS: Mapping[str, Any] = {
    one.key: (lambda _desk, one=one: one) for one in (ACTIVITIES, CAMPAIGN, ATTENDANCE, VISITS, TASKS, CONTACTS)
}
"""By key."""
