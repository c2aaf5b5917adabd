# SPDX-License-Identifier: Apache-2.0
"""The register: states in ticks, what never came above it, what can be done with one package."""

import dataclasses

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import parcel_register
from ui.widgets import parcel_detail, parcel_table

SENT = parcel_register.Entry(
    "s1", True, "Desk Wajo", 14, 100, 41, "TEM-14.desk", "ABCD-EFGH", 0, package="aa", place="73.13", kept=True
)
CAME = parcel_register.Entry(
    "r1", False, "Desk Wajo", 3, 90, 7, "WAJ-3.desk", "WXYZ-2345", 5, package="bb", place="73.13", arrivals=(5,)
)


def buttons(detail: parcel_detail.ParcelDetail) -> dict[str, QtWidgets.QPushButton]:
    return {one.text(): one for one in detail.findChildren(QtWidgets.QPushButton) if one.isVisibleTo(detail)}


def words(widget: QtWidgets.QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QtWidgets.QLabel) if label.isVisibleTo(widget))


@pytest.fixture
def detail(app: object, qtbot: QtBot) -> parcel_detail.ParcelDetail:
    made = parcel_detail.ParcelDetail()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (SENT, "✓ dikirim"),
        (dataclasses.replace(SENT, acknowledged=True), "✓✓ diterima"),
        (dataclasses.replace(SENT, written=False), "! belum di flashdisk"),
        (CAME, "✓ masuk"),
        (dataclasses.replace(CAME, whole=False, lacking=(2, 3)), "◐ bagian 2, 3 belum ada"),
        (dataclasses.replace(CAME, undone=True), "dibatalkan"),
    ],
)
def test_the_state_of_a_package(entry: parcel_register.Entry, state: str) -> None:
    assert parcel_detail.state(entry)[0] == state


def test_a_package_sent_can_be_written_again_until_it_is_known_to_be_there(
    detail: parcel_detail.ParcelDetail, qtbot: QtBot
) -> None:
    detail.show_entry(SENT)
    assert "belum ada kabar diterima" in words(detail)
    with qtbot.waitSignal(detail.copy_wanted) as asked:
        buttons(detail)["Tulis lagi, atau simpan sebagai berkas …"].click()
    assert asked.args == [SENT]
    assert "Catat tanda terima lewat telepon …" in buttons(detail)


def test_one_that_is_acknowledged_or_no_longer_kept_offers_only_its_paper(detail: parcel_detail.ParcelDetail) -> None:
    detail.show_entry(dataclasses.replace(SENT, acknowledged=True, kept=False))
    assert list(buttons(detail)) == ["Cetak berita acara serah terima …"]


def test_a_package_received_can_be_taken_back_once(detail: parcel_detail.ParcelDetail, qtbot: QtBot) -> None:
    detail.show_entry(CAME)
    with qtbot.waitSignal(detail.undo_wanted) as asked:
        buttons(detail)["Batalkan penerimaan ini …"].click()
    assert asked.args == [CAME]
    detail.show_entry(dataclasses.replace(CAME, undone=True))
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
    assert "Batalkan penerimaan ini …" not in buttons(detail)


def test_gaps_that_hold_something_up_stand_out_from_harmless_ones(app: object, qtbot: QtBot) -> None:
    made = parcel_table.ParcelTable()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.set_rows([], [])
    assert "Pilih satu" not in words(made.detail)
    rows = [parcel_table.row(SENT, "13-02-2024 10.00"), parcel_table.row(CAME, "12-02-2024 10.00")]
    gaps = [
        parcel_register.Gap("Desk Wajo", "73.13", (1, 2), held_up=True),
        parcel_register.Gap("Desk Bola", "73.13.11", (4,), held_up=False),
    ]
    made.set_rows(rows, gaps)
    assert "dari Desk Wajo" in made.gaps.text
    assert "minta dikirim ulang" in made.gaps.text
    assert made.harmless.isVisible()
    assert "kiriman ke-4 dari Desk Bola" in made.harmless.words or "4 dari Desk Bola" in made.harmless.words
    made.set_rows(rows, [])
    assert not made.gaps.isVisible()
    assert not made.harmless.isVisible()
    qtbot.waitUntil(lambda: "Pilih satu kiriman" in words(made.detail))
