# SPDX-License-Identifier: Apache-2.0
"""Laporan kegiatan in the form of Kepri (`domain.md §1.5 a`): the table across, then the page of photos."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desk_app.reports import document, letter_sheet, pages, words

TITLE = "Laporan Kegiatan"
CAMPAIGN = "Laporan Harian Pelaksanaan Kampanye"
MARGINS = pages.Margins(top=12.0, bottom=12.0, left=15.0, right=20.0)
"""The form has no kop and stands close to the edges; the foot still lies where a printer prints."""


@dataclass(frozen=True, slots=True)
class Gallery:
    """The photos of one activity; `left_out`: how many more are kept at the office."""

    title: str
    pictures: tuple[document.Picture, ...] = field(repr=False)
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ActivityReport:
    """`headings` and `rows` of the form; `campaign`: all rows are of the campaign. `date`: day or days in words.

    `account`: what was written of one activity, a line each; one between stars is a heading, as in a message.
    """

    sheet: letter_sheet.Sheet
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    date: str
    campaign: bool = False
    galleries: tuple[Gallery, ...] = ()
    subject: str = ""
    account: tuple[str, ...] = ()


def build(report: ActivityReport) -> document.Document:
    """The document, with its check code, on sheets across."""
    page = replace(report.sheet.page, landscape=True, margins=MARGINS)
    sheet = replace(report.sheet, page=page, head=None)
    office = sheet.office
    title = CAMPAIGN if report.campaign else TITLE
    blocks: list[document.Block] = [
        document.Title(tuple(line.upper() for line in (title, *_whose(report)))),
        document.Facts(tuple(_head(report))),
        _table(report.headings, report.rows),
        *(_told(line) for line in report.account),
        sheet.signature,
    ]
    blocks += _photos(report)
    name = " ".join(part for part in (title, report.subject, office.desk, report.date) if part)
    return letter_sheet.document_of(sheet, name, blocks, title, signed=False)


def _whose(report: ActivityReport) -> tuple[str, ...]:
    """The form of the campaign names the region, a report of the desk's own work the desk and the election."""
    office = report.sheet.office
    return (office.region,) if report.campaign else (office.desk, office.event)


def _head(report: ActivityReport) -> list[document.Fact]:
    """The region by its nouns: Provinsi, Kabupaten or Kota, of a kecamatan that too; day, and the one activity."""
    office = report.sheet.office
    facts = []
    for region in (office.within, office.region):
        noun, _space, name = region.partition(" ")
        facts += [document.Fact(noun, name)] if name else []
    facts.append(document.Fact("Hari/Tanggal", report.date or words.BLANK_NUMBER))
    return [*facts, document.Fact("Kegiatan", report.subject)] if report.subject else facts


_OF_A_CAMPAIGN = ("Tokoh Politik yang Hadir", "Paslon")
"""Columns that stand where there is something in them."""
_SHARES = (0.0, 0.9, 1.2, 2.2, 1.2, 0.8, 0.0, 1.0)


def _table(headings: Sequence[str], rows: Sequence[tuple[str, ...]]) -> document.Table:
    columns = tuple(
        document.Column(
            heading,
            share=share,
            align=document.Align.RIGHT if heading in ("No", "Jumlah Peserta") else document.Align.LEFT,
            short=heading.lower(),
            lead=heading == "Uraian Kegiatan",
        )
        for heading, share in zip(headings, _SHARES, strict=True)
    )
    kept = [at for at, heading in enumerate(headings) if heading not in _OF_A_CAMPAIGN or any(row[at] for row in rows)]
    told = tuple(document.Row(tuple(row[at] or "–" for at in kept)) for row in rows)
    return document.Table(tuple(columns[at] for at in kept), told, text_form=document.TextForm.LINES)


def _told(line: str) -> document.Block:
    heading = len(line) > 2 and line.startswith("*") and line.endswith("*")
    if heading:
        return document.Heading(line.strip("*"))
    mark, space, text = line.partition(" ")
    if (space and mark.strip(".)").isdigit()) or mark in ("-", "–", "•"):
        return document.Clause("–" if mark == "•" else mark, text.replace("*", ""))
    return document.Paragraph(line.replace("*", ""))


def _photos(report: ActivityReport) -> list[document.Block]:
    """DOKUMENTASI, three in a row, each activity under its own name where there are several."""
    shown = [one for one in report.galleries if one.pictures or one.left_out]
    if not shown:
        return []
    blocks: list[document.Block] = [
        document.PageBreak(landscape=True),
        document.Title((f"DOKUMENTASI KEGIATAN {report.sheet.office.desk.upper()}",)),
    ]
    for one in shown:
        blocks += [document.Heading(one.title)] if len(report.rows) > 1 else []
        blocks.append(document.Pictures(one.pictures))
        if one.left_out:
            said = f"{words.counted(one.left_out)} lampiran lain tersimpan pada {report.sheet.office.desk}."
            blocks.append(document.Paragraph(said, emphasis=document.Emphasis.NOTE))
    return blocks
