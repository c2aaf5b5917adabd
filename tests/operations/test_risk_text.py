# SPDX-License-Identifier: Apache-2.0
"""Risk for WhatsApp and Excel: figures with their day and source, long lists cut and said so, a matrix that adds up."""

from array import array

import pytest

from desk_app.domain.risk import RiskClass
from desk_app.operations import guarding, region_risk, risk, risk_text, stations
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA_VILLAGE, TEMPE, TEMPE_VILLAGE, tps

ONE = tps(TEMPE_VILLAGE, 1)


def test_the_list(wajo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    risk.tick(wajo, ONE, {"P04": True, "P08": True})
    ids = stations.station_ids(wajo, stations.EVERYTHING, stations.Order.INDICATORS, descending=True)
    text = risk_text.list_text(wajo, ids, "Kecamatan Tempe")
    assert "*TPS rawan* · Pemilihan Umum Tahun 2024" in text
    assert "Keadaan data 13-02-2024 (H-1)" in text
    assert "- TPS 001 Kel. Tempe: Rawan; internet, listrik" in text
    assert "belum dikelaskan" in text
    assert "Kecamatan Tempe" in text
    assert "Sumber: catatan Desk Pemilu Kabupaten Wajo" in text
    monkeypatch.setattr(risk_text, "MOST_STATIONS", 2)
    assert "… dan 7 TPS lain (jumlah 9)" in risk_text.list_text(wajo, ids)
    assert "Tidak ada." in risk_text.list_text(wajo, array("q"))


def test_the_figures_with_categories_and_their_sources(wajo: Desk) -> None:
    risk.tick(wajo, ONE, {"P04": True})
    region_risk.save(wajo, "73.13", "bawaslu", {"category": "Sedang", "source": "IKP 2024", "day": "2022-12-16"})
    region_risk.save(wajo, TEMPE, "polri", {"category": "Rawan", "source": "Polres"})
    text = risk_text.totals_text(wajo, risk.totals(wajo))
    assert "- Sangat rawan: 1" in text
    assert "- Belum dikelaskan: 4" in text
    assert "- Kendala jaringan internet: 1 TPS (11,1 %)" in text
    assert "- Kabupaten Wajo: Sedang menurut Bawaslu (IKP) (IKP 2024, 16-12-2022)" in text
    assert "Polres" not in text
    assert "Paling banyak" not in text
    risk.set_bounds(wajo, "10 5")
    assert "_Paling banyak terjadi_\n- Kendala jaringan" in risk_text.totals_text(wajo, risk.totals(wajo))


def test_the_personnel(wajo: Desk) -> None:
    guarding.set_patterns(wajo, {RiskClass.AT_RISK: "4-2-8"})
    guarding.set_at_hand(wajo, TEMPE, 3, None, "Polsek Tempe")
    text = risk_text.guard_text(wajo, guarding.table(wajo))
    assert "- Rawan: 4-2-8" in text
    assert "- Khusus: belum diisi" in text
    assert "Tempe: 6 TPS; Polri perlu 2, ada 3; Linmas perlu 4 (sumber: Polsek Tempe)" in text
    assert "Tidak terhitung: 7 TPS tanpa pola." in text


def test_the_matrix_adds_up(wajo: Desk) -> None:
    risk.tick(wajo, ONE, {"P04": True, "P08": True})
    risk.tick(wajo, tps(BELAWA_VILLAGE, 1), {"P04": True})
    headed, lines = risk_text.matrix(risk.totals(wajo))
    assert (headed[:3], headed[-2:]) == (["Kode", "Indikator", "Kelompok"], ["Jumlah", "Per seribu TPS"])
    assert {len(line) for line in lines} == {len(headed)}
    for line in lines:
        figures = [one for one in line[3:-2] if isinstance(one, int)]
        assert sum(figures) == line[-2]
    by_code = {line[0]: line for line in lines}
    assert (by_code["P04"][-2], by_code["P04"][-1]) == (2, 222)
