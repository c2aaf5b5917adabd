# SPDX-License-Identifier: Apache-2.0
"""The first step of the exchange, at each kind of office, until data go to and fro."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.operations import daily_reports, enrolment, sending
from desk_app.operations.desk import Desk
from desk_app.operations.first_step import Step, first_step
from tests import acquainted, small_offices, two_offices


def test_a_kabupaten_prepares_its_kecamatan(wajo: Desk, tmp_path: Path) -> None:
    assert first_step(wajo) == Step("Siapkan paket kecamatan: belum ada yang bergabung", "prepare")
    finish(enrolment.prepare(wajo, ["73.13.07"], tmp_path))
    assert first_step(wajo) is None, "its slip is on the way"


def test_who_ticks_reports_that_came_another_way_is_not_urged(wajo: Desk) -> None:
    daily_reports.note_received(wajo, "73.13.07", "WhatsApp")
    assert first_step(wajo) is None


def test_a_kecamatan_joins_and_sends_once(wajo: Desk, tmp_path: Path) -> None:
    with two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as alone:
        assert first_step(alone) == Step("Kantor ini belum bergabung dengan Kabupaten Wajo", "offices")
        acquainted.introduce(wajo, alone)
        assert first_step(alone) == Step(
            "Kirim Data pertama, supaya kantor ini terdaftar di kabupaten/kota", "send"
        )
        finish(sending.send(alone, "73.13", tmp_path))
        assert first_step(alone) is None
        assert first_step(wajo) is None


def test_the_nation_and_a_kabupaten_without_regions_are_told_nothing(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "wajo", "73.13", stations=0).desk as bare:
        assert first_step(bare) is None or first_step(bare) == Step(
            "Siapkan paket kecamatan: belum ada yang bergabung", "prepare"
        )
