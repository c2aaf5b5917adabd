# SPDX-License-Identifier: Apache-2.0
"""Laporan perjalanan dinas: on what order, who went where, what was found at each place, what is to be done."""

from dataclasses import dataclass

from desk_app.reports import document, form_parts, letter_sheet, officers, words

TITLE = "Laporan Perjalanan Dinas"


@dataclass(frozen=True, slots=True)
class Visit:
    """A place that was visited: `when` "13-02-2024 09.00" ("" not yet), `issue` the number of what was raised."""

    place: str
    when: str = ""
    met: str = ""
    findings: str = ""
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, by whom ("Camat Tempe"), until when, and how far it is."""

    text: str
    who: str = ""
    due: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class TravelReport:
    """`subject`: the activity; `reporter`: who signs for those who went; `result` and `watched` as they were typed."""

    sheet: letter_sheet.Sheet
    subject: str
    when: str
    where: str
    basis: str = ""
    travellers: tuple[officers.Officer, ...] = ()
    watched: tuple[str, ...] = ()
    visits: tuple[Visit, ...] = ()
    result: str = ""
    tasks: tuple[Task, ...] = ()
    reporter: document.SignatureBlock | None = None
    of: str = ""


def build(report: TravelReport) -> document.Document:
    """The document, with its check code."""
    sheet = report.sheet
    blocks: list[document.Block] = [
        document.Title((TITLE.upper(), sheet.office.desk.upper())),
        document.Facts(
            (
                document.Fact("Dasar", report.basis or words.BLANK_NUMBER),
                document.Fact("Maksud", report.subject),
                document.Fact("Waktu", report.when or words.BLANK_NUMBER),
                document.Fact("Tempat", report.where or words.BLANK_NUMBER),
            )
        ),
    ]
    sections: list[tuple[str, list[document.Block]]] = [("PELAKSANA", [people(report.travellers)])]
    if report.watched:
        marks = enumerate(report.watched, start=1)
        sections.append(("YANG DIPANTAU", [document.Clause(f"{place}.", text) for place, text in marks]))
    found: list[document.Block] = [_visits(report.visits)] if report.visits else []
    result = [document.Paragraph(line.strip()) for line in report.result.splitlines() if line.strip()]
    nothing = [document.Paragraph(letter_sheet.BLANK_LINE, document.Align.LEFT) for _ in range(3)]
    sections.append(("HASIL", [*found, *(result or ([] if found else nothing))]))
    sections.append(("TINDAK LANJUT", [tasks(report.tasks)]))
    for place, (title, parts) in enumerate(sections):
        blocks += [document.Heading(title, f"{chr(ord('A') + place)}."), *parts]
    blocks += letter_sheet.body("Demikian laporan ini dibuat untuk menjadi bahan selanjutnya.")
    name = " ".join(part for part in (TITLE, report.subject, report.of) if part)
    if report.reporter is None:
        return letter_sheet.document_of(sheet, name, blocks, TITLE)
    blocks.append(form_parts.signatures(sheet.signature, report.reporter))
    return letter_sheet.document_of(sheet, name, blocks, TITLE, signed=False)


def people(travellers: tuple[officers.Officer, ...]) -> document.Table:
    """Those who went, without rank and number."""
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Nama", share=1.0, lead=True),
        document.Column("Jabatan/Instansi", share=1.2, short=""),
    )
    rows = tuple(
        document.Row((str(place), one.name or words.BLANK_NUMBER, one.office or one.unit or "–"))
        for place, one in enumerate(travellers, start=1)
    )
    return document.Table(columns, rows, when_empty="Belum ada petugas yang disebut")


def tasks(listed: tuple[Task, ...]) -> document.Table:
    """Who does what until when."""
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Tugas", share=2.0, lead=True),
        document.Column("Penanggung jawab", share=1.0, short=""),
        document.Column("Batas waktu", short="paling lambat"),
        document.Column("Status", share=0.6, short=""),
    )
    rows = tuple(
        document.Row((str(place), one.text, one.who or "–", one.due or "–", one.state or "–"))
        for place, one in enumerate(listed, start=1)
    )
    return document.Table(columns, rows, when_empty="NIHIL")


def _visits(visits: tuple[Visit, ...]) -> document.Table:
    columns = (
        document.Column("No", align=document.Align.RIGHT),
        document.Column("Tempat", share=1.1, lead=True),
        document.Column("Waktu", align=document.Align.CENTER, short=""),
        document.Column("Ditemui", share=0.6, short="ditemui"),
        document.Column("Temuan", share=1.6, short=""),
        document.Column("Masalah", short="permasalahan"),
    )
    rows = tuple(
        document.Row(
            (str(place), one.place, one.when.replace(" ", "\n") or "–", one.met or "–", _found(one), one.issue or "–")
        )
        for place, one in enumerate(visits, start=1)
    )
    return document.Table(columns, rows)


def _found(one: Visit) -> str:
    return one.findings or ("Tidak ada temuan" if one.when else "Belum dikunjungi")
