# SPDX-License-Identifier: Apache-2.0
"""Partisipasi (T7) by region against the target of the kabupaten or kota, by the denominator that it has set."""

from dataclasses import replace

from desk_app.domain import charts
from desk_app.operations import count_board
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, count_framing
from desk_app.reports import document, figures, statement, words

_MOST_BARS = 40
NAME = "Partisipasi pemilih menurut salinan hasil (internal desk)"


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The participation in an area. Raises NotPermitted and Refused."""
    held = count_framing.counted(desk, asked)
    sums = count_board.totals(desk, held.race.code, held.region, asked.level)
    found = count_board.participation_of(desk, sums)
    here = {row.code for row in sums.rows if row.stations or row.states}
    found = replace(found, rows=tuple(row for row in found.rows if row.code in here))
    facts = [*held.facts, ("Pembagi", found.divided_by)]
    if found.target is not None:
        facts.append(("Target", f"{_share(found.target)} %"))
    section = statement.Section(
        text=(f"{count_framing.said(found.words)}.",),
        chart=_chart(found),
        table=_table(found),
        notes=(
            f"Partisipasi: jumlah pengguna hak pilih dibagi {found.divided_by}, dari TPS yang keduanya terbaca pada "
            "salinan. TPS dalam klarifikasi tidak ikut dihitung.",
        ),
    )
    return count_framing.made(held, NAME, [section], facts=facts, numbered=True)


def _table(found: count_board.Participation) -> document.Table:
    has_target = found.target is not None
    columns = (
        figures.name(found.area.heading, 1.6),
        figures.count("TPS dihitung", short="TPS"),
        figures.count("Pembagi (pemilih)", short="pemilih"),
        figures.count("Pengguna", short="pengguna"),
        document.Column("Partisipasi (%)", align=document.Align.RIGHT, short="partisipasi (%)"),
        *([document.Column("Selisih dari target", align=document.Align.RIGHT, short="selisih")] if has_target else []),
        *([figures.text("Keterangan", 0.0, short="")] if has_target else []),
    )

    def cells(row: count_board.TurnoutRow) -> tuple[str, ...]:
        named = row.label if "/" in found.area.heading else row.name
        name = f"{named} {row.where}".strip()
        told = [
            figures.number(row.stations),
            figures.number(row.voters if row.stations else None),
            figures.number(row.users if row.stations else None),
            figures.NOTHING if row.share is None else _share(row.share),
        ]
        if has_target:
            gap = None if row.share is None or found.target is None else row.share - found.target
            told.append(figures.NOTHING if gap is None else _gap(gap))
            told.append({True: "tercapai", False: "belum tercapai", None: figures.NOTHING}[row.reached])
        return (name, *told)

    total = ("Jumlah", *cells(found.total)[1:])
    return figures.table(columns, [cells(row) for row in found.rows], total, empty="Belum ada data TPS")


def _chart(found: count_board.Participation) -> charts.Chart | None:
    shown = [row for row in found.rows if row.share is not None]
    if not 1 <= len(shown) <= _MOST_BARS:
        return None
    target = None
    if found.target is not None:
        target = charts.Target(found.target, f"target {_share(found.target)} %")
    parts = tuple(
        charts.Part(
            f"{row.name} {row.where}".strip(),
            (row.share,),
            f"{_share(row.share or 0)} %",
            charts.Tone.SHORT if row.reached is False else None,
        )
        for row in shown
    )
    series = (charts.Series("", charts.Tone.PLAIN),)
    return charts.Chart(charts.Kind.ROWS, series, parts, target=target, most=10_000)


def _gap(hundredths: int) -> str:
    sign = "+" if hundredths > 0 else "−" if hundredths < 0 else ""
    return f"{sign}{_share(abs(hundredths))}"


def _share(hundredths: int) -> str:
    return f"{words.number(hundredths // 100)},{hundredths % 100:02d}"
