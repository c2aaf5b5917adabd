# SPDX-License-Identifier: Apache-2.0
"""What a dry run found: figures, the list to look at first in front, what is odd only where there is any."""

from pytestqt.qtbot import QtBot

from ui.widgets import columns, import_result

FAULT = import_result.FaultLine(3, "E · L", "1.234", "Tulis sebagai angka.")


def found(**more: object) -> import_result.Result:
    counts = {"new": 1200, "changed": 1, "same": 0, "refused": 0}
    values = {"counts": counts, "faults": (), "faulty": 0, "changes": (), "mapping": (("A", "Kode", "code"),)}
    return import_result.Result(**(values | more))  # type: ignore[arg-type]


def test_the_list_to_look_at_first_is_in_front(app: object, qtbot: QtBot) -> None:
    made = import_result.ImportResult([columns.Column("row", "Baris", 70)])
    qtbot.addWidget(made)
    made.show_result(found())
    assert made.figures["new"]._figure.text() == "1.200"
    assert made.tabs.currentWidget() is made.changes
    assert not made.tabs.isTabVisible(made.tabs.indexOf(made.remarks))
    refused = {"new": 0, "changed": 0, "same": 0, "refused": 1}
    made.show_result(found(counts=refused, faults=(FAULT,), faulty=1, remarks=(FAULT,), warnings=("Selisih 860.",)))
    assert made.tabs.currentWidget() is made.faults
    assert made.tabs.tabText(made.tabs.indexOf(made.remarks)) == "Perlu dilihat 1"
    assert made.tabs.isTabVisible(made.tabs.indexOf(made.remarks))
    assert [line.words for line in made.warnings.lines] == ["Selisih 860."]


def test_the_columns_stay_in_front_while_they_are_mapped(app: object, qtbot: QtBot) -> None:
    made = import_result.ImportResult([columns.Column("row", "Baris", 70)])
    qtbot.addWidget(made)
    made.show_result(found(), at_columns=True)
    assert made.tabs.currentWidget() is made.mapping
    assert list(made.mapping.choices) == ["Kode"]
