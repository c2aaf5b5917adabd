# SPDX-License-Identifier: Apache-2.0
"""What came in while a form was open is told: what it had shown, what is there now and by whom, what was typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import (
    answers,
    changed,
    checklist_pages,
    daily_reports,
    disagreements,
    enrolment,
    history,
    issue_detail,
    issue_register,
    issues,
    meanwhile,
    recap_board,
    recaps,
    stations,
    teams,
)
from desk_app.operations.desk import Desk
from tests import two_offices
from tests.small_offices import KEY_MEMORY, NOW, PASSWORD
from tests.two_offices import FIRST, NUMBER, YES_NO

TEMPE = "73.13.06"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


class Heard:
    """What the commits of an office told."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._met: list[changed.Changed] = []
        desk.news.listen(self._met.append)

    def meetings(self) -> list[meanwhile.Meeting]:
        return meanwhile.tell(self._desk, [met for news in self._met for met in news.met])

    def words(self) -> str:
        return meanwhile.words(self.meetings())


def test_the_three_values_are_told(two: two_offices.Two) -> None:
    no = issues.new_issue(two.tempe, "Banjir", FIRST[:13])
    two.carry(two.tempe, two.kabupaten)
    found = issue_detail.issue(two.tempe, no)
    heard = Heard(two.tempe)
    issues.edit_issue(
        two.kabupaten, issue_register.issue_number(two.kabupaten, found.row.number), title="Banjir di gudang")
    two.carry(two.kabupaten, two.tempe)
    issues.edit_issue(two.tempe, no, seen=found.seen, title="Banjir di jalan")
    [one] = heard.meetings()
    assert (one.record, one.kind, one.is_disputed) == (no, "issue", True)
    assert (one.saw, one.there[0].value, one.typed) == ("Banjir", "Banjir di gudang", "Banjir di jalan")
    assert "Wajo" in one.there[0].who
    words = heard.words()
    assert words.endswith("Semula: Banjir · Kini: Banjir di gudang · Isian Anda: Banjir di jalan. "
                          "Keduanya disimpan; putuskan di Data berbeda.")
    assert one.there[0].who in words
    assert "pukul" in words


def test_an_answer_is_told_with_its_item(two: two_offices.Two) -> None:
    seen = checklist_pages.checklist_page(two.tempe, FIRST).seen
    answers.set_answer(two.kabupaten, FIRST, YES_NO, "S")
    two.carry(two.kabupaten, two.tempe)
    heard = Heard(two.tempe)
    answers.set_answer(two.tempe, FIRST, YES_NO, "B", seen=seen)
    [one] = heard.meetings()
    assert (one.saw, one.there[0].value, one.typed) == ("(kosong)", "Sudah", "Belum")
    assert "TPS 001" in one.title
    page = checklist_pages.checklist_page(two.tempe, FIRST)
    assert [item.disputed for item in page.items if item.code == YES_NO] == [True]


def test_many_at_once_are_one_sentence_and_a_number(two: two_offices.Two) -> None:
    seen = checklist_pages.checklist_page(two.tempe, FIRST).seen
    answers.set_answers(two.kabupaten, [(FIRST, NUMBER, 8, None), (two_offices.SECOND, NUMBER, 8, None)])
    two.carry(two.kabupaten, two.tempe)
    heard = Heard(two.tempe)
    answers.fill_down(two.tempe, [FIRST, two_offices.SECOND], NUMBER, 7, seen=seen)
    assert heard.words().endswith("Begitu juga 1 isian lain.")
    assert len(disagreements.open_ones(two.tempe)) == 2


def test_a_deletion_is_told(two: two_offices.Two) -> None:
    no = issues.new_issue(two.tempe, "Banjir", FIRST[:13])
    two.carry(two.tempe, two.kabupaten)
    found = issue_detail.issue(two.tempe, no)
    issues.delete_issue(two.kabupaten, issue_register.issue_number(two.kabupaten, found.row.number))
    two.carry(two.kabupaten, two.tempe)
    heard = Heard(two.tempe)
    issues.edit_issue(two.tempe, no, seen=found.seen, advice="Pindahkan logistik")
    assert "dihapus" in heard.words()
    assert "Isian Anda tetap disimpan" in heard.words()
    [open_] = disagreements.open_ones(two.tempe)
    assert open_.field == ""


