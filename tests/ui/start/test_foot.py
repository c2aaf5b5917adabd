# SPDX-License-Identifier: Apache-2.0
"""The words of the foot: how much was not sent to the office above, and when the last backup was made."""

from pathlib import Path

from desk_app.base import progress
from desk_app.operations import backups, outgoing, stations
from tests import acquainted, small_offices
from tests.ui import offices
from ui.start import foot


def test_what_was_not_sent_to_the_office_above(tmp_path: Path) -> None:
    with offices.desk(tmp_path / "kantor") as desk, offices.desk(tmp_path / "provinsi", "73") as above:
        assert outgoing.above_words(desk) == "", "the province takes no part yet"
        acquainted.introduce(above, desk)
        before = outgoing.above_words(desk)
        assert before.startswith("belum dikirim ke provinsi: ")
        stations.create_station(desk, "73.13.06.1001", 5)
        after = outgoing.above_words(desk)
        assert int(after.split()[-2].replace(".", "")) > int(before.split()[-2].replace(".", ""))
        [province] = [one for one in outgoing.receivers(desk) if one.place == "73"]
        assert after.split()[-2] == f"{province.entries:,}".replace(",", ".")
    with offices.desk(tmp_path / "tempe", "73.13.06") as desk:
        assert outgoing.above_words(desk) == "belum bergabung dengan kabupaten/kota"


def test_when_the_last_backup_was_made(tmp_path: Path) -> None:
    day = [small_offices.NOW]
    with small_offices.make(tmp_path / "kantor", now=lambda: day[0]).desk as desk:
        assert foot.backup_words(desk) == "belum ada backup"
        progress.finish(backups.make_backup(desk))
        assert foot.backup_words(desk) == "backup terakhir pukul 13.00"
        day[0] += 24 * 3600
        assert foot.backup_words(desk) == "backup terakhir 13-02-2024 pukul 13.00"
