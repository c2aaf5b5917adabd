# SPDX-License-Identifier: Apache-2.0
"""The card of any record's attachments over a real office: added, drawn, opened, saved, deleted and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.data import attachments as rows
from desk_app.operations import answers, attachments, count_entry, issues
from desk_app.operations.desk import Desk
from tests import counting_people, photographs, regency_offices, small_offices
from tests.operations import carried_photos
from ui import runner
from ui.dialogs import attached_card, attachment_dialog
from ui.widgets import attachment_strip, notice


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


@pytest.fixture
def issue(desk: Desk) -> int:
    return issues.new_issue(desk, "Banjir")


class Heard(list[notice.Notice]):
    """The notices of a card."""

    def words(self) -> list[str]:
        return [one.words for one in self]


def failed(error: Exception) -> None:
    raise error


@pytest.fixture
def card(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> attached_card.AttachedCard:
    made = attached_card.AttachedCard(desk, lanes, failed)
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.show()
    return made


def heard(card: attached_card.AttachedCard) -> Heard:
    found = Heard()
    card.notices.connect(found.append)
    return found


def settle(lanes: runner.Runner) -> None:
    for _turn in range(4):
        lanes.wait_idle()


def test_files_are_attached_and_drawn(
    desk: Desk, issue: int, card: attached_card.AttachedCard, lanes: runner.Runner, tmp_path: Path
) -> None:
    card.show_record(issue)
    settle(lanes)
    assert card.strip.tiles == {}
    good, bad = tmp_path / "a.jpg", tmp_path / "b.jpg"
    good.write_bytes(photographs.jpeg())
    bad.write_bytes(b"MZ\x90\0")
    told = heard(card)
    card.strip.give([good, bad])
    settle(lanes)
    [tile] = card.strip.tiles.values()
    assert tile.picture is not None
    assert max(tile.picture.width(), tile.picture.height()) == 2 * 118
    assert card.title.text() == "Foto dan dokumen (1)"
    assert told.words() == ["b.jpg bukan foto (JPEG, PNG) dan bukan PDF. Program tidak menyimpan atau membukanya."]
    assert card.strip.add_button.isEnabled()


def test_a_pasted_picture_gets_a_name(
    desk: Desk, issue: int, card: attached_card.AttachedCard, lanes: runner.Runner
) -> None:
    card.show_record(issue)
    image = QtGui.QImage(300, 200, QtGui.QImage.Format.Format_RGB888)
    image.fill(QtGui.QColor(0, 0, 255))
    card.strip.given.emit(attachment_strip.Given(picture=image))
    settle(lanes)
    [one] = attachments.of_record(desk, issue)
    assert one.name == "Tempelan 13-02-2024 13.00.png"
    assert attachments.picture(desk, one.no).points[:3] == b"\0\0\xff"


def test_another_record_another_strip(
    desk: Desk, issue: int, card: attached_card.AttachedCard, lanes: runner.Runner
) -> None:
    carried_photos.attach(desk, issue, 2)
    answer = answers.set_answer(desk, small_offices.station(1), "log.formulir", "S")
    carried_photos.attach(desk, answer, 1, first=5)
    card.show_record(issue)
    card.show_record(answer)
    settle(lanes)
    assert [tile.shown.title for tile in card.strip.tiles.values()] == ["foto 5.jpg"]
    card.show_record(issue)
    settle(lanes)
    assert len(card.strip.tiles) == 2
    assert all(tile.picture is not None for tile in card.strip.tiles.values())


def test_deleted_and_brought_back_by_the_notice(
    desk: Desk, issue: int, card: attached_card.AttachedCard, lanes: runner.Runner
) -> None:
    carried_photos.attach(desk, issue, 2)
    card.show_record(issue)
    settle(lanes)
    told = heard(card)
    card.remove(next(iter(card.strip.tiles)))
    settle(lanes)
    assert len(card.strip.tiles) == 1
    assert told[0].words == "foto 0.jpg dihapus dari lampiran."
    assert told[0].action is not None
    told[0].action()
    settle(lanes)
    assert len(attachments.of_record(desk, issue)) == 2
    card.remove(12345)


def test_what_waits_and_what_cannot_be_drawn(
    desk: Desk, issue: int, card: attached_card.AttachedCard, lanes: runner.Runner
) -> None:
    carried_photos.attach(desk, issue, 2)
    with desk.reading() as connection:
        first, second = rows.of_record(connection, issue)
    desk.attachments.drop(first.digest)
    desk.attachments.path_of(second.digest).write_bytes(b"x" * 99)
    card.show_record(issue)
    settle(lanes)
    waiting, spoilt = card.strip.tiles.values()
    assert waiting.waiting() == "Belum diterima – menunggu dari Kecamatan Tempe"
    assert "Belum diterima" in waiting.toolTip()
    assert spoilt.picture is None
    card.reload()  # the disk's loss is known now
    settle(lanes)
    assert all(tile.waiting() for tile in card.strip.tiles.values())


def test_opened_large_and_saved(
    desk: Desk, issue: int, card: attached_card.AttachedCard, lanes: runner.Runner, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    carried_photos.attach(desk, issue, 1)
    card.show_record(issue)
    settle(lanes)
    [no] = card.strip.tiles
    card.strip.opened.emit(no)
    [dialog] = [
        one for one in QtWidgets.QApplication.topLevelWidgets() if isinstance(one, attachment_dialog.AttachmentDialog)
    ]
    settle(lanes)
    dialog.remove.click()
    settle(lanes)
    assert attachments.of_record(desk, issue) == ()
    carried_photos.attach(desk, issue, 1, first=3)
    card.reload()
    settle(lanes)
    [no] = card.strip.tiles
    monkeypatch.setattr(attachment_dialog, "ask_where", lambda _over, _name: tmp_path / "a.jpg")
    told = heard(card)
    card.strip.saved.emit(no)
    settle(lanes)
    assert (tmp_path / "a.jpg").read_bytes() == attachments.content(desk, no)
    assert told.words() == [f"Tersimpan: {tmp_path / 'a.jpg'}"]


def test_offices_by_the_name_people_use() -> None:
    assert attached_card.short_office("Desk Pemilu Kecamatan Tempe") == "Kecamatan Tempe"
    assert attached_card.short_office("Posko Utama") == "Posko Utama"
    assert attached_card.short_office("") == "kantor lain"


def test_a_sealed_one_is_told_as_sealed(lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as wajo:
        counting_people.prepare(wajo)
        subject = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1)
        record = count_entry.save(wajo, subject, counting_people.RACE, {"v1": 212}).record
        carried_photos.attach(wajo, record, 1)
        with counting_people.somebody(wajo, "Besse"):
            card = attached_card.AttachedCard(wajo, lanes, failed)
            qtbot.addWidget(card)
            card.resize(420, 400)
            card.show()
            card.show_record(record)
            settle(lanes)
            [tile] = card.strip.tiles.values()
            assert (tile.shown.closed, tile.picture, tile.shown.title) == (True, None, "Foto C.HASIL 1.jpg")
            assert "tersegel" in tile.shown.tip
            assert "foto 0.jpg" not in tile.shown.tip
