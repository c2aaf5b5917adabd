# SPDX-License-Identifier: Apache-2.0
"""The register of final papers: what was issued, its file kept by hash, how it was sent, which issue replaces which.

The signed sheet is scanned and attached to the line (`attachments.add(desk, line, path)`); what shows a sending is
attached to the sending in the same way.
"""

from dataclasses import dataclass

from desk_app.data import printed_list, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, media, places, records, words
from desk_app.operations import daily_reports, issue_secrecy, papers, printing_asked, settings
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.operations.transact import transact
from desk_app.reports import catalogue

N_ = words.N_

Printed = printed_list.Printed
Sent = printed_list.Sent


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the register. `replaced_by`: the line that took its place, 0 for the last issue; `sent`: how it went.

    `has_file`: the very file that was issued is kept here.
    """

    paper: Printed
    replaced_by: int
    sent: tuple[Sent, ...]
    has_file: bool


def issue(desk: Desk, prepared: papers.Prepared) -> int:
    """Make a paper final: note it in the register with its file; a day's report is finished by it. Returns the line.

    The same paper issued again (same code and number) stays one line of the register. Raises Refused for one with a
    secret, which is handed over and leaves no trace.
    """
    if prepared.report.secret:
        raise errors.Refused(N_("Naskah rahasia tidak dicatat dalam daftar naskah."))
    if not prepared.report.registered:
        raise errors.Refused(N_("Formulir kosong tidak dijadikan final dan tidak dicatat dalam daftar naskah."))
    event = settings.event_code(desk)
    with desk.reading() as connection:
        known = printed_list.find(connection, event, prepared.report.key, prepared.code, prepared.number)
    pdf = _keep(desk, prepared) if known is None else b""
    kept = printing_asked.Kept(prepared.asked, desk.operator.name, prepared.lacking, prepared.signers)

    def work(unit: unit_of_work.Unit) -> int:
        if prepared.report is catalogue.DAILY and _is_whole(desk, prepared.asked):
            _finish(unit, desk, event, prepared)
        again = printed_list.find(unit.connection, event, prepared.report.key, prepared.code, prepared.number)
        if again is not None:
            return again
        return unit.create(
            records.PRINTED,
            {
                "event": event,
                "kind": prepared.report.key,
                "title": prepared.title,
                "number": prepared.number,
                "at": unit.now,
                "arrival": prepared.arrival,
                "signatory": prepared.signatory,
                "code": prepared.code,
                "digest": prepared.digest,
                "as_of": prepared.as_of,
                "asked": printing_asked.written(kept),
                "about": printing_asked.about(prepared.asked, desk.identity.place),
                "pdf": pdf or None,
                "replaces": prepared.replaces.no if prepared.replaces is not None else None,
                "figures": prepared.figures,
            },
        )

    # Kind "setup": what was signed is not taken back by Ctrl+Z.
    return transact(desk, N_("Naskah dijadikan final"), work, kind="setup")


def lines(desk: Desk, typed: str = "", limit: int = 1000) -> list[Line]:
    """The register, the last issued first; `typed`: words of title, number, signatory or code."""
    with desk.reading() as connection:
        found = printed_list.printed(connection, settings.event_code(desk), typed, limit)
        return _lines(desk, connection, found)


def line(desk: Desk, no: int) -> Line:
    """One line by its record number. Raises NotFound."""
    with desk.reading() as connection:
        return _lines(desk, connection, [_one(connection, no)])[0]


def kept_pdf(desk: Desk, no: int) -> bytes:
    """The file of a line as it was issued. Raises NotFound where none is kept, NotPermitted for one in confidence."""
    with desk.reading() as connection:
        found = _one(connection, no)
    require_readable(desk, found)
    if not found.pdf or not desk.attachments.holds(found.pdf):
        raise errors.NotFound(N_("PDF naskah ini tidak tersimpan di komputer ini. Susun ulang naskahnya."))
    return desk.attachments.get(found.pdf)


def mark_sent(
    desk: Desk, no: int, means: str, *, at: int | None = None, by: str = "", recipient: str = "", proof: str = ""
) -> int:
    """Note that a final paper was sent: when (now), which way, by whom (who is at the keyboard), to whom, its proof.

    The report of a day counts as sent with it, so that this is the one place where it is said. Returns the sending's
    record. Raises Refused without a way.
    """
    if not means.strip():
        raise errors.Refused(N_("Isi lewat apa naskah dikirim."))
    with desk.reading() as connection:
        found = _one(connection, no)
    moment = desk.now() if at is None else at
    values = {
        "paper": no,
        "at": moment,
        "means": means,
        "by": by.strip() or desk.operator.name,
        "recipient": recipient,
        "proof": proof,
    }

    def work(unit: unit_of_work.Unit) -> int:
        made = unit.create(records.PAPER_SENT, values)
        _follow_day(desk, unit, found)
        return made

    return transact(desk, N_("Naskah dikirim"), work)


def take_back_sending(desk: Desk, no: int) -> None:
    """Take a sending off the list that was noted in error."""
    with desk.reading() as connection:
        found = _one(connection, printed_list.paper_of(connection, no))

    def work(unit: unit_of_work.Unit) -> None:
        unit.delete(records.PAPER_SENT, no)
        _follow_day(desk, unit, found)

    transact(desk, N_("Pengiriman naskah dihapus"), work)


def _follow_day(desk: Desk, unit: unit_of_work.Unit, found: Printed) -> None:
    """The report of a day counts as sent as its paper was sent last."""
    kept = printing_asked.read(found.asked)
    if found.kind != catalogue.DAILY.key or kept is None or not _is_whole(desk, kept.asked):
        return
    unit.flush()
    last = printed_list.sent(unit.connection, [found.no]).get(found.no, [])[-1:]
    told = {"sent_at": last[0].at, "sent_by": last[0].means} if last else {"sent_at": None, "sent_by": None}
    key = (found.event, desk.identity.place, asking.day_of(desk, kept.asked).isoformat())
    unit.put(records.DAILY_REPORT, key, told)


def require_readable(desk: Desk, found: Printed) -> None:
    """See that who is at the keyboard may read a paper of one issue, or one of votes. Raises NotPermitted."""
    for report in catalogue.REPORTS:
        if report.key == found.kind:
            papers.require_right(desk, report)
    kept = printing_asked.read(found.asked)
    about = (kept.asked.issue or kept.asked.record) if kept is not None else 0
    if about:
        with desk.reading() as connection:
            issue_secrecy.require_record(desk, connection, about)


def _one(connection: Connection, no: int) -> Printed:
    found = printed_list.one(connection, no)
    if found is None:
        raise errors.NotFound(N_("Naskah itu tidak ada dalam daftar."))
    return found


def _lines(desk: Desk, connection: Connection, found: list[Printed]) -> list[Line]:
    sent = printed_list.sent(connection, [one.no for one in found])
    replaced = printed_list.replaced(connection)
    here = desk.attachments.names()
    return [
        Line(
            paper=one,
            replaced_by=replaced.get(one.no, 0),
            sent=tuple(sent.get(one.no, ())),
            has_file=bool(one.pdf) and desk.attachments.name_of(one.pdf) in here,
        )
        for one in found
    ]


def _keep(desk: Desk, prepared: papers.Prepared) -> bytes:
    """Keep the file beside the database, closed like a photo; one larger than those may be is made again if need be.

    One of votes is not kept: every account of the office opens what lies there. It is made again from then.
    """
    if prepared.report.needs:
        return b""
    data = prepared.final().pdf()
    return desk.attachments.put(data) if len(data) <= media.LARGEST else b""


def _is_whole(desk: Desk, asked: papers.Asked) -> bool:
    return not asked.area or places.parse_code(asked.area) == desk.identity.place


def _finish(unit: unit_of_work.Unit, desk: Desk, event: str, prepared: papers.Prepared) -> None:
    """A report that is final is finished, at the moment it tells of; it keeps the numbers it was printed with."""
    key = (event, desk.identity.place, prepared.day.isoformat())
    known = unit.find(records.DAILY_REPORT, key)
    kept = unit.values(records.DAILY_REPORT, known) if known is not None else {}
    told: dict[str, object] = {}
    if not kept.get("finished_at"):
        told["finished_at"] = prepared.as_of
    if not kept.get("sequence"):
        told["sequence"] = daily_reports.give_number(unit, desk, event, prepared.day.isoformat())
    if prepared.number and kept.get("number") != prepared.number:
        told["number"] = prepared.number
    if told:
        unit.put(records.DAILY_REPORT, key, told)
