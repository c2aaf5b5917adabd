# SPDX-License-Identifier: Apache-2.0
"""Surat permohonan personel: one to each chief whose people the head of the region cannot order."""

from dataclasses import replace

from desk_app.domain import errors, words
from desk_app.operations import assignment_letters, printing_checks, settings, signatories
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, letters
from desk_app.reports import personnel_request
from desk_app.reports import words as paper_words

N_ = words.N_


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The letter to one chief: that of the member who is named, or the first (of the team that is named).

    Raises Refused where everybody can be ordered here.
    """
    day = asking.day_of(desk, asked)
    by_chief = _by_chief(desk, asked)
    if not by_chief:
        raise errors.Refused(N_("Semua anggota dapat ditugaskan dengan surat tugas; tidak ada yang perlu dimohonkan."))
    chief, asking_for = next(iter(by_chief.items()))
    signer = asking.signer_of(desk, asked, day)
    signing = None if asked.date_open else asking.signing_day(desk, asked, day)
    sheet = letters.sheet(
        desk, asked, day, signer, copies=letters.lines(desk, "assignment_copies"), dated_above=True
    )
    first = asking_for[0]
    paper = personnel_request.build(
        personnel_request.PersonnelRequest(
            sheet=sheet,
            chief=asked.addressed_to if asked.addressed_to is not None else chief,
            people=tuple(
                letters.officer(one, paper_words.listed([district.name for district in letter.districts]))
                for letter in asking_for
                for one in letter.persons
            ),
            place=settings.get(desk, "city").strip(),
            basis=first.basis_words,
            period=_period(asking_for),
            day=paper_words.long_date(signing) if signing else "",
        )
    )
    return asking.Made(paper, day, sheet.number, signer, _remarks(signer, len(by_chief)))


def letters_of(desk: Desk, asked: asking.Asked) -> list[asking.Asked]:
    """The letters that stand for one that is asked for: one for every chief."""
    return [replace(asked, record=letters_[0].persons[0].no) for letters_ in _by_chief(desk, asked).values()]


def _by_chief(desk: Desk, asked: asking.Asked) -> dict[str, list[assignment_letters.Letter]]:
    """The requests of the whole desk by chief; those to the chief of the member who is named, or of a team alone."""
    on = asked.day.isoformat() if asked.day else ""
    found = assignment_letters.of_record(desk, asked.record, on=on)
    by_chief: dict[str, list[assignment_letters.Letter]] = {}
    for letter in found.requests:
        by_chief.setdefault(letter.addressee, []).append(letter)
    alone = len(found.requests) == 1 and [one.no for one in found.requests[0].persons] == [asked.record]
    if not alone:
        return by_chief
    every = [one for one in assignment_letters.for_all(desk, on=on).requests if one.addressee in by_chief]
    return {found.requests[0].addressee: every or list(found.requests)}


def _period(asking_for: list[assignment_letters.Letter]) -> str:
    """From the first day of any of them to the last."""
    first = min((one.period_from for one in asking_for if one.period_from), default="")
    last = max((one.period_to for one in asking_for if one.period_to), default="")
    time = letters.period(first, last)
    return f"terhitung mulai {time}" if first and time else time


def _remarks(signer: signatories.SignatoryRow | None, chiefs: int) -> tuple[printing_checks.Remark, ...]:
    told = list(printing_checks.of_signer(signer))
    if chiefs > 1:
        said = N_("{count} pimpinan instansi perlu disurati; ini surat pertama. Pilih Cetak semua untuk seluruhnya.")
        told.append(printing_checks.Remark(words.phrase(said, count=chiefs)))
    return tuple(told)
