# SPDX-License-Identifier: Apache-2.0
"""Permasalahan: a new issue from one line or from a failed item, and what a desk does with it.

Each verb is one transaction: a follow-up that says it, and the state after it. The desk advises, conveys and
records; the addressee decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.data import checklist_rows, duplicates, issue_list, issue_parts, station_list, unit_of_work
from desk_app.domain import answers, checklists, errors, issue_rights, issues, places, records, words
from desk_app.domain import elections as rules
from desk_app.operations import elections, issue_places, issue_secrecy, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.issue_register import (  # the register, under the same name as the verbs
    IssueCounts,
    IssueDetail,
    IssueFilter,
    IssueRow,
    Order,
    ThreadEntry,
    counts,
    issue,
    issue_number,
    issue_rows,
    look_alikes,
)
from desk_app.operations.transact import transact

N_ = words.N_
Severity, State, Verb = issues.Severity, issues.State, issues.Verb

__all__ = [
    "IssueCounts",
    "IssueDetail",
    "IssueFilter",
    "IssueRow",
    "Order",
    "ThreadEntry",
    "act",
    "answer_below",
    "assign",
    "close_issue",
    "convey",
    "counts",
    "delete_issue",
    "draft_from_answer",
    "edit_issue",
    "follow_up",
    "forward_to_province",
    "forward_to_regency",
    "give_advice",
    "issue",
    "issue_from_answer",
    "issue_number",
    "issue_rows",
    "look_alikes",
    "members",
    "move_member",
    "new_issue",
    "postpone",
    "reopen",
    "tell_supervisor",
    "verify",
]

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
_AHEAD = 15 * 60
"""So much a clock may be wrong: nothing is recorded of a later time."""


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


def act(
    desk: Desk,
    no: int,
    verb: issues.Verb,
    said: str = "",
    *,
    by: str = "",
    at: int | None = None,
    addressee: str = "",
    means: str = "",
    letter_number: str = "",
    letter_date: str = "",
    ending: issues.State = issues.State.DONE,
    seen: int | None = None,
) -> int:
    """Do one of the verbs with an issue; returns the record of the follow-up that says it.

    `said`: what is recorded (the advice, the follow-up, the reason). `by`: who did it, by default the operator.
    `at`: when it happened, by default now. `addressee`, `means` ("surat", "WA", "rakor"), `letter_number` and
    `letter_date` (ISO) belong to conveying, `ending` to closing. `seen`: as in `edit_issue`. Raises Refused where the
    state does not allow it or a word is missing, NotPermitted where the level or the role does not.
    """
    deed = Deed(verb, said, by, at, addressee, means, letter_number, letter_date, ending)
    return act_deed(desk, no, deed, seen=seen)


def act_deed(desk: Desk, no: int, deed: "Deed", *, seen: int | None = None) -> int:
    """The same with a verb and its words in one."""
    return transact(desk, issues.VERB_LABELS[deed.verb], lambda unit: write_deed(unit, desk, no, deed, seen))


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb with its words, as `act` takes them."""

    verb: issues.Verb
    said: str = ""
    by: str = ""
    at: int | None = None
    addressee: str = ""
    means: str = ""
    letter_number: str = ""
    letter_date: str = ""
    ending: issues.State = issues.State.DONE


def write_deed(unit: unit_of_work.Unit, desk: Desk, asked: int, deed: Deed, seen: int | None = None) -> int:
    """Do a verb inside a transaction. What refuses does so before anything is written, so that others may go on."""
    verb, said = deed.verb, deed.said
    now = desk.now()
    moment = now if deed.at is None else deed.at
    if moment > now + _AHEAD:
        raise errors.Refused(N_("Waktunya belum tiba. Tulis waktu yang sudah lewat."))
    no = duplicates.kept(unit.connection, asked)
    state = unit.projector.state(no, records.ISSUE.no)
    if not state.alive:
        raise errors.NotFound(N_("Catatan ini sudah dihapus."))
    held = state.values
    issue_secrecy.require(desk, unit.connection, no, held.get("confidential"))
    hands = issue_rights.hands(desk.identity.level, held.get("handled_by"), held.get("origin"))
    issue_rights.require(verb, hands, issue_secrecy.role(desk, unit.connection), deed.ending)
    before = issues.state_of(held.get("state"))
    fields: dict[str, Any] = {}
    match verb:
        case issues.Verb.ADVISE:
            _require(said, N_("Tulis sarannya."))
            fields["advice"] = said
        case issues.Verb.CONVEY | issues.Verb.TELL_SUPERVISOR | issues.Verb.FORWARD | issues.Verb.TO_REGENCY:
            whom = deed.addressee or _ADDRESSEE.get(verb) or held.get("addressee") or ""
            _require(whom, N_("Pilih kepada siapa permasalahan ini disampaikan."))
            fields |= {"addressee": whom, "conveyed_at": moment, "conveyed_by": deed.means or None}
            fields |= {"letter_number": deed.letter_number or None, "letter_date": deed.letter_date or None}
        case issues.Verb.FOLLOW_UP:
            _require(said, N_("Tulis tindak lanjutnya."))
        case issues.Verb.ANSWER:
            _require(said, N_("Tulis jawabannya."))
    is_below = verb is issues.Verb.FOLLOW_UP and hands.is_above
    after = before if is_below else issues.after(before, verb, said, deed.ending, is_from_below=True)
    fields["state"] = after.value
    handed_to = issue_rights.handed_to(verb, hands)
    if handed_to != hands.handled_by or held.get("handled_by") is None:
        fields |= {"handled_by": handed_to, "origin": hands.origin}
    if issues.is_open(before) and not issues.is_open(after):
        fields |= {"closed_at": moment, "outcome": said or None}
    elif not issues.is_open(before) and issues.is_open(after):
        fields |= {"closed_at": None}
    told = {
        "issue": no,
        "at": moment,
        "by": deed.by or desk.operator.name,
        "text": said or _said(verb, fields),
        "verb": verb.value,
        "state": after.value,
        "addressee": fields.get("addressee"),
        "means": fields.get("conveyed_by"),
        "letter_number": fields.get("letter_number"),
        "letter_date": fields.get("letter_date"),
    }
    for declared, values in ((records.ISSUE, fields), (records.FOLLOW_UP, told)):
        for name, value in values.items():
            declared.field(name).check(value)
    unit.set(records.ISSUE, no, fields, seen=seen)
    return unit.create(records.FOLLOW_UP, told)


