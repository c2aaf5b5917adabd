# SPDX-License-Identifier: Apache-2.0
"""✓, ✓✓, ✓✓✓: only what other offices have said counts."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.operations import answers, issue_deeds, issues, offices, receipts, receiving, sending, settings, transact
from desk_app.operations.desk import Desk
from tests import acquainted, two_offices
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD

FIRST = two_offices.FIRST


def ticks(desk: Desk, subject: str = FIRST) -> int:
    return receipts.of_station(desk, subject).ticks


def test_a_tps_is_saved_then_the_kabupaten_has_it_once_it_has_said_so(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.carry(two.kabupaten, two.tempe)
        assert ticks(two.tempe) == receipts.REGENCY
        answers.set_answer(two.tempe, FIRST, two_offices.NUMBER, "5")
        assert receipts.of_station(two.tempe, FIRST) == receipts.Receipt(
            1, "✓ Tersimpan di komputer ini\nBelum ada kabar dari kabupaten"
        )
        assert ticks(two.tempe, two_offices.SECOND) == receipts.REGENCY
        two.carry(two.tempe, two.kabupaten)
        assert ticks(two.tempe) == receipts.SAVED, "sent is not said"
        two.carry(two.kabupaten, two.tempe)
        assert receipts.of_station(two.tempe, FIRST).mark == "✓✓"
        assert ticks(two.kabupaten) == receipts.REGENCY


def test_an_issue_goes_with_its_follow_ups(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        no = issues.new_issue(two.tempe, "Jalan putus", FIRST)
        two.carry(two.tempe, two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        assert receipts.of_issue(two.tempe, no).ticks == receipts.REGENCY
        issue_deeds.follow_up(two.tempe, no, "Sudah dilaporkan")
        assert receipts.of_issue(two.tempe, no).ticks == receipts.SAVED


def test_the_province_has_the_third_tick_where_it_takes_part(tmp_path: Path) -> None:
    asked = offices.NewOffice("73", EVENT, "Rani", PASSWORD, with_master_data=False)
    made = offices.create_office(tmp_path / "provinsi", asked, now=lambda: NOW, key_memory=KEY_MEMORY)
    with two_offices.opened(tmp_path) as two, made.desk as province:
        assert "provinsi" not in receipts.of_station(two.kabupaten, FIRST).words
        acquainted.introduce(province, two.kabupaten)
        assert receipts.of_station(two.kabupaten, FIRST).words.endswith("Belum ada kabar dari provinsi")
        for source, target in ((two.kabupaten, province), (province, two.kabupaten)):
            sent = finish(sending.send(source, target.identity.place, two.stick))
            finish(receiving.receive(target, sent.files))
        assert ticks(two.kabupaten) == receipts.PROVINCE
        answers.set_answer(two.kabupaten, FIRST, two_offices.NUMBER, "5")
        assert ticks(two.kabupaten) == receipts.REGENCY
        assert ticks(province) == receipts.PROVINCE


def test_what_never_leaves_is_said_so(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        desk = two.tempe

        def work(unit: transact.unit_of_work.Unit) -> None:
            settings.put(unit, desk.identity.place, "city", "Sengkang")

        transact.transact(desk, "x", work)
        with desk.reading() as connection:
            [no] = connection.exec_driver_sql("SELECT no FROM setting WHERE name = 'city'").scalars().all()
        assert "Hanya untuk kantor ini" in receipts.of_record(desk, no).words


def test_a_tps_that_is_not_there_reaches_nobody(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        assert ticks(two.tempe, "73.13.06.1003-099") == receipts.SAVED
