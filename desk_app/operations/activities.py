# SPDX-License-Identifier: Apache-2.0
"""Kegiatan: planned, altered, watched by points of the checklist, reported, cancelled — what is done to an activity."""

from collections.abc import Sequence
from typing import Any

from desk_app.data import unit_of_work
from desk_app.domain import activities as rules
from desk_app.domain import checklists, errors, records, words
from desk_app.operations import elections, field_names, settings, territory, wholes
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Kind = rules.Kind
Step = rules.Step

FIELDS = (
    "kind",
    "title",
    "from_day",
    "to_day",
    "from_minute",
    "to_minute",
    "place",
    "site",
    "description",
    "team",
    "participants",
    "figures",
    "pair",
    "result",
    "note",
    "letter_number",
    "letter_date",
    "watched",
    "invitation_number",
    "invitation_date",
    "agenda",
    "minutes",
    "report",
)
"""What can be written at will; points, passed-over steps, cancelling and reporting have verbs of their own."""


def new_activity(desk: Desk, title: str, kind: str = Kind.OTHER.value, **values: Any) -> int:
    """Plan an activity; one line is enough. `values`: other `FIELDS`. Returns its record. Raises Refused."""
    if not title.strip():
        raise errors.Refused(N_("Tulis nama kegiatannya."))
    told = checked(desk, {"place": desk.identity.place, "kind": kind} | values | {"title": title})
    rules.check_days(str(told.get("from_day") or ""), str(told.get("to_day") or ""))
    made = told | {"event": settings.event_code(desk)}
    return transact(desk, N_("Kegiatan baru"), lambda unit: unit.create(records.ACTIVITY, made))


def edit_activity(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS`. `seen`: as the form was filled; what came in since stands beside."""
    told = checked(desk, values)

    def work(unit: unit_of_work.Unit) -> bool:
        if {"from_day", "to_day"} & told.keys():
            held = dict(unit.values(records.ACTIVITY, no)) | told
            rules.check_days(str(held.get("from_day") or ""), str(held.get("to_day") or ""))
        return unit.set(records.ACTIVITY, no, told, seen=seen)

    return transact(desk, N_("Kegiatan"), work)


def set_points(desk: Desk, no: int, codes: Sequence[str], *, seen: int | None = None) -> None:
    """Say which points of the checklist are looked at. Raises NotFound for one that is not in it."""
    template = elections.checklist_for(elections.working_event(desk), desk.identity.place)
    for code in codes:
        checklists.item(template, code)
    told = {"points": rules.write_codes(codes) or None}
    transact(desk, N_("Lembar pantau"), lambda unit: unit.set(records.ACTIVITY, no, told, seen=seen))


def pass_over(desk: Desk, no: int, step: Step, *, passed: bool = True) -> None:
    """Say that a step is not needed, or is after all. Raises Refused for one that no activity may do without."""
    if passed and step not in rules.OPTIONAL:
        raise errors.Refused(N_("Langkah {step} tidak dapat dilewati."), step=words.phrase(rules.STEP_LABELS[step]))

    def work(unit: unit_of_work.Unit) -> None:
        held = list(rules.parse_codes(unit.values(records.ACTIVITY, no).get("not_needed")))
        left = [one for one in held if one != step.value] + ([step.value] if passed else [])
        unit.set(records.ACTIVITY, no, {"not_needed": rules.write_codes(left) or None})

    transact(desk, N_("Langkah kegiatan"), work)


def cancel(desk: Desk, no: int, *, cancelled: bool = True) -> None:
    """The activity does not take place, or does after all."""
    told = {"state": rules.CANCELLED if cancelled else None}
    label = N_("Kegiatan batal") if cancelled else N_("Kegiatan jadi diadakan")
    transact(desk, label, lambda unit: unit.set(records.ACTIVITY, no, told))


def finish_report(desk: Desk, no: int, text: str, *, seen: int | None = None) -> None:
    """The report of the activity is written. Raises Refused for an empty one."""
    if not text.strip():
        raise errors.Refused(N_("Tulis laporannya dahulu, atau susun drafnya dari isian kegiatan."))
    told = {"report": text, "reported_at": desk.now()}
    transact(desk, N_("Laporan kegiatan selesai"), lambda unit: unit.set(records.ACTIVITY, no, told, seen=seen))


def reopen_report(desk: Desk, no: int) -> None:
    """The report is worked on again; its text stays."""
    transact(
        desk, N_("Laporan kegiatan dibuka lagi"), lambda unit: unit.set(records.ACTIVITY, no, {"reported_at": None})
    )


def delete_activity(desk: Desk, no: int) -> None:
    """Take an activity out of the list (a slip of typing), with who and what was named with it; its tasks stay."""
    transact(desk, N_("Kegiatan dihapus"), lambda unit: wholes.delete(unit, records.ACTIVITY, no))


def checked(desk: Desk, values: dict[str, Any]) -> dict[str, Any]:
    """Look over what is to be written about an activity. Raises Refused."""
    told = dict(values)
    field_names.require_known(told, FIELDS, "an activity")
    if "title" in told and not str(told["title"] or "").strip():
        raise errors.Refused(N_("Tulis nama kegiatannya."))
    if "place" in told:
        told["place"] = territory.require_own(desk, str(told["place"] or desk.identity.place)).subject
    if "kind" in told and told["kind"] not in set(Kind):
        raise errors.Refused(N_("Jenis kegiatan “{text}” tidak ada."), text=told["kind"])
    if "team" in told:
        told["team"] = told["team"] or None
    return told
