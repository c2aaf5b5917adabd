# SPDX-License-Identifier: Apache-2.0
"""Bombana and Sulawesi Tenggara, Pilkada 2024: indicators against targets, and islands without road or signal.

The province aims at 83,82 % of participation and 98,03 % of KTP-el recorded, and is "rawan sedang" (domain.md §2.2).
Its targets come to the kabupaten by a package, values of the kecamatan go up the same way. Kabaena and Kepulauan
Masaloka Raya lie in the sea: their word is a recap that a boat brings, and the figures say what is missing until then.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import records, zones
from desk_app.domain.issues import Verb
from desk_app.operations import (
    activities,
    activity_people,
    activity_register,
    activity_text,
    answers,
    areas,
    clarification,
    contacts,
    import_outcome,
    indicator_board,
    indicator_sheet,
    indicators,
    issue_deeds,
    issue_detail,
    issue_register,
    issues,
    offices,
    recaps,
    receiving,
    region_access,
    region_risk,
    sending,
    tasks,
    todo,
    visits,
)
from desk_app.operations.desk import Desk
from desk_app.operations.indicator_board import Standing
from desk_app.operations.transact import transact
from tests import acquainted
from tests.small_offices import KEY_MEMORY, PASSWORD

PROVINCE, REGENCY, EVENT = "74", "74.06", "pilkada-2024"
ISLANDS = ("Kabaena", "Kabaena Utara", "Kabaena Selatan", "Kabaena Barat", "Kabaena Timur", "Kabaena Tengah")
MASALOKA = "Kep. Masaloka Raya"
LETTER = date(2024, 11, 20)
BEFORE = date(2024, 10, 1)


def moment(day: int, hour: int, minute: int = 0) -> int:
    """An hour in November 2024 in Bombana."""
    return zones.moment(datetime(2024, 11, day, hour, minute), zones.Zone.WITA)


class Clock:
    """The clock of all offices, set by hand."""

    now = moment(26, 8)

    def __call__(self) -> int:
        return self.now


@dataclass(frozen=True)
class Offices:
    """The three offices that take part, and the stick between them."""

    sultra: Desk
    bombana: Desk
    kabaena: Desk
    stick: Path
    clock: Clock

    def carry(self, source: Desk, target: Desk) -> import_outcome.Outcome:
        """A package goes by stick from one office to another."""
        sent = finish(sending.send(source, target.identity.place, self.stick))
        [outcome] = finish(receiving.receive(target, sent.files))
        for path in sent.files:
            path.unlink()
        return outcome

    def code(self, name: str) -> str:
        """The code of a kecamatan of Bombana by its name."""
        return next(one.code for one in areas.districts(self.bombana) if one.name == name)


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Offices]:
    clock = Clock()
    stick = tmp_path / "stick"
    stick.mkdir()
    with ExitStack() as held:

        def office(name: str, place: str, *, master: bool) -> Desk:
            asked = offices.NewOffice(place, EVENT, "Operator", PASSWORD, with_master_data=master)
            made = offices.create_office(tmp_path / name, asked, now=clock, key_memory=KEY_MEMORY)
            return held.enter_context(made.desk)

        bombana = office("bombana", REGENCY, master=True)
        kabaena_code = next(one.code for one in areas.districts(bombana) if one.name == ISLANDS[0])
        sultra, kabaena = office("sultra", PROVINCE, master=False), office("kabaena", kabaena_code, master=False)
        acquainted.introduce(bombana, kabaena)
        acquainted.introduce(sultra, bombana)
        rows = [
            ((EVENT, village.code, number), {"dpt_male": 180, "dpt_female": 190})
            for name in (ISLANDS[0], MASALOKA, "Rumbia")
            for village in areas.villages(bombana, _code(bombana, name))
            for number in (1, 2)
        ]
        transact(bombana, "TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")
        yield Offices(sultra, bombana, kabaena, stick, clock)


def _code(desk: Desk, name: str) -> str:
    return next(one.code for one in areas.districts(desk) if one.name == name)


def test_targets_of_the_province_against_values_of_the_kecamatan(three: Offices) -> None:
    sultra, bombana, kabaena = three.sultra, three.bombana, three.kabaena
    region_risk.save(sultra, PROVINCE, "bawaslu", {"category": "rawan sedang", "source": "IKP Bawaslu"})
    region_risk.save(bombana, REGENCY, "bawaslu", {"category": "rawan sedang", "source": "IKP Bawaslu"})
    indicators.adopt(sultra, ["partisipasi", "ktp-el"])
    indicators.edit_indicator(sultra, "partisipasi", target="83,82")
    indicators.edit_indicator(sultra, "ktp-el", target="98,03")
    three.carry(sultra, bombana)

    assert [one.code for one in indicators.definitions(bombana)] == ["partisipasi", "ktp-el"]
    assert [target for _place, target in indicator_board.board(bombana, "partisipasi").above] == [8382]
    indicators.edit_indicator(bombana, "partisipasi", target="85")
    own = indicator_board.board(bombana, "partisipasi")
    assert (own.definition.target, own.definition.label, own.own) == (8500, "Partisipasi pemilih", True)
    assert [target for _place, target in own.above] == [8382]
    assert indicator_board.board(sultra, "partisipasi").definition.target == 8382

    indicators.adopt(bombana, ["nphd-kpu", "nphd-bawaslu", "ppk", "pps", "edaran-netralitas"])
    indicators.edit_indicator(bombana, "nphd-kpu", target="24.500.000.000")
    indicator_sheet.set_values(bombana, "nphd-kpu", BEFORE, {REGENCY: "9.800.000.000"}, source="Bakesbangpol")
    indicator_sheet.set_values(bombana, "nphd-kpu", LETTER, {REGENCY: "24.500.000.000"}, source="Bakesbangpol")
    paid = indicator_board.board(bombana, "nphd-kpu")
    assert (paid.whole.standing, paid.whole.change) == (Standing.MET, 14_700_000_000)
    assert len(paid.trend) == 2

    districts = areas.districts(bombana)
    assert len(districts) == 22
    column = {one.code: "99,1" for one in districts} | {three.code(MASALOKA): "88,4", REGENCY: "97,4"}
    indicator_sheet.set_values(bombana, "ktp-el", LETTER, column, source="Dinas Dukcapil")
    board = indicator_board.board(bombana, "ktp-el")
    assert (board.whole.figure.value, board.whole.target, board.whole.difference) == (9740, 9803, -63)
    assert [line.name for line in board.rows if line.standing is Standing.SHORT] == [MASALOKA]
    said = activity_text.board_text(bombana, board)
    assert "Seluruhnya: 97,40 % dari target 98,03 % (selisih −0,63), 20-11-2024" in said

    recruited = {one.code: "5" for one in districts if one.name != ISLANDS[0]}
    indicator_sheet.set_values(bombana, "ppk", LETTER, recruited)
    three.carry(bombana, kabaena)
    indicator_sheet.set_values(kabaena, "ppk", LETTER, {kabaena.identity.place: "4"}, source="KPU")
    three.carry(kabaena, bombana)
    ppk = indicator_board.board(bombana, "ppk")
    assert (ppk.whole.figure.value, ppk.whole.target, ppk.whole.figure.partial) == (109, 110, False)
    assert [line.name for line in ppk.rows if line.standing is Standing.SHORT] == [ISLANDS[0]]

    three.carry(bombana, sultra)
    assert [(one.place, one.category, one.source) for one in region_risk.categories(sultra).rows] == [
        (PROVINCE, "rawan sedang", "IKP Bawaslu"),
        (REGENCY, "rawan sedang", "IKP Bawaslu"),
    ]
    [bombana_line] = indicator_board.board(sultra, "ktp-el").rows
    assert (bombana_line.code, bombana_line.figure.value, bombana_line.standing) == (REGENCY, 9740, Standing.SHORT)


def test_two_offices_that_counted_differently_are_decided_before_any_sum(three: Offices) -> None:
    bombana, kabaena = three.bombana, three.kabaena
    place = kabaena.identity.place
    indicators.adopt(bombana, ["pps"])
    three.carry(bombana, kabaena)
    indicator_sheet.set_values(kabaena, "pps", LETTER, {place: "12"})
    indicator_sheet.set_values(bombana, "pps", LETTER, {place: "9", three.code(MASALOKA): "15"})
    three.carry(kabaena, bombana)
    board = indicator_board.board(bombana, "pps")
    assert (board.whole.figure.value, board.whole.figure.disputed) == (15, 1)
    [matter] = clarification.waiting(bombana)
    assert {side.words for side in matter.sides} == {"9", "12"}
    clarification.use_typed(bombana, matter, "12", "daftar hadir pelantikan PPS")
    assert indicator_board.board(bombana, "pps").whole.figure.value == 27


def test_neutrality_is_circulated_and_its_cases_are_issues(three: Offices) -> None:
    bombana = three.bombana
    indicators.adopt(bombana, ["edaran-netralitas"])
    indicators.edit_indicator(bombana, "edaran-netralitas", target="30")
    indicator_sheet.set_values(bombana, "edaran-netralitas", LETTER, {REGENCY: "30"}, source="Sekretariat Daerah")
    assert indicator_board.board(bombana, "edaran-netralitas").whole.standing is Standing.MET
    case = issues.new_issue(
        bombana,
        "Dugaan perangkat desa mengarahkan warga kepada salah satu paslon",
        place=three.code("Rumbia"),
        category="NET",
        severity="tinggi",
        confidential=True,
    )
    issue_deeds.give_advice(bombana, case, "Camat mengingatkan surat edaran netralitas dalam apel.")
    issue_deeds.act(bombana, case, Verb.TELL_SUPERVISOR, "Diteruskan ke Bawaslu Bombana.")
    found = issue_detail.issue(bombana, case)
    assert (found.row.alleged, found.row.open) == (True, False)
    [listed] = issue_register.issue_rows(bombana, issue_register.IssueFilter(categories=("NET",)))
    assert listed.confidential


def test_islands_without_road_or_signal_report_by_recap_and_a_boat(three: Offices) -> None:
    bombana = three.bombana
    for name in (*ISLANDS, MASALOKA):
        region_access.set_facts(bombana, three.code(name), way="laut", signal="lemah", travel=240)
    kabaena, masaloka = three.code(ISLANDS[0]), three.code(MASALOKA)
    region_access.set_facts(bombana, masaloka, signal="tidak_ada", note="perahu dari Rumbia, gelombang sampai 2 m")
    hard = region_access.regions(bombana, hard_only=True, districts_only=True)
    assert {one.name for one in hard} == {*ISLANDS, MASALOKA}
    assert [one.name for one in hard if one.facts.is_silent] == [MASALOKA]
    village = areas.villages(bombana, masaloka)[0]
    assert region_access.facts_of(bombana, f"{village.code}-001").is_silent

    contacts.new_contact(bombana, "Syahbandar", office="Kepala UPP", phone="0401 320111", place=REGENCY)
    contacts.new_contact(bombana, "Kantor camat", office="Camat", phone="0852 4100 0111", place=masaloka)
    called = contacts.call_list(bombana, masaloka)
    assert [one.unit for one in called] == ["Kantor camat", "Syahbandar"]

    rounds = activities.new_activity(
        bombana, "Monitoring H-1 Kabaena", activities.Kind.VISIT, from_day="2024-11-26", place=kabaena,
        letter_number="100.3.4/1187/BKBP", letter_date="2024-11-22",
    )
    officer = activity_people.Part.OFFICER
    activity_people.add_person(bombana, rounds, officer, office="Kabid Politik", unit="Bakesbangpol")
    activities.set_points(bombana, rounds, ["log.formulir"])
    stations = [f"{one.code}-001" for one in areas.villages(bombana, kabaena)[:2]]
    first, second = visits.add_visits(bombana, rounds, stations)
    visits.answer(bombana, first, "log.formulir", "B", note="menunggu kapal")
    visits.answer(bombana, second, "log.formulir", "S")
    visits.edit_visit(bombana, first, findings="Formulir C.Hasil belum tiba, kapal tertahan ombak", at=moment(26, 10))
    visits.edit_visit(bombana, second, at=moment(26, 11))
    raised = visits.raise_issue(bombana, first, severity="sangat_mendesak", category="LOG")
    tasks.new_task(
        bombana, "Kapal Basarnas membawa formulir", source_kind=tasks.Source.ACTIVITY, source=rounds,
        office="Dinas Perhubungan", due="2024-11-26",
    )
    assert issue_detail.issue(bombana, raised).row.place == stations[0]
    assert todo.TodoKind.TASK in {one.kind for one in todo.todo(bombana)}

    three.clock.now = moment(27, 14)
    total = 2 * len(areas.villages(bombana, masaloka))
    answers.add_recap(
        bombana, masaloka, "har.buka", total, total, hour=moment(27, 7, 15), source="camat, dibawa perahu pukul 13.30"
    )
    lines = {line.code: line.figure for line in recaps.figures(bombana, "har.buka").rows}
    assert lines[masaloka].value == total
    assert not lines[kabaena].value

    text = activity_text.draft(bombana, activity_register.activity(bombana, rounds))
    activities.finish_report(bombana, rounds, text)
    assert "Dicatat sebagai permasalahan" in text
    assert "(lewat 1 hari)" in text
    assert activity_register.activity(bombana, rounds).row.stage is activity_register.Stage.FINISHED
