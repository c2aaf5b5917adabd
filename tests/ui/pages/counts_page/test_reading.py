# SPDX-License-Identifier: Apache-2.0
"""What stands in place of the forms: who does not copy and why, and the first step where something is missing."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desk_app.data import keys
from desk_app.operations import accounts, count_rules, offices, opening
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices, small_offices
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import counts_page
from ui.pages.counts_page import entering, reading

LEADER = "sandi pimpinan"


def part_of(qtbot: QtBot, desk: Desk, lanes: runner.Runner) -> tuple[opened.Window, entering.EntryPart]:
    window = opened.show(qtbot, desk, lanes, "counts", lambda: counts_page.CountsPage(desk, lanes))
    page = window.page("counts")
    assert isinstance(page, counts_page.CountsPage)
    made = page.tab("entry")
    assert isinstance(made, entering.EntryPart)
    return window, made


def test_a_province_reads_nothing_and_says_why(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with small_offices.make(tmp_path / "sulsel", "73", stations=0).desk as desk:
        _window, part = part_of(qtbot, desk, lanes)
        assert part.closed.isVisible()
        assert "tersegel" in part.closed.words.text()
        assert not part.view.isVisible()


def test_a_leader_does_not_copy(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        accounts.add_account(desk, "Kaban", accounts.Role.LEADER, LEADER, key_memory=small_offices.KEY_MEMORY)
    with opening.open_office(tmp_path / "wajo", LEADER, name="Kaban") as desk:
        assert "tidak menyalin" in str(reading.basics(desk).trouble)


def test_who_came_by_the_sheet_is_asked_to_come_with_a_password(tmp_path: Path) -> None:
    asked = offices.NewOffice(small_offices.DISTRICT, small_offices.EVENT, "Andi", small_offices.PASSWORD)
    made = offices.create_office(tmp_path / "tempe", asked, key_memory=small_offices.KEY_MEMORY)
    data_key = made.desk.data_key
    made.desk.close()
    slot = keys.load(tmp_path / "tempe").account(1)
    assert slot is not None
    with opening.open_with_key(tmp_path / "tempe", data_key, slot) as desk:
        assert "kata sandi" in str(reading.basics(desk).trouble)


def test_without_candidates_the_way_leads_to_the_settings(
    tmp_path: Path, lanes: runner.Runner, qtbot: QtBot
) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        window, part = part_of(qtbot, desk, lanes)
        assert part.candidates.isVisible()
        assert part.candidates.button is not None
        part.candidates.button.click()
        assert window.gone == [("settings", "count")]
        counted_offices.stand(desk)
        opened.settle(qtbot, lanes)
        assert not part.candidates.isVisible()


def test_without_tps_the_way_leads_to_their_list(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    asked = offices.NewOffice("73.13", small_offices.EVENT, "Andi", small_offices.PASSWORD)
    made = offices.create_office(tmp_path / "wajo", asked, key_memory=small_offices.KEY_MEMORY)
    with made.desk as desk:
        counted_offices.stand(desk)
        window, part = part_of(qtbot, desk, lanes)
        nothing = part.side.list._nothing
        assert nothing is not None
        assert nothing.isVisible()
        assert nothing.button is not None
        nothing.button.click()
        assert window.gone[0][0] == "stations"


def test_what_a_tab_stands_on(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        count_rules.edit(desk, races=["ppwp", "dpr"], second_entry=["dpr"], lock=True)
        found = reading.basics(desk)
        assert [code for code, _short in found.races] == ["ppwp", "dpr"]
        assert (found.ready, found.second, found.lock) == (("ppwp",), {"dpr"}, True)
        assert found.first == TEMPE_VILLAGE
        assert TEMPE_VILLAGE in dict(reading.villages(desk, TEMPE_VILLAGE[:8]))
        read = reading.form(desk, tps(TEMPE_VILLAGE, 5), "ppwp")
        assert read.title.startswith("TPS 005")
        assert read.sheet is not None
        assert reading.form(desk, tps(TEMPE_VILLAGE, 5), "dpr").sheet is None
