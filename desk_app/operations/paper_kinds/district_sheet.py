# SPDX-License-Identifier: Apache-2.0
"""Lembar kecamatan: one sheet that answers "Belawa bagaimana?": readiness, goods, risk, issues, who is sent there."""

from desk_app.domain import errors, places
from desk_app.domain import logistics as rules
from desk_app.domain import words as told
from desk_app.operations import (
    days,
    guarding,
    logistics_grid,
    overview,
    printing_issues,
    region_access,
    risk,
    teams,
)
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing, logistics, readiness
from desk_app.reports import document, figures, issue_matrix, statement, words

N_ = told.N_

MOST_ISSUES = 8
OPEN_ONLY = "Lembar ini tidak memuat permasalahan yang bersifat rahasia."
"""Stands there whether there is one or not."""


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """One page about a kecamatan. Raises Refused where no kecamatan is named."""
    held = framing.frame(desk, asked)
    if places.level_of(held.area) is not places.Level.DISTRICT:
        raise errors.Refused(N_("Pilih satu kecamatan untuk lembar ini."))
    phase = days.phase(desk) if asked.phase is None else asked.phase
    region = readiness.by_region(held, phase, "Kesiapan TPS")
    sections = [
        statement.Section(region.title, region.text, chart=region.chart, table=region.table, notes=region.notes),
        _goods(held),
        _issues(held),
    ]
    made = framing.made(held, "Lembar", ("Lembar kecamatan",), sections, facts=_facts(held), signed=False)
    return framing.on_one_page(made)


def _facts(held: framing.Frame) -> list[tuple[str, str]]:
    desk = held.desk
    total = overview.readiness_by_district(desk, days.phase(desk), held.area).total
    where = f"{words.number(total.villages)} {held.villages().lower()}, {words.number(total.stations)} TPS"
    said = [("Wilayah", f"{where}, DPT {words.number(total.dpt)}")]
    access = next((one for one in region_access.regions(desk, held.area) if one.code == held.area), None)
    if access is not None and access.facts.is_hard:
        said.append(("Jangkauan", ", ".join(access.facts.hints)))
    held_teams = [team for team in teams.teams(desk) if held.area in team.districts]
    for team in held_teams:
        names = [member.person or member.office for member in team.members if not member.replaced]
        said.append((team.label, ", ".join(names[:6]) + (" dan lainnya" if len(names) > 6 else "")))
    classes = risk.totals(desk, held.area).whole
    risky = classes.at_risk + classes.high + classes.special
    said.append(("TPS rawan", f"{words.number(risky)} TPS; berindikator {words.number(classes.with_any)} TPS"))
    guard = guarding.table(desk, held.area).total
    said.append(("Personel", f"Polri perlu {words.number(guard.police)}, Linmas perlu {words.number(guard.linmas)}"))
    return said


def _goods(held: framing.Frame) -> statement.Section:
    columns = (
        figures.name("Barang", 1.4),
        figures.count("Kebutuhan", short="perlu"),
        *(document.Column(rules.STAGE_LABELS[one], 1.0, document.Align.RIGHT) for one in rules.STAGES[1:]),
    )
    rows = []
    for code in (rules.BOXES, "log.suara"):
        try:
            found = logistics_grid.grid(held.desk, code, held.area)
        except errors.Refused:
            continue
        shown = {stage: cell.shown for stage, cell in zip(found.stages, found.total.cells, strict=True)}
        cells = [logistics.word(shown.get(stage)) for stage in rules.STAGES[1:]]
        rows.append((found.label, figures.number(found.total.need.count or None), *cells))
    table = figures.table(columns, rows, empty="Belum ada kabar logistik")
    return statement.Section("Logistik", table=table)


def _issues(held: framing.Frame) -> statement.Section:
    start, _end = days.bounds(held.desk, held.moment.date())
    rows = printing_issues.rows(held.desk, held.area, start, held.asked.as_of + 1)
    every = [row for row in issue_matrix.printable(rows) if row.open]  # a number would tell where a secret one is
    shown = every[:MOST_ISSUES]
    points = tuple(
        f"{row.number} · {row.place}: {row.said} ({row.severity.lower()}, {row.status.lower()})"
        + (f". Saran: {row.advice}" if row.advice else "")
        for row in shown
    )
    left = len(every) - len(shown)
    text = "NIHIL" if not every else f"Belum selesai: {words.counted(len(every))}."
    more = (f"dan {words.number(left)} permasalahan lainnya.",) if left > 0 else ()
    return statement.Section("Permasalahan yang belum selesai", text=(text,), points=points, notes=(*more, OPEN_ONLY))
