# SPDX-License-Identifier: Apache-2.0
"""Daftar hadir of a meeting: to be signed, names printed and lines left for others; or filled, with who came."""

from dataclasses import dataclass

from desk_app.reports import document, letter_sheet, words

TITLE = "Daftar Hadir"
FILLED = "Rekap Kehadiran"
LEAST_LINES = 15
SPARE_LINES = 3


@dataclass(frozen=True, slots=True)
class Guest:
    """`present` None: nobody has said."""

    name: str = ""
    office: str = ""
    unit: str = ""
    present: bool | None = None
    note: str = ""

    @property
    def called(self) -> str:
        """Office and body in words."""
        return ", ".join(dict.fromkeys(part for part in (self.office, self.unit) if part))


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """`subject` "" leaves the head for the pen, for a meeting that nobody has planned."""

    sheet: letter_sheet.Sheet
    subject: str = ""
    date: str = ""
    hours: str = ""
    where: str = ""
    guests: tuple[Guest, ...] = ()


def build(listed: AttendanceList) -> document.Document:
    """The list to be signed, with its check code."""
    return _document(listed, TITLE, _to_sign(listed.guests))


def build_filled(listed: AttendanceList) -> document.Document:
    """Who came and who did not, with its check code."""
    return _document(listed, FILLED, _told(listed.guests), document.Paragraph(counted(listed.guests)))


def counted(guests: tuple[Guest, ...]) -> str:
    """How many came, of how many who were invited."""
    if not guests:
        return "Belum ada undangan yang dicatat."
    came = sum(one.present is True for one in guests)
    unknown = sum(one.present is None for one in guests)
    said = f"Hadir {words.counted(came)} dari {words.counted(len(guests))} undangan"
    return f"{said}; {words.counted(unknown)} belum dicatat kehadirannya." if unknown else f"{said}."


def _document(
    listed: AttendanceList, title: str, table: document.Table, *before: document.Block
) -> document.Document:
    told = (
        ("Kegiatan", listed.subject),
        ("Hari, tanggal", listed.date),
        ("Waktu", listed.hours),
        ("Tempat", listed.where),
    )
    facts = tuple(document.Fact(label, value or words.BLANK_NUMBER) for label, value in told)
    blocks: list[document.Block] = [
        document.Title((title.upper(), listed.sheet.office.desk.upper())), document.Facts(facts), *before, table
    ]
    name = " ".join(part for part in (title, listed.subject, listed.date) if part)
    return letter_sheet.document_of(listed.sheet, name, blocks, title)


def _to_sign(guests: tuple[Guest, ...]) -> document.Table:
    """Odd signatures stand on the left, even ones on the right, so that each has room."""
    lines = max(LEAST_LINES, len(guests) + SPARE_LINES)
    every = [*guests, *[Guest()] * (lines - len(guests))]
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Nama", share=1.5, lead=True),
        document.Column("Jabatan/Instansi", share=1.5, short=""),
        document.Column("Tanda tangan", share=1.3, group="", paper_only=True),
    )
    rows = tuple(
        document.Row(
            (
                str(place),
                one.name or words.NO_BREAK,
                one.called,
                f"{'' if place % 2 else words.NO_BREAK * 26}{place}.\n{words.NO_BREAK}",
            )
        )
        for place, one in enumerate(every, start=1)
    )
    return document.Table(columns, rows, text_form=document.TextForm.OMIT)


def _told(guests: tuple[Guest, ...]) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Nama", share=1.3, lead=True),
        document.Column("Jabatan/Instansi", share=1.5, short=""),
        document.Column("Kehadiran", short=""),
        document.Column("Keterangan", share=0.8, short=""),
    )
    words_of = {True: "Hadir", False: "Tidak hadir", None: "–"}
    rows = tuple(
        document.Row((str(place), one.name or "–", one.called or "–", words_of[one.present], one.note or "–"))
        for place, one in enumerate(guests, start=1)
    )
    return document.Table(columns, rows, when_empty="Belum ada undangan yang dicatat")
