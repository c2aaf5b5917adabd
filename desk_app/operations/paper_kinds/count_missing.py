# SPDX-License-Identifier: Apache-2.0
"""TPS yang belum lapor hasil: whom to call about each, and room to note the answer. It has no figure of votes."""

from desk_app.operations import count_board
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, count_framing
from desk_app.reports import document, figures, statement, words

NAME = "TPS yang belum lapor hasil"
_CALLED = 2
"""So many people stand beside a TPS; the rest are on its page in the program."""
_PEN = "\n".join([words.NO_BREAK] * 2)


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The list of an area; for every account."""
    held = count_framing.counted(desk, asked, with_figures=False)
    done = count_board.progress(desk, held.race.code, held.region)
    found = count_board.missing(desk, held.race.code, held.region)
    columns = (
        figures.place(),
        figures.name("TPS", 0.0),
        figures.text("Wilayah", 1.2, short=""),
        figures.count("DPT", paper_only=True),
        figures.text("Salinan", 0.6, short=""),
        document.Column("Dihubungi", share=1.7, paper_only=True),
        document.Column("Pukul", share=0.5, paper_only=True),
        document.Column("Jawaban", share=1.1, paper_only=True),
    )
    rows: list[document.Row] = []
    district = ""
    for place, one in enumerate(found, start=1):
        if one.district != district:
            district = one.district
            rows.append(document.Row((f"{held.frame.words.district} {district}",), document.RowKind.GROUP))
        called = [", ".join(part for part in (who.name or who.role, who.phone) if part) for who in one.people[:_CALLED]]
        rows.append(
            document.Row(
                (
                    str(place),
                    one.label,
                    one.where,
                    figures.number(one.voters or None),
                    "sebagian" if one.part else "belum masuk",
                    "\n".join(called) or figures.NOTHING,
                    "",
                    _PEN,
                )
            )
        )
    table = document.Table(columns, tuple(rows), when_empty="Semua TPS sudah lapor", name="tps")
    said = f"{words.number(len(found))} TPS belum lapor." if found else ""
    section = statement.Section(text=(f"{count_framing.said(done.words)}.", said), table=table)
    return count_framing.made(held, NAME, [section], signed=False)
