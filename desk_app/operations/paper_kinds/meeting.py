# SPDX-License-Identifier: Apache-2.0
"""The papers of a meeting: undangan, notula, daftar hadir to be signed and filled."""

from datetime import date

from desk_app.domain import activities as rules
from desk_app.domain import errors, words
from desk_app.operations import activity_people, activity_register, printing_checks, printing_office, settings
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, letters, travel
from desk_app.reports import attendance_list, invitation, minutes
from desk_app.reports import words as paper_words

N_ = words.N_


def gather_invitation(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The invitation to a meeting, of the day and number that are written with it."""
    found = _meeting(desk, asked)
    own = str(found.values["invitation_date"] or "")
    day = date.fromisoformat(own) if own else asking.day_of(desk, asked)
    number = str(found.values["invitation_number"] or "") if asked.number is None else asked.number.strip()
    signer = asking.signer_of(desk, asked, day)
    sheet = letters.sheet(
        desk, asked, day, signer, number=number, copies=printing_office.copies(desk), dated_above=True, exact=bool(own)
    )
    signing = None if asked.date_open else day if own else asking.signing_day(desk, asked, day)
    row = found.row
    paper = invitation.build(
        invitation.Invitation(
            sheet=sheet,
            subject=row.title,
            date=letters.full_days(row.from_day, row.to_day),
            hours=letters.hours(row.from_minute, row.to_minute, sheet.office.zone),
            where=travel.where_of(desk, row),
            agenda=printing_office.points(str(found.values["agenda"] or "")),
            guests=tuple(one.label for one in found.of_part(rules.Part.GUEST)),
            place=settings.get(desk, "city").strip(),
            day=paper_words.long_date(signing) if signing else "",
        )
    )
    return asking.Made(paper, day, number, signer, (*printing_checks.of_signer(signer), *_lacking(found)))


def gather_minutes(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The notula of a meeting, with the tasks that were settled in it."""
    found = _meeting(desk, asked)
    row = found.row
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    sheet = letters.sheet(desk, asked, day, signer, dated_above=True)
    number, of = str(found.values["invitation_number"] or ""), str(found.values["invitation_date"] or "")
    invited = " tanggal ".join(
        part for part in (number, paper_words.long_date(date.fromisoformat(of)) if of else "") if part
    )
    paper = minutes.build(
        minutes.Minutes(
            sheet=sheet,
            subject=row.title,
            date=letters.full_days(row.from_day, row.to_day),
            hours=letters.hours(row.from_minute, row.to_minute, sheet.office.zone),
            where=travel.where_of(desk, row),
            agenda=printing_office.points(str(found.values["agenda"] or "")),
            guests=_guests(found),
            text=str(found.values["minutes"] or ""),
            tasks=travel.tasks_of(found),
            invitation=f"Nomor {invited}" if number else invited and f"tanggal {invited}",
        )
    )
    return asking.Made(paper, day, "", signer, printing_checks.of_signer(signer))


def gather_attendance(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The list to be signed; without an activity one whose head is left for the pen."""
    return _attendance(desk, asked, filled=False)


def gather_present(desk: Desk, asked: asking.Asked) -> asking.Made:
    """Who came to an activity. Raises Refused without one."""
    return _attendance(desk, asked, filled=True)


def _attendance(desk: Desk, asked: asking.Asked, *, filled: bool) -> asking.Made:
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    sheet = letters.sheet(desk, asked, day, signer)
    build = attendance_list.build_filled if filled else attendance_list.build
    if not asked.record and not filled:
        return asking.Made(build(attendance_list.AttendanceList(sheet)), day, "", signer)
    found = _meeting(desk, asked)
    row = found.row
    paper = build(
        attendance_list.AttendanceList(
            sheet=sheet,
            subject=row.title,
            date=letters.full_days(row.from_day, row.to_day),
            hours=letters.hours(row.from_minute, row.to_minute, sheet.office.zone),
            where=travel.where_of(desk, row),
            guests=_guests(found),
        )
    )
    return asking.Made(paper, day, "", signer, printing_checks.of_signer(signer))


def _meeting(desk: Desk, asked: asking.Asked) -> activity_register.Activity:
    if not asked.record:
        raise errors.Refused(N_("Pilih kegiatannya."))
    return activity_register.activity(desk, asked.record)


def _guests(found: activity_register.Activity) -> tuple[attendance_list.Guest, ...]:
    """Those who are invited; where nobody is, those who are sent."""
    named = found.of_part(rules.Part.GUEST) or found.of_part(rules.Part.OFFICER)
    return tuple(_guest(one) for one in named)


def _guest(one: activity_people.Person) -> attendance_list.Guest:
    return attendance_list.Guest(one.name, one.office, one.unit, one.present, one.note)


def _lacking(found: activity_register.Activity) -> tuple[printing_checks.Remark, ...]:
    told = []
    if not found.row.from_day:
        told.append(N_("Hari kegiatan belum diisi; menjadi titik-titik."))
    if found.row.from_minute is None:
        told.append(N_("Jam kegiatan belum diisi; menjadi titik-titik."))
    if not found.row.site:
        told.append(N_("Tempat kegiatan belum diisi; hanya wilayahnya yang dicetak."))
    if not found.of_part(rules.Part.GUEST):
        told.append(N_("Belum ada yang diundang; alamat surat menjadi titik-titik."))
    return tuple(printing_checks.Remark(words.phrase(one)) for one in told)
