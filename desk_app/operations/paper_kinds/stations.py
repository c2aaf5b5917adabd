# SPDX-License-Identifier: Apache-2.0
"""Data umum (T1) by region, and the list of all TPS with their voters, place and state."""

from desk_app.data import disputes
from desk_app.domain import elections, places, records
from desk_app.operations import days, overview, printing_office, whereabouts
from desk_app.operations import stations as register
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.reports import document, figures, statement, words


def gather_overview(desk: Desk, asked: asking.Asked) -> asking.Made:
    """Desa/kelurahan, TPS and DPT of each region below the area."""
    held = framing.frame(desk, asked)
    notes = ("DPT adalah daftar pemilih yang dimasukkan ke Data TPS.", overview_note(held))
    section = statement.Section(table=overview_table(held), notes=notes)
    return framing.made(held, "Data umum", ("Data umum wilayah dan TPS",), [section])


def overview_table(held: framing.Frame) -> document.Table:
    """A row for each region below the area, and their sum."""
    found = overview.readiness_by_district(held.desk, days.phase(held.desk), held.area)
    unit = held.unit(found.level, [line.code for line in found.rows])
    with_villages = found.level is not places.Level.VILLAGE
    columns = (
        figures.name(unit),
        *((figures.count(held.villages()),) if with_villages else ()),
        figures.count("TPS"),
        figures.count("Laki-laki", "Daftar Pemilih Tetap", "L"),
        figures.count("Perempuan", "Daftar Pemilih Tetap", "P"),
        figures.count("Jumlah", "Daftar Pemilih Tetap", "DPT"),
        figures.count("TPS tanpa DPT", short="tanpa DPT"),
    )
    differing = framing.voters_open(held, len(found.rows[0].code)) if found.rows else {}
    rows = [_cells(line, with_villages, bool(differing.get(line.code))) for line in found.rows]
    total = ("Jumlah", *_cells(found.total, with_villages)[1:])
    return figures.table(columns, rows, total, empty="Belum ada data TPS")


def overview_note(held: framing.Frame) -> str:
    """The footnote on voters of which offices hold different numbers; "" where there is none."""
    count = sum(framing.voters_open(held, len(held.area)).values())
    return f"⇄ Angka DPT {words.number(count)} TPS dalam klarifikasi dan dapat berubah." if count else ""


def gather_list(desk: Desk, asked: asking.Asked) -> asking.Made:
    """Every TPS of the area, kecamatan by kecamatan, desa by desa."""
    held = framing.frame(desk, asked)
    phase = days.phase(desk) if asked.phase is None else asked.phase
    numbers = register.station_ids(desk, register.StationFilter(area=held.area), phase=phase)
    found = [row for row in register.station_rows(desk, list(numbers), phase=phase) if row is not None]
    columns = (
        figures.place(),
        figures.name("TPS", 0.0),
        figures.text("Alamat/lokasi", 2.4, short=""),
        figures.count("L", "DPT"),
        figures.count("P", "DPT"),
        figures.count("Jumlah", "DPT", short="DPT"),
        figures.text("Kesiapan", 1.0, short=""),
    )
    rows: list[document.Row] = []
    differing = _differing(desk)
    village, where = "", whereabouts.Whereabouts(desk, held.area)
    for at, one in enumerate(found, start=1):
        if one.village != village:
            village = one.village
            heading = where.of(village, f"{held.words.district} {one.district_name} · {one.village_label}")
            rows.append(document.Row((heading,), document.RowKind.GROUP))
        cells = (
            str(at),
            one.label,
            one.site or figures.NOTHING,
            figures.number(one.dpt_male),
            figures.number(one.dpt_female),
            _voters(one) + (f"{words.NO_BREAK}⇄" if one.no in differing else ""),
            f"{one.state.label} {one.state.symbol}",
        )
        rows.append(document.Row(cells))
    if found:
        rows.append(document.Row(("", "Jumlah", "", *_sums(found), ""), document.RowKind.TOTAL))
    half = sum(one.dpt is None and _voters(one) != figures.NOTHING for one in found)
    notes = (
        f"DPT {words.number(half)} TPS belum lengkap; yang dijumlahkan baru yang terisi." if half else "",
        "⇄ Angka DPT dalam klarifikasi dan dapat berubah." if any(one.no in differing for one in found) else "",
    )
    table = document.Table(columns, tuple(rows), when_empty="Belum ada data TPS")
    section = statement.Section(table=table, notes=notes)
    facts = (("Kesiapan tahap", elections.day_words(phase)), ("Jumlah TPS", figures.number(len(found))))
    return framing.made(held, "Daftar TPS", ("Daftar TPS",), [section], facts=facts)


def _differing(desk: Desk) -> frozenset[int]:
    """The TPS of whose voters offices hold different numbers."""
    asked = {0, *(records.STATION.field(name).no for name in framing.VOTERS)}
    with desk.reading() as connection:
        return frozenset(no for no, fields in disputes.of_kind(connection, records.STATION).items() if fields & asked)


def _voters(one: register.StationRow) -> str:
    """The voters as far as they are known, so that the column adds up; a dash where nothing is."""
    known = [count for count in (one.dpt_male, one.dpt_female) if count is not None]
    return figures.number(sum(known)) if known else figures.NOTHING


def _sums(found: list[register.StationRow]) -> tuple[str, ...]:
    men, women = (sum(getattr(one, name) or 0 for one in found) for name in ("dpt_male", "dpt_female"))
    return tuple(figures.number(count) for count in (men, women, men + women))


def _cells(line: overview.ReadinessLine, with_villages: bool, differing: bool = False) -> tuple[str, ...]:
    voters = figures.number(line.dpt) + (f"{words.NO_BREAK}⇄" if differing else "")
    return (
        printing_office.called(line.code, line.name),
        *((figures.number(line.villages),) if with_villages else ()),
        figures.number(line.stations),
        figures.number(line.dpt_male),
        figures.number(line.dpt_female),
        voters,
        figures.number(line.dpt_unknown),
    )
