# SPDX-License-Identifier: Apache-2.0
"""Logistik (T3): where the goods are by region and stage, and what each TPS lacks."""

from desk_app.domain import logistics as rules
from desk_app.domain import places, stock
from desk_app.operations import logistics_grid, logistics_needs, logistics_shortages, printing_office, whereabouts
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.reports import document, figures, statement, words

DEADLINE = "Logistik harus sudah di TPS paling lambat satu hari sebelum hari pemungutan suara."


def gather_position(desk: Desk, asked: asking.Asked) -> asking.Made:
    """Of each kind of goods of which anything is known, how many are at which stage."""
    held = framing.frame(desk, asked)
    sections: list[statement.Section] = []
    silent: list[str] = []
    shown: list[str] = []
    for goods in logistics_needs.choices(desk):
        if any(rules.covers(group, goods.code) for group in shown):
            continue
        found = logistics_grid.grid(desk, goods.code, held.area)
        if any(cell.shown is not None for row in (*found.rows, found.total) for cell in row.cells):
            sections.append(_position(found))
            shown.append(goods.code)
        else:
            silent.append(goods.label)
    if silent:
        sections.append(statement.Section("Belum ada kabar", text=(f"{'; '.join(silent)}.",)))
    facts = (("Batas waktu", DEADLINE),)
    lines = ("Posisi logistik",)
    return framing.made(held, "Posisi logistik", lines, sections, facts=facts, landscape=True, numbered=True)


def _position(found: logistics_grid.Grid) -> statement.Section:
    columns = (
        figures.name(found.heading, 1.0),
        figures.count("Kebutuhan", short="perlu"),
        *(document.Column(rules.STAGE_LABELS[stage], 1.0, document.Align.RIGHT) for stage in found.stages),
    )

    def cells(row: logistics_grid.GridLine) -> tuple[str, ...]:
        name = printing_office.called(row.code, row.name)
        return (name, figures.number(row.need.count or None), *(word(cell.shown) for cell in row.cells))

    table = figures.table(columns, [cells(row) for row in found.rows], ("Jumlah", *cells(found.total)[1:]))
    notes: tuple[str, ...] = ()
    if found.total.disputed:
        count = words.number(found.total.disputed)
        notes = (f"⇄ {count} data dalam klarifikasi antarkantor dan tidak ikut dijumlahkan.",)
    return statement.Section(f"{found.label} ({found.unit})", table=table, notes=(*notes, _untold(found)))


def _untold(found: logistics_grid.Grid) -> str:
    """The footnote on what the checklists of TPS lack though the report of their region, which is shown, says nothing
    of it; "" where there is none.
    """
    told = []
    for row in found.rows:
        for cell in row.cells:
            lacking = max((one.short for one in cell.words), default=0)
            if cell.shown is not None and lacking > cell.shown.short:
                told.append(f"{printing_office.called(row.code, row.name)} ({words.number(lacking)})")
    if not told:
        return ""
    return f"Kurang menurut ceklis TPS, belum tampak pada laporan wilayahnya: {words.listed(told)}."


def word(told: stock.Word | None) -> str:
    """What is known of goods at a stage in a few words; a dash for nothing."""
    if told is None:
        return figures.NOTHING
    said = words.number(told.there)
    for label, count in (("kurang", told.short), ("rusak", told.damaged), ("basah", told.wet)):
        if count:
            said += f", {label} {words.number(count)}"
    return said


def gather_shortages(desk: Desk, asked: asking.Asked) -> asking.Made:
    """What is missing, summed by region, and TPS by TPS."""
    held = framing.frame(desk, asked)
    found = logistics_shortages.shortages(desk, held.area)
    sections = [
        _sums(held, found, "Ringkasan"),
        statement.Section("Kekurangan setiap TPS", table=_each(held, found), notes=(DEADLINE,)),
    ]
    return framing.made(held, "Kekurangan logistik", ("Daftar kekurangan logistik TPS",), sections, numbered=True)


def shortage_sums(held: framing.Frame) -> statement.Section:
    """What is missing by kecamatan, in a few words and a table."""
    return _sums(held, logistics_shortages.shortages(held.desk, held.area), "Logistik TPS")


def _sums(held: framing.Frame, found: logistics_shortages.Shortages, title: str) -> statement.Section:
    said = (
        f"Dari {words.number(found.stations)} TPS, {words.number(found.short_stations)} TPS masih kekurangan. "
        f"Dari {words.number(found.silent)} TPS belum ada kabar sama sekali."
    )
    in_villages = places.level_of(held.area) in (places.Level.DISTRICT, places.Level.VILLAGE)
    summed = found.villages if in_villages else found.districts
    level = places.Level.VILLAGE if in_villages else places.Level.DISTRICT
    sums = figures.table(
        (
            figures.name(held.unit(level, [one.code for one in summed])),
            figures.text("Jenis", 2.0, short=""),
            figures.count("Kurang"),
            figures.text("Satuan", 0.0, short=""),
            figures.count("TPS"),
        ),
        [
            (one.name, one.item_label, figures.number(one.short), one.unit, figures.number(one.stations))
            for one in summed
        ],
        empty="NIHIL",
    )
    return statement.Section(title, text=(said,), table=sums)


def _each(held: framing.Frame, found: logistics_shortages.Shortages) -> document.Table:
    columns = (
        figures.place(),
        figures.name("TPS", 0.0),
        figures.text("Jenis", 2.0, short=""),
        figures.count("Perlu"),
        figures.count("Ada baik", short="ada"),
        figures.count("Rusak"),
        figures.count("Basah"),
        figures.count("Kurang"),
        figures.text("Dasar", 1.2, short=""),
    )
    rows: list[document.Row] = []
    heading, lies = "", whereabouts.Whereabouts(held.desk, held.area)
    for at, one in enumerate(found.rows, start=1):
        where = lies.of(one.village, f"{held.words.district} {one.district_name} · {one.village_name}")
        if where != heading:
            heading = where
            rows.append(document.Row((where,), document.RowKind.GROUP))
        counts = (one.needed, one.usable, one.damaged, one.wet, one.short)
        basis = logistics_shortages.basis_words(one)
        told = (str(at), one.label, one.item_label, *(figures.number(each) for each in counts), basis)
        rows.append(document.Row(told))
    return document.Table(columns, tuple(rows), when_empty="NIHIL")