def verify(desk: Desk, no: int, said: str = "") -> int:
    """Say that the issue was checked and is so."""
    return act(desk, no, issues.Verb.VERIFY, said)


def give_advice(desk: Desk, no: int, advice: str, **more: Any) -> int:
    """Write the desk's advice (saran penyelesaian)."""
    return act(desk, no, issues.Verb.ADVISE, advice, **more)


def convey(desk: Desk, no: int, addressee: str, means: str = "", said: str = "", **more: Any) -> int:
    """Convey the issue to who has to act ("KPU", "BPBD"), by letter, WA, meeting."""
    return act(desk, no, issues.Verb.CONVEY, said, addressee=addressee, means=means, **more)


def follow_up(desk: Desk, no: int, said: str, by: str = "", at: int | None = None) -> int:
    """Record what was done, by whom and when."""
    return act(desk, no, issues.Verb.FOLLOW_UP, said, by=by, at=at)


def forward_to_province(desk: Desk, no: int, said: str = "", **more: Any) -> int:
    """Forward the issue to the desk of the province."""
    return act(desk, no, issues.Verb.FORWARD, said, **more)


def forward_to_regency(desk: Desk, no: int, said: str = "", **more: Any) -> int:
    """Pass the issue on to the desk of the kabupaten/kota; it stays readable here, and the answer comes back."""
    return act(desk, no, issues.Verb.TO_REGENCY, said, **more)


def answer_below(desk: Desk, no: int, said: str, **more: Any) -> int:
    """Record the answer to what was passed on: it returns the issue to the level that passed it on."""
    return act(desk, no, issues.Verb.ANSWER, said, **more)


def tell_supervisor(desk: Desk, no: int, said: str = "", **more: Any) -> int:
    """Inform Bawaslu of the issue, which ends it for the desk; nothing is handed over (`domain.md §11`)."""
    return act(desk, no, issues.Verb.TELL_SUPERVISOR, said, **more)


def postpone(desk: Desk, no: int, said: str = "") -> int:
    """Put the issue off."""
    return act(desk, no, issues.Verb.POSTPONE, said)


def close_issue(desk: Desk, no: int, outcome: str = "", ending: issues.State = issues.State.DONE) -> int:
    """Close the issue: done, unfounded or out of the desk's scope (the last two want a reason)."""
    return act(desk, no, issues.Verb.CLOSE, outcome, ending=ending)


def reopen(desk: Desk, no: int, reason: str) -> int:
    """Open a closed issue again, with a reason."""
    return act(desk, no, issues.Verb.REOPEN, reason)


def delete_issue(desk: Desk, no: int) -> None:
    """Take an issue out of the register (a slip of typing), with what is shown with it; all stays in the history."""

    def work(unit: unit_of_work.Unit) -> None:
        held = unit.values(records.ISSUE, no)
        issue_secrecy.require(desk, unit.connection, no, held.get("confidential"))
        for one in (no, *duplicates.merged_with(unit.connection, no)):
            unit.delete(records.ISSUE, one)

    transact(desk, N_("Permasalahan dihapus"), work)


def assign(desk: Desk, no: int, member: int | None, *, seen: int | None = None) -> bool:
    """Say which member of the desk is responsible for an issue, or nobody; returns whether that is different."""
    return edit_issue(desk, no, seen=seen, pic=member)


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


_ADDRESSEE = {
    issues.Verb.TO_REGENCY: issues.ADDRESSEES["kabupaten"],
    issues.Verb.TELL_SUPERVISOR: issues.ADDRESSEES["bawaslu"],
    issues.Verb.FORWARD: issues.ADDRESSEES["provinsi"],
}


def _said(verb: issues.Verb, fields: dict[str, Any]) -> str:
    if fields.get("addressee"):
        means = issues.means_in_words(
            fields["conveyed_by"] or "", fields["letter_number"] or "", fields["letter_date"] or ""
        )
        return issues.conveyance(fields["addressee"], means) + "."
    return issues.VERB_LABELS[verb]


def _require(said: str, refusal: str) -> None:
    if not said.strip():
        raise errors.Refused(refusal)


def checked_fields(desk: Desk, values: dict[str, Any]) -> dict[str, Any]:
    """Look over what is to be written about an issue. Raises Refused."""
    checked = dict(values)
    for name in checked:
        if name not in FIELDS:
            raise ValueError(f"an issue has no field {name} to write")
    if "pic" in checked:
        checked["pic"] = checked["pic"] or None
    if "place" in checked:
        checked["place"] = territory.require_own(desk, str(checked["place"])).subject
    if checked.get("category"):
        checked["category"] = issues.parse_category(str(checked["category"]))
    if checked.get("severity"):
        checked["severity"] = issues.parse_severity(str(checked["severity"])).value
    return checked
