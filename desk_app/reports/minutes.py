# SPDX-License-Identifier: Apache-2.0
"""Notula of a meeting: when and where, who came, what was said, and the tasks that follow from it."""

from dataclasses import dataclass, replace

from desk_app.reports import attendance_list, document, form_parts, letter_sheet, signature, travel_report, words

TITLE = "Notula"


@dataclass(frozen=True, slots=True)
class Minutes:
    """`text`: as it was typed, a paragraph a line ("" leaves lines for the pen); `guests` with who came.

    The signatory of the sheet led the meeting; who wrote this signs beside him.
    """

    sheet: letter_sheet.Sheet
    subject: str
    date: str
    hours: str
    where: str
    agenda: tuple[str, ...] = ()
    guests: tuple[attendance_list.Guest, ...] = ()
    text: str = ""
    tasks: tuple[travel_report.Task, ...] = ()
    invitation: str = ""
    writer: str = ""


def build(minutes: Minutes) -> document.Document:
    """The document, with its check code."""
    sheet = minutes.sheet
    blocks: list[document.Block] = [
        document.Title((TITLE.upper(), minutes.subject.upper())),
        document.Facts(tuple(_facts(minutes))),
    ]
    sections: list[tuple[str, list[document.Block]]] = []
    if minutes.agenda:
        marks = enumerate(minutes.agenda, start=1)
        sections.append(("ACARA", [document.Clause(f"{place}.", text) for place, text in marks]))
    sections += [
        ("JALANNYA RAPAT", _said(minutes.text)),
        ("TUGAS DAN TINDAK LANJUT", [travel_report.tasks(minutes.tasks)]),
        ("PESERTA", [document.Paragraph(attendance_list.counted(minutes.guests)), _present(minutes.guests)]),
    ]
    for place, (title, parts) in enumerate(sections):
        blocks += [document.Heading(title, f"{chr(ord('A') + place)}."), *parts]
    blocks += letter_sheet.body("Demikian notula ini dibuat untuk menjadi bahan selanjutnya.")
    above = (sheet.dated,) if sheet.dated else ()
    leader = replace(sheet.signature, place_and_date=(*above, "Pemimpin rapat,"))
    beside = (words.NO_BREAK,) if sheet.dated else ()
    writer = document.SignatureBlock((*beside, "Notulis,"), (), minutes.writer or signature.UNNAMED)
    blocks.append(form_parts.signatures(writer, leader))
    name = " ".join(part for part in (TITLE, minutes.subject, minutes.date) if part)
    return letter_sheet.document_of(sheet, name, blocks, TITLE, signed=False)


def _facts(minutes: Minutes) -> list[document.Fact]:
    told = [("Hari, tanggal", minutes.date), ("Waktu", minutes.hours), ("Tempat", minutes.where)]
    facts = [document.Fact(label, value or words.BLANK_NUMBER) for label, value in told]
    return [*facts, document.Fact("Surat undangan", minutes.invitation)] if minutes.invitation else facts


def _said(text: str) -> list[document.Block]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return [document.Paragraph(letter_sheet.BLANK_LINE, document.Align.LEFT) for _ in range(8)]
    return [document.Paragraph(line) for line in lines]


def _present(guests: tuple[attendance_list.Guest, ...]) -> document.Table:
    came = tuple(one for one in guests if one.present)
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Hadir", share=1.0, lead=True),
        document.Column("Jabatan/Instansi", share=1.3, short=""),
    )
    rows = tuple(
        document.Row((str(place), one.name or "–", one.called or "–"))
        for place, one in enumerate(came, start=1)
    )
    return document.Table(columns, rows, when_empty="Kehadiran belum dicatat; lihat daftar hadir")
