# SPDX-License-Identifier: Apache-2.0
"""A province that receives from two kabupaten: what it sees, what comes up to it, what it asks for, what it prints."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.domain import errors, records
from desk_app.domain.issues import State, Verb
from desk_app.operations import (
    answers,
    checking,
    days,
    disagreements,
    guarding,
    indicator_board,
    indicator_sheet,
    indicators,
    issue_deeds,
    issue_detail,
    issue_register,
    issues,
    logistics_grid,
    offices,
    overview,
    papers,
    printing,
    recaps,
    receiving,
    risk,
    sending,
    team_text,
    teams,
    todo,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from desk_app.reports import text
from tests import acquainted, regency_offices
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD

SOPPENG_VILLAGE = "73.12.01.2002"
SOPPENG = f"{SOPPENG_VILLAGE}-001"
TEMPE = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1)
PACKED = "log.formulir"


@dataclass(frozen=True)
class Offices:
    """Sulawesi Selatan, Wajo and Soppeng in it, Tempe in Wajo; `stick` stands for what is carried."""

    province: Desk
    wajo: Desk
    soppeng: Desk
    tempe: Desk
    stick: Path

    def carry(self, *way: Desk) -> None:
        """Take a package from each to the next."""
        for source, target in itertools.pairwise(way):
            sent = finish(sending.send(source, target.identity.place, self.stick))
            finish(receiving.receive(target, sent.files))


def made(folder: Path, place: str, *, below: bool = False) -> Desk:
    asked = offices.NewOffice(place, EVENT, "Operator", PASSWORD, with_master_data=not below)
    return offices.create_office(folder, asked, now=lambda: NOW, key_memory=KEY_MEMORY).desk


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Offices]:
    stick = tmp_path / "stick"
    stick.mkdir()
    with (
        made(tmp_path / "sulsel", "73") as province,
        made(tmp_path / "soppeng", "73.12") as soppeng,
        regency_offices.make(tmp_path / "wajo") as wajo,
        made(tmp_path / "tempe", "73.13.06", below=True) as tempe,
    ):
        acquainted.introduce(wajo, tempe)
        acquainted.introduce(province, wajo, soppeng)
        rows = [((EVENT, SOPPENG_VILLAGE, number), {"dpt_male": 100, "dpt_female": 90, "risk": "rawan"})
                for number in (1, 2)]
        transact(soppeng, "TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")
        made_ = Offices(province, wajo, soppeng, tempe, stick)
        made_.carry(wajo, tempe, wajo, province, wajo)
        made_.carry(soppeng, province, soppeng)
        yield made_


def told(desk: Desk, kind: todo.TodoKind) -> list[str]:
    return [one.words for one in todo.todo(desk) if one.kind is kind]


def test_what_the_province_sees_is_the_sum_of_what_it_got(all_: Offices) -> None:
    answers.set_answer(all_.soppeng, SOPPENG, PACKED, rules.Mark.DONE)
    answers.set_answer(all_.wajo, TEMPE, PACKED, rules.Mark.DONE)
    all_.carry(all_.soppeng, all_.province)
    all_.carry(all_.wajo, all_.province)
    table = overview.readiness_by_district(all_.province, -1)
    counts = {one.code: one.stations for one in table.rows if one.stations}
    assert counts == {"73.12": 2, "73.13": 9}
    figures = recaps.figures(all_.province, PACKED)
    assert figures.total.figure.value == 2
    assert {one.code for one in figures.rows if one.figure.detailed} == {"73.12.01", "73.13.06"}
    assert {one.code: one.stations for one in risk.totals(all_.province).regions if one.stations} == counts
    assert guarding.table(all_.province).total.without == 11, "no pattern is known until somebody tells it"
    needed = {one.code: one.need.stations for one in logistics_grid.grid(all_.province).rows if one.need.stations}
    assert needed == counts
    assert told(all_.province, todo.TodoKind.SILENT) == ["22 kabupaten/kota belum mengirim sejak kemarin"]
    assert disagreements.open_ones(all_.province) == []
    assert finish(checking.check(all_.province)).faults == ()


def test_an_issue_goes_up_two_levels_and_the_answer_comes_down_again(all_: Offices) -> None:
    no = issues.new_issue(all_.tempe, "Logistik tertahan di pelabuhan", TEMPE, severity="kritis")
    issue_deeds.act(all_.tempe, no, Verb.TO_REGENCY, "mohon kapal")
    all_.carry(all_.tempe, all_.wajo)
    assert told(all_.wajo, todo.TodoKind.PASSED_ON) == ["1 masalah diteruskan ke sini dan menunggu jawaban"]
    [here] = issue_register.issue_rows(all_.wajo)
    issue_deeds.act(all_.wajo, here.no, Verb.FORWARD, "perlu kapal provinsi")
    assert told(all_.wajo, todo.TodoKind.PASSED_ON) == []
    own = issues.new_issue(all_.soppeng, "Longsor", SOPPENG, severity="kritis")
    issue_deeds.act(all_.soppeng, own, Verb.FORWARD)
    all_.carry(all_.wajo, all_.province)
    all_.carry(all_.soppeng, all_.province)
    assert told(all_.province, todo.TodoKind.PASSED_ON) == ["2 masalah diteruskan ke sini dan menunggu jawaban"]
    for row in issue_register.issue_rows(all_.province):
        assert row.ours
        assert Verb.ANSWER in issue_detail.issue(all_.province, row.no).verbs
        issue_deeds.act(all_.province, row.no, Verb.ANSWER, "Kapal TNI dikirim")
    assert told(all_.province, todo.TodoKind.PASSED_ON) == []
    all_.carry(all_.province, all_.wajo)
    all_.carry(all_.province, all_.soppeng)
    [back] = issue_register.issue_rows(all_.soppeng)
    assert (back.ours, back.state) == (True, State.FOLLOWED_UP)
    [here] = issue_register.issue_rows(all_.wajo)
    assert here.ours
    issue_deeds.act(all_.wajo, here.no, Verb.ANSWER, "Kapal tiba besok")
    all_.carry(all_.wajo, all_.tempe)
    assert issue_detail.issue(all_.tempe, no).row.ours
    issue_deeds.close_issue(all_.tempe, no, "Logistik tiba")
    all_.carry(all_.tempe, all_.wajo, all_.province)
    states = {row.number[:3]: row.state for row in issue_register.issue_rows(all_.province)}
    assert states == {"TEM": State.DONE, "SOP": State.FOLLOWED_UP}
    other = issues.new_issue(all_.wajo, "Kapal karam", TEMPE)
    issue_deeds.act(all_.wajo, other, Verb.FORWARD)
    with pytest.raises(errors.NotPermitted, match="Provinsi"):
        issues.delete_issue(all_.wajo, other)


def test_an_indicator_of_the_province_is_filled_in_below_and_summed(all_: Offices) -> None:
    code = indicators.new_indicator(all_.province, "Ketersediaan pangan", unit="ton", target="100")
    assert indicators.definitions(all_.province)[0].target == 100
    all_.carry(all_.province, all_.wajo)
    all_.carry(all_.province, all_.soppeng)
    for desk, value in ((all_.wajo, "40"), (all_.soppeng, "55")):
        assert [one.code for one in indicators.definitions(desk)] == [code]
        indicator_sheet.set_values(desk, code, days.today(desk), {desk.identity.place: value})
        all_.carry(desk, all_.province)
    board = indicator_board.board(all_.province, code)
    assert (board.whole.figure.value, board.whole.figure.parts, board.whole.difference) == (95, 2, -5)
    assert {one.code: one.figure.value for one in board.rows if one.figure.value is not None} == {
        "73.12": 55, "73.13": 40,
    }


def test_teams_of_the_province_go_to_its_kabupaten(all_: Offices) -> None:
    matrix = teams.matrix(all_.province)
    assert (len(matrix.rows), len(matrix.holes), matrix.heading) == (24, 24, "Kabupaten/Kota")
    first = teams.new_team(all_.province, 1, ["73.13"])
    teams.set_covered(all_.province, first, "73.12", True)
    assert len(teams.matrix(all_.province).holes) == 22
    assert "Soppeng, Wajo" in team_text.text_of_team(all_.province, first)
    with pytest.raises(errors.Refused, match="bukan kabupaten"):
        teams.set_covered(all_.province, first, "73.13.06", True)
    all_.carry(all_.province, all_.wajo)
    assert [one.districts for one in teams.teams(all_.wajo)] == [("73.12", "73.13")]
    own = teams.new_team(all_.wajo, 2, ["73.13.06"])
    matrix = teams.matrix(all_.wajo)
    assert (matrix.heading, [row.teams for row in matrix.rows if row.code == "73.13.06"]) == ("Kecamatan", [(own,)])


def test_every_paper_of_the_province_can_be_made_and_the_register_keeps_it(all_: Offices) -> None:
    issues.new_issue(all_.soppeng, "Longsor", SOPPENG, severity="kritis")
    all_.carry(all_.soppeng, all_.province)
    teams.new_member(all_.province, "Gubernur", "Pembina")
    issued, refused = [], []
    for report in printing.reports(all_.province):
        try:
            made_ = printing.make(all_.province, papers.Asked(report.key))
            printing.issue(all_.province, made_)
        except errors.Refused:
            refused.append(report.key)  # an empty form, or nothing to ask for
            continue
        assert "PROVINSI SULAWESI SELATAN" in text.render(made_.document).upper(), report.key
        printing.issue(all_.province, made_)
        issued.append(report.key)
    assert {"laporan-harian", "kesiapan", "data-umum", "daftar-tps", "tps-rawan", "matriks-permasalahan"} <= set(issued)
    assert {"posisi-logistik", "call-list", "susunan-tim", "surat-tugas"} & set(refused) == set()
    held = printing.printed(all_.province)
    assert len(held) == len({one.code for one in held}) == len(issued), "the same paper issued twice is one line"
    assert [one for one in held if one.title == ""] == []
