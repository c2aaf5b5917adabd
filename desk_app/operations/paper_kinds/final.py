# SPDX-License-Identifier: Apache-2.0
"""Laporan akhir: what the office wrote of its work, between the figures of the whole election."""

from collections import Counter

from desk_app.domain import charts
from desk_app.domain import elections as rules
from desk_app.operations import (
    activity_register,
    completeness,
    indicator_board,
    paper_words,
    printing_checks,
    printing_issues,
    printing_office,
    settings,
    stages,
    watch_sheet,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import (
    asking,
    final_annexes,
    framing,
    indicators,
    logistics,
    monthly,
    readiness,
    revotes,
    risk,
    situation,
    stations,
)
from desk_app.operations.paper_kinds import issues as issue_papers
from desk_app.reports import catalogue, daily_report, document, figures, final_report, issue_matrix, statement, words

Section = statement.Section


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The whole election of the office up to the moment of the paper."""
    held = framing.frame(desk, asked)
    own = paper_words.written(desk, catalogue.FINAL.key, held.day)
    rows = printing_issues.rows(desk, held.area, 0, asked.as_of + 1)
    city = settings.get(desk, "city").strip()
    paper = final_report.build(
        final_report.FinalReport(
            office=held.office,
            chapters=_chapters(held, own, rows),
            annexes=final_annexes.annexes(held, rows),
            as_of=held.moment,
            page=held.page,
            signature=printing_office.signature_block(desk, held.signer, asking.signing_day(desk, asked, held.day)),
            head=printing_office.kop(desk, held.signer),
            number=held.number,
            place_and_year=tuple(line for line in (city.upper(), str(held.moment.year)) if line),
        )
    )
    remarks = (*printing_checks.of_issues(rows), *printing_checks.of_signer(held.signer))
    return asking.Made(paper, held.day, held.number, held.signer, remarks)


def _chapters(
    held: framing.Frame, own: paper_words.Written, rows: tuple[issue_matrix.IssueRow, ...]
) -> tuple[final_report.Chapter, ...]:
    phase = readiness.phase_of_period(held, held.moment.date())
    preparation = monthly.lines(own.text("preparation"))
    shown = issue_matrix.printable(rows)
    return (
        final_report.Chapter(
            "Pendahuluan",
            (
                Section("Latar belakang", monthly.lines(own.text("background")) or _unwritten()),
                Section("Dasar", points=_basis(held, own)),
                Section("Maksud dan tujuan", monthly.lines(own.text("purpose")) or _unwritten()),
                Section("Ruang lingkup", monthly.lines(own.text("scope")) or (_scope(held),)),
            ),
        ),
        final_report.Chapter(
            "Gambaran umum",
            (
                Section(
                    "Wilayah, TPS, dan pemilih",
                    (daily_report.UNOFFICIAL,),
                    table=stations.overview_table(held),
                    notes=(stations.overview_note(held),),
                ),
                Section("Tahapan", table=_stages(held)),
                risk.by_region(held),
            ),
        ),
        final_report.Chapter(
            "Pelaksanaan",
            (
                *((Section("Persiapan", preparation),) if preparation else ()),
                Section("Kegiatan", table=_activities(held)),
                Section("Kelengkapan pemantauan menurut tahap", table=_phases(held)),
                readiness.by_region(held, phase, "Kesiapan TPS"),
                logistics.shortage_sums(held),
                Section("Hari pemungutan suara", monthly.lines(own.text("voting_day")), table=_watched(held)),
                Section("PSU, PSSU, PSL, dan PSS", table=revotes.table(held)),
                indicators.listed(indicator_board.summaries(held.desk, held.day), "Capaian indikator"),
            ),
        ),
        final_report.Chapter(
            "Permasalahan dan upaya penyelesaian",
            (
                Section(
                    "Ringkasan",
                    (issue_matrix.summary(rows, issue_papers.SEVERITIES), issue_matrix.withheld(rows)),
                    chart=_categories(shown),
                    table=_by_category(shown),
                ),
                Section("Upaya penyelesaian", monthly.lines(own.text("settling")) or (_advised(shown),)),
            ),
        ),
        final_report.Chapter(
            "Kesimpulan dan saran",
            (
                Section("Kesimpulan", points=printing_office.points(own.text("conclusion")) or _unwritten()),
                Section("Saran", points=printing_office.points(own.text("advice")) or _unwritten()),
            ),
        ),
    )


def _unwritten() -> tuple[str, ...]:
    """A line for the pen where the office has written nothing yet."""
    return (words.BLANK_NUMBER * 3,)


def _basis(held: framing.Frame, own: paper_words.Written) -> tuple[str, ...]:
    told = [*printing_office.points(settings.get(held.desk, "organisation"))]
    told += printing_office.points(own.text("basis"))
    return tuple(told) or _unwritten()


def _scope(held: framing.Frame) -> str:
    return f"Laporan ini memuat pekerjaan {held.office.desk} dalam rangka {held.office.event} di {held.region}."


def _stages(held: framing.Frame) -> document.Table:
    columns = (figures.name("Tahapan", 2.4), figures.text("Mulai", 0.0), figures.text("Selesai", 0.0))
    rows = [
        (row.stage.name, monthly.day(row.stage.starts), monthly.day(row.stage.ends))
        for row in stages.calendar(held.desk).rows
    ]
    return figures.table(columns, rows, empty="Tahapan belum diisi")


def _activities(held: framing.Frame) -> document.Table:
    return monthly.activity_table(activity_register.rows(held.desk))


def _phases(held: framing.Frame) -> document.Table:
    found = completeness.table(held.desk, area=held.area)
    columns = (
        figures.name("Tahap", 1.0),
        figures.text("Tanggal", 0.0, short=""),
        figures.count("TPS"),
        figures.count("Lengkap"),
        figures.count("Sebagian"),
        figures.count("Belum"),
        figures.count("Berbeda"),
    )
    rows = [
        (
            rules.day_words(one.phase),
            words.short_date(one.day),
            figures.number(one.tally.places),
            figures.number(one.tally.complete),
            figures.number(one.tally.partial),
            figures.number(one.tally.missing),
            figures.number(one.tally.disagreeing),
        )
        for one in found.phases
    ]
    return figures.table(columns, rows, empty="Belum ada tahap")


def _watched(held: framing.Frame) -> document.Table:
    found = watch_sheet.sheet(held.desk, area=held.area)
    return situation.sheet_table(held, found, len(found.columns) - 1)


def _by_category(rows: tuple[issue_matrix.IssueRow, ...]) -> document.Table:
    every, still = Counter(row.category for row in rows), Counter(row.category for row in rows if row.open)
    counts = (figures.count(title) for title in ("Jumlah", "Selesai", "Terbuka"))
    columns = (figures.name("Kategori", 2.0), *counts)
    told = [
        (name, figures.number(count), figures.number(count - still[name]), figures.number(still[name]))
        for name, count in every.most_common()
    ]
    total, left = sum(every.values()), sum(still.values())
    sums = ("Jumlah", figures.number(total), figures.number(total - left), figures.number(left))
    return figures.table(columns, told, sums, empty="NIHIL")


def _categories(rows: tuple[issue_matrix.IssueRow, ...]) -> charts.Chart:
    every, still = Counter(row.category for row in rows), Counter(row.category for row in rows if row.open)
    parts = [
        charts.Part(name, (count - still[name], still[name]), words.number(count))
        for name, count in every.most_common()
    ]
    series = (charts.Series("Selesai", charts.Tone.GOOD), charts.Series("Belum selesai", charts.Tone.PARTLY))
    return charts.Chart(charts.Kind.ROWS, series, tuple(parts))


def _advised(rows: tuple[issue_matrix.IssueRow, ...]) -> str:
    advised = sum(bool(row.advice) for row in rows)
    followed = sum(bool(row.follow_up) for row in rows)
    return (
        f"Dari {words.number(len(rows))} permasalahan, {words.number(advised)} diberi saran penyelesaian dan "
        f"{words.number(followed)} mempunyai tindak lanjut yang dicatat; rinciannya tercantum dalam Lampiran I."
    )
