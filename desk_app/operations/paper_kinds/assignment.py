# SPDX-License-Identifier: Apache-2.0
"""Surat tugas: of a member, a team, a section, of those sent to an activity, or of all who can be ordered here."""

from dataclasses import replace
from datetime import date
from enum import StrEnum

from desk_app.domain import errors, letter_signers, people, words
from desk_app.operations import (
    activity_register,
    assignment_letters,
    level_words,
    printing_checks,
    printing_office,
    settings,
    signatories,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, letters
from desk_app.operations.targets import Page, Target
from desk_app.reports import assignment_letter, officers
from desk_app.reports import words as paper_words

N_ = words.N_

ALL = "Seluruh Anggota"


class Each(StrEnum):
    """Of whom every one gets a letter of his own when all are printed."""

    TEAM = "tim"
    PERSON = "orang"


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """One letter. Raises Refused where nobody is to be ordered, NotFound for a record that is none of these."""
    day = asking.day_of(desk, asked)
    orders = assignment_letters.of_record(desk, asked.record, on=asked.day.isoformat() if asked.day else "").orders
    if not orders and asked.record:
        said = N_("Tidak ada yang dapat ditugaskan dengan surat tugas; periksa anggota dan masa tugasnya.")
        raise errors.Refused(said)
    activity = _activity(desk, asked, orders)
    number = activity.number if asked.number is None and activity is not None else (asked.number or "").strip()
    own_day = date.fromisoformat(activity.day) if activity is not None and activity.day else None
    signer, wanted = _signer(desk, asked, own_day or day, orders)
    sheet = letters.sheet(
        desk,
        asked,
        own_day or day,
        signer,
        number=number,
        copies=letters.lines(desk, "assignment_copies"),
        enacted=True,
        exact=own_day is not None,
    )
    signing = None if asked.date_open else own_day or asking.signing_day(desk, asked, day)
    paper = assignment_letter.build(
        assignment_letter.AssignmentLetter(
            sheet=sheet,
            about=_about(asked, orders, activity),
            groups=tuple(_group(desk, letter, alone=len(orders) < 2) for letter in orders),
            basis=_basis(desk, orders),
            purposes=_purposes(desk, orders, activity),
            considering=letters.lines(desk, "assignment_considering"),
            title=settings.get(desk, "assignment_title").strip() or assignment_letter.TITLE,
            order=settings.get(desk, "assignment_order").strip() or assignment_letter.ORDER,
            day=signing,
            of=paper_words.long_date(own_day or day),
        )
    )
    return asking.Made(paper, own_day or day, number, signer, _remarks(signer, wanted, orders))


def letters_of(desk: Desk, asked: asking.Asked, each: Each = Each.TEAM) -> list[asking.Asked]:
    """The letters that stand for one that is asked for: one for every team and section, or for every person.

    The head of the desk has no team: those get a letter each.
    """
    orders = assignment_letters.of_record(desk, asked.record, on=asked.day.isoformat() if asked.day else "").orders
    found = []
    for letter in orders:
        alone = each is Each.PERSON or (not letter.record and not asked.record)
        if alone and all(one.no for one in letter.persons):
            found += [replace(asked, record=one.no) for one in letter.persons]
        else:
            found.append(replace(asked, record=letter.record or asked.record))
    return found


def _activity(
    desk: Desk, asked: asking.Asked, orders: tuple[assignment_letters.Letter, ...]
) -> activity_register.Assignment | None:
    """The activity that a letter is about."""
    if not asked.record or any(one.no == asked.record for letter in orders for one in letter.persons):
        return None
    try:
        return activity_register.assignment(desk, asked.record)
    except errors.NotFound:
        return None


def _signer(
    desk: Desk, asked: asking.Asked, day: date, orders: tuple[assignment_letters.Letter, ...]
) -> tuple[signatories.SignatoryRow | None, str]:
    """Who signs: the one asked for, else by the office's rule, else the first who is not sent himself.

    The second is the office that the rule names and nobody in the list has.
    """
    if asked.signatory is not None:
        return asking.signer_of(desk, asked, day), ""
    sent = [one for letter in orders for one in letter.persons]
    rows = asking.signatories_for(desk, asked.report, day)
    free = [row for row in rows if not any(people.same_person(row.person, one.name) for one in sent)]
    rules = letter_signers.parse(settings.get(desk, "assignment_signers"))
    wanted = letter_signers.signer_for(rules, [(one.office, one.rank) for one in sent])
    chosen = [row for row in free if letter_signers.is_of(row.office, wanted)]
    return next(iter(chosen or free or rows), None), "" if chosen else wanted


def _about(
    asked: asking.Asked,
    orders: tuple[assignment_letters.Letter, ...],
    activity: activity_register.Assignment | None,
) -> str:
    """Whom the letter is for, without a name: it stands in the file's own description."""
    if not asked.record:
        return ALL
    letter = orders[0]
    if activity is None and letter.record != asked.record:
        one = letter.persons[0]
        return f"{letter.group} urutan {one.order} {one.office or one.unit}".strip()
    return letter.group


def _group(desk: Desk, letter: assignment_letters.Letter, *, alone: bool) -> officers.Group:
    area = "" if alone else paper_words.listed([one.name for one in letter.districts])
    return officers.Group("" if alone else letter.group, tuple(letters.officer(one, area) for one in letter.persons))


def _basis(desk: Desk, orders: tuple[assignment_letters.Letter, ...]) -> tuple[str, ...]:
    decrees = tuple(dict.fromkeys(letter.basis_words for letter in orders if letter.basis_words))
    return (*decrees, *letters.lines(desk, "assignment_basis"))


def _purposes(
    desk: Desk,
    orders: tuple[assignment_letters.Letter, ...],
    activity: activity_register.Assignment | None,
) -> tuple[str, ...]:
    """What they are sent for, where, and how long; what no team says is said by the office's setting."""
    if activity is not None:
        return _of_activity(desk, activity, orders[0].record)
    own = tuple(dict.fromkeys(text for letter in orders for text in letter.purposes)) if len(orders) == 1 else ()
    office = printing_office.office(desk)
    told = own or letters.lines(desk, "assignment_purposes")
    told = told or (f"Melaksanakan tugas pada {office.desk} dalam rangka {office.event}",)
    if len(orders) != 1:
        return (*told, "Melaksanakan tugas sesuai kedudukan masing-masing dalam tim")
    [letter] = orders
    where = paper_words.listed([one.name for one in letter.districts])
    noun = level_words.words_of(desk).district
    persons = letter.persons
    first = persons[0].period_from if len(persons) == 1 and persons[0].period_from else letter.period_from
    last = persons[0].period_to if len(persons) == 1 and persons[0].period_to else letter.period_to
    time = letters.period(first, last)
    return (
        *told,
        *((f"Melaksanakan tugas tersebut di {noun} {where}",) if where else ()),
        *((f"Melaksanakan tugas terhitung {'mulai ' if first else ''}{time}",) if time else ()),
    )


def _of_activity(desk: Desk, activity: activity_register.Assignment, record: int) -> tuple[str, ...]:
    when = letters.full_days(activity.from_day, activity.to_day)
    where = ", ".join(part for part in (activity_register.activity(desk, record).row.site, activity.place) if part)
    said = f"Melaksanakan kegiatan {activity.purpose}"
    said += f" pada hari {when}" if when else ""
    return (f"{said}, bertempat di {where}" if where else said,)


def _remarks(
    signer: signatories.SignatoryRow | None, wanted: str, orders: tuple[assignment_letters.Letter, ...]
) -> tuple[printing_checks.Remark, ...]:
    told = list(printing_checks.of_signer(signer))
    if wanted:
        said = N_("Menurut aturan, {office} yang menandatangani, tetapi tidak ada dalam daftar penanda tangan.")
        told.append(printing_checks.Remark(words.phrase(said, office=wanted)))
    sent = [one for letter in orders for one in letter.persons]
    nameless = [one for one in sent if not one.name]
    if nameless:
        said = N_("{count} orang belum bernama; namanya menjadi titik-titik.")
        target = Target(Page.TEAMS, record=nameless[0].no)
        told.append(printing_checks.Remark(words.phrase(said, count=len(nameless)), target=target))
    if signer is not None and any(people.same_person(signer.person, one.name) for one in sent):
        told.append(printing_checks.Remark(words.phrase(N_("Penanda tangan menugaskan dirinya sendiri.")), grave=True))
    decrees = [basis for letter in orders for basis in letter.basis]
    undated = next((basis for basis in decrees if not (basis.number and basis.date)), None)
    if not any(letter.basis_words for letter in orders):
        said = N_("Belum ada keputusan pembentukan sebagai dasar; barisnya menjadi titik-titik.")
        target = Target(Page.TEAMS, chosen={"show": "decrees"})
        told.append(printing_checks.Remark(words.phrase(said), target=target))
    elif undated is not None:
        said = N_("Nomor atau tanggal keputusan pembentukan belum diisi; menjadi titik-titik.")
        target = Target(Page.TEAMS, record=undated.no, chosen={"show": "decrees"})
        told.append(printing_checks.Remark(words.phrase(said), target=target))
    return tuple(sorted(told, key=lambda one: not one.grave))
