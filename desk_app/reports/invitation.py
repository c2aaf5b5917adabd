# SPDX-License-Identifier: Apache-2.0
"""Surat undangan of a meeting: to whom, when, where and about what; many guests stand in an annex."""

from dataclasses import dataclass, replace

from desk_app.reports import document, letter_sheet, words

TITLE = "Undangan"
MOST_IN_TEXT = 5


@dataclass(frozen=True, slots=True)
class Invitation:
    """`guests`: by their office, in order; `agenda`: points; `day` of the letter in words for the annex ("" left open).
    """

    sheet: letter_sheet.Sheet
    subject: str
    date: str
    hours: str
    where: str
    agenda: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    place: str = ""
    day: str = ""


def build(invitation: Invitation) -> document.Document:
    """The document, with its check code."""
    sheet, guests = invitation.sheet, invitation.guests
    annexed = len(guests) > MOST_IN_TEXT
    enclosed = "1 (satu) lembar" if annexed else "–"
    blocks: list[document.Block] = [
        letter_sheet.opening(sheet, f"{TITLE} {invitation.subject}", _addressee(invitation), enclosed=enclosed),
        *letter_sheet.body(
            f"Dalam rangka {sheet.office.event}, dengan hormat kami mengundang Bapak/Ibu/Saudara untuk menghadiri "
            f"{invitation.subject}, yang akan dilaksanakan pada:"
        ),
        document.Facts(tuple(_facts(invitation))),
        *letter_sheet.body("Demikian disampaikan, atas perhatian dan kehadirannya diucapkan terima kasih."),
    ]
    name = " ".join(part for part in (TITLE, invitation.subject, invitation.date) if part)
    if not annexed:
        return letter_sheet.document_of(sheet, name, blocks, TITLE)
    blocks.append(sheet.signature)
    if sheet.copies:
        blocks.append(document.Copies(sheet.copies))
    blocks += [
        document.PageBreak(),
        letter_sheet.annex_head(sheet, "Surat Undangan", day=invitation.day),
        document.Title(("DAFTAR UNDANGAN",)),
        *(document.Clause(f"{place}.", one) for place, one in enumerate(guests, start=1)),
        replace(sheet.signature, place_and_date=()),
    ]
    return letter_sheet.document_of(sheet, name, blocks, TITLE, signed=False)


def _addressee(invitation: Invitation) -> tuple[str, ...]:
    guests = invitation.guests
    where = (f"di {invitation.place}",) if invitation.place else ()
    if len(guests) < 2:
        return letter_sheet.addressed(guests[0] if guests else "", invitation.place)
    if len(guests) > MOST_IN_TEXT:
        return ("Yth. (daftar undangan terlampir)", *where)
    return ("Yth.", *(f"{place}. {one}" for place, one in enumerate(guests, start=1)), *where)


def _facts(invitation: Invitation) -> list[document.Fact]:
    agenda = invitation.agenda
    marked = [f"{place}. {one}" for place, one in enumerate(agenda, start=1)]
    told = (
        ("Hari, tanggal", invitation.date),
        ("Waktu", invitation.hours),
        ("Tempat", invitation.where),
        ("Acara", "\n".join(marked if len(agenda) > 1 else agenda)),
    )
    return [document.Fact(label, value or words.BLANK_NUMBER) for label, value in told]
