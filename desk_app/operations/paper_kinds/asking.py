# SPDX-License-Identifier: Apache-2.0
"""What is asked of an official paper, what it comes to, and what every kind of paper settles in the same way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desk_app.domain import people
from desk_app.operations import days, printing_checks, printing_office, settings, signatories, territory
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue, document, pdf

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
    "folder"; "" leaves boxes); `carrier`: who carries it. `issue`: the issue that a paper is about; `record`: whatever
    else one is about, as the member of a surat tugas. `until`: the last day of a period that `day` begins. `hour`: of a
    situation, the hour of the day (0–24, None: the last that was reported). `nature`: the Sifat of a letter, in the
    office's own word (Biasa). `race`: of a paper of the count, the code of one (the first that is copied); `level`:
    what a row of it is (one below the area).
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
    record: int = 0
    until: date | None = None
    hour: int | None = None
    nature: str = ""
    race: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A paper of one kind: `day` that it is about, `number` as it is printed ("" for a line), who signs (None: lines).

    `signatory`: in words where `signer` does not say it; `remarks`: what to look at first. `forms`: of forms that are
    made by the thousand, the stack; `document` then says in short what it is.
    """

    document: document.Document
    day: date
    number: str = ""
    signer: signatories.SignatoryRow | None = None
    remarks: tuple[printing_checks.Remark, ...] = ()
    signatory: str = ""
    forms: pdf.Forms | None = None


Gather = Callable[[Desk, Asked], Made]


def day_of(desk: Desk, asked: Asked) -> date:
    """The day that a paper is about: as asked, else that of its moment."""
    return asked.day or days.local(desk, asked.as_of).date()


def area_of(desk: Desk, asked: Asked) -> str:
    """The region that a paper is about, one of the office's own. Raises Refused for another."""
    return territory.require_own(desk, asked.area).code if asked.area else desk.identity.place


def signatories_for(desk: Desk, report: str, day: date | None = None) -> list[signatories.SignatoryRow]:
    """Who may sign a paper on a day; the usual one first: a decree's annex is the head of the region's."""
    rows = signatories.signatories_on(desk, day or days.today(desk))
    if report == catalogue.TEAM_STRUCTURE.key:
        rows.sort(key=lambda row: not (row.political or people.is_political(row.office)))
    return rows


def signer_of(desk: Desk, asked: Asked, day: date) -> signatories.SignatoryRow | None:
    """Who signs: the one asked for, nobody (lines for the pen), or the first who may on that day."""
    if asked.signatory is None:
        return next(iter(signatories_for(desk, asked.report, day)), None)
    return None if asked.signatory == NOBODY else signatories.signatory(desk, asked.signatory)


def signing_day(desk: Desk, asked: Asked, day: date) -> date | None:
    """The date above the signature, never before what was known; None leaves it for the pen."""
    return None if asked.date_open else max(day, days.local(desk, asked.as_of).date())


def addressee_of(desk: Desk, asked: Asked) -> str:
    """To whom a report goes: as asked, else the setting, else the head of the region above."""
    return addressed_to(desk) if asked.addressed_to is None else asked.addressed_to.strip()


def addressed_to(desk: Desk) -> str:
    """To whom the office's reports go: its setting, else the head of the region above."""
    return settings.get(desk, "addressed_to").strip() or printing_office.names(desk).above
