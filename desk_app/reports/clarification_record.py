# SPDX-License-Identifier: Apache-2.0
"""Berita Acara Klarifikasi Data: the disagreements settled on one day, with both values, and those still open."""

from dataclasses import dataclass
from datetime import date, datetime

from desk_app.reports import check_code, daily_report, document, letterhead, pages, parcel_words, words

TITLE = "Berita Acara Klarifikasi Data"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that stood: which office typed it, which operator, when by their clock (None: unknown)."""

    value: str
    office: str
    operator: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """A disagreement that was settled: `subject` "TPS 005 Kel. Maddukkelleng", `field` "DPT laki-laki".

    `value` is the one in use since then, `by` who settled it, `basis` on what evidence ("" is told as a dash).
    """

    subject: str
    field: str
    sides: tuple[Side, ...]
    value: str
    by: str
    at: datetime | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Unsettled:
    subject: str
    field: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class ClarificationRecord:
    """One day's record. Times are already in the zone of the office; `number` None leaves a line for the agenda.

    `withheld` counts what not every reader may see and is therefore not listed.
    """

    office: daily_report.Office
    day: date
    as_of: datetime
    settled: tuple[Settled, ...]
    unsettled: tuple[Unsettled, ...]
    signature: document.SignatureBlock
    page: pages.PageSetup
    place: str = ""
    number: str | None = None
    withheld: int = 0
    copies: tuple[str, ...] = ()
    head: letterhead.Letterhead | None = None


def title_of(desk: str, day: date) -> str:
    """What the paper of a day is called: one a day."""
    return f"{TITLE} {desk} {words.long_date(day)}"


def build(record: ClarificationRecord) -> document.Document:
    """The document, with its check code."""
    office = record.office
    title = title_of(office.desk, record.day)
    number = words.BLANK_NUMBER if record.number is None else record.number
    blocks: list[document.Block] = [
        document.Title(("BERITA ACARA KLARIFIKASI DATA", office.desk.upper()), number),
        *(document.Paragraph(text) for text in _opening(record)),
        document.Heading("DATA YANG DIKLARIFIKASI", "A."),
        _settled(record.settled),
        document.Heading("DATA YANG MASIH MENUNGGU KLARIFIKASI", "B."),
        _unsettled(record.unsettled),
        document.Paragraph(_note(record), emphasis=document.Emphasis.NOTE),
        record.signature,
    ]
    if record.copies:
        blocks.append(document.Copies(record.copies))
    foot = document.Footer(title, f"data per {words.moment(record.as_of, office.zone)}")
    paper = document.Document(title, office.desk, record.page, tuple(blocks), record.head, foot)
    return check_code.sealed(paper)


def _opening(record: ClarificationRecord) -> list[str]:
    office = record.office
    where = f", bertempat di {record.place}" if record.place else ""
    start = f"Pada hari ini, {words.spelled_date(record.day)} ({words.short_date(record.day)}){where}, "
    if record.settled:
        said = (
            f"{office.desk} mengklarifikasi {words.counted(len(record.settled))} data yang berbeda antarkantor dalam "
            f"rangka {office.event}. Nilai semula, nilai yang dipakai, dan dasarnya tercantum pada bagian A."
        )
    else:
        said = (
            f"tidak ada data yang berbeda antarkantor yang diklarifikasi oleh {office.desk} dalam rangka "
            f"{office.event}."
        )
    told = [start + said]
    if record.withheld:
        told.append(f"{words.counted(record.withheld)} data berbeda bersifat terbatas dan tidak dimuat di sini.")
    return told


def _note(record: ClarificationRecord) -> str:
    return (
        f"Pukul dalam {record.office.zone} menurut jam kantor yang mengisi. Nilai semula tetap tersimpan dalam riwayat "
        f"data. {parcel_words.UNOFFICIAL}"
    )


def _settled(settled: tuple[Settled, ...]) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Data", share=1.35, lead=True),
        document.Column("Nilai yang berbeda", share=1.85),
        document.Column("Nilai yang dipakai", share=0.75),
        document.Column("Diklarifikasi oleh", share=0.95, short="oleh"),
        document.Column("Dasar/bukti", share=0.95, short="dasar"),
    )
    rows = tuple(
        document.Row(
            (
                str(place),
                _about(one.subject, one.field),
                _sides(one.sides),
                one.value or "(kosong)",
                "\n".join(part for part in (one.by, _hour(one.at)) if part) or "–",
                one.basis or "–",
            )
        )
        for place, one in enumerate(settled, start=1)
    )
    return document.Table(columns, rows, text_form=document.TextForm.LINES)


def _unsettled(unsettled: tuple[Unsettled, ...]) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Data", share=1.0, lead=True),
        document.Column("Nilai yang berbeda", share=1.8),
    )
    rows = tuple(
        document.Row((str(place), _about(one.subject, one.field), _sides(one.sides)))
        for place, one in enumerate(unsettled, start=1)
    )
    return document.Table(columns, rows, text_form=document.TextForm.LINES)


def _about(subject: str, field: str) -> str:
    return f"{subject},\n{field}" if field else subject


def _sides(sides: tuple[Side, ...]) -> str:
    told = []
    for place, one in enumerate(sides):
        who = ", ".join(part for part in (one.office, one.operator, _hour(one.at)) if part)
        told.append(f"{_mark(place)}. {one.value or '(kosong)'}" + (f" ({who})" if who else ""))
    return "\n".join(told)


def _mark(place: int) -> str:
    """A, B, … Z, then numbers: nobody has more than a handful of values."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)


def _hour(at: datetime | None) -> str:
    return f"{words.short_date(at)} {words.hour(at)}" if at else ""
