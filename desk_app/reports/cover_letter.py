# SPDX-License-Identifier: Apache-2.0
"""Surat pengantar of a report (`domain.md §5.5`): to whom, and the list of what is enclosed."""

from dataclasses import dataclass

from desk_app.reports import document, letter_sheet, words

TITLE = "Surat Pengantar"


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A paper that goes with the letter: its day in words, `note` "konsep" for one that is not final."""

    title: str
    number: str = ""
    day: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CoverLetter:
    """`day`: what the letter is about, in words, for the name of the paper."""

    sheet: letter_sheet.Sheet
    addressed_to: str
    enclosed: tuple[Enclosed, ...]
    day: str = ""
    place: str = ""


def build(letter: CoverLetter) -> document.Document:
    """The document, with its check code."""
    sheet, count = letter.sheet, len(letter.enclosed)
    subject = f"Penyampaian {letter.enclosed[0].title}" if count == 1 else "Penyampaian Laporan"
    blocks: list[document.Block] = [
        letter_sheet.opening(
            sheet,
            subject,
            letter_sheet.addressed(letter.addressed_to, letter.place),
            enclosed=f"{words.counted(count)} berkas" if count else "–",
        ),
        *letter_sheet.body(
            f"Dalam rangka {sheet.office.event}, bersama ini disampaikan naskah {sheet.office.desk} sebagai berikut:"
        ),
        _table(letter.enclosed),
        *letter_sheet.body("Demikian disampaikan untuk menjadi bahan selanjutnya."),
    ]
    return letter_sheet.document_of(sheet, f"{TITLE} {sheet.office.desk} {letter.day}".strip(), blocks, TITLE)


def _table(enclosed: tuple[Enclosed, ...]) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Naskah yang disampaikan", share=2.0, lead=True),
        document.Column("Nomor", share=0.8, short="nomor"),
        document.Column("Tanggal", short=""),
        document.Column("Banyaknya", paper_only=True),
        document.Column("Keterangan", share=0.7, short=""),
    )
    rows = tuple(
        document.Row((str(place), one.title, one.number or "–", one.day or "–", "1 (satu) berkas", one.note or "–"))
        for place, one in enumerate(enclosed, start=1)
    )
    return document.Table(columns, rows)
