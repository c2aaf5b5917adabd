# SPDX-License-Identifier: Apache-2.0
"""Permasalahan: a new issue from one line or from a failed item, what is altered of it, and whose it is."""

from collections.abc import Sequence
from typing import Any

from desk_app.data import checklist_rows, duplicates, issue_list, issue_parts, station_list, unit_of_work
from desk_app.domain import answers, checklists, errors, issue_rights, issues, places, records, words
from desk_app.domain import elections as rules
from desk_app.operations import elections, field_names, issue_places, issue_secrecy, settings, territory, wholes
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Severity, State, Verb = issues.Severity, issues.State, issues.Verb

FIELDS = (
    "place",
    "title",
    "description",
    "impact",
    "category",
    "severity",
    "advice",
    "addressee",
    "happened_at",
    "reported_at",
    "reporter",
    "source",
    "stage",
    "confidential",
    "item",
    "pic",
)
"""What can be written at will; state, number and the times of conveying and closing follow from the verbs."""

_RUNNING_DIGITS = 4


def new_issue(desk: Desk, title: str, place: str = "", *, further: Sequence[str] = (), **values: Any) -> int:
    """Write an issue down; one line is enough. Returns its record number.

    `place`: a subject, by default the office's own area. `further`: other places that it is about; over several
    kecamatan it is written down at the region they share. `values`: other `FIELDS`. Raises Refused.
    """
    first, others = issue_places.arranged(desk, place, further)
    checked = checked_fields(desk, {"place": first, "title": title} | values)
    if not str(checked.get("title") or "").strip():
        raise errors.Refused(N_("Tulis permasalahannya dalam satu kalimat."))

    def work(unit: unit_of_work.Unit) -> int:
        no = add(unit, desk, checked)
        issue_places.put(unit, settings.event_code(desk), no, first, others)
        return no

    return transact(desk, N_("Permasalahan baru"), work)


def add(unit: unit_of_work.Unit, desk: Desk, values: dict[str, Any]) -> int:
    """Make the record of an issue inside a transaction, with its number in the register."""
    event = settings.event_code(desk)
    register = desk.identity.register
    unit.flush()  # of several issues in one transaction each has its own number
    running = issue_list.highest_number(unit.connection, register) + 1
    category = values.get("category") or "LAI"
    made = {
        "reported_at": desk.now(),
        "recorded_at": desk.now(),
        "handled_by": desk.identity.level,
        "origin": desk.identity.level,
        **values,
        "event": event,
        "number": f"{register}-{running:0{_RUNNING_DIGITS}d}",
        "category": category,
        "severity": values.get("severity") or issues.Severity.MEDIUM.value,
        "state": issues.State.NEW.value,
        "confidential": values.get("confidential"),
    }
    return unit.create(records.ISSUE, made)


def draft_from_answer(desk: Desk, subject: str, item: str) -> dict[str, Any]:
    """The fields of an issue about one item of a place, filled in for the clerk to look over; nothing is written."""
    event = elections.working_event(desk)
    place = territory.require_own(desk, subject)
    template = elections.checklist_for(event, desk.identity.place)
    asked = checklists.item(template, item)
    with desk.reading() as connection:
        given = checklist_rows.answers(connection, event.code, place.subject).get(item)
        dpt = None
        if place.kind is places.Kind.TPS:
            row = station_list.find(connection, event.code, place.code, place.number or 0)
            if row is not None and row.dpt_male is not None and row.dpt_female is not None:
                dpt = row.dpt_male + row.dpt_female
    title = asked.label
    description = ""
    if given is not None:
        value = answers.value_of(given.choice, given.quantity, given.written)
        if value is not None:
            needed = checklists.required_quantity(asked, event, dpt)
            judged = answers.judge(asked, value, needed)
            if judged.words is not None:
                title = f"{asked.label}: {judged.words}"
            if needed is not None and not isinstance(value, answers.Mark):
                description = f"{asked.label}: {value} dari {needed} {asked.unit}.".replace(" .", ".")
        if given.note:
            description = f"{description} {given.note}".strip()
    section = asked.section
    return {
        "place": place.subject,
        "title": title,
        "description": description,
        "category": issues.SECTION_CATEGORIES.get(section, "LAI"),
        "severity": issues.Severity.MEDIUM.value,
        "source": "tim",
        "item": item,
        "stage": rules.day_words(asked.phase),
    }


