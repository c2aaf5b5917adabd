# SPDX-License-Identifier: Apache-2.0
"""The papers of a journey to an activity: SPPD with its visum, laporan perjalanan dinas, daftar nominatif."""

import contextlib
from dataclasses import dataclass, replace
from datetime import date

from desk_app.data import rows
from desk_app.domain import activities as rules
from desk_app.domain import errors, records, words
from desk_app.domain import tasks as task_rules
from desk_app.operations import (
    activity_people,
    activity_register,
    days,
    issue_secrecy,
    places,
    printing_checks,
    printing_office,
    settings,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, letters
from desk_app.reports import document, officers, signature, travel_list, travel_order, travel_report
from desk_app.reports import words as paper_words

N_ = words.N_

MOST_STOPS = 4
WITHHELD = "(dirahasiakan)"


@dataclass(frozen=True, slots=True)
class Journey:
    """An activity to which people travel. `basis`: its surat tugas in words, `where` in words."""

    found: activity_register.Activity
    sent: tuple[activity_people.Person, ...]
    where: str
    basis: str

    @property
    def first(self) -> str:
        return self.found.row.from_day

    @property
    def last(self) -> str:
        return self.found.row.to_day or self.found.row.from_day

    @property
    def days(self) -> int:
        if not self.first:
            return 0
        return (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days + 1


def gather_order(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The SPPD of one officer of an activity (his record with it), the first where the activity is named.

    Raises Refused where no officer is named.
    """
    journey, chosen = _journey(desk, asked, N_("Pilih kegiatan yang petugasnya bepergian."))
    if not journey.sent:
        raise errors.Refused(N_("Sebutkan dahulu petugasnya pada kegiatan itu."))
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    one = chosen or journey.sent[0]
    city = settings.get(desk, "city").strip()
    found = journey.found
    paper = travel_order.build(
        travel_order.TravelOrder(
            sheet=letters.sheet(desk, asked, day, signer, enacted=True),
            traveller=letters.travellers(desk, (one,))[0],
            ordering=signer.office if signer is not None else "",
            purpose=found.row.title,
            start=city,
            target=journey.where,
            first=_long(journey.first),
            last=_long(journey.last),
            days=journey.days,
            basis=journey.basis,
            stops=_stops(journey),
            about=f"{found.row.title} {journey.sent.index(one) + 1} {paper_words.long_date(day)}",
        )
    )
    told = list(printing_checks.of_signer(signer))
    if chosen is None and len(journey.sent) > 1:
        said = N_("{count} petugas bepergian; ini SPPD yang pertama. Pilih Cetak semua untuk seluruhnya.")
        told.append(printing_checks.Remark(words.phrase(said, count=len(journey.sent))))
    return asking.Made(paper, day, (asked.number or "").strip(), signer, tuple(told))


def orders_of(desk: Desk, asked: asking.Asked) -> list[asking.Asked]:
    """The SPPD that stand for that of an activity: one for every officer."""
    journey, chosen = _journey(desk, asked, N_("Pilih kegiatan yang petugasnya bepergian."))
    sent = journey.sent if chosen is None else (chosen,)
    return [replace(asked, record=one.no) for one in sent]


def gather_report(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The report of a journey. Raises Refused without an activity."""
    journey, _chosen = _journey(desk, asked, N_("Pilih kegiatan yang dilaporkan."))
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    sheet = letters.sheet(desk, asked, day, signer, dated_above=True)
    known = replace(sheet.signature, place_and_date=("Mengetahui,",))
    went = _travellers(desk, journey)
    row = journey.found.row
    paper = travel_report.build(
        travel_report.TravelReport(
            sheet=replace(sheet, signature=known),
            subject=row.title,
            when=letters.full_days(journey.first, journey.last),
            where=journey.where,
            basis=journey.basis,
            travellers=went,
            watched=_watched(journey.found),
            visits=_visits(desk, journey.found),
            result=str(journey.found.values["result"] or row.description or ""),
            tasks=tasks_of(journey.found),
            reporter=_reporter(went, sheet.dated),
            of=paper_words.long_date(day),
        )
    )
    return asking.Made(paper, day, "", signer, printing_checks.of_signer(signer))


def gather_list(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The daftar nominatif of a journey. Raises Refused without an activity."""
    journey, _chosen = _journey(desk, asked, N_("Pilih kegiatan yang petugasnya bepergian."))
    day = asking.day_of(desk, asked)
    signer = asking.signer_of(desk, asked, day)
    paper = travel_list.build(
        travel_list.TravelList(
            sheet=letters.sheet(desk, asked, day, signer),
            subject=journey.found.row.title,
            basis=journey.basis,
            target=journey.where,
            dates=letters.full_days(journey.first, journey.last),
            days=journey.days,
            travellers=_travellers(desk, journey),
            of=paper_words.long_date(day),
        )
    )
    return asking.Made(paper, day, "", signer, printing_checks.of_signer(signer))


def tasks_of(found: activity_register.Activity) -> tuple[travel_report.Task, ...]:
    """What was settled to be done with an activity."""
    return tuple(
        travel_report.Task(
            one.text,
            one.who,
            f"{date.fromisoformat(one.due):%d-%m-%Y}" if one.due else "",
            task_rules.STATE_LABELS.get(one.state, one.state),
        )
        for one in found.tasks
    )


def withheld(desk: Desk, found: activity_register.Activity) -> tuple[activity_register.Visit, ...]:
    """The visits of which an issue in confidence came: no paper tells what was found there."""
    with desk.reading() as connection:
        return tuple(
            one for one in found.visits if one.issue and issue_secrecy.is_in_confidence(connection, one.issue)
        )


def where_of(desk: Desk, row: activity_register.ActivityRow) -> str:
    """Where an activity is, in words."""
    label = places.full_labels(desk, [row.place]).get(row.place, "") if row.place != desk.identity.place else ""
    place = label or (printing_office.office(desk).region if row.place else "")
    return ", ".join(part for part in (row.site, place) if part)


def _journey(
    desk: Desk, asked: asking.Asked, missing: str
) -> tuple[Journey, activity_people.Person | None]:
    """The activity that is asked for, and the officer of it where his record is named. Raises Refused, NotFound."""
    if not asked.record:
        raise errors.Refused(missing)
    activity = asked.record
    with desk.reading() as connection, contextlib.suppress(errors.NotFound):
        activity = int(rows.row(connection, records.ATTENDANCE, asked.record)["activity"] or 0)
    found = activity_register.activity(desk, activity)
    sent = found.of_part(rules.Part.OFFICER)
    chosen = next((one for one in sent if one.no == asked.record), None)
    if activity != asked.record and chosen is None:
        raise errors.NotFound(N_("Petugas itu tidak ada pada kegiatan ini."))
    number, day = str(found.values["letter_number"] or ""), str(found.values["letter_date"] or "")
    basis = f"Surat Tugas Nomor {number or paper_words.BLANK_NUMBER}" if number or day else ""
    if day:
        basis += f" tanggal {_long(day)}"
    return Journey(found, sent, where_of(desk, found.row), basis), chosen


def _travellers(desk: Desk, journey: Journey) -> tuple[officers.Officer, ...]:
    """Those who are named, else the members of the team."""
    if journey.sent:
        return letters.travellers(desk, journey.sent)
    members = activity_register.assignment(desk, journey.found.row.no).members
    return tuple(officers.Officer(one.person, one.office, one.rank, unit=one.unit) for one in members)


def _reporter(went: tuple[officers.Officer, ...], dated: str) -> document.SignatureBlock:
    first = went[0] if went else officers.Officer("")
    below = tuple(part for part in (first.rank, first.number) if part)
    above = tuple(part for part in (dated, "Yang melaporkan,") if part)
    office = (f"{first.office},",) if first.office else ()
    return document.SignatureBlock(above, office, first.name or signature.UNNAMED, below)


def _watched(found: activity_register.Activity) -> tuple[str, ...]:
    return (*(one.label for one in found.points), *printing_office.points(str(found.values["watched"] or "")))


def _visits(desk: Desk, found: activity_register.Activity) -> tuple[travel_report.Visit, ...]:
    """What was found; of what became an issue in confidence the number alone."""
    hidden = {one.no for one in withheld(desk, found)}
    return tuple(
        travel_report.Visit(
            place=one.label,
            when=f"{days.local(desk, one.at):%d-%m-%Y %H.%M}" if one.at else "",
            met="" if one.no in hidden else one.met,
            findings=WITHHELD if one.no in hidden else one.findings,
            issue=one.issue_number,
        )
        for one in found.visits
    )


def _stops(journey: Journey) -> tuple[str, ...]:
    """Where the visum is given: the places of the visits, where they are few, else where the activity is."""
    visited = [one.label for one in journey.found.visits]
    if 0 < len(visited) <= MOST_STOPS:
        return tuple(visited)
    return (journey.where,) if journey.where else ()


def _long(day: str) -> str:
    return paper_words.long_date(date.fromisoformat(day)) if day else ""
