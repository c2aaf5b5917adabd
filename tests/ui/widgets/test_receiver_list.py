# SPDX-License-Identifier: Apache-2.0
"""Offices to tick: what waits is ticked already, strangers stand behind a button."""

import dataclasses

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import outgoing
from ui.widgets import receiver_list

TEMPE = outgoing.Receiver(
    "73.13.06", "Desk Tempe & Kota", True, False, 41, "41 isian: 41 dari 6 TPS", 100, 14, 1, 41, confirmed=13
)
PROVINCE = outgoing.Receiver("73", "Provinsi", False, True, 90, "90 isian", 0, 0, 0, 90)
BOLA = outgoing.Receiver("73.13.11", "Kecamatan Bola", False, False, 90, "90 isian", 0, 0, 0, 90)
DONE = outgoing.Receiver("73.13.07", "Desk Belawa", True, False, 0, "Tidak ada isian baru.", 20, 3, 1)
ALL = [(BOLA, ""), (PROVINCE, ""), (TEMPE, "13-02-2024 10.00"), (DONE, "12-02-2024 08.00")]


@pytest.fixture
def shown(app: QtWidgets.QApplication, qtbot: QtBot) -> receiver_list.ReceiverList:
    made = receiver_list.ReceiverList()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    made.set_receivers(ALL)
    return made


def test_who_waits_for_something_is_ticked_already(shown: receiver_list.ReceiverList) -> None:
    assert shown.chosen() == [TEMPE]
    words = [row.words.text() for row in shown._rows if row.receiver is TEMPE]
    assert words == [
        "41 isian: 41 dari 6 TPS · terakhir dibuat: kiriman ke-14, 13-02-2024 10.00 · "
        "terakhir dikabarkan diterima: kiriman ke-13"
    ]


def test_strangers_come_into_sight_when_asked_for(shown: receiver_list.ReceiverList) -> None:
    row = next(row for row in shown._rows if row.receiver is BOLA)
    assert not row.isVisible()
    assert "(2)" in shown._more.text(), "the province has not registered this office: it stands with the others"
    shown._more.click()
    assert row.isVisible()
    assert not shown._more.isVisible()


def test_what_was_ticked_by_hand_stays_when_figures_change(shown: receiver_list.ReceiverList) -> None:
    shown.tick("73.13.07")
    shown.tick("73.13.06", False)
    shown.set_receivers(ALL)
    assert shown.chosen() == [DONE]
    shown.forget()
    shown.set_receivers(ALL)
    assert shown.chosen() == [TEMPE]


def test_a_receipt_that_is_owed_is_ticked_and_said(shown: receiver_list.ReceiverList) -> None:
    shown.set_receivers([(dataclasses.replace(DONE, owed=(4,)), ""), (dataclasses.replace(TEMPE, owed=(9,)), "")])
    assert [one.place for one in shown.chosen()] == ["73.13.07", "73.13.06"]
    belawa, tempe = (row.words.text() for row in shown._rows)
    assert belawa.startswith("Belum dikirim balik: tanda terima kiriman ke-4 · ")
    assert "41 isian: 41 dari 6 TPS · tanda terima kiriman ke-9 · " in tempe


def test_where_nobody_is_registered_the_first_step_is_offered(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = receiver_list.ReceiverList()
    qtbot.addWidget(made)
    made.show()
    many = [dataclasses.replace(BOLA, place=f"73.13.{number:02d}") for number in range(1, 15)]
    made.set_receivers([(one, "") for one in many])
    assert made._none.isVisible()
    assert not any(row.isVisible() for row in made._rows)
    with qtbot.waitSignal(made.register_wanted):
        made._none.button.click()
    made.set_receivers([(TEMPE, ""), *((one, "") for one in many)])
    assert not made._none.isVisible()
    # The others are not in the way.
    qtbot.waitUntil(lambda: [row.receiver for row in made._rows if row.isVisible()] == [TEMPE])


def test_who_is_answered_is_ticked_alone(shown: receiver_list.ReceiverList) -> None:
    shown.choose_only((DONE.place, BOLA.place))
    shown.set_receivers(ALL)
    assert shown.chosen() == [DONE], "nothing can be closed for the other one"
    shown.tick("73.13.06")
    shown.set_receivers(ALL)
    assert shown.chosen() == [TEMPE, DONE]
    shown.forget()
    shown.set_receivers(ALL)
    assert shown.chosen() == [TEMPE]


def test_a_new_office_sees_those_few_above_and_below(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = receiver_list.ReceiverList()
    qtbot.addWidget(made)
    made.show()
    made.set_receivers([(PROVINCE, ""), (BOLA, "")])
    qtbot.waitUntil(lambda: all(row.isVisible() for row in made._rows))
    assert made.chosen() == [], "nothing can be closed for an office that is not known"
    known = dataclasses.replace(PROVINCE, known=True)
    made.set_receivers([(known, ""), (BOLA, "")])
    assert made.chosen() == [known]
    made.set_receivers([(dataclasses.replace(known, fresh=0), ""), (BOLA, "")])
    assert made.chosen() == []


def test_who_is_no_longer_known_is_not_ticked(shown: receiver_list.ReceiverList) -> None:
    shown.set_receivers([(dataclasses.replace(TEMPE, known=False), "13-02-2024 10.00")])
    assert shown.chosen() == []


def test_who_is_not_known_cannot_be_ticked_and_it_is_said_why(shown: receiver_list.ReceiverList) -> None:
    row = next(row for row in shown._rows if row.receiver is PROVINCE)
    row.box.click()
    assert shown.chosen() == [TEMPE]
    assert row.words.text().startswith("belum terdaftar")


def test_a_package_that_did_not_reach_the_stick_is_said(shown: receiver_list.ReceiverList) -> None:
    shown.set_receivers([(dataclasses.replace(TEMPE, unwritten=15), "")])
    assert "kiriman ke-15 belum sampai ke flashdisk" in shown._rows[0].words.text()
