# SPDX-License-Identifier: Apache-2.0
"""The lines of the count's board: columns and rows of its table, and the charts beside it, from values alone."""

from collections.abc import Sequence
from types import SimpleNamespace

from PySide6 import QtGui

from desk_app.base.text import _
from desk_app.domain import charts
from desk_app.domain.counts import lines, words
from desk_app.domain.counts.standing import STATE_LABELS, State
from desk_app.domain.words import dotted
from desk_app.operations import count_board
from ui.widgets import columns, figure_table, marks, table_panel

_VOTES_WIDTH = 92
_LETTER = 7
_SUMS = ((lines.VALID, "valid"), (lines.INVALID, "invalid"), (lines.TOTAL, "both"))
_STATE_MARKS = {
    State.PART: "belum_lengkap",
    State.WHOLE: "siap",
    State.NOTED: "masalah",
    State.DISPUTED: "berbeda",
    State.VERIFIED: "siap",
    State.LOCKED: "siap",
}
_USERS = lines.by_sex(lines.USERS, lines.Sex.BOTH)


class CountTable(figure_table.FigureTable):
    """The table of the board: what is copied to a spreadsheet says that it is no official figure."""

    def copy(self) -> None:
        super().copy()
        _disclaim()

    def copy_for_chat(self) -> None:
        super().copy_for_chat()
        _disclaim()


class NotesTable(table_panel.TablePanel):
    """A list of notes with figures: what is copied of it says so too."""

    def copy(self) -> None:
        if self.selected():
            super().copy()
            _disclaim()

    def copy_for_chat(self) -> None:
        super().copy_for_chat()
        _disclaim()


def called(candidate: lines.Candidate) -> str:
    """A candidate in a few letters: "1. Anis"."""
    if candidate.kind is lines.CandidateKind.EMPTY:
        return _("Kolom kosong")
    return f"{candidate.code}. {candidate.short or candidate.name}"


def in_full(candidate: lines.Candidate) -> str:
    """A candidate with the whole name."""
    label = lines.candidate_label(candidate)
    return _(label.message).format(**label.params)


def totals_columns(found: count_board.Totals) -> list[columns.Column]:
    """Region, how many TPS, the candidates, the sums, participation, and what is in no sum."""
    votes = [
        columns.Column(
            one.line.replace(".", "_"), _elided(called(one)), _VOTES_WIDTH, "right", hint=in_full(one)
        )
        for one in found.candidates
    ]
    return [
        columns.Column("name", found.area.heading, 130, stretches=True),
        _second(found),
        *votes,
        columns.Column("valid", _("Sah"), 72, "right"),
        columns.Column("invalid", _("Tidak sah"), 76, "right"),
        columns.Column("both", _("Jumlah"), 72, "right", hint=_("Suara sah dan tidak sah")),
        columns.Column("users", _("Pengguna"), 80, "right", hint=_("Jumlah pengguna hak pilih")),
        columns.Column("turnout", _("Partisipasi"), 84, "right"),
        figure_table.FigureColumn("disputed", _("Klarifikasi"), 92, "right", state="berbeda"),
        figure_table.FigureColumn("missing", _("Belum"), 76, "right", state="belum"),
    ]


def totals_row(
    found: count_board.Totals, row: count_board.TotalsRow, turnout: count_board.TurnoutRow
) -> SimpleNamespace:
    """A row of the table of sums."""
    of = max((row.sum(one.line).stations for one in found.candidates), default=0)
    votes = {one.line.replace(".", "_"): _known(row, one.line) for one in found.candidates}
    sums = {key: _known(row, line) for line, key in _SUMS}
    return SimpleNamespace(
        code=row.code,
        name=row.name,
        counted=_state(row) if found.area.of_stations and row is not found.total else _("{done} dari {total}").format(
            done=dotted(of), total=dotted(row.stations)
        ),
        users=_known(row, _USERS),
        turnout=share_words(turnout.share),
        disputed=row.disputed,
        missing=max(row.stations - row.copied, 0),
        **votes,
        **sums,
    )


def progress_columns(found: count_board.Progress) -> list[columns.Column]:
    """Without any figure of votes: how many TPS are in."""
    return [
        columns.Column("name", found.area.heading, 180, stretches=True),
        columns.Column("stations", _("TPS"), 80, "right"),
        figure_table.FigureColumn("whole", _("Lengkap"), 96, "right", state="siap"),
        figure_table.FigureColumn("part", _("Sebagian"), 96, "right", state="belum_lengkap"),
        figure_table.FigureColumn("missing", _("Belum masuk"), 110, "right", state="belum"),
        columns.Column("share", _("Data masuk (%)"), 116, "right"),
    ]


def progress_row(row: count_board.ProgressRow) -> SimpleNamespace:
    """A row of that table."""
    return SimpleNamespace(
        code=row.code,
        name=row.name,
        stations=row.stations,
        whole=row.whole,
        part=row.part,
        missing=row.missing,
        share=words.per_cent(row.whole, row.stations),
    )


