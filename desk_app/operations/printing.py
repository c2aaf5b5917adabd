# SPDX-License-Identifier: Apache-2.0
"""Official papers: gather what a report says, show it as PDF or as text, and note in the register what was issued.

A paper is *made* as often as its settings change: a draft. It is *issued* once, by an act of its own: what was issued
is exactly what was made, with its number, signatory, *Kode pemeriksaan dokumen* and the state of the data behind it.
Made again it is the same paper of the same moment, for as long as nothing that it says has changed.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desk_app.base import files, text
from desk_app.data import arrivals, printed_list, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, people, places, records, words
from desk_app.operations import (
    checking,
    daily_reports,
    days,
    exchange_papers,
    printing_book,
    printing_checks,
    printing_daily,
    printing_office,
    printing_special,
    printing_team,
    settings,
    signatories,
    territory,
)
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.operations.transact import transact
from desk_app.reports import (
    catalogue,
    check_code,
    daily_report,
    document,
    letterhead,
    pages,
    posko_book,
    special_report,
    team_structure,
)
from desk_app.reports import pdf as pdf_face
from desk_app.reports import text as text_face

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

NOBODY = 0
"""As a signatory: lines for the pen."""

_TRIES = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """What to print. Empty fields take what the office has settled.

    `day`: the day that a paper is about (today). `area`: a kecamatan of the office, for a report about it alone.
    `phase`: whose readiness is shown (that of the day). `signatory`: a record number, `NOBODY`, or None for the
    first who may sign on that day. `number`: None takes the one that was kept with the report; "" leaves a line for
    it. `date_open`: the day of signing is left for the pen. `as_of`: seconds UTC (now). `package`: of a handover or a
    receipt, the id of the package (the newest one); `way`: how it goes or came ("flashdisk", "whatsapp", "email",
    "folder"; "" leaves boxes); `carrier`: who carries it. `issue`: the record that a Laporan Khusus is about.
    """

    report: str = DAILY
    day: date | None = None
    area: str = ""
    phase: int | None = None
    paper: str = ""
    signatory: int | None = None
    number: str | None = None
    date_open: bool = False
    addressed_to: str | None = None
    as_of: int = 0
    package: str = ""
    way: str = ""
    carrier: str = ""
    issue: int = 0


@dataclass(frozen=True, slots=True)
class Prepared:
    """A paper ready to be shown and issued. `arrival`: the last transaction it knows of; `day`: its day.

    `signatory`: in words, "" for lines; `remarks`: what to look at first, grave ones before others. `issued`: the
    register's line of this very paper, None for a draft.
    """

    asked: Asked
    report: Report
    document: document.Document
    day: date
    number: str
    signatory: str
    remarks: tuple[Remark, ...]
    as_of: int
    arrival: int
    digest: bytes
    issued: Printed | None = None

    @property
    def title(self) -> str:
        return self.document.title

    @property
    def code(self) -> str:
        """The *Kode pemeriksaan dokumen*."""
        return self.document.footer.code

    @property
    def file_name(self) -> str:
        """A name for the file, without an ending."""
        plain = "".join(letter if letter.isalnum() or letter in " -." else "-" for letter in self.title)
        return " ".join(plain.split())

    def pdf(self) -> bytes:
        """The paper as a PDF file; equal papers give equal bytes."""
        return pdf_face.render(self.document)

    def draft(self) -> "Prepared":
        """The same paper, marked on every sheet as not yet final; its code stays."""
        footer = replace(self.document.footer, is_draft=True)
        return replace(self, document=replace(self.document, footer=footer))

    def text(self) -> str:
        """The paper as plain text for WhatsApp."""
        return text_face.render(self.document)


def reports(desk: Desk | None = None) -> tuple[Report, ...]:
    """The papers to choose from on their page: key, title and description (msgids); those that an office can make."""
    lowest = desk is not None and desk.identity.level == places.Level.DISTRICT.value
    return tuple(one for one in catalogue.REPORTS if one.in_gallery and not (lowest and one is catalogue.CALL_LIST))


def every_paper() -> tuple[Report, ...]:
    """All that can be printed, papers of one package and those with a secret too."""
    return catalogue.REPORTS


def make(desk: Desk, asked: Asked) -> Prepared:
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


def issue(desk: Desk, prepared: Prepared) -> int:
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


def save(prepared: Prepared, path: Path) -> None:
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


def addressed_to(desk: Desk) -> str:
    """To whom the office's reports go: its setting, else the head of the region above."""
    return settings.get(desk, "addressed_to").strip() or printing_office.names(desk).above


def signatories_for(desk: Desk, report: str, day: date | None = None) -> list[signatories.SignatoryRow]:
    """Who may sign a paper on a day; the usual one first: a decree's annex is the head of the region's."""
    rows = signatories.signatories_on(desk, day or days.today(desk))
    if report == TEAM_STRUCTURE:
        rows.sort(key=lambda row: not (row.political or people.is_political(row.office)))
    return rows


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


def _made(desk: Desk, asked: Asked) -> Prepared:
    gather = _GATHER.get(asked.report, _prepare_exchange)
    prepared = gather(desk, replace(asked, as_of=asked.as_of or desk.now()))
    with desk.reading() as connection:
        last = _issued_before(desk, connection, prepared)
    if last is None:
        return prepared
    if prepared.report.of_package:
        return replace(prepared, issued=last)
    again = prepared if asked.as_of or not last.as_of else gather(desk, replace(asked, as_of=last.as_of))
    if (again.code, again.number) == (last.code, last.number):
        return replace(again, issued=last)
    told = words.phrase(N_("Isinya lain dari naskah final berkode {code}. Ini konsep baru."), code=last.code)
    remark = Remark(told, target=Target(Page.REPORTS, record=last.no))
    return replace(prepared, remarks=(*prepared.remarks, remark))


