# SPDX-License-Identifier: Apache-2.0
"""What goes with a report: surat pengantar to whom it is sent, nota dinas to those who lead the desk."""

from dataclasses import replace
from datetime import date

from desk_app.data import printed_list
from desk_app.domain import errors, words
from desk_app.operations import (
    daily_reports,
    days,
    printing_checks,
    printing_daily,
    printing_office,
    settings,
    signatories,
    teams,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, letters
from desk_app.reports import catalogue, cover_letter, office_note
from desk_app.reports import words as paper_words

N_ = words.N_

_LETTERS = (catalogue.Group.LETTER, catalogue.Group.FORM)
MOST = 100
HEAD = "Ketua"
NEARBY = "Tempat"
"""Where an addressee is whose town the office has not written beside him."""


def gather_letter(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The letter with a paper of the register, or with all reports that were made final from `day` to `until`.

    Where there is none yet, the daily report of the day is named as a draft.
    """
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    sheet = letters.sheet(desk, asked, day, signer, copies=printing_office.copies(desk), dated_above=True)
    found = _issued(desk, asked, day)
    told = list(printing_checks.of_signer(signer))
    enclosed = tuple(_enclosed(desk, one) for one in found)
    if not enclosed:
        kept = daily_reports.report(desk, day)
        title = f"Laporan Harian {sheet.office.desk}"
        enclosed = (cover_letter.Enclosed(title, kept.number, paper_words.long_date(day)),)
        said = N_("Belum ada naskah final pada hari itu; laporan harian disebut, tetapi belum final.")
        told.append(printing_checks.Remark(words.phrase(said)))
    addressee = asking.addressee_of(desk, asked)
    paper = cover_letter.build(
        cover_letter.CoverLetter(
            sheet=sheet,
            addressed_to=addressee,
            enclosed=enclosed,
            place="" if " di " in addressee else NEARBY,
            day=paper_words.long_date(day),
        )
    )
    return asking.Made(paper, day, sheet.number, signer, tuple(told))


def gather_note(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The note about a day, from the figures of its report."""
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    sheet = letters.sheet(desk, asked, day, signer, copies=printing_office.copies(desk))
    signing = None if asked.date_open else asking.signing_day(desk, asked, day)
    report = printing_daily.gather(
        desk,
        printing_daily.Setting(
            day=day,
            phase=asked.phase,
            area=desk.identity.place,
            as_of=asked.as_of,
            paper=asked.paper,
            signer=signer,
            signing_day=signing,
            number="",
            addressed_to="",
        ),
    )
    paper = office_note.build(
        office_note.OfficeNote(
            sheet=replace(sheet, signature=letters.block(signer)),
            to=f"Ketua {sheet.office.desk}" if asked.addressed_to is None else asked.addressed_to.strip(),
            sender=signer.office if signer is not None else settings.get(desk, "host_unit"),
            date=paper_words.long_date(signing) if signing else "",
            report=report,
        )
    )
    remarks = (*printing_checks.of_signer(signer), *_to_himself(desk, signer))
    return asking.Made(paper, day, sheet.number, signer, remarks)


def _to_himself(desk: Desk, signer: signatories.SignatoryRow | None) -> tuple[printing_checks.Remark, ...]:
    """A note to the head of the desk that he would sign himself."""
    heads = {one.office.casefold() for one in teams.structure(desk).members if one.role == HEAD and not one.replaced}
    if signer is None or signer.office.casefold() not in heads:
        return ()
    said = N_("Penanda tangan memimpin desk sendiri; pilih yang melaporkan kepadanya.")
    return (printing_checks.Remark(words.phrase(said)),)


def _issued(desk: Desk, asked: asking.Asked, day: date) -> list[printed_list.Printed]:
    """The final papers that go along, the oldest first; of one title the last."""
    with desk.reading() as connection:
        every = printed_list.printed(connection, settings.event_code(desk), limit=10_000)
    if asked.record:
        found = [one for one in every if one.no == asked.record]
        if not found:
            raise errors.NotFound(N_("Naskah itu tidak ada dalam daftar naskah final."))
        return found
    last = max(asked.until or day, day)
    kinds = {one.key for one in catalogue.REPORTS if one.group not in _LETTERS}
    by_title: dict[tuple[str, str], printed_list.Printed] = {}
    for one in every:
        if one.kind in kinds and day <= days.local(desk, one.as_of or one.at).date() <= last:
            by_title.setdefault((one.kind, one.title), one)
    return sorted(by_title.values(), key=lambda one: (one.at, one.no))[-MOST:]


def _enclosed(desk: Desk, one: printed_list.Printed) -> cover_letter.Enclosed:
    day = days.local(desk, one.as_of or one.at).date()
    return cover_letter.Enclosed(one.title, one.number, paper_words.short_date(day))
