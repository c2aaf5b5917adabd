# SPDX-License-Identifier: Apache-2.0
"""Daftar nominatif perjalanan dinas: who travels, whither and how long; the amounts are left for the pen.

No rate and no sum is printed: what a day or a kilometre pays is settled elsewhere.
"""

from dataclasses import dataclass, replace

from desk_app.reports import document, letter_sheet, officers, words

TITLE = "Daftar Nominatif Perjalanan Dinas"


@dataclass(frozen=True, slots=True)
class TravelList:
    """`dates`: the days in words, `days` how many (0: not known)."""

    sheet: letter_sheet.Sheet
    subject: str
    basis: str
    target: str
    dates: str
    days: int
    travellers: tuple[officers.Officer, ...]
    of: str = ""


def build(listed: TravelList) -> document.Document:
    """The document, with its check code, on a sheet across."""
    sheet = replace(listed.sheet, page=replace(listed.sheet.page, landscape=True))
    blocks: list[document.Block] = [
        document.Title((TITLE.upper(), sheet.office.desk.upper())),
        document.Facts(
            (
                document.Fact("Kegiatan", listed.subject),
                document.Fact("Dasar", listed.basis or words.BLANK_NUMBER),
                document.Fact("Tujuan", listed.target or words.BLANK_NUMBER),
                document.Fact("Tanggal", listed.dates or words.BLANK_NUMBER),
            )
        ),
        _table(listed),
    ]
    name = " ".join(part for part in (TITLE, listed.subject, listed.of) if part)
    return letter_sheet.document_of(sheet, name, blocks, TITLE)


def _table(listed: TravelList) -> document.Table:
    money = [
        document.Column(title, share=0.75, align=document.Align.RIGHT, group="Biaya (Rp)", paper_only=True)
        for title in ("Uang harian", "Transpor", "Penginapan", "Jumlah")
    ]
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Nama", share=1.6, lead=True),
        document.Column("Pangkat/Gol.", share=0.9, paper_only=True),
        document.Column("Jabatan", share=1.4, short=""),
        document.Column("Lama (hari)", align=document.Align.CENTER, paper_only=True),
        *money,
        document.Column("Tanda tangan", share=1.1, paper_only=True),
    )
    blank = words.NO_BREAK
    rows = [
        document.Row(
            (
                str(place),
                one.name or words.BLANK_NUMBER,
                one.rank or "–",
                one.office or one.unit or "–",
                str(listed.days) if listed.days else "",
                blank, blank, blank, blank,
                f"{place}.\n{blank}",
            )
        )
        for place, one in enumerate(listed.travellers, start=1)
    ]
    if rows:
        total = ("", "JUMLAH", "", "", "", blank, blank, blank, blank, "")
        rows.append(document.Row(total, document.RowKind.TOTAL))
    return document.Table(columns, tuple(rows), when_empty="Belum ada petugas yang disebut")
