# SPDX-License-Identifier: Apache-2.0
"""One hour as a message, and what a cell says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import records, watch
from desk_app.operations import watch_entry, watch_sheet, watch_words
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import small_offices, watch_days

TEMPE, OTHER = small_offices.DISTRICT, "73.13.07"
Office = tuple[Desk, watch_days.Clock]
OPEN = watch.Column(420, watch.Measure.OPEN)
VOTERS = watch.Column(600, watch.Measure.VOTERS)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk, clock = watch_days.make(tmp_path / "kantor", "73.13")
    regions = [(("pemilu-2024", code), {"name": name}) for code, name in ((TEMPE, "Tempe"), (OTHER, "Belawa"))]
    rows = [(("pemilu-2024", "73.13.07.1001", 1), {"dpt_male": 100, "dpt_female": 90})]

    def work(unit: object) -> None:
        unit.put_many(records.REGION, regions)  # type: ignore[attr-defined]
        unit.put_many(records.STATION, rows)  # type: ignore[attr-defined]

    transact(desk, "TPS", work, kind="setup")
    yield desk, clock
    desk.close()


def test_a_message_tells_the_sum_the_parts_and_who_is_missing(office: Office) -> None:
    desk, clock = office
    clock.set("07.45")
    watch_entry.enter(desk, TEMPE, 0, "2", "camat")
    lines = watch_words.message(desk, 0).splitlines()
    assert lines[1].endswith("14-02-2024 · keadaan pukul 07.00 WITA")
    assert "07.00: 2 dari 4 TPS buka, 1 laporan terlambat." in lines
    assert "Tempe 2/3" in lines
    assert "Belum lapor: Belawa (1 dari 2 wilayah)" in lines
    assert "camat" not in "\n".join(lines)
    watch_entry.enter(desk, OTHER, 0, "1")
    assert "Semua wilayah sudah lapor." in watch_words.message(desk, 0)


def test_voters_are_told_with_their_share(office: Office) -> None:
    desk, clock = office
    clock.set("10.05")
    watch_entry.enter(desk, TEMPE, 1, "424")
    said = watch_words.message(desk, 1)
    assert "10.00: 424 pengguna hak pilih (40,0 % dari DPT 1.060), laporan 3 dari 4 TPS." in said
    assert "Tempe 424" in said


def test_before_its_hour_nobody_is_called_silent(office: Office) -> None:
    desk, clock = office
    clock.set("07.45")
    assert "Belum lapor" not in watch_words.message(desk, 4)
    assert "belum tiba" in watch_words.message(desk, 4)


def test_a_cell_in_words() -> None:
    cell = watch_sheet.Cell
    assert watch_words.cell_words(OPEN, cell(1120, 1146, 1146), station=False) == "1.120"
    assert watch_words.cell_words(OPEN, cell(None, 3, 0, missing=True), station=False) == ""
    assert watch_words.cell_words(OPEN, cell(1, 1, 1, minute=445), station=True) == "07.25"
    assert watch_words.cell_words(OPEN, cell(0, 1, 1, minute=445), station=True) == "belum"
    assert watch_words.cell_words(VOTERS, cell(212, 1, 1, minute=605), station=True) == "212"


def test_the_tip_tells_what_a_cell_rests_on() -> None:
    said = watch_words.cell_tip(
        OPEN, watch_sheet.Cell(2, 3, 2, missing=True, late=1, minute=460, source="camat", difference=1, disputed=1)
    )
    for part in ("07.40, camat", "2 dari 3 TPS masuk", "terlambat", "berselisih 1", "berbeda"):
        assert part in said
    assert watch_words.cell_tip(OPEN, watch_sheet.Cell(None, 3, 0, missing=True)).endswith("belum lapor")
    assert watch_words.cell_tip(OPEN, watch_sheet.Cell(None, 3, 0)).endswith("belum ada")
    assert "lebih banyak dari DPT, 290" in watch_words.cell_tip(VOTERS, watch_sheet.Cell(291, 1, 1), 290)
    assert "DPT" not in watch_words.cell_tip(VOTERS, watch_sheet.Cell(290, 1, 1), 290)
    assert "DPT" not in watch_words.cell_tip(OPEN, watch_sheet.Cell(291, 300, 300), 290)
