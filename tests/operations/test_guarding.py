# SPDX-License-Identifier: Apache-2.0
"""Who guards: nothing is reckoned without a pattern; by class, by the TPS's own, at hand and missing, by kecamatan."""

import pytest

from desk_app.domain import errors
from desk_app.domain.risk import RiskClass
from desk_app.operations import election_settings, guarding, history
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, TEMPE, TEMPE_VILLAGE, tps


def line(desk: Desk, code: str) -> guarding.GuardLine:
    return next(one for one in guarding.table(desk).rows if one.code == code)


def test_without_patterns_nothing_is_needed_and_all_tps_are_told(wajo: Desk) -> None:
    total = guarding.table(wajo).total
    assert (total.stations, total.without, total.police, total.linmas) == (9, 9, 0, 0)
    assert (total.police_at_hand, total.police_short) == (None, None)


def test_needed_by_class_and_rounded_up_in_each_kecamatan(wajo: Desk) -> None:
    guarding.set_patterns(
        wajo, {RiskClass.LOW: "2-4-6", RiskClass.AT_RISK: "4-2-8", RiskClass.HIGH: "6-2-8", RiskClass.SPECIAL: ""}
    )
    tempe, belawa = line(wajo, TEMPE), line(wajo, BELAWA)
    # Tempe: one low (½, 1½), one rawan (2, 4), one sangat rawan (3, 4), three without a class.
    assert (tempe.stations, tempe.without, tempe.police, tempe.linmas) == (6, 3, 6, 10)
    # Belawa: one rawan, one khusus without a pattern, one without a class.
    assert (belawa.without, belawa.police, belawa.linmas) == (2, 2, 4)
    total = guarding.table(wajo).total
    assert (total.police, total.linmas, total.without) == (8, 14, 5)


def test_a_tps_may_have_its_own_pattern(wajo: Desk) -> None:
    special = tps(BELAWA_VILLAGE, 901)
    guarding.set_station(wajo, special, "6-1-4", "Surat Polres", "lapas")
    assert (line(wajo, BELAWA).police, line(wajo, BELAWA).linmas, line(wajo, BELAWA).own) == (6, 4, 1)
    kept = guarding.of_station(wajo, special)
    assert kept is not None
    assert (kept.police, kept.stations, kept.linmas, kept.source) == (6, 1, 4, "Surat Polres")
    assert [one.subject for one in guarding.exceptions(wajo)] == [special]
    guarding.set_station(wajo, special, "")
    assert guarding.exceptions(wajo) == []
    assert line(wajo, BELAWA).police == 0
    with pytest.raises(errors.Refused):
        guarding.set_station(wajo, special, "6-0-4")
    with pytest.raises(errors.Refused):
        guarding.set_station(wajo, BELAWA, "6-1-4")


def test_a_class_outside_the_area_counts_once(wajo: Desk) -> None:
    guarding.set_patterns(wajo, {RiskClass.AT_RISK: "4-2-8"})
    guarding.set_station(wajo, tps(TEMPE_VILLAGE, 1), "1-1-1")
    assert (line(wajo, TEMPE).police, line(wajo, TEMPE).own) == (1, 1)


def test_at_hand_and_missing(wajo: Desk) -> None:
    guarding.set_patterns(wajo, {RiskClass.AT_RISK: "4-2-8", RiskClass.HIGH: "6-2-8"})
    guarding.set_at_hand(wajo, TEMPE, 3, 20, "Polsek Tempe, 10-2-2024")
    tempe = line(wajo, TEMPE)
    assert (tempe.police, tempe.police_at_hand, tempe.police_short) == (5, 3, 2)
    assert (tempe.linmas_at_hand, tempe.linmas_short, tempe.source) == (20, 0, "Polsek Tempe, 10-2-2024")
    assert line(wajo, BELAWA).police_short is None
    guarding.set_at_hand(wajo, "73.13", 2, None, "Polres Wajo")
    total = guarding.table(wajo).total
    assert (total.police, total.police_at_hand, total.police_short) == (7, 5, None)
    guarding.set_at_hand(wajo, BELAWA, 0, None)
    assert guarding.table(wajo).total.police_short == 2
    assert guarding.at_hand(wajo).keys() == {TEMPE, BELAWA, "73.13"}
    with pytest.raises(errors.Refused):
        guarding.set_at_hand(wajo, tps(TEMPE_VILLAGE, 1), 1, 1)
    with pytest.raises(errors.NotPermitted):
        guarding.set_at_hand(wajo, "73.14", 1, 1)


def test_one_wrong_pattern_writes_none_and_undo_takes_all_back(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="2-4-6"):
        guarding.set_patterns(wajo, {RiskClass.LOW: "2-4-6", RiskClass.HIGH: "banyak"})
    assert guarding.patterns(wajo) == {}
    guarding.set_patterns(wajo, {RiskClass.LOW: "2-4-6", RiskClass.HIGH: "6-2-8"})
    history.undo(wajo)
    assert guarding.patterns(wajo) == {}


def test_patterns_are_of_one_election(wajo: Desk) -> None:
    guarding.set_patterns(wajo, {RiskClass.LOW: "2-4-6"})
    guarding.set_at_hand(wajo, TEMPE, 3, 20)
    election_settings.choose(wajo, "pilkada-2024")
    assert guarding.patterns(wajo) == {}
    assert guarding.at_hand(wajo) == {}
    election_settings.choose(wajo, "pemilu-2024")
    assert str(guarding.patterns(wajo)[RiskClass.LOW]) == "2-4-6"


def test_history_says_which_pattern_of_which_election(wajo: Desk) -> None:
    from desk_app.operations import values

    speaker = values.Speaker(wajo)
    assert speaker.title("setting", "guard:pemilu-2024:rawan") == "Pola pengamanan · Rawan · pemilu-2024"
    assert speaker.title("setting", "risk_bands:pemilu-2024") == "Batas golongan indikator · pemilu-2024"
    assert speaker.title("deployment", TEMPE) == "Kecamatan Tempe"
    assert speaker.title("region_risk", f"{TEMPE} · bawaslu") == "Kecamatan Tempe · Bawaslu (IKP)"
