# SPDX-License-Identifier: Apache-2.0
"""Jadwal piket posko of a week: each day with its hours and who sits there, without telephone numbers."""

from dataclasses import dataclass
from datetime import date

from desk_app.reports import document, letter_sheet, words

TITLE = "Jadwal Piket Posko"


@dataclass(frozen=True, slots=True)
class Watch:
    """One shift: its hours "19.00–07.00", who ("" leaves a line for the name), as what."""

    hours: str
    name: str
    office: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RosterTable:
    """`days` from Monday, each with its shifts in order; `opened`: when the posko is open, in words; `missing`: hours
    with nobody there, in words."""

    sheet: letter_sheet.Sheet
    days: tuple[tuple[date, tuple[Watch, ...]], ...]
    opened: str
    missing: tuple[str, ...] = ()


def build(roster: RosterTable) -> document.Document:
    """The document, with its check code."""
    sheet = roster.sheet
    first, last = roster.days[0][0], roster.days[-1][0]
    period = f"{words.long_date(first)} s.d. {words.long_date(last)}"
    blocks: list[document.Block] = [
        document.Title((TITLE.upper(), sheet.office.desk.upper())),
        document.Facts((document.Fact("Minggu", period), document.Fact("Posko buka", roster.opened))),
        _table(roster),
    ]
    if roster.missing:
        said = f"! Belum ada petugas: {'; '.join(roster.missing)}."
        blocks.append(document.Paragraph(said, emphasis=document.Emphasis.NOTE))
    return letter_sheet.document_of(sheet, f"{TITLE} {sheet.office.desk} {period}", blocks, TITLE)


def _table(roster: RosterTable) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT, paper_only=True),
        document.Column("Pukul", align=document.Align.CENTER, lead=True),
        document.Column("Petugas", share=1.4, short=""),
        document.Column("Jabatan", share=1.4, short=""),
        document.Column("Keterangan", share=0.7, short=""),
    )
    rows: list[document.Row] = []
    number = 0
    for day, watches in roster.days:
        if not watches:
            continue
        rows.append(document.Row((words.full_date(day),), document.RowKind.GROUP))
        for one in watches:
            number += 1
            who = one.name or words.BLANK_NUMBER
            rows.append(document.Row((str(number), one.hours, who, one.office or "–", one.note or "–")))
    return document.Table(columns, tuple(rows), when_empty="Belum ada piket pada minggu ini")
