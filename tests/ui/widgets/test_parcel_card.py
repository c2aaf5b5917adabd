# SPDX-License-Identifier: Apache-2.0
"""A card for each kind of file that lies on a stick."""

from pathlib import Path

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import intake, intake_words
from ui.widgets import parcel_card

State, Standing = intake.State, intake.Standing
CODE = "ABCD-EFGH-JKLM-2345"


def offered(state: State = State.USABLE, **more: object) -> intake.Offered:
    told = (intake_words.Told(intake_words.Mark.NEW, "3 isian kesiapan baru"),)
    values = {"sender": "Desk Tempe", "number": 4, "code": CODE, "sender_code": "WXYZ", "package": "ab", "told": told}
    return intake.Offered(Path("TEM-1.desk"), state, **(values | more))  # type: ignore[arg-type]


def shown(qtbot: QtBot, one: intake.Offered) -> parcel_card.ParcelCard:
    card = parcel_card.ParcelCard(one)
    qtbot.addWidget(card)
    card.show()
    return card


def words(widget: QtWidgets.QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QtWidgets.QLabel) if label.isVisible())


def test_a_known_sender_is_ticked_and_its_code_shown(app: object, qtbot: QtBot) -> None:
    card = shown(qtbot, offered())
    assert card.is_chosen
    assert f"Kode cocok: {CODE}" in words(card)
    assert "3 isian kesiapan baru" in words(card)


def test_the_code_is_not_shown_while_it_is_to_be_typed_from_paper(app: object, qtbot: QtBot) -> None:
    card = shown(qtbot, offered(blocks=(1, 3), paper_code=f"{CODE}-6789-PQRS-TUVW-XYZA"))
    assert not card.is_chosen
    assert CODE not in words(card)
    card.box.click()
    assert not card.is_chosen
    assert card.paper is not None
    qtbot.keyClicks(card.paper.fields[1], "ABCD")
    qtbot.keyClicks(card.paper.fields[3], "JKLM")
    assert card.is_chosen
    assert card.typed == {1: "ABCD", 3: "JKLM"}
    qtbot.keyClicks(card.paper.fields[3], "X")
    assert not card.is_chosen


@pytest.mark.parametrize("state", [State.USABLE, State.REQUEST])
def test_a_new_office_wants_its_code_compared(app: object, qtbot: QtBot, state: State) -> None:
    card = shown(qtbot, offered(state, standing=Standing.NEW))
    assert not card.is_chosen
    assert card.accepted_code == ""
    assert card.compared is not None
    with qtbot.waitSignal(card.compared_code) as told:
        card.compared.click()
    assert told.args == ["WXYZ", True]
    assert card.is_chosen
    assert card.accepted_code == "WXYZ"


@pytest.mark.parametrize(
    ("standing", "piece"),
    [
        (Standing.JOINING, "baru bergabung dengan berkas siap"),
        (Standing.STRANGE, "belum terdaftar"),
        (Standing.WITHDRAWN, "sudah dicabut"),
    ],
)
def test_what_the_sender_is_stands_there(app: object, qtbot: QtBot, standing: Standing, piece: str) -> None:
    card = shown(qtbot, offered(standing=standing))
    assert piece in words(card)
    assert card.compared is None
    assert card.is_chosen


@pytest.mark.parametrize(
    ("state", "more", "title", "piece"),
    [
        (State.BROKEN, {"trouble": "x.desk rusak"}, "Kiriman ke-4 dari Desk Tempe", "x.desk rusak"),
        (State.BROKEN, {"number": 0, "sender": "x.desk", "trouble": "kosong"}, "x.desk", "kosong"),
        (State.NEWER, {"number": 0, "sender": "x.desk", "trouble": "Perbarui program"}, "x.desk", "Perbarui"),
        (State.CARRIED, {"to": "Provinsi"}, "Titipan: kiriman ke-4 dari Desk Tempe untuk Provinsi", "Dibawa untuk"),
        (State.CARRIED, {"to": "Provinsi", "taken": True}, "Titipan: kiriman ke-4", "Sudah dibawa"),
        (State.READY, {"to": "Kecamatan Belawa", "trouble": "Bawa"}, "Berkas siap untuk Kecamatan Belawa", "Bawa"),
        (
            State.REQUEST,
            {"standing": Standing.STRANGE, "trouble": "bukan di sini"},
            "Permintaan bergabung dari Desk Tempe",
            "bukan di sini",
        ),
    ],
)
def test_what_cannot_be_put_in_has_no_box_and_says_why(
    app: object, qtbot: QtBot, state: State, more: dict[str, object], title: str, piece: str
) -> None:
    card = shown(qtbot, offered(state, **more))
    assert not card.box.isVisible()
    assert not card.is_chosen
    assert title in words(card)
    assert piece in words(card)


def test_what_is_known_already_opens_out_of_one_line(app: object, qtbot: QtBot) -> None:
    card = parcel_card.QuietCard("Sudah pernah dimasukkan (1)", [offered(State.KNOWN)])
    qtbot.addWidget(card)
    card.show()
    assert "Kiriman ke-4" not in words(card)
    card.head.click()
    assert words(card) == "Kiriman ke-4 dari Desk Tempe"


def test_photos_are_named_as_such_without_a_code(app: object, qtbot: QtBot) -> None:
    told = (intake_words.Told(intake_words.Mark.NEW, "3 foto (2,1 MB)"),)
    card = shown(qtbot, offered(is_photo=True, told=told))
    assert card.is_chosen
    said = [line for line in words(card).splitlines() if line]
    assert said == ["Foto dan dokumen dari Desk Tempe", "3 foto (2,1 MB)"]
