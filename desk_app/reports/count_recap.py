# SPDX-License-Identifier: Apache-2.0
"""Rekap salinan hasil penghitungan suara (T8): all of a region by candidate, then by its parts, and what is left out.

A ballot with many lines is parted into several tables that follow each other, each with its region at the left.
"""


from dataclasses import dataclass

from desk_app.domain import charts
from desk_app.domain.counts import words as count_words
from desk_app.reports import document, figures, statement, words

NAME = "Rekap salinan hasil penghitungan suara (internal desk)"

TOGETHER = 5
"""So many candidates stand in one table with all sums."""
APART = 9
"""Of more, so many in a table."""
IN_A_MESSAGE = 20
"""So many regions a message tells of, in a line each."""
MOST_BARS = 40
"""Bars of regions: more than these say nothing at a glance."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line of votes: "1", "Anis – Muhaimin"; the empty column has the number "". `short` heads a column."""

    number: str
    name: str
    short: str = ""

    @property
    def heading(self) -> str:
        return " ".join(part for part in (self.number, self.short or self.name) if part)

    @property
    def in_chart(self) -> str:
        name = self.short or self.name
        return f"{self.number}. {name}" if self.number else name


@dataclass(frozen=True, slots=True)
class Row:
    """A region or TPS. `votes` in the order of the candidates; a figure of which nothing stands is None.

    `stations`: its TPS, `copied`: with a whole copy, `counted`: in the sums. `users` of `voters` are `share`, "–"
    where one of them is not known. `around`: the region that it is in, where the rows are of several.
    """

    name: str
    stations: int
    copied: int
    counted: int
    votes: tuple[int | None, ...]
    valid: int | None
    invalid: int | None
    cast: int | None
    users: int | None
    voters: int | None
    share: str
    around: str = ""


@dataclass(frozen=True, slots=True)
class Recap:
    """What the paper says. `unit`: what a row is; `around`: heading of what it is in, "" where that is all of them.

    `left_out`: what is in no sum, in sentences; `disputed`: the TPS whose copies differ (TPS, where).
    """

    progress: str
    candidates: tuple[Candidate, ...]
    unit: str
    rows: tuple[Row, ...]
    total: Row
    divided_by: str
    around: str = ""
    left_out: tuple[str, ...] = ()
    disputed: tuple[tuple[str, str], ...] = ()


def sections(told: Recap) -> list[statement.Section]:
    """The sections of the paper; the tables by region lie across."""
    bars = _bars(told)
    found = [_whole(told)]
    if bars is not None:
        found.append(statement.Section("Data masuk", chart=bars))
    found += _by_region(told)
    if told.disputed:
        found.append(_disputed(told))
    return found


def _whole(told: Recap) -> statement.Section:
    """Votes and shares of all of the region, as bars and as lines for a message."""
    total = told.total
    cast = sum(one or 0 for one in total.votes)
    columns = (
        document.Column("No", align=document.Align.CENTER, number=False),
        figures.name("Calon", 2.0),
        document.Column("Suara", align=document.Align.RIGHT, short=""),
        document.Column("Bagian", align=document.Align.RIGHT, short=""),
    )
    lines = [
        document.Row((one.number, one.name, figures.number(votes), _per_cent(votes, cast)))
        for one, votes in zip(told.candidates, total.votes, strict=True)
    ]
    sums = [
        ("Jumlah suara sah", total.valid, ""),
        ("Suara tidak sah", total.invalid, ""),
        ("Suara sah dan tidak sah", total.cast, ""),
        ("Pengguna hak pilih", total.users, ""),
        ("Partisipasi", None, f"{total.share} %" if total.voters else total.share),
    ]
    lines.append(document.Row(("Jumlah menurut salinan",), document.RowKind.GROUP))
    lines += [document.Row(("", name, "" if share else figures.number(value), share)) for name, value, share in sums]
    rows = tuple(lines) if told.candidates else ()
    parts = tuple(
        charts.Part(one.in_chart, (votes,), f"{figures.number(votes)} ({_per_cent(votes, cast)})")
        for one, votes in zip(told.candidates, total.votes, strict=True)
    )
    chart = charts.Chart(charts.Kind.ROWS, (charts.Series("", charts.Tone.PLAIN),), parts) if cast else None
    return statement.Section(
        "Seluruh wilayah",
        text=(f"{told.progress}.",),
        chart=chart,
        table=document.Table(columns, rows, when_empty="Daftar calon belum diisi", name="calon"),
        notes=(*(f"{said}." for said in told.left_out), _divided(told)),
    )


