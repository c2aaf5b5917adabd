# SPDX-License-Identifier: Apache-2.0
"""Rows, columns and charts of the board: nothing read is no zero, targets and patterns, names that are cut."""

from desk_app.domain import charts, elections
from desk_app.domain.counts.lines import Candidate, CandidateKind
from desk_app.domain.counts.standing import State
from desk_app.domain.words import Phrase
from desk_app.operations import count_area, count_board
from ui.widgets import count_lines, marks

RACE = elections.Race("ppwp", "Presiden", "PPWP", "President")
TWO = (Candidate("1", "Anis", CandidateKind.PAIR), Candidate("0", "Kolom kosong", CandidateKind.EMPTY))
Sum = count_board.Sum


def area(level: str = "kecamatan") -> count_area.Area:
    return count_area.Area("pemilu-2024", RACE, "73.13", "Kabupaten Wajo", level, "Kecamatan", 8, 0)


def row(code: str, sums: dict[str, Sum], states: dict[State, int], stations: int = 3) -> count_board.TotalsRow:
    return count_board.TotalsRow(code, f"Wilayah {code}", code, "", stations, 900, sum(states.values()), sums, states)


def totals(*rows: count_board.TotalsRow, level: str = "kecamatan") -> count_board.Totals:
    return count_board.Totals(area(level), TWO, (), rows, rows[0], (), Phrase(""))


def turnout(share: int | None, reached: bool | None = None) -> count_board.TurnoutRow:
    return count_board.TurnoutRow("73.13.06", "Tempe", "Tempe", "", 80, 100, 2, share, reached)


def test_what_nobody_has_told_is_no_zero() -> None:
    found = totals(row("73.13.06", {"v1": Sum(0, 1), "v0": Sum(7, 1)}, {State.WHOLE: 1, State.DISPUTED: 1}))
    line = count_lines.totals_row(found, found.rows[0], turnout(None))
    assert (line.v1, line.v0, line.valid, line.counted) == (0, 7, None, "1 dari 3")
    assert (line.disputed, line.missing, line.turnout) == (1, 1, "–")
    titles = {column.key: column.title for column in count_lines.totals_columns(found)}
    assert (titles["v1"], titles["v0"]) == ("1. Anis", "Kolom kos…")


def test_at_a_tps_stands_how_it_is() -> None:
    one = row("73.13.06.1001-001", {}, {State.DISPUTED: 1}, 1)
    none = row("73.13.06.1001-002", {}, {}, 1)
    locked = row("73.13.06.1001-003", {}, {State.NOT_IN: 1}, 1)
    found = count_board.Totals(area("tps"), TWO, (), (one, none, locked), row("x", {}, {}), (), Phrase(""))
    told = [count_lines.totals_row(found, each, turnout(None)).counted for each in found.rows]
    assert told == [
        marks.Marked("Dalam klarifikasi", "berbeda"),
        marks.Marked("Belum masuk", "belum"),
        marks.Marked("Menunggu kunci", "belum"),
    ]


def test_the_bars_of_all_and_of_one() -> None:
    sums = {"v1": Sum(75, 1), "v0": Sum(25, 1)}
    found = totals(row("73.13.06", sums, {State.WHOLE: 1}), row("73.13.07", {}, {}))
    chart = count_lines.votes_chart(found)
    assert [(part.name, part.said) for part in chart.parts] == [
        ("1. Anis", "75 · 75,00 %"),
        ("Kolom kosong", "25 · 25,00 %"),
    ]
    one = count_lines.votes_chart(found, "v0")
    assert [part.said for part in one.parts] == ["25 · 25,00 %", "0 · – %"]


def test_who_is_below_the_target_has_another_pattern() -> None:
    rows = (turnout(8000, True), turnout(6543, False))
    held = count_board.Participation(area(), "pemilih dalam DPT", 7000, rows, turnout(7272, True), Phrase(""))
    chart = count_lines.turnout_chart(held)
    assert chart.target is not None
    assert chart.target.words == "target 70,00 %"
    assert [part.tone for part in chart.parts] == [None, charts.Tone.SHORT]
    assert [part.said for part in chart.parts] == ["80,00 %", "65,43 %"]
    assert count_lines.turnout_words(held) == (
        "Partisipasi 72,72 %: 80 pengguna dari 100 pemilih dalam DPT, di 2 TPS; target 70,00 % tercapai."
    )
    none = count_board.Participation(area(), "pemilih dalam DPT", None, (), turnout(None), Phrase(""))
    assert count_lines.turnout_words(none) == "Partisipasi belum dapat dihitung."


def test_how_far_each_region_is() -> None:
    rows = (count_board.ProgressRow("73.13.06", "Tempe", "Tempe", "", 4, 2, 1),)
    found = count_board.Progress(area(), rows, rows[0], Phrase(""))
    chart = count_lines.progress_chart(found)
    assert (chart.shares, chart.parts[0].values, chart.parts[0].said) == (True, (2, 1, 1), "50,00 %")
    line = count_lines.progress_row(rows[0])
    assert (line.whole, line.part, line.missing, line.share) == (2, 1, 1, "50,00")
