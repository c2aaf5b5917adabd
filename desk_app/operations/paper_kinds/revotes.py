# SPDX-License-Identifier: Apache-2.0
"""PSU, PSSU, PSL, PSS (T9): every record with its ground, its days and what came of it."""

from datetime import date

from desk_app.operations import revote_register
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.reports import document, figures, statement, words


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The records of an area."""
    held = framing.frame(desk, asked)
    rows = revote_register.rows(desk, held.area)
    by_kind = [
        f"{kind}: {words.number(sum(counts.values()))}" for kind, counts in revote_register.summary(rows)
    ]
    section = statement.Section(
        text=(f"{'; '.join(by_kind)}.",) if by_kind else (), table=table(held)
    )
    lines = ("Pemungutan dan penghitungan suara ulang, lanjutan, dan susulan",)
    return framing.made(held, "PSU, PSSU, PSL, dan PSS", lines, [section], numbered=True, landscape=True)



def table(held: framing.Frame) -> document.Table:
    """Each record in a row."""
    rows = revote_register.rows(held.desk, held.area)
    columns = (
        figures.name("TPS", 1.6),
        figures.text("Jenis", 0.0, short=""),
        figures.text("Sebab", 1.6),
        figures.text("Dasar", 1.4),
        figures.text("Rencana", 0.0),
        figures.text("Terlaksana", 0.0),
        figures.count("DPT"),
        figures.count("Pengguna"),
        figures.text("Keadaan", 1.0, short=""),
        figures.text("Permasalahan", 0.0, short="masalah"),
    )
    told = [
        (
            one.place_label,
            one.what_label,
            one.reason or one.cause or figures.NOTHING,
            " ".join(part for part in (one.basis_label, one.basis) if part) or figures.NOTHING,
            _day(one.planned_on),
            _day(one.held_on),
            figures.number(one.dpt if one.voters is None else one.voters),
            figures.number(one.users),
            one.state_label,
            one.issue_number or figures.NOTHING,
        )
        for one in rows
    ]
    return figures.table(columns, told, empty="NIHIL")


def _day(iso: str) -> str:
    return words.short_date(date.fromisoformat(iso)) if iso else figures.NOTHING
