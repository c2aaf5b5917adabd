# SPDX-License-Identifier: Apache-2.0
"""Kesiapan TPS (T2): by region below the area with a chart, and item by item; in a desa TPS by TPS."""

from datetime import date

from desk_app.domain import charts, elections, places
from desk_app.domain import readiness as rules
from desk_app.operations import completeness, days, overview, printing_issues, reasons, stations
from desk_app.operations import elections as working
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.reports import document, figures, readiness_table, statement, words

STATES = (
    (rules.Readiness.READY, charts.Tone.GOOD, "ready"),
    (rules.Readiness.INCOMPLETE, charts.Tone.PARTLY, "incomplete"),
    (rules.Readiness.PROBLEM, charts.Tone.TROUBLE, "trouble"),
    (rules.Readiness.NOT_YET, charts.Tone.NOTHING, "not_yet"),
    (rules.Readiness.DISPUTED, charts.Tone.DIFFERING, "disagreeing"),
)


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The readiness of an area in a phase."""
    held = framing.frame(desk, asked)
    phase = days.phase(desk) if asked.phase is None else asked.phase
    is_village = places.level_of(held.area) is places.Level.VILLAGE
    sections = [_stations(held, phase) if is_village else by_region(held, phase), _items(held, phase)]
    facts = (("Tahap", elections.day_words(phase)), ("Keadaan", words.moment(held.moment, held.office.zone)))
    return framing.made(held, "Kesiapan TPS", ("Kesiapan TPS",), sections, facts=facts, numbered=True)


def phase_of_period(held: framing.Frame, last: date) -> int:
    """Whose readiness a paper of a period tells: as asked, else the usual one of its last day."""
    return usual_phase(held.desk, last, held.area) if held.asked.phase is None else held.asked.phase


def usual_phase(desk: Desk, last: date, area: str = "") -> int:
    """The phase of the last day of a period.

    From voting day on it is the last round before it that anybody answered: what was ready is told of the eve.
    """
    at = elections.phase_on(working.working_event(desk), last)
    if at < 0:
        return at
    before = [one for one in completeness.table(desk, at, area).phases if one.phase < 0]
    answered = [one.phase for one in before if one.tally.missing < one.tally.places]
    return answered[-1] if answered else at


def by_region(held: framing.Frame, phase: int, title: str = "Kesiapan menurut wilayah") -> statement.Section:
    """One row for each region below, their bars, and the total."""
    found = overview.readiness_by_district(held.desk, phase, held.area)
    unit = held.unit(found.level, [line.code for line in found.rows])
    is_village = found.level is places.Level.VILLAGE
    voters = framing.voters_open(held, len(found.rows[0].code)) if found.rows else {}
    rows = tuple(
        readiness_table.ReadinessRow(
            name=line.name if "/" not in unit else line.label,
            stations=line.stations,
            voters=line.dpt,
            ready=line.ready,
            incomplete=line.incomplete,
            trouble=line.problem,
            not_yet=line.not_yet,
            disagreeing=line.disputed,
            villages=None if is_village else line.villages,
            voters_open=voters.get(line.code, 0),
        )
        for line in found.rows
    )
    said = readiness_table.sentence(readiness_table.total(rows), elections.day_words(found.phase))
    return statement.Section(
        title,
        text=(said,) if rows else (),
        chart=chart(rows) if any(row.stations for row in rows) else None,
        table=readiness_table.table(rows, unit, held.villages()),
        notes=(readiness_table.note(rows, unit),),
    )


def chart(rows: tuple[readiness_table.ReadinessRow, ...]) -> charts.Chart:
    """A bar for each row, all of one length, divided by the state of its TPS."""
    return charts.Chart(
        charts.Kind.ROWS,
        tuple(charts.Series(state.label, tone) for state, tone, _name in STATES),
        tuple(
            charts.Part(
                row.name.replace("Kabupaten ", "Kab. "),
                tuple(int(getattr(row, name)) for _state, _tone, name in STATES),
                f"{words.number(row.ready)} dari {words.number(row.stations)} siap",
            )
            for row in rows
        ),
        shares=True,
    )


def _stations(held: framing.Frame, phase: int) -> statement.Section:
    numbers = stations.station_ids(held.desk, stations.StationFilter(area=held.area), phase=phase)
    rows = [row for row in stations.station_rows(held.desk, list(numbers), phase=phase) if row is not None]
    secret = printing_issues.confidential_at(held.desk, held.area)
    columns = (
        figures.name("TPS", 0.0),
        figures.text("Lokasi", 2.0, short=""),
        figures.count("DPT"),
        figures.count("Terisi"),
        figures.count("Wajib"),
        figures.text("Keadaan", 1.0, short=""),
        figures.count("Masalah terbuka", short="masalah"),
    )
    told = [
        (
            row.label,
            row.site or figures.NOTHING,
            figures.number(row.dpt),
            figures.number(row.answered),
            figures.number(row.required),
            f"{row.state.label} {row.state.symbol}",
            figures.number(row.open_issues - secret[row.subject]),
        )
        for row in rows
    ]
    table = figures.table(columns, told, empty="Belum ada data TPS")
    notes = ("Masalah terbuka tidak menghitung yang bersifat rahasia.",) if rows else ()
    return statement.Section("Kesiapan setiap TPS", table=table, notes=notes)


def _items(held: framing.Frame, phase: int) -> statement.Section:
    found = completeness.items(held.desk, phase, held.area)
    columns = (
        figures.count("Butir"),
        figures.name("Uraian", 3.0),
        figures.count("TPS ditanya", short="ditanya"),
        figures.count("Terisi"),
        figures.count("Dilihat lagi"),
        figures.count("Berbeda"),
        figures.count("Belum"),
    )
    told = [
        (
            str(one.no),
            one.label,
            figures.number(one.tally.places),
            figures.number(one.tally.complete),
            figures.number(one.tally.partial),
            figures.number(one.tally.disagreeing),
            figures.number(one.tally.missing),
        )
        for one in found
    ]
    accepted = tuple(one.line for one in reasons.given(held.desk, phase, held.area))
    notes = ["Butir bersyarat hanya ditanyakan kepada TPS yang memenuhi syaratnya."] if found else []
    if accepted:
        notes.append("Isian yang diterima dengan alasan: " + "; ".join(accepted) + ".")
    table = document.Table(
        columns, tuple(document.Row(row) for row in told), when_empty="Tahap ini tidak mempunyai butir untuk TPS"
    )
    return statement.Section("Kelengkapan menurut butir", table=table, notes=tuple(notes))
