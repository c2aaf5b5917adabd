# SPDX-License-Identifier: Apache-2.0
"""Official papers: shown as PDF or as text, issued, and noted in the register with their code."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desk_app.base import files, text
from desk_app.data import arrivals, printed_list, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, places, records, words
from desk_app.operations import checking, daily_reports, exchange_papers, papers, printing_checks, settings
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.operations.transact import transact
from desk_app.reports import catalogue, letterhead, pages

N_ = words.N_

Report = catalogue.Report
Remark = printing_checks.Remark
Printed = printed_list.Printed
DAILY = catalogue.DAILY.key
TEAM_STRUCTURE = catalogue.TEAM_STRUCTURE.key
CLARIFICATION = catalogue.CLARIFICATION.key
CALL_LIST = catalogue.CALL_LIST.key
BOOK = catalogue.BOOK.key
SPECIAL = catalogue.SPECIAL.key
HANDOVER = catalogue.HANDOVER.key
RECEIPT = catalogue.RECEIPT.key
SLIPS = catalogue.SLIPS.key
SPARE_KEY = catalogue.SPARE_KEY.key
PAPERS = tuple((paper.code, paper.label) for paper in pages.PAPERS.values())
"""The sheets to choose from: code and label."""

_TRIES = 5


def reports(desk: Desk | None = None) -> tuple[Report, ...]:
    """The papers to choose from on their page: key, title and description (msgids); those that an office can make."""
    lowest = desk is not None and desk.identity.level == places.Level.DISTRICT.value
    return tuple(one for one in catalogue.REPORTS if one.in_gallery and not (lowest and one is catalogue.CALL_LIST))


def kind(key: str) -> Report:
    """The kind of paper of a key. Raises NotFound."""
    return catalogue.find(key)


def every_paper() -> tuple[Report, ...]:
    """All that can be printed, papers of one package and those with a secret too."""
    return catalogue.REPORTS


def make(desk: Desk, asked: papers.Asked) -> papers.Prepared:
    """Gather a paper from one state of the office's data. Raises Refused.

    Unless a moment is asked for, a paper that was issued comes back as it was, of its own moment, while its code still
    is the same; one that says something else by now is a draft of this moment, with a remark about the issued one.
    """
    report = catalogue.find(asked.report)
    asked = replace(asked, report=report.key)
    for _try in range(_TRIES):
        before, digest = _state(desk)
        with text.on_paper():
            prepared = _made(desk, asked)
        if _latest(desk) == before:
            break
    return replace(prepared, arrival=before, digest=digest)


def issue(desk: Desk, prepared: papers.Prepared) -> int:
    """Make a paper final: note it in the register; a day's report is finished by it. Returns the record number.

    The same paper issued again (same code and number) stays one line of the register. Raises Refused for one with a
    secret, which is handed over and leaves no trace.
    """
    if prepared.report.secret:
        raise errors.Refused(N_("Naskah rahasia tidak dicatat dalam daftar naskah."))
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> int:
        known = printed_list.find(unit.connection, event, prepared.report.key, prepared.code, prepared.number)
        if prepared.report is catalogue.DAILY and _is_whole(desk, prepared.asked):
            _finish(unit, desk, event, prepared)
        if known is not None:
            return known
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
            },
        )

    # Kind "setup": what was signed is not taken back by Ctrl+Z.
    return transact(desk, N_("Naskah dijadikan final"), work, kind="setup")


def save(prepared: papers.Prepared, path: Path) -> None:
    """Write the paper to a file: text for .txt, PDF for anything else. Raises Refused where it cannot be written."""
    if prepared.report.secret and path.suffix.casefold() == ".txt":
        raise errors.Refused(N_("Naskah rahasia hanya ditulis sebagai PDF untuk dicetak."))
    data = prepared.text().encode() if path.suffix.casefold() == ".txt" else prepared.pdf()
    try:
        files.write_whole(path, data)
    except OSError as fault:
        raise errors.Refused(
            N_("Berkas {path} tidak dapat ditulis: {reason}."), path=path, reason=fault.strerror or fault
        ) from fault


def printed(desk: Desk, typed: str = "", limit: int = 1000) -> list[Printed]:
    """The register of papers issued, the last first; `typed`: words of title, number, signatory or code."""
    with desk.reading() as connection:
        return printed_list.printed(connection, settings.event_code(desk), typed, limit)


def report_title(key: str) -> str:
    """The title (msgid) of a kind of paper; the key itself for one of a newer program."""
    return next((report.title for report in catalogue.REPORTS if report.key == key), key)


def usual_number(desk: Desk, report: str, day: date) -> str:
    """The number that a paper of a day takes while none is asked for; "" where the agenda gives it."""
    match report:
        case catalogue.DAILY.key:
            return daily_reports.report(desk, day).number
        case catalogue.CLARIFICATION.key:
            return exchange_papers.number_of(desk, day)
    return ""


def check_picture(data: bytes) -> None:
    """See that a picture can stand in a kop. Raises Refused for anything but PNG and JPEG."""
    letterhead.image_size(data)


def _made(desk: Desk, asked: papers.Asked) -> papers.Prepared:
    prepared = papers.gather(desk, replace(asked, as_of=asked.as_of or desk.now()))
    with desk.reading() as connection:
        last = _issued_before(desk, connection, prepared)
    if last is None:
        return prepared
    if prepared.report.of_package:
        return replace(prepared, issued=last)
    again = prepared if asked.as_of or not last.as_of else papers.gather(desk, replace(asked, as_of=last.as_of))
    if (again.code, again.number) == (last.code, last.number):
        return replace(again, issued=last)
    told = words.phrase(N_("Isinya lain dari naskah final berkode {code}. Ini konsep baru."), code=last.code)
    remark = Remark(told, target=Target(Page.REPORTS, record=last.no))
    return replace(prepared, remarks=(*prepared.remarks, remark))


def _issued_before(desk: Desk, connection: Connection, prepared: papers.Prepared) -> Printed | None:
    """The line of the register of the paper that was issued last of this title; of a package's, of this very paper."""
    event = settings.event_code(desk)
    if prepared.report.secret:
        return None
    if not prepared.report.of_package:
        return printed_list.last(connection, event, prepared.report.key, prepared.title)
    no = printed_list.find(connection, event, prepared.report.key, prepared.code, prepared.number)
    return printed_list.one(connection, no) if no is not None else None


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


def _state(desk: Desk) -> tuple[int, bytes]:
    """The last transaction, and the digest of all the office holds with it."""
    for _try in range(_TRIES):
        before = _latest(desk)
        digest = checking.whole_digest(desk)
        if _latest(desk) == before:
            break
    return before, digest


def _latest(desk: Desk) -> int:
    with desk.reading() as connection:
        return arrivals.latest(connection)
