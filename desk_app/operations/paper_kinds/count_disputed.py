# SPDX-License-Identifier: Apache-2.0
"""Klarifikasi hasil suara: the TPS whose copies differ, line by line, with room for what is decided and for signatures.

Who verifies has the figures beside each other; for who only sees totals the lines are named without them.
"""

from desk_app.operations import count_notes
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, count_framing
from desk_app.reports import document, figures, statement, words

NAME = "Klarifikasi hasil suara (internal desk)"
_PEN = words.NO_BREAK


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The TPS in clarification of an area. Raises NotPermitted and Refused."""
    held = count_framing.counted(desk, asked)
    found = count_notes.disputed(desk, held.race.code, held.region)
    columns = (
        figures.place(),
        figures.name("TPS dan baris yang berbeda", 2.2),
        figures.text("Menurut salinan", 1.2, short=""),
        document.Column("Angka yang dipakai", share=1.0, paper_only=True),
        document.Column("Dasar (formulir yang dibaca)", share=1.4, paper_only=True),
    )
    where = count_framing.whereabouts(desk, held, [(one.subject, one.where) for one in found])
    rows: list[document.Row] = []
    for place, one in enumerate(found, start=1):
        rows.append(document.Row((f"{place}. {one.label} {where[one.subject]}",), document.RowKind.GROUP))
        for line in one.lines:
            told = " / ".join(words.number(value) for value in line.values)
            rows.append(document.Row(("", count_framing.said(line.label), told, _PEN, _PEN)))
    table = document.Table(columns, tuple(rows), when_empty="Tidak ada TPS dalam klarifikasi", name="klarifikasi")
    text = (
        f"{words.number(len(found))} TPS dalam klarifikasi; tidak ikut dijumlahkan sampai selesai diklarifikasi."
        if found
        else "",
    )
    closing = "Angka yang dipakai ditulis setelah formulir C.HASIL dibaca bersama, lalu dicatat dalam program."
    sections = [statement.Section(text=text, table=table, notes=(closing,) if found else ())]
    if found:
        sections.append(statement.Section("Yang hadir pada klarifikasi", table=_present()))
    return count_framing.made(held, NAME, sections, numbered=True)


def _present() -> document.Table:
    """Room for those who read the forms together."""
    columns = (
        figures.place(),
        figures.text("Nama", 1.4),
        figures.text("Jabatan/unsur", 1.2),
        figures.text("Tanda tangan", 1.0),
    )
    rows = tuple(document.Row((str(place), "", "", "\n".join([_PEN] * 2))) for place in range(1, 5))
    return document.Table(columns, rows, text_form=document.TextForm.OMIT, name="hadir")
