# SPDX-License-Identifier: Apache-2.0
"""Readiness of TPS per kecamatan (or per desa in a kecamatan): one row each, and the total (T2)."""

from dataclasses import dataclass

from desk_app.domain import readiness
from desk_app.reports import document, words

_STATES = (
    readiness.Readiness.READY,
    readiness.Readiness.INCOMPLETE,
    readiness.Readiness.PROBLEM,
    readiness.Readiness.NOT_YET,
    readiness.Readiness.DISPUTED,
)
COUNTS = ("ready", "incomplete", "trouble", "not_yet", "disagreeing")


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """Counts of TPS by state of readiness; `villages` is None where the rows are villages themselves."""

    name: str
    stations: int
    voters: int
    ready: int = 0
    incomplete: int = 0
    trouble: int = 0
    not_yet: int = 0
    disagreeing: int = 0
    villages: int | None = None
    voters_open: int = 0
    """TPS whose number of voters offices hold differently: `voters` may change."""

    @property
    def adds_up(self) -> bool:
        return self.stations == sum(int(getattr(self, name)) for name in COUNTS)


def total(rows: tuple[ReadinessRow, ...], name: str = "Jumlah") -> ReadinessRow:
    """The sum of the rows; villages only where every row counts them."""
    villages = [row.villages for row in rows]
    return ReadinessRow(
        name=name,
        stations=sum(row.stations for row in rows),
        voters=sum(row.voters for row in rows),
        ready=sum(row.ready for row in rows),
        incomplete=sum(row.incomplete for row in rows),
        trouble=sum(row.trouble for row in rows),
        not_yet=sum(row.not_yet for row in rows),
        disagreeing=sum(row.disagreeing for row in rows),
        villages=sum(count for count in villages if count is not None) if None not in villages else None,
        voters_open=sum(row.voters_open for row in rows),
    )


def sentence(whole: ReadinessRow, phase: str = "") -> str:
    """How many TPS are ready, of which round of the checklist ("H-1")."""
    if not whole.stations:
        return "Belum ada TPS dalam data."
    told = f"{words.number(whole.stations)} TPS, {words.number(whole.ready)} TPS dinyatakan siap"
    begun = f"Menurut ceklis {phase}, dari" if phase else "Dari"
    return f"{begun} {told} ({words.percent(whole.ready, whole.stations)})."


def table(rows: tuple[ReadinessRow, ...], unit: str = "Kecamatan", villages: str = "Desa/Kel.") -> document.Table:
    """`unit` heads the names, `villages` the counts of villages (left out where no row has them)."""
    with_villages = bool(rows) and all(row.villages is not None for row in rows)
    right = document.Align.RIGHT
    columns = [
        document.Column("No", align=right),
        document.Column(unit, share=1.0, lead=True),
        *([document.Column(villages, align=right, paper_only=True)] if with_villages else []),
        document.Column("TPS", align=right),
        document.Column("DPT", align=right, paper_only=True),
        *(
            document.Column(title, align=right, group="Kesiapan TPS", short=short, quiet_zero=True)
            for title, short in ((f"{state.label} {state.symbol}", state.label.lower()) for state in _STATES)
        ),
        document.Column("Siap (%)", align=right, paper_only=True),
    ]
    body = [document.Row((str(place), *_cells(row, with_villages))) for place, row in enumerate(rows, start=1)]
    if rows:
        body.append(document.Row(("", *_cells(total(rows), with_villages)), document.RowKind.TOTAL))
    return document.Table(tuple(columns), tuple(body), when_empty="Belum ada data TPS", name="kesiapan")


def note(rows: tuple[ReadinessRow, ...], unit: str = "Kecamatan") -> str:
    """The footnote on data that two offices hold differently; empty where there is none."""
    told = []
    names = [row.name for row in rows if row.disagreeing]
    if names:
        told.append(f"⇄ Data {unit} {words.listed(names)} dalam klarifikasi.")
    voters = [f"{row.name} ({words.number(row.voters_open)} TPS)" for row in rows if row.voters_open]
    if voters:
        told.append(f"⇄ Angka DPT {unit} {words.listed(voters)} dalam klarifikasi dan dapat berubah.")
    return " ".join(told)


def _cells(row: ReadinessRow, with_villages: bool) -> tuple[str, ...]:
    voters = words.number(row.voters)
    return (
        row.name,
        *((words.number(row.villages or 0),) if with_villages else ()),
        words.number(row.stations),
        f"{voters}{words.NO_BREAK}⇄" if row.voters_open else voters,
        *(words.number(int(getattr(row, name))) for name in COUNTS),
        words.share(row.ready, row.stations),
    )
