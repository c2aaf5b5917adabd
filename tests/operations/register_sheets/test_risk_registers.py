# SPDX-License-Identifier: Apache-2.0
"""Categories with their sources, who guards, and indicators ticked for each TPS."""

from pathlib import Path

from desk_app.operations import guarding, history, region_risk, risk, risk_indicators
from desk_app.operations.desk import Desk
from tests.filled_registers import FIRST, SECOND
from tests.operations.register_sheets import coming_back
from tests.regency_offices import BELAWA, STATIONS


def test_a_category_needs_its_source(filled: Desk, tmp_path: Path) -> None:
    new = {(0, "Wilayah"): BELAWA, (0, "Menurut"): "bawaslu", (0, "Kategori"): "Rawan tinggi"}
    assert coming_back.faults(coming_back.look(filled, tmp_path, "region-risk", new)) == [(3, "Sumber")]
    coming_back.put_in(filled, tmp_path, "region-risk", {**new, (0, "Sumber"): "IKP", (2, "Catatan"): "lama"})
    assert {one.place: (one.category, one.note) for one in region_risk.categories(filled).rows} == {
        "73.13.06": ("Rawan sedang", "lama"), BELAWA: ("Rawan tinggi", "")}


def test_who_guards(filled: Desk, tmp_path: Path) -> None:
    region, station = (coming_back.row(filled, tmp_path, "guards", told) for told in ("Polsek", "Polres"))
    coming_back.put_in(filled, tmp_path, "guards", {
        (region, "Linmas"): 12, (station, "Polri"): 4, (0, "Tempat"): SECOND, (0, "Polri"): 2, (0, "untuk TPS"): 1,
        (0, "Linmas"): 2,
    })
    assert guarding.at_hand(filled)["73.13.06"].linmas == 12
    assert {one.subject: one.police for one in guarding.exceptions(filled)} == {FIRST: 4, SECOND: 2}
    wrong = coming_back.look(filled, tmp_path, "guards", {(region, "untuk TPS"): 3})
    assert wrong.refused == 1


def test_ticks(filled: Desk, tmp_path: Path) -> None:
    first, second = risk_indicators.offered(filled)[:2]
    at = {subject: row for row, subject in enumerate(subjects(), 2)}
    found = coming_back.put_in(filled, tmp_path, "risk-ticks", {
        (at[SECOND], first.short or first.label): "x", (at[FIRST], first.short or first.label): "-",
        (at[FIRST], second.short or second.label): "Ya",
    })
    assert (found.changed, found.same, found.new) == (2, len(STATIONS) - 2, 0)
    assert [one.count for one in risk.totals(filled).indicators[:2]] == [1, 1]
    history.undo(filled)
    assert risk.totals(filled).indicators[1].count == 0


def test_no_row_is_added(filled: Desk, tmp_path: Path) -> None:
    first = risk_indicators.offered(filled)[0]
    head = first.short or first.label
    found = coming_back.look(filled, tmp_path, "risk-ticks", {(0, "Kode TPS"): "73.13.06.1004-009", (0, head): "x"})
    assert coming_back.faults(found) == [(len(STATIONS) + 3, "Kode TPS (jangan diubah)")]


def subjects() -> list[str]:
    return [f"{village}-{number:03d}" for village, number in sorted(STATIONS)]
