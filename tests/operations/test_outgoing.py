# SPDX-License-Identifier: Apache-2.0
"""To whom data can go, and what it holds in words."""

from pathlib import Path

from desk_app.base import progress
from desk_app.domain import answers as rules
from desk_app.operations import answers, offices, outgoing, sending
from desk_app.operations.desk import Desk
from tests import acquainted, two_offices


def of(desk: Desk, place: str) -> outgoing.Receiver:
    return next(one for one in outgoing.receivers(desk) if one.place == place)


def test_those_above_and_known_come_first_then_those_below(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        found = outgoing.receivers(two.kabupaten)
    assert [one.place for one in found[:3]] == ["73", "73.13.06", "73.13.01"]
    assert len(found) == 15
    province, tempe, first = found[:3]
    assert (province.name, province.above, province.known) == ("Provinsi Sulawesi Selatan", True, False)
    assert (tempe.name, tempe.known, tempe.last_number) == ("Desk Pemilu Kecamatan Tempe", True, 1)
    assert (first.name, first.said, first.last_at) == ("Kecamatan Sabangparu", 0, 0)


def test_a_fresh_kecamatan_knows_the_office_above_by_its_region(tmp_path: Path) -> None:
    with two_offices.kecamatan(tmp_path / "baru", "73.13.07") as desk:
        [above] = outgoing.receivers(desk)
    assert (above.place, above.name, above.above, above.known) == ("73.13", "Kabupaten Wajo", True, False)


def test_words_count_tps_and_name_what_a_desk_asks_for(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        assert "TPS" not in of(two.tempe, "73.13").words
        answers.set_answers(
            two.tempe,
            [
                (two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None),
                (two_offices.FIRST, two_offices.NUMBER, 1, None),
                (two_offices.SECOND, two_offices.NUMBER, 1, None),
            ],
        )
        assert of(two.tempe, "73.13").words.startswith("3 isian dari 2 TPS")
        two.carry(two.tempe, two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        assert of(two.tempe, "73.13").words == "Tidak ada isian baru."


def test_for_a_stranger_one_number_is_enough(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        words = of(two.kabupaten, "73.13.01").words
        changes = of(two.kabupaten, "73.13.01").changes
    assert words == f"{changes} isian"
    assert changes > 10


def test_what_waits_for_the_office_above_is_what_it_receives(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    asked = offices.NewOffice("73.13", "pemilu-2024", "Siti", "rahasia")
    province_asked = offices.NewOffice("73", "pemilu-2024", "Rani", "rahasia", with_master_data=False)
    with (
        offices.create_office(tmp_path / "wajo", asked, key_memory=8 << 20).desk as wajo,
        offices.create_office(tmp_path / "sulsel", province_asked, key_memory=8 << 20).desk as sulsel,
    ):
        assert not of(wajo, "73").known
        acquainted.introduce(sulsel, wajo)
        province = of(wajo, "73")
        sent = progress.finish(sending.send(wajo, "73", folder))
    assert province.known
    assert "205 wilayah" in province.words
    assert sent.changes == province.changes
