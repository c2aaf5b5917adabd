# SPDX-License-Identifier: Apache-2.0
"""The verbs of a desk: what is done with an issue, each one follow-up that says it and the state after it, together.

The desk advises, conveys and records; the addressee decides.
"""

from dataclasses import dataclass
from typing import Any

from desk_app.data import duplicates, unit_of_work
from desk_app.domain import errors, issue_rights, issues, records, words
from desk_app.operations import issue_secrecy
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
_AHEAD = 15 * 60
"""So much a clock may be wrong: nothing is recorded of a later time."""


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


def postpone(desk: Desk, no: int, said: str = "") -> int:
    """Put the issue off."""
    return act(desk, no, issues.Verb.POSTPONE, said)


def close_issue(desk: Desk, no: int, outcome: str = "", ending: issues.State = issues.State.DONE) -> int:
    """Close the issue: done, unfounded or out of the desk's scope (the last two want a reason)."""
    return act(desk, no, issues.Verb.CLOSE, outcome, ending=ending)


def reopen(desk: Desk, no: int, reason: str) -> int:
    """Open a closed issue again, with a reason."""
    return act(desk, no, issues.Verb.REOPEN, reason)


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