def _by_region(told: Recap) -> list[statement.Section]:
    title = f"Menurut {told.unit if told.unit == 'TPS' else told.unit.lower()}"
    if len(told.candidates) <= TOGETHER:
        return [statement.Section(title, table=_table(told, 0, len(told.candidates), sums=True), landscape=True)]
    found = [statement.Section(title, table=_table(told, 0, 0, sums=True), landscape=True)]
    for start in range(0, len(told.candidates), APART):
        end = min(start + APART, len(told.candidates))
        first, last = told.candidates[start].number, told.candidates[end - 1].number or told.candidates[end - 1].name
        named = f"Perolehan suara nomor {first} sampai {last}" if first != last else f"Perolehan suara nomor {first}"
        found.append(statement.Section(named, table=_table(told, start, end, sums=False)))
    return found


def _table(told: Recap, start: int, end: int, *, sums: bool) -> document.Table:
    """Regions with the candidates of a part of the ballot, and with all sums."""
    around = [figures.text(told.around, 1.2, short="")] if told.around else []
    lead = [figures.place(), *around, figures.name(told.unit, 0.0 if told.unit == "TPS" and around else 1.4)]
    counted = sums and any(row.counted != row.copied for row in told.rows)
    columns = [
        *lead,
        *([figures.count("Jumlah", "TPS", paper_only=True), figures.count("Masuk", "TPS", "TPS")] if sums else []),
        *([figures.count("Dijumlah", "TPS", paper_only=True)] if counted else []),
        *(_votes(one) for one in told.candidates[start:end]),
    ]
    if sums:
        columns += [
            figures.count(title, group, paper_only=True)
            for title, group in (
                ("Sah", "Suara"), ("Tidak sah", "Suara"), ("Jumlah", "Suara"),
                ("Pengguna", "Hak pilih"), ("DPT", "Hak pilih"), ("%", "Hak pilih"),
            )
        ]

    def cells(row: Row, number: str, name: str) -> tuple[str, ...]:
        found = [number, *([row.around] if told.around else []), name]
        if sums:
            found += [figures.number(row.stations), figures.number(row.copied)]
            found += [figures.number(row.counted)] if counted else []
        found += [figures.number(votes) for votes in row.votes[start:end]]
        if sums:
            found += [figures.number(one) for one in (row.valid, row.invalid, row.cast, row.users, row.voters)]
            found.append(row.share)
        return tuple(found)

    rows = [document.Row(cells(row, str(at), row.name)) for at, row in enumerate(told.rows, start=1)]
    if rows:
        rows.append(document.Row(cells(told.total, "", "Jumlah"), document.RowKind.TOTAL))
    told_short = len(told.candidates) <= TOGETHER and len(told.rows) <= IN_A_MESSAGE
    form = document.TextForm.LINE if told_short else document.TextForm.OMIT
    return document.Table(
        tuple(columns), tuple(rows), when_empty="Belum ada data TPS", numbered=True, text_form=form
    )


def _votes(one: Candidate) -> document.Column:
    right, short = document.Align.RIGHT, f"{one.number or one.name} ="
    return document.Column(one.heading, share=0.8, align=right, group="Perolehan suara", short=short)


def _per_cent(votes: int | None, cast: int) -> str:
    return f"{count_words.per_cent(votes, cast)} %" if votes is not None and cast else figures.NOTHING


def _bars(told: Recap) -> charts.Chart | None:
    """How far the copies of each region are."""
    shown = [row for row in told.rows if row.stations]
    if not 1 < len(shown) <= MOST_BARS or told.unit == "TPS":
        return None
    parts = tuple(
        charts.Part(
            row.name,
            (row.copied, row.stations - row.copied),
            f"{words.number(row.copied)} dari {words.number(row.stations)} TPS",
        )
        for row in shown
    )
    series = (charts.Series("Masuk", charts.Tone.GOOD), charts.Series("Belum", charts.Tone.NOTHING))
    return charts.Chart(charts.Kind.ROWS, series, parts, shares=True)


def _disputed(told: Recap) -> statement.Section:
    columns = (figures.name("TPS", 0.0), figures.text("Wilayah", 2.0, short=""))
    text = (f"Tidak ikut dijumlahkan sampai selesai diklarifikasi: {words.number(len(told.disputed))} TPS.",)
    return statement.Section("TPS dalam klarifikasi", text=text, table=figures.table(columns, told.disputed))


def _divided(told: Recap) -> str:
    """Of what the share of those who voted is."""
    asked = "menurut salinan TPS yang keduanya terbaca"
    return f"Partisipasi: jumlah pengguna hak pilih dibagi {told.divided_by}, {asked}."


