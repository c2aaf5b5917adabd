# SPDX-License-Identifier: Apache-2.0
"""Blank sheets of an office: one for each TPS and race that has candidates, without any figure of votes."""

import pytest

from desk_app.domain import errors
from desk_app.operations import candidates, count_rules, papers, printing
from desk_app.operations.desk import Desk
from tests import counted_offices
from tests.operations.paper_kinds import counted, shown
from tests.regency_offices import MADDUKELLENG, STATIONS, TEMPE, tps
from tests.reports import form_samples


@pytest.fixture
def desk(wajo: Desk) -> Desk:
    counted_offices.stand(wajo)
    counted_offices.stand(wajo, "dpr", ["Partai A", "Partai B"])
    return wajo


def made(desk: Desk, **asked: object) -> papers.Prepared:
    return shown.made(desk, "salinan-hasil", **asked)


def test_a_sheet_for_each_tps_and_race(desk: Desk) -> None:
    paper = made(desk)
    said = form_samples.texts(paper.pdf())
    assert len(said) == 2 * len(STATIONS)
    assert [("DPR" in page, "PRESIDEN" in page) for page in said[:2]] == [(False, True), (True, False)]
    assert all(page.count(counted.NOTICE) == 2 for page in said)
    [remark] = paper.remarks
    assert "DPD" in str(remark.words)


@pytest.mark.parametrize(("area", "count"), [(TEMPE, 6), (MADDUKELLENG, 2), (tps(MADDUKELLENG, 5), 1)])
def test_one_race_of_an_area(desk: Desk, area: str, count: int) -> None:
    said = form_samples.texts(made(desk, area=area, race="ppwp").pdf())
    assert len(said) == count
    assert all("3. Ganda" in page for page in said)


def test_the_lines_of_the_form_in_their_order(desk: Desk) -> None:
    [said] = form_samples.texts(made(desk, area=tps(MADDUKELLENG, 5), race="ppwp").pdf())
    order = ["A. Pemilih dalam DPT", "B.4 Jumlah", "1. Diterima", "Pemilih disabilitas", "1. Anis", "Jumlah suara sah"]
    assert sorted(order, key=said.index) == order
    assert "287" in said


def test_brief_forms_have_sums_alone(desk: Desk) -> None:
    count_rules.edit(desk, brief=True)
    [said] = form_samples.texts(made(desk, area=tps(MADDUKELLENG, 5), race="ppwp").pdf())
    assert "disabilitas" not in said
    assert "Laki-laki" not in said


def test_candidates_of_parties_stand_below_them(desk: Desk) -> None:
    candidates.put_parties(desk, "dprd_kab", [("1", "Partai A"), ("1.1", "Andi"), ("2", "Partai B")])
    [said] = form_samples.texts(made(desk, area=tps(MADDUKELLENG, 5), race="dprd_kab").pdf())
    order = ["1. Partai A", "1 Suara partai", "1.1. Andi", "2. Partai B"]
    assert sorted(order, key=said.index) == order


def test_what_cannot_be_printed_is_told(desk: Desk) -> None:
    with pytest.raises(errors.Refused, match="TPS"):
        made(desk, area="73.13/gudang")
    with pytest.raises(errors.Refused, match="calon"):
        made(desk, race="dpd")
    with pytest.raises(errors.NotFound, match="bupati"):
        made(desk, race="bupati")
    with pytest.raises(errors.Refused, match="tidak dijadikan final"):
        printing.issue(desk, made(desk, area=TEMPE, race="ppwp"))
