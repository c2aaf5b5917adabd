# SPDX-License-Identifier: Apache-2.0
"""What is asked of an official paper and what it comes to: gathered, with who signs and what is doubtful."""

from dataclasses import dataclass, replace
from datetime import date

from desk_app.data import printed_list
from desk_app.domain import people
from desk_app.operations import (
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
from desk_app.reports import catalogue, check_code, daily_report, document, posko_book, special_report, team_structure
from desk_app.reports import pdf as pdf_face
from desk_app.reports import text as text_face

Report = catalogue.Report
Remark = printing_checks.Remark
Printed = printed_list.Printed

NOBODY = 0
"""As a signatory: lines for the pen."""


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

    report: str = catalogue.DAILY.key
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


def addressed_to(desk: Desk) -> str:
    """To whom the office's reports go: its setting, else the head of the region above."""
    return settings.get(desk, "addressed_to").strip() or printing_office.names(desk).above


def signatories_for(desk: Desk, report: str, day: date | None = None) -> list[signatories.SignatoryRow]:
    """Who may sign a paper on a day; the usual one first: a decree's annex is the head of the region's."""
    rows = signatories.signatories_on(desk, day or days.today(desk))
    if report == catalogue.TEAM_STRUCTURE.key:
        rows.sort(key=lambda row: not (row.political or people.is_political(row.office)))
    return rows


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


_GATHER = {
    catalogue.DAILY.key: _prepare_daily,
    catalogue.TEAM_STRUCTURE.key: _prepare_team,
    catalogue.SPECIAL.key: _prepare_special,
    catalogue.BOOK.key: _prepare_book,
}


def gather(desk: Desk, asked: Asked) -> Prepared:
    """What a paper says at its moment, by its kind."""
    return _GATHER.get(asked.report, _prepare_exchange)(desk, asked)


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
