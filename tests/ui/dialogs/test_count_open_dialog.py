# SPDX-License-Identifier: Apache-2.0
"""The sealed count is opened by the second holder's password, or by the sheet; a wrong one is told in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.domain.counts.rights import Right
from desk_app.operations import accounts, count_keys, count_secret
from desk_app.operations.desk import Desk
from tests import counted_offices
from tests.ui import offices
from ui import runner
from ui.dialogs import count_open_dialog


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with offices.desk(tmp_path / "kantor") as made:
        accounts.add_account(made, "Citra", accounts.Role.VERIFIER, "sandi citra", key_memory=offices.MEMORY)
        counted_offices.hold(made)
        yield made


def test_the_second_person_types_the_password(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    count_keys.seal(desk, 1, 2, key_memory=offices.MEMORY)
    other = count_open_dialog.other_of(count_keys.access(desk), desk.operator.name)
    dialog = count_open_dialog.CountOpenDialog(desk, lanes, other)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.button.isEnabled()
    qtbot.keyClicks(dialog.password, "entah apa")
    dialog.button.click()
    qtbot.waitUntil(lambda: "Bukan kata sandi Citra" in dialog.trouble.text(), timeout=10_000)
    assert count_secret.secret_of(desk) is None
    dialog.password.setText("sandi citra")
    with qtbot.waitSignal(dialog.opened, timeout=10_000):
        dialog.button.click()
    assert Right.TOTALS in count_keys.rights(desk)
    assert dialog.password.text() == ""


def test_the_sheet_opens_it_for_who_is_none_of_the_two(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    accounts.add_account(desk, "Dewi", accounts.Role.OPERATOR, "sandi dewi", key_memory=offices.MEMORY)
    letters = count_keys.seal(desk, 2, 3, key_memory=offices.MEMORY)
    other = count_open_dialog.other_of(count_keys.access(desk), desk.operator.name)
    assert other == ""
    dialog = count_open_dialog.CountOpenDialog(desk, lanes, other)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.password.isVisible()
    qtbot.keyClicks(dialog.letters, "ABCDE")
    dialog.button.click()
    qtbot.waitUntil(lambda: "tidak cocok" in dialog.trouble.text(), timeout=10_000)
    dialog.letters.setText(letters.replace("-", " "))
    with qtbot.waitSignal(dialog.opened, timeout=10_000):
        dialog.button.click()
    assert Right.TOTALS in count_keys.rights(desk)