def test_another_recap_is_told_and_none_is_disputed(two: two_offices.Two) -> None:
    item = "har.buka"
    answers.add_recap(two.tempe, TEMPE, item, 160, 178, hour=1, source="camat")
    two.carry(two.tempe, two.kabupaten)
    seen = recap_board.board(two.tempe, 0, item).seen
    answers.add_recap(two.kabupaten, TEMPE, item, 170, 178, hour=2, source="telepon")
    two.carry(two.kabupaten, two.tempe)
    heard = Heard(two.tempe)
    answers.add_recap(two.tempe, TEMPE, item, 171, 178, hour=3, source="camat", seen=seen)
    [one] = heard.meetings()
    assert (one.saw, one.there[0].value, one.typed, one.is_disputed) == ("160", "170", "171", False)
    assert "yang dipakai ialah yang jamnya terakhir" in heard.words()
    assert disagreements.open_ones(two.tempe) == []
    assert [line.count for line in recaps.recap_list(two.tempe, TEMPE, item)] == [171, 170, 160]
    answers.add_recap(two.tempe, TEMPE, item, 172, 178, hour=4, source="camat", seen=recap_board.board(two.tempe).seen)
    assert len(heard.meetings()) == 1


def test_two_computers_of_one_office_alter_a_team(two: two_offices.Two, tmp_path: Path) -> None:
    """Teams are written by their own office alone, so it is its other computer that writes meanwhile."""
    no = teams.new_team(two.kabupaten, 7)
    [ready] = finish(enrolment.prepare(two.kabupaten, ["73.13"], two.stick))
    steps = enrolment.open_ready(
        ready.files[0], ready.word, tmp_path / "pc2", "Operator 2", PASSWORD, now=lambda: NOW, key_memory=KEY_MEMORY)
    with finish(steps).desk as second:
        seen = teams.structure(second).seen
        teams.edit_team(two.kabupaten, no, duty="Wilayah utara")
        two.carry(two.kabupaten, second)
        heard = Heard(second)
        teams.edit_team(second, teams.team_numbered(second, "VII").no, seen=seen, duty="Wilayah selatan")
        [one] = heard.meetings()
        assert (one.there[0].value, one.typed) == ("Wilayah utara", "Wilayah selatan")
        assert "duty" in [open_.field for open_ in disagreements.open_ones(second)]
        seen = daily_reports.report(second).seen
        daily_reports.write_report(two.kabupaten, situation="Aman")
        two.carry(two.kabupaten, second)
        daily_reports.write_report(second, situation="Hujan lebat", seen=seen)
        assert [(one.saw, one.typed) for one in heard.meetings()[1:]] == [("(kosong)", "Hujan lebat")]
        daily_reports.report_nihil(two.kabupaten, even_so=True)
        seen = daily_reports.report(second).seen
        two.carry(two.kabupaten, second)
        daily_reports.write_report(second, closing="Saran: tenda", seen=seen)
        assert not daily_reports.report(second).nihil, "a report with words is not nihil"


def test_what_is_told_of_a_station(two: two_offices.Two) -> None:
    detail = stations.station(two.tempe, FIRST)
    stations.edit_station(two.kabupaten, FIRST, {"site": "SDN 1", "dpt_male": 140})
    two.carry(two.kabupaten, two.tempe)
    heard = Heard(two.tempe)
    stations.edit_station(two.tempe, FIRST, {"site": "Balai desa"}, seen=detail.seen)
    [one] = heard.meetings()
    assert (one.there[0].value, one.typed) == ("SDN 1", "Balai desa")
    assert {open_.field for open_ in disagreements.open_ones(two.tempe)} == {"site"}


def test_taking_it_back_is_refused_while_both_stand(two: two_offices.Two) -> None:
    """Ctrl+Z would otherwise take away what the other office said as well."""
    detail = stations.station(two.tempe, FIRST)
    stations.edit_station(two.kabupaten, FIRST, {"site": "SDN 1"})
    two.carry(two.kabupaten, two.tempe)
    stations.edit_station(two.tempe, FIRST, {"site": "Balai desa"}, seen=detail.seen)
    with pytest.raises(errors.Refused, match="sudah diubah lagi"):
        history.undo(two.tempe)
    assert len(disagreements.open_ones(two.tempe)) == 1


def test_nothing_met_is_nothing_said(two: two_offices.Two) -> None:
    assert meanwhile.words(meanwhile.tell(two.tempe, [])) == ""
