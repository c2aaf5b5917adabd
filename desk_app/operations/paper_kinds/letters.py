# SPDX-License-Identifier: Apache-2.0
"""What all letters share: the sheet around their words, who signs, where, and people as a letter names them."""

from datetime import date

from desk_app.data import letter_rows
from desk_app.domain import letter_signers, people
from desk_app.operations import activity_people, assignment_letters, days, printing_office, settings, signatories
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import document, letter_sheet, officers, signature, words

_NONE = ("-", "–")
"""Typed where a setting that has a default is to say nothing."""


def sheet(
    desk: Desk,
    asked: asking.Asked,
    day: date,
    signer: signatories.SignatoryRow | None,
    *,
    number: str | None = None,
    copies: tuple[str, ...] = (),
    enacted: bool = False,
    dated_above: bool = False,
    exact: bool = False,
) -> letter_sheet.Sheet:
    """The sheet of a letter of a day. `enacted`: signed under “Ditetapkan di …”; `dated_above`: place and date stand
    at the top of the letter; `exact`: the day is the letter's own, whenever it is printed."""
    city = settings.get(desk, "city").strip()
    signing = None if asked.date_open else (day if exact else asking.signing_day(desk, asked, day))
    if enacted:
        where = signature.enacted_at(city, signing)
    else:
        where = () if dated_above else signature.signed_at(city, signing)
    return letter_sheet.Sheet(
        office=printing_office.office(desk),
        page=printing_office.page_setup(desk, asked.paper),
        signature=block(signer, where),
        as_of=days.local(desk, asked.as_of),
        head=printing_office.kop(desk, signer),
        number=(number if number is not None else asked.number or "").strip(),
        dated="".join(signature.signed_at(city, signing)) if dated_above else "",
        copies=tuple(one for one in copies if not _goes_to(one, signer)),
        nature=asked.nature.strip() or letter_sheet.ORDINARY,
    )


def block(signer: signatories.SignatoryRow | None, where: tuple[str, ...] = ()) -> document.SignatureBlock:
    """The block of a signatory under lines of place and date."""
    return signature.block(signer.signatory if signer is not None else None, where)


def lines(desk: Desk, name: str) -> tuple[str, ...]:
    """A setting of one point a line, its names filled in: {desk}, {pemilihan}, {daerah}; a dash alone says none."""
    office = printing_office.office(desk)
    text = settings.get(desk, name)
    for mark, said in (("{desk}", office.desk), ("{pemilihan}", office.event), ("{daerah}", office.region)):
        text = text.replace(mark, said)
    return tuple(point for point in printing_office.points(text) if point not in _NONE)


def officer(one: assignment_letters.Person, area: str = "") -> officers.Officer:
    """A member as a letter names him, his number whole."""
    return officers.Officer(one.name, one.office, one.rank, one.number, one.unit, one.role, area)


def travellers(desk: Desk, sent: tuple[activity_people.Person, ...]) -> tuple[officers.Officer, ...]:
    """Those who are named with an activity, with rank and number where they are members of the desk."""
    with desk.reading() as connection:
        held = letter_rows.read(connection, settings.event_code(desk))
    members = {one.no: one for one in held.members}
    found = []
    for one in sent:
        member = members.get(one.member)
        if member is None:
            found.append(officers.Officer(one.name, one.office, unit=one.unit))
            continue
        service = people.service_of(member.service, member.unit, member.office)
        found.append(
            officers.Officer(
                name=one.name or member.person,
                office=one.office or member.office,
                rank=people.rank_text(member.rank),
                number=people.labelled_number(member.number, service),
                unit=one.unit or member.unit,
            )
        )
    return tuple(found)


def period(first: str, last: str) -> str:
    """“tanggal 12 Februari 2024 sampai dengan tanggal 14 Februari 2024” of ISO days, "" where none is known."""
    if first and last and first != last:
        return f"tanggal {_long(first)} sampai dengan tanggal {_long(last)}"
    if first:
        return f"tanggal {_long(first)}"
    return f"sampai dengan tanggal {_long(last)}" if last else ""


def hours(from_minute: int | None, to_minute: int | None, zone: str) -> str:
    """“pukul 09.00 s.d. 12.00 WITA”, “pukul 09.00 WITA s.d. selesai”."""
    if from_minute is None:
        return ""
    start = f"{from_minute // 60:02d}.{from_minute % 60:02d}"
    if to_minute is None:
        return f"pukul {start} {zone} s.d. selesai"
    return f"pukul {start} s.d. {to_minute // 60:02d}.{to_minute % 60:02d} {zone}"


def full_days(first: str, last: str) -> str:
    """“Rabu, 14 Februari 2024”, “Rabu, 14 Februari 2024 s.d. Jumat, 16 Februari 2024”."""
    told = [words.full_date(date.fromisoformat(day)) for day in dict.fromkeys((first, last)) if day]
    return " s.d. ".join(told)


def _goes_to(copy: str, signer: signatories.SignatoryRow | None) -> bool:
    """Whether a copy would go to him who signs himself."""
    return signer is not None and letter_signers.is_of(copy, signer.office)


def _long(day: str) -> str:
    return words.long_date(date.fromisoformat(day))
