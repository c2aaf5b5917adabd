# SPDX-License-Identifier: Apache-2.0
"""A list of results comes in through the window: its race is said, what is odd is seen first, it is undone as one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations import count_entry, history
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps
from ui import runner
from ui.dialogs import count_import_way, workbook_dialog

ONE, TWO, THREE = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as made:
        counted_offices.stand(made)
        counted_offices.hold(made)
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "hasil.csv"
    rows = ["Kode TPS;A;Paslon 2;Paslon 3;Suara sah;Tidak sah"]
    rows += [f"{ONE};100;50;54;204;6", f"{TWO};100;50;54;205;6", f"{THREE};1.234;1;1;-;", "73.13.06.1003-099;1;1;1;3;0"]
    path.write_text("\n".join(rows), "utf-8")
    return path


def settle(lanes: runner.Runner, qtbot: QtBot) -> None:
    for _turn in range(3):
        lanes.wait_idle()
        qtbot.wait(5)


def opened(desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path) -> workbook_dialog.WorkbookDialog:
    dialog = workbook_dialog.WorkbookDialog(lanes, count_import_way.CountWay(desk))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.take_file(path)
    settle(lanes, qtbot)
    return dialog


def test_the_race_is_asked_where_the_file_does_not_say_it(
    desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path
) -> None:
    dialog = opened(desk, lanes, qtbot, path)
    assert "bukan data resmi" in dialog._way.hint
    assert "Pilih jenis pemilihan" in dialog.notices.text
    assert not dialog.put_in.isEnabled()
    dialog.option.set_value(RACE)
    dialog.option.committed.emit(RACE)
    settle(lanes, qtbot)
    figures = {key: card._figure.text() for key, card in dialog.outcome.figures.items()}
    assert figures == {"new": "3", "changed": "0", "same": "0", "refused": "1"}
    assert dialog.outcome.mapping.choices["A"].value() == ""
    dialog.outcome.mapping.choices["A"].set_value("v1")
    dialog.outcome.mapping.choices["A"].committed.emit("v1")
    settle(lanes, qtbot)
    figures = {key: card._figure.text() for key, card in dialog.outcome.figures.items()}
    assert figures == {"new": "3", "changed": "0", "same": "0", "refused": "1"}
    assert [dialog.outcome.tabs.tabText(place) for place in range(3)] == [
        "Tidak terbaca atau ditolak 2", "Berubah", "Perlu dilihat 1",
    ]
    assert "1 TPS disimpan dengan catatan" in dialog.outcome.sums.text()
    with qtbot.waitSignal(dialog.written) as written:
        dialog.put_in.click()
    assert written.args == ["3 TPS baru dan 0 yang berubah sudah dimasukkan. 1 baris ditolak."]
    settle(lanes, qtbot)
    assert count_entry.sheet(desk, TWO, RACE).figures["valid"] == 205
    history.undo(desk)
    assert not count_entry.sheet(desk, TWO, RACE).figures


def test_what_the_same_person_copied_is_shown_beside_the_file(
    desk: Desk, lanes: runner.Runner, qtbot: QtBot, path: Path
) -> None:
    count_entry.save(desk, ONE, RACE, {"v2": 40, "valid": 204})
    dialog = opened(desk, lanes, qtbot, path)
    dialog.option.committed.emit(RACE)
    settle(lanes, qtbot)
    [change, *_others] = dialog.outcome.changes.model.rows()
    assert (change.field, change.before, change.after) == ("2. Bowo", "40", "50")


def test_a_template_of_the_race_is_saved(desk: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    way = count_import_way.CountWay(desk, RACE)
    assert way.chosen == RACE
    assert way.template is not None
    way.template(tmp_path / "contoh.xlsx")
    dialog = workbook_dialog.WorkbookDialog(lanes, way)
    qtbot.addWidget(dialog)
    dialog.take_file(tmp_path / "contoh.xlsx")
    settle(lanes, qtbot)
    assert "9 baris tanpa satu angka pun dilewati." in dialog.outcome.sums.text()
    assert not dialog.put_in.isEnabled()
