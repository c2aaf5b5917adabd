# SPDX-License-Identifier: Apache-2.0
"""Reasons for which a numbered check is let pass: who says so and why, for the numbers that stood there."""

from dataclasses import dataclass

from desk_app.data import checklist_rows, unit_of_work
from desk_app.domain import errors, records, words
from desk_app.domain.checklists.rules import Level
from desk_app.operations import checklist_pages, elections, settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Given:
    """A check that a reason lets pass, with the place it is about."""

    subject: str
    label: str
    finding: checklist_pages.PageFinding

    @property
    def line(self) -> str:
        """One line for a paper: "TPS 001 · Kel. Tempe: K-001 Semua angka 0 (…); alasan: …, menurut …"."""
        one = self.finding
        return f"{self.label}: {one.number} {one.label} ({one.words}); alasan: {one.reason}, menurut {one.who}"


def given(desk: Desk, phase: int, area: str = "") -> list[Given]:
    """The reasons that count now in a phase, by place: those whose numbers still stand there."""
    whole = area or desk.identity.place
    with desk.reading() as connection:
        subjects = checklist_rows.subjects_with_reasons(connection, settings.event_code(desk), whole)
    found = []
    for subject in subjects:
        try:
            page = checklist_pages.checklist_page(desk, subject, phase)
        except errors.Refused:
            continue  # a TPS that is in the list no longer
        found += [Given(subject, page.title, one) for one in page.findings if one.reason]
    return found


def withdraw(desk: Desk, subject: str, code: str) -> int:
    """A check that was let pass for a reason asks again; who gave it and why stays in the history.

    Returns the record of the reason. Raises NotFound where there is none.
    """
    place = territory.require_own(desk, subject)
    key = (elections.event_at(desk, subject).code, place.subject, code)

    def work(unit: unit_of_work.Unit) -> int:
        no = unit.find(records.REASON, key)
        if no is None or not unit.projector.state(no, records.REASON.no).alive:
            raise errors.NotFound(N_("Untuk pemeriksaan {code} belum ada alasan."), code=code)
        unit.delete(records.REASON, no)
        return no

    return transact(desk, N_("Alasan isian dicabut"), work)


def accept(
    desk: Desk,
    subject: str,
    code: str,
    reason: str,
    who: str = "",
    *,
    phase: int | None = None,
    seen: int | None = None,
) -> int:
    """Let a check (“K-001@h-1”) of a place pass for a reason; other numbers ask for another. Raises Refused.

    `who`: on whose word; the operator if nobody is named. `seen`: as the sheet was read.
    """
    place = territory.require_own(desk, subject)
    page = checklist_pages.checklist_page(desk, subject, phase)
    found = next((one for one in page.findings if one.code == code and not one.holds), None)
    if found is None:
        raise errors.NotFound(N_("Pemeriksaan {code} tidak ada lagi pada ceklis ini."), code=code)
    if found.level is Level.ERROR:
        raise errors.Refused(N_("{number}: angka ini salah dan harus diperbaiki."), number=found.number)
    if not reason.strip():
        raise errors.Refused(N_("Tulis alasannya."))
    values = {"text": reason.strip(), "who": who.strip() or desk.operator.name, "about": found.about}
    key = (elections.event_at(desk, subject).code, place.subject, code)

    def work(unit: unit_of_work.Unit) -> int:
        return unit.put(records.REASON, key, values, seen=seen)

    return transact(desk, N_("Alasan isian"), work)
