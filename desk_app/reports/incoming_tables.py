# SPDX-License-Identifier: Apache-2.0
"""What came in: recap figures told by a kecamatan or desa, and the register of reports received."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk_app.reports import document, words


@dataclass(frozen=True, slots=True)
class RecapRow:
    """`done` of `whole`, told by `source` at `when`; `counted` is what the details say (None: no details).

    `disputed`: offices hold another number; `details_open`: details that are left out meanwhile for the same reason.
    """

    place: str
    subject: str
    done: int
    whole: int
    when: datetime
    source: str
    counted: int | None = None
    disputed: bool = False
    details_open: int = 0


class Received(StrEnum):
    REPORT = "sudah"
    NIHIL = "nihil"
    NOTHING = "belum"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """Whether the report of a place came in: when, and by which way (flashdisk, WhatsApp, telepon …)."""

    place: str
    state: Received
    when: datetime | None = None
    way: str = ""
    note: str = ""


_STATES = {
    Received.REPORT: "✓ Sudah",
    Received.NIHIL: "✓ NIHIL",
    Received.NOTHING: "○ Belum",
}


def recap_table(rows: tuple[RecapRow, ...], unit: str = "Kecamatan") -> document.Table:
    """Figures told, beside what the details say; a gap between the two is shown."""
    right = document.Align.RIGHT
    columns = (
        document.Column("No", align=right),
        document.Column(unit, share=1.2, lead=True),
        document.Column("Uraian", share=2.0, short=""),
        document.Column("Jumlah TPS", align=right, short=""),
        document.Column("Pukul", align=document.Align.CENTER, short="pukul"),
        document.Column("Sumber", share=1.3, short="sumber"),
        document.Column("Menurut isian", align=right, short="menurut isian"),
    )
    return document.Table(
        columns,
        tuple(
            document.Row(
                (
                    str(number),
                    row.place,
                    row.subject,
                    _told(row),
                    words.hour(row.when),
                    row.source,
                    _gap(row),
                )
            )
            for number, row in enumerate(rows, start=1)
        ),
        when_empty="Tidak ada rekap yang diterima",
        name="rekap",
    )


def recap_note(rows: tuple[RecapRow, ...]) -> str:
    """The footnote on recaps and details that two offices hold differently; empty where there is none."""
    told = []
    open_ones = [f"{row.place} ({row.subject})" for row in rows if row.disputed]
    if open_ones:
        told.append(f"⇄ Angka rekap {words.listed(open_ones)} dalam klarifikasi dan belum ikut dijumlahkan.")
    behind = [f"{row.place} ({words.number(row.details_open)} TPS)" for row in rows if row.details_open]
    if behind:
        told.append(f"⇄ Isian {words.listed(behind)} belum beres: dalam klarifikasi dan belum ikut dijumlahkan.")
    return " ".join(told)


def register_table(rows: tuple[RegisterRow, ...], unit: str = "Kecamatan") -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column(unit, share=1.8, lead=True),
        document.Column("Laporan", short=""),
        document.Column("Pukul", align=document.Align.CENTER, short="pukul"),
        document.Column("Disampaikan lewat", share=1.2, short="lewat"),
        document.Column("Keterangan", share=1.6, short=""),
    )
    return document.Table(
        columns,
        tuple(
            document.Row(
                (
                    str(number),
                    row.place,
                    _STATES[row.state],
                    words.hour(row.when) if row.when else "–",
                    row.way or "–",
                    row.note or "–",
                )
            )
            for number, row in enumerate(rows, start=1)
        ),
        name="laporan_masuk",
    )


def register_summary(rows: tuple[RegisterRow, ...], unit: str = "Kecamatan") -> str:
    """`13 dari 14 kecamatan telah menyampaikan laporan, termasuk 3 NIHIL. Belum: Kecamatan Keera.`"""
    there = [row for row in rows if row.state is not Received.NOTHING]
    missing = [row.place for row in rows if row.state is Received.NOTHING]
    nihil = sum(row.state is Received.NIHIL for row in rows)
    text = f"{words.number(len(there))} dari {words.number(len(rows))} {unit.lower()} telah menyampaikan laporan"
    if nihil:
        text += f", termasuk {words.number(nihil)} laporan NIHIL"
    return f"{text}. Belum menyampaikan: {words.listed(missing)}." if missing else f"{text}."


def _told(row: RecapRow) -> str:
    mark = " ⇄" if row.disputed else ""
    return f"{words.number(row.done)} dari {words.number(row.whole)}{mark}".replace(" ", words.NO_BREAK)


def _gap(row: RecapRow) -> str:
    if row.details_open:
        return f"belum{words.NO_BREAK}beres{words.NO_BREAK}⇄"
    if row.counted is None:
        return "–"
    gap = row.counted - row.done
    if not gap:
        return words.number(row.counted)
    sign = "+" if gap > 0 else "−"
    return f"{words.number(row.counted)}\n(selisih{words.NO_BREAK}{sign}{words.number(abs(gap))})"