def _issued_before(desk: Desk, connection: Connection, prepared: Prepared) -> Printed | None:
    """The line of the register of the paper that was issued last of this title; of a package's, of this very paper."""
    event = settings.event_code(desk)
    if prepared.report.secret:
        return None
    if not prepared.report.of_package:
        return printed_list.last(connection, event, prepared.report.key, prepared.title)
    no = printed_list.find(connection, event, prepared.report.key, prepared.code, prepared.number)
    return printed_list.one(connection, no) if no is not None else None


def _prepare_daily(desk: Desk, asked: Asked) -> Prepared:
    day = asked.day or days.today(desk)
    area = territory.require_own(desk, asked.area).code if asked.area else desk.identity.place
    kept = daily_reports.report(desk, day)
    signer = _signer(desk, asked, day)
    number = (kept.number if asked.number is None and area == desk.identity.place else asked.number or "").strip()
    gathered = printing_daily.gather(
        desk,
        printing_daily.Setting(
            day=day,
            phase=asked.phase,
            area=area,
            as_of=asked.as_of,
            paper=asked.paper,
            signer=signer,
            signing_day=None if asked.date_open else max(day, days.local(desk, asked.as_of).date()),
            number=number,
            addressed_to=addressed_to(desk) if asked.addressed_to is None else asked.addressed_to.strip(),
        ),
    )
    paper = daily_report.build(gathered)
    if area != desk.identity.place:
        paper = check_code.sealed(replace(paper, title=f"{paper.title} {gathered.office.region}"))
    remarks = printing_checks.of_daily(desk, gathered, kept, signer)
    return _prepared(asked, catalogue.DAILY, paper, day, number, signer, remarks)


def _prepare_team(desk: Desk, asked: Asked) -> Prepared:
    day = asked.day or days.today(desk)
    signer = _signer(desk, asked, day)
    number = (asked.number or "").strip()
    gathered = printing_team.gather(desk, printing_team.Setting(asked.as_of, asked.paper, signer, number))
    remarks = printing_checks.of_team(desk, gathered, signer)
    number = gathered.decree.number or ""
    return _prepared(asked, catalogue.TEAM_STRUCTURE, team_structure.build(gathered), day, number, signer, remarks)


def _prepare_book(desk: Desk, asked: Asked) -> Prepared:
    day = asked.day or days.today(desk)
    signer = _signer(desk, asked, day)
    signing_day = None if asked.date_open else max(day, days.local(desk, asked.as_of).date())
    setting = printing_book.Setting(day, asked.as_of, asked.paper, signer, signing_day)
    return _prepared(asked, catalogue.BOOK, posko_book.build(printing_book.gather(desk, setting)), day, "", signer, ())


def _prepare_special(desk: Desk, asked: Asked) -> Prepared:
    day = asked.day or days.local(desk, asked.as_of).date()
    signer = _signer(desk, asked, day)
    number = (asked.number or "").strip()
    setting = printing_special.Setting(
        issue=asked.issue,
        as_of=asked.as_of,
        paper=asked.paper,
        signer=signer,
        signing_day=None if asked.date_open else day,
        number=number,
        addressed_to=addressed_to(desk) if asked.addressed_to is None else asked.addressed_to.strip(),
    )
    paper = special_report.build(printing_special.gather(desk, setting))
    return _prepared(asked, catalogue.SPECIAL, paper, day, number, signer, printing_special.remarks(desk, setting))


def _prepare_exchange(desk: Desk, asked: Asked) -> Prepared:
    report = catalogue.find(asked.report)
    day = asked.day or days.local(desk, asked.as_of).date()
    signer = _signer(desk, asked, day)
    made = exchange_papers.gather(
        desk,
        report.key,
        exchange_papers.Asked(
            day=day,
            as_of=asked.as_of,
            area=territory.require_own(desk, asked.area).code if asked.area else "",
            paper=asked.paper,
            number=asked.number,
            date_open=asked.date_open,
            signer=signer,
            usual=asked.signatory is None,
            package=asked.package,
            way=asked.way,
            carrier=asked.carrier,
        ),
    )
    prepared = _prepared(asked, report, made.document, made.day, made.number, None, made.remarks)
    return replace(prepared, signatory=made.signatory)


_GATHER = {DAILY: _prepare_daily, TEAM_STRUCTURE: _prepare_team, SPECIAL: _prepare_special, BOOK: _prepare_book}


def _prepared(
    asked: Asked,
    report: Report,
    paper: document.Document,
    day: date,
    number: str,
    signer: signatories.SignatoryRow | None,
    remarks: tuple[Remark, ...],
) -> Prepared:
    return Prepared(
        asked=asked,
        report=report,
        document=paper,
        day=day,
        number=number,
        signatory=signer.label if signer is not None else "",
        remarks=remarks,
        as_of=asked.as_of,
        arrival=0,
        digest=b"",
    )


def _signer(desk: Desk, asked: Asked, day: date) -> signatories.SignatoryRow | None:
    if asked.signatory is None:
        return next(iter(signatories_for(desk, asked.report, day)), None)
    return None if asked.signatory == NOBODY else signatories.signatory(desk, asked.signatory)


def _is_whole(desk: Desk, asked: Asked) -> bool:
    return not asked.area or places.parse_code(asked.area) == desk.identity.place


def _finish(unit: unit_of_work.Unit, desk: Desk, event: str, prepared: Prepared) -> None:
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
