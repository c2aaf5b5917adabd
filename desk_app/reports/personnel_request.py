# SPDX-License-Identifier: Apache-2.0
"""Surat permohonan personel: people whom the head of the region cannot order are asked of their own chief.

Their chief issues the order (`domain.md §11`: Polri, TNI, Kejaksaan, KPU).
"""

from dataclasses import dataclass, replace

from desk_app.reports import document, letter_sheet, officers, words

TITLE = "Permohonan Personel"
MOST_IN_TEXT = 3


@dataclass(frozen=True, slots=True)
class PersonnelRequest:
    """`chief` "Kapolres Wajo", `place` where he is ("" is left out); `basis` the decrees in words, `period` "" or
    "sejak … sampai dengan …"."""

    sheet: letter_sheet.Sheet
    chief: str
    people: tuple[officers.Officer, ...]
    place: str = ""
    basis: str = ""
    period: str = ""
    day: str = ""


def build(request: PersonnelRequest) -> document.Document:
    """The document, with its check code."""
    sheet, many = request.sheet, len(request.people)
    annexed = many > MOST_IN_TEXT
    table = officers.table((officers.Group("", request.people),), "Belum ada nama")
    enclosed = "1 (satu) berkas" if annexed else "–"
    blocks: list[document.Block] = [
        letter_sheet.opening(
            sheet, TITLE, letter_sheet.addressed(request.chief, request.place), enclosed=enclosed
        ),
        *letter_sheet.body(_asking(request, annexed)),
        *(() if annexed else (table,)),
        *letter_sheet.body(_closing()),
    ]
    name = f"{TITLE} kepada {request.chief or words.BLANK_NUMBER} {sheet.office.desk}"
    if not annexed:
        return letter_sheet.document_of(sheet, name, blocks)
    blocks.append(sheet.signature)
    if sheet.copies:
        blocks.append(document.Copies(sheet.copies))
    blocks += [
        document.PageBreak(),
        letter_sheet.annex_head(sheet, "Surat Permohonan Personel", day=request.day),
        document.Title(("DAFTAR PERSONEL YANG DIMOHONKAN",)),
        table,
        replace(sheet.signature, place_and_date=()),
    ]
    return letter_sheet.document_of(sheet, name, blocks, signed=False)


def _asking(request: PersonnelRequest, annexed: bool) -> str:
    office = request.sheet.office
    basis = f" dan berdasarkan {request.basis}" if request.basis else ""
    period = f" {request.period}" if request.period else ""
    where = "sebagaimana tercantum dalam lampiran surat ini." if annexed else "sebagai berikut:"
    return (
        f"Dalam rangka {office.event}{basis}, bersama ini dimohon kiranya Saudara menugaskan "
        f"{words.counted(len(request.people))} personel untuk bertugas pada {office.desk}{period}, {where}"
    )


def _closing() -> str:
    return (
        "Surat perintah bagi personel tersebut diterbitkan oleh Saudara sesuai kewenangan. "
        "Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih."
    )