def share_words(hundredths: int | None) -> str:
    """A share of hundredths of a per cent: "71,67 %", "–" where nothing is known."""
    return "–" if hundredths is None else f"{hundredths / 100:.2f} %".replace(".", ",")


def votes_chart(found: count_board.Totals, line: str = "") -> charts.Chart:
    """The votes of all in the region, or of one (`line`) in each of its parts."""
    if not line:
        parts = [
            charts.Part(
                called(one),
                (found.total.sum(one.line).value,),
                f"{dotted(found.total.sum(one.line).value)} · {found.share(found.total, one)} %",
            )
            for one in found.candidates
        ]
        title = _("Perolehan suara, {name}").format(name=found.area.name)
        return charts.Chart(charts.Kind.ROWS, (charts.Series("", charts.Tone.PLAIN),), tuple(parts), title)
    candidate = next(one for one in found.candidates if one.line == line)
    rows = [row for row in found.rows if row.stations]
    parts = [
        charts.Part(
            row.name, (row.sum(line).value,), f"{dotted(row.sum(line).value)} · {found.share(row, candidate)} %"
        )
        for row in rows
    ]
    return charts.Chart(
        charts.Kind.ROWS, (charts.Series("", charts.Tone.PLAIN),), tuple(parts), called(candidate)
    )


def turnout_chart(found: count_board.Participation) -> charts.Chart:
    """Participation by region, against the target where there is one."""
    parts = [
        charts.Part(row.name, (row.share,), share_words(row.share), charts.Tone.SHORT if row.reached is False else None)
        for row in found.rows
        if row.share is not None
    ]
    target = None
    if found.target is not None:
        target = charts.Target(found.target, _("target {share}").format(share=share_words(found.target)))
    return charts.Chart(
        charts.Kind.ROWS,
        (charts.Series("", charts.Tone.PLAIN),),
        tuple(parts),
        _("Partisipasi"),
        target,
        most=max(10_000, *(part.values[0] or 0 for part in parts), 0) if parts else None,
    )


def progress_chart(found: count_board.Progress) -> charts.Chart:
    """How far the copies of each region are."""
    parts = [
        charts.Part(row.name, (row.whole, row.part, row.missing), f"{words.per_cent(row.whole, row.stations)} %")
        for row in found.rows
        if row.stations
    ]
    series = (
        charts.Series(_("lengkap"), charts.Tone.GOOD),
        charts.Series(_("sebagian"), charts.Tone.PARTLY),
        charts.Series(_("belum masuk"), charts.Tone.NOTHING),
    )
    return charts.Chart(charts.Kind.ROWS, series, tuple(parts), _("Data masuk"), shares=True)


def turnout_words(found: count_board.Participation) -> str:
    """Participation in a sentence, with the denominator and the target."""
    row = found.total
    if row.share is None:
        return _("Partisipasi belum dapat dihitung.")
    said = _("Partisipasi {share}: {users} pengguna dari {voters} {divided_by}, di {stations} TPS").format(
        share=share_words(row.share),
        users=dotted(row.users),
        voters=dotted(row.voters),
        divided_by=_(found.divided_by),
        stations=dotted(row.stations),
    )
    if found.target is None:
        return f"{said}."
    reached = _("tercapai") if row.reached else _("belum tercapai")
    return f"{said}; " + _("target {share} {reached}.").format(share=share_words(found.target), reached=reached)


def choices(candidates: Sequence[lines.Candidate]) -> list[tuple[str, str]]:
    """What the chart can show."""
    return [("", _("Semua calon")), *((one.line, in_full(one)) for one in candidates)]


def _second(found: count_board.Totals) -> columns.Column:
    """How many TPS are in the sums; at one TPS how it stands."""
    if found.area.of_stations:
        return columns.Column("counted", _("Keadaan"), 190)
    hint = _("TPS yang ikut dijumlahkan, dari semua")
    return columns.Column("counted", _("TPS dijumlah"), 100, "right", hint=hint)


def _state(row: count_board.TotalsRow) -> marks.Marked:
    state = next(iter(row.states), None)
    if state is State.NOT_IN:
        return marks.Marked(_("Menunggu kunci"), "belum")
    if state is None:
        return marks.Marked(_(STATE_LABELS[State.NOT_IN]), "belum")
    return marks.Marked(_(STATE_LABELS[state]), _STATE_MARKS[state])


def _disclaim() -> None:
    """Add to what was just put on the clipboard that it is no official figure."""
    clipboard = QtGui.QGuiApplication.clipboard()
    clipboard.setText(f"{clipboard.text().rstrip()}\n{_(words.DISCLAIMER)}\n")


def _known(row: count_board.TotalsRow, line: str) -> int | None:
    """A sum, None where no TPS has told it: not read is not zero."""
    found = row.sum(line)
    return found.value if found.stations else None


def _elided(text: str) -> str:
    most = (_VOTES_WIDTH - 16) // _LETTER
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
