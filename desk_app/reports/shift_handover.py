# SPDX-License-Identifier: Apache-2.0
"""Berita acara serah terima piket posko: who hands over to whom, how things stand, and what is still open."""

from dataclasses import dataclass, replace
from datetime import datetime

from desk_app.reports import document, form_parts, letter_sheet, signature, words

TITLE = "Berita Acara Serah Terima Piket Posko"


@dataclass(frozen=True, slots=True)
class Watch:
    """Who sat in the posko and when: "07.00–19.00"; "" where nobody was named."""

    name: str = ""
    office: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class ShiftHandover:
    """`at` in the zone of the office; `matters`: what is open, a line each; the signatory of the sheet takes note."""

    sheet: letter_sheet.Sheet
    at: datetime
    handing: Watch
    taking: Watch
    text: str = ""
    matters: tuple[str, ...] = ()
    place: str = ""


def build(handover: ShiftHandover) -> document.Document:
    """The document, with its check code."""
    sheet, at = handover.sheet, handover.at
    where = f", bertempat di Posko {sheet.office.desk}" + (f", {handover.place}" if handover.place else "")
    day = at.date()
    blocks: list[document.Block] = [
        document.Title(("BERITA ACARA SERAH TERIMA PIKET POSKO", sheet.office.desk.upper()), sheet.numbered),
        document.Paragraph(
            f"Pada hari ini, {words.spelled_date(day)} ({words.short_date(day)}), {words.clock(at, sheet.office.zone)}"
            f"{where}, kami yang bertanda tangan di bawah ini:"
        ),
        _party("1.", handover.handing, "PIHAK PERTAMA"),
        _party("2.", handover.taking, "PIHAK KEDUA"),
        document.Paragraph(
            "menyatakan bahwa PIHAK PERTAMA telah menyerahkan tugas piket posko kepada PIHAK KEDUA, dan PIHAK KEDUA "
            "telah menerimanya, dengan keadaan sebagai berikut."
        ),
        document.Heading("KEADAAN SAAT SERAH TERIMA", "A."),
        *_lines(handover.text),
        document.Heading("YANG BELUM SELESAI", "B."),
        *_matters(handover.matters),
        document.Paragraph(
            "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
        ),
        form_parts.signatures(
            _side("PIHAK KEDUA,", handover.taking),
            _side("PIHAK PERTAMA,", handover.handing),
            replace(sheet.signature, place_and_date=("Mengetahui,",)),
        ),
    ]
    name = f"{TITLE} {words.long_date(day)} {words.hour(at)}"
    return letter_sheet.document_of(sheet, name, blocks, TITLE, signed=False)


def _party(mark: str, watch: Watch, called: str) -> document.Clause:
    who = ", ".join(part for part in (watch.name or words.BLANK_NUMBER, watch.office) if part)
    hours = f"petugas piket pukul {watch.hours}" if watch.hours else f"petugas piket pukul {words.BLANK_NUMBER}"
    return document.Clause(mark, f"{who}, {hours}, selanjutnya disebut {called};")


def _lines(text: str) -> list[document.Block]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [document.Paragraph(line) for line in lines or [letter_sheet.BLANK_LINE]]


def _matters(matters: tuple[str, ...]) -> list[document.Block]:
    if not matters:
        return [document.Paragraph("NIHIL")]
    return [document.Clause(f"{place}.", text) for place, text in enumerate(matters, start=1)]


def _side(role: str, watch: Watch) -> document.SignatureBlock:
    return document.SignatureBlock((words.NO_BREAK,), (role,), watch.name or signature.UNNAMED, (), 20.0)
