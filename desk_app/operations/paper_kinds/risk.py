# SPDX-License-Identifier: Apache-2.0
"""TPS rawan (T5): classes of Polri by region, indicators of Bawaslu, who guards (T4), and the TPS one by one."""

from desk_app.domain import risk as rules
from desk_app.operations import guarding, printing_office, region_risk, risk, risk_indicators, stations, whereabouts
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking, framing
from desk_app.reports import document, figures, statement, words

MOST = 5_000
"""TPS that the list names; what is more is said by its number."""


def gather(desk: Desk, asked: asking.Asked) -> asking.Made:
    """The risk of an area: figures, personnel, and every TPS that is at risk."""
    held = framing.frame(desk, asked)
    found = risk.totals(desk, held.area)
    classes = _classes(found, "Kelas kerawanan")
    sections = [classes, _indicators(found), _guards(held), *_categories(held), _stations(held)]
    return framing.made(held, "Kerawanan TPS", ("Kerawanan TPS",), sections, numbered=True)


def by_region(held: framing.Frame) -> statement.Section:
    """How many TPS are of each class, region by region."""
    return _classes(risk.totals(held.desk, held.area), "Kerawanan TPS")


def _classes(found: risk.Totals, title: str) -> statement.Section:
    columns = (
        figures.name(found.heading),
        figures.count("TPS"),
        *(figures.count(rules.CLASS_LABELS[one], "Kelas (Polri)") for one in rules.RiskClass),
        figures.count("Belum dikelaskan", "Kelas (Polri)"),
        figures.count("Berindikator (Bawaslu)", short="berindikator"),
    )
    rows = [_class_cells(one) for one in found.regions]
    total = ("Jumlah", *_class_cells(found.whole)[1:])
    table = figures.table(columns, rows, total)
    return statement.Section(title, table=table, notes=_open(found.whole.disputed))


def _class_cells(one: risk.RegionTotal) -> tuple[str, ...]:
    return (
        printing_office.called(one.code, one.name),
        figures.number(one.stations),
        *(figures.number(one.classes.get(each.value, 0)) for each in rules.RiskClass),
        figures.number(one.unknown),
        figures.number(one.with_any),
    )


def _indicators(found: risk.Totals) -> statement.Section:
    present = sorted((one for one in found.indicators if one.count), key=lambda one: -one.count)
    columns = (
        figures.text("Kode", 0.0),
        figures.name("Indikator", 3.0),
        figures.count("TPS"),
        figures.count("Bagian (%)", short="%"),
    )
    rows = [
        (one.code, one.label, figures.number(one.count), words.share(one.count, found.whole.stations))
        for one in present
    ]
    table = figures.table(columns, rows, empty="Belum ada TPS yang ditandai dengan indikator")
    return statement.Section("Indikator kerawanan", table=table)


def _guards(held: framing.Frame) -> statement.Section:
    found = guarding.table(held.desk, held.area)
    columns = (
        figures.name(found.heading),
        figures.count("TPS"),
        figures.count("Perlu", "Polri", "Polri perlu"),
        figures.count("Ada", "Polri", "ada"),
        figures.count("Kurang", "Polri", "kurang"),
        figures.count("Perlu", "Linmas", "Linmas perlu"),
        figures.count("Ada", "Linmas", "ada"),
        figures.count("Kurang", "Linmas", "kurang"),
        figures.text("Sumber", 1.0),
    )

    def cells(line: guarding.GuardLine) -> tuple[str, ...]:
        counts = (line.stations, line.police, line.police_at_hand, line.police_short)
        others = (line.linmas, line.linmas_at_hand, line.linmas_short)
        name = printing_office.called(line.code, line.name)
        return (name, *(figures.number(one) for one in (*counts, *others)), line.source or figures.NOTHING)

    table = figures.table(columns, [cells(line) for line in found.rows], ("Jumlah", *cells(found.total)[1:-1], ""))
    patterns = [f"{rules.CLASS_LABELS[one]} {made}" for one, made in found.patterns.items()]
    said = "; ".join(patterns)
    notes = [f"Pola Polri-TPS-Linmas: {said}." if said else "Pola pengamanan menurut kelas belum diisi."]
    if found.total.without:
        notes.append(f"{words.number(found.total.without)} TPS tanpa pola tidak ikut dihitung.")
    return statement.Section("Personel pengamanan", table=table, notes=(*notes, *_open(found.total.disputed)))


def _categories(held: framing.Frame) -> list[statement.Section]:
    found = region_risk.categories(held.desk, held.area).rows
    if not found:
        return []
    columns = (
        figures.name("Wilayah"),
        figures.text("Penilai", 1.0, short=""),
        figures.text("Kategori", 1.0, short=""),
        figures.text("Sumber", 1.6),
    )
    rows = [(one.label, one.scheme_label, one.category, one.source or figures.NOTHING) for one in found]
    return [statement.Section("Kategori wilayah", table=figures.table(columns, rows))]


def _stations(held: framing.Frame) -> statement.Section:
    desk = held.desk
    known = risk_indicators.known(desk)
    found = risk.rows(desk, list(stations.station_ids(desk, stations.StationFilter(area=held.area))))
    rawan = [row for row in found if row is not None and (row.codes or row.risk in RISKY)]
    columns = (
        figures.place(),
        figures.name("TPS", 0.0),
        figures.text("Kelas", 0.8, short=""),
        figures.count("DPT"),
        figures.text("Indikator", 3.0, short=""),
    )
    rows: list[document.Row] = []
    heading, lies = "", whereabouts.Whereabouts(desk, held.area)
    for at, one in enumerate(rawan[:MOST], start=1):
        where = lies.of(one.village, f"{held.words.district} {one.district_name} · {one.village_label}")
        if where != heading:
            heading = where
            rows.append(document.Row((where,), document.RowKind.GROUP))
        voters = None if one.dpt_male is None or one.dpt_female is None else one.dpt_male + one.dpt_female
        said = "; ".join(risk_indicators.words_of(known, code, str) for code in one.codes)
        of_class = CLASSES.get(one.risk or "", figures.NOTHING)
        cells = (str(at), f"TPS {one.number:03d}", of_class, figures.number(voters), said or figures.NOTHING)
        rows.append(document.Row(cells))
    table = document.Table(columns, tuple(rows), when_empty="Belum ada TPS rawan yang dicatat")
    left = len(rawan) - MOST
    notes = (f"dan {words.number(left)} TPS lainnya.",) if left > 0 else ()
    return statement.Section("TPS rawan", table=table, notes=notes)


RISKY = frozenset(one.value for one in rules.RiskClass if one is not rules.RiskClass.LOW)
CLASSES = {one.value: label for one, label in rules.CLASS_LABELS.items()}


def _open(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return (f"⇄ {words.number(count)} data dalam klarifikasi antarkantor dan tidak ikut dijumlahkan.",)
