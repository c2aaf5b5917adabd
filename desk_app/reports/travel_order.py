# SPDX-License-Identifier: Apache-2.0
"""Surat perintah perjalanan dinas of one person, with the visum sheet on which the places visited sign.

What it costs and which money it is taken from is never known here: those cells are left for the pen.
"""

from dataclasses import dataclass

from desk_app.domain import teams
from desk_app.reports import document, letter_sheet, officers, words

TITLE = "Surat Perintah Perjalanan Dinas"
LEAST_STOPS = 3
_ROOM = words.NO_BREAK * 50
"""Room for the pen between brackets; a form has no dots that somebody forgot to fill in."""


@dataclass(frozen=True, slots=True)
class TravelOrder:
    """`ordering`: the office of who sends ("Sekretaris Daerah"); `stops`: where the visum is given, in order.

    `days` 0: not known. `first`, `last`: the days in words. `basis`: the surat tugas in words.
    """

    sheet: letter_sheet.Sheet
    traveller: officers.Officer
    ordering: str
    purpose: str
    start: str
    target: str
    first: str = ""
    last: str = ""
    days: int = 0
    basis: str = ""
    stops: tuple[str, ...] = ()
    about: str = ""


def build(order: TravelOrder) -> document.Document:
    """The document, with its check code: the order, and the visum on a sheet of its own."""
    sheet = order.sheet
    blocks: list[document.Block] = [
        document.Title((TITLE.upper(), "(SPPD)"), sheet.numbered),
        _form(order),
        sheet.signature,
        document.PageBreak(),
        document.Title(("LEMBAR VISUM",)),
        _visum(order),
        document.Paragraph(
            "Pejabat di tempat yang dikunjungi mengisi tanggal dan membubuhkan tanda tangan serta cap.",
            emphasis=document.Emphasis.NOTE,
        ),
    ]
    name = " ".join(part for part in (TITLE, order.about) if part)
    return letter_sheet.document_of(sheet, name, blocks, TITLE, signed=False)


def _form(order: TravelOrder) -> document.Table:
    one = order.traveller
    rows = (
        ("1", "Pejabat yang memberi perintah", order.ordering),
        ("2", "Nama pegawai yang diperintah", one.name),
        ("", "NIP/NRP", one.number),
        ("3", "a. Pangkat dan golongan", one.rank),
        ("", "b. Jabatan/instansi", one.office or one.unit),
        ("", "c. Tingkat biaya perjalanan dinas", ""),
        ("4", "Maksud perjalanan dinas", order.purpose),
        ("5", "Alat angkutan yang dipergunakan", ""),
        ("6", "a. Tempat berangkat", order.start),
        ("", "b. Tempat tujuan", order.target),
        ("7", "a. Lamanya perjalanan dinas", f"{words.counted(order.days)} hari" if order.days else ""),
        ("", "b. Tanggal berangkat", order.first),
        ("", "c. Tanggal harus kembali", order.last),
        ("8", "Pengikut", ""),
        ("9", "Pembebanan anggaran", ""),
        ("", "a. Perangkat daerah", ""),
        ("", "b. Kode rekening", ""),
        ("10", "Keterangan lain-lain", order.basis),
    )
    columns = (
        document.Column("No", align=document.Align.CENTER),
        document.Column("Uraian", share=1.0),
        document.Column("Isian", share=1.5),
    )
    told = tuple(
        document.Row((number, label, value or words.NO_BREAK)) for number, label, value in rows
    )
    return document.Table(columns, told, text_form=document.TextForm.OMIT)


def _visum(order: TravelOrder) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.CENTER),
        document.Column("Tiba", share=1.0),
        document.Column("Berangkat", share=1.0),
    )
    stops = [*order.stops, *([""] * (LEAST_STOPS - len(order.stops)))]
    following = [*stops[1:], order.start]
    first = stops[0] or order.target
    rows = [("I", words.NO_BREAK, _leaving(order.start, first))]
    rows += [
        (teams.roman(place), _coming(stop), _leaving(stop, following[place - 2] if stop else ""))
        for place, stop in enumerate(stops, start=2)
    ]
    rows.append((teams.roman(len(stops) + 2), _coming(order.start), words.NO_BREAK))
    return document.Table(columns, tuple(document.Row(row) for row in rows), text_form=document.TextForm.OMIT)


def _coming(where: str) -> str:
    return _signed(f"Tiba di: {where}", "Pada tanggal:", "Kepala:")


def _leaving(where: str, to: str) -> str:
    return _signed(f"Berangkat dari: {where}", f"Ke: {to}", "Pada tanggal:")


def _signed(*lines: str) -> str:
    return "\n".join((*lines, words.NO_BREAK, words.NO_BREAK, words.NO_BREAK, f"({_ROOM})", "NIP."))