def issue_from_answer(desk: Desk, subject: str, item: str, **values: Any) -> int:
    """Write the issue that a failed item offers; `values` override what is filled in. Raises Refused if one is open."""
    drafted = draft_from_answer(desk, subject, item) | values
    with desk.reading() as connection:
        known = checklist_rows.raised_items(connection, settings.event_code(desk), str(drafted["place"])).get(item)
    if known is not None:
        raise errors.Refused(
            N_("Butir ini sudah dicatat sebagai permasalahan {number}."), number=known.number or known.no
        )
    place = str(drafted.pop("place"))
    title = str(drafted.pop("title"))
    return new_issue(desk, title, place, **drafted)


def edit_issue(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> bool:
    """Alter some of the `FIELDS` of an issue; returns whether anything was different.

    `seen`: as the form was filled (`IssueDetail.seen`); what came in since is not replaced but stands beside.
    """
    checked = checked_fields(desk, values)
    if "title" in checked and not str(checked["title"] or "").strip():
        raise errors.Refused(N_("Tulis permasalahannya dalam satu kalimat."))

    def work(unit: unit_of_work.Unit) -> bool:
        held = unit.values(records.ISSUE, no)
        issue_secrecy.require(desk, unit.connection, no, held.get("confidential"))
        return unit.set(records.ISSUE, no, checked, seen=seen)

    return transact(desk, N_("Permasalahan"), work)


def delete_issue(desk: Desk, no: int) -> None:
    """Take an issue out of the register (a slip of typing), with what is shown with it; all stays in the history.

    Who wrote it down may, and verifikator, pimpinan and admin, while it is in the hands of no level above.
    """

    def work(unit: unit_of_work.Unit) -> None:
        held = unit.values(records.ISSUE, no)
        issue_secrecy.require(desk, unit.connection, no, held.get("confidential"))
        hands = issue_rights.hands(desk.identity.level, held.get("handled_by"), held.get("origin"))
        own = issue_secrecy.is_written_here(desk, unit.connection, no)
        issue_rights.require_delete(hands, issue_secrecy.role(desk, unit.connection), own=own)
        for one in (no, *duplicates.merged_with(unit.connection, no)):
            wholes.delete(unit, records.ISSUE, one)

    transact(desk, N_("Permasalahan dihapus"), work)


def members(desk: Desk) -> list[tuple[int, str]]:
    """The members who can be made responsible: record, and office with name, in protocol order."""
    with desk.reading() as connection:
        rows = issue_parts.members(connection, settings.event_code(desk))
    return [(row.no, " · ".join(part for part in (row.office, row.person) if part)) for row in rows]


def move_member(unit: unit_of_work.Unit, old: int, new: int) -> list[int]:
    """Give the open issues of a member to his successor, inside the transaction that replaces him. Returns them."""
    moved = issue_parts.open_of_member(unit.connection, old)
    for no in moved:
        unit.set(records.ISSUE, no, {"pic": new})
    return moved


def checked_fields(desk: Desk, values: dict[str, Any]) -> dict[str, Any]:
    """Look over what is to be written about an issue. Raises Refused."""
    checked = dict(values)
    field_names.require_known(checked, FIELDS, "an issue")
    if "pic" in checked:
        checked["pic"] = checked["pic"] or None
    if "place" in checked:
        checked["place"] = territory.require_own(desk, str(checked["place"])).subject
    if checked.get("category"):
        checked["category"] = issues.parse_category(str(checked["category"]))
    if checked.get("severity"):
        checked["severity"] = issues.parse_severity(str(checked["severity"])).value
    return checked
