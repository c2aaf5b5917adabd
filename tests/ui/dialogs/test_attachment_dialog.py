# SPDX-License-Identifier: Apache-2.0
"""One attachment large: picture, pages, what has not come; caption, file, taking off, neighbours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.data import attachments as rows
from desk_app.operations import attachments, count_entry, issues
from desk_app.operations.desk import Desk
from tests import counting_people, regency_offices, small_offices
from tests.operations import carried_photos
from ui import runner
from ui.dialogs import attachment_dialog


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


@pytest.fixture
def issue(desk: Desk) -> int:
    no = issues.new_issue(desk, "Banjir")
    carried_photos.attach(desk, no, 2, papers=1)
    return no


def shown(
    desk: Desk, issue: int, lanes: runner.Runner, qtbot: QtBot, place: int = 0
) -> attachment_dialog.AttachmentDialog:
    found = attachments.of_record(desk, issue)
    dialog = attachment_dialog.AttachmentDialog(desk, lanes, found, found[place].no)
    qtbot.addWidget(dialog)
    dialog.show()
    lanes.wait_idle()
    return dialog


def test_pictures_and_pages_one_after_the_other(desk: Desk, issue: int, lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = shown(desk, issue, lanes, qtbot)
    assert dialog.stack.currentWidget() is dialog.picture
    assert (dialog.name.text(), dialog.count.text()) == ("foto 0.jpg", "1 dari 3")
    assert not dialog.back.isEnabled()
    assert "Andi" in dialog.detail.text()
    for _step in range(5):
        dialog.step(1)
        lanes.wait_idle()
    assert dialog.name.text() == "surat 0.pdf"
    assert dialog.stack.currentWidget() is dialog.pages
    assert not dialog.next.isEnabled()
    qtbot.waitUntil(lambda: dialog.pages.pages == 1)


def test_what_has_not_come_says_from_whom(desk: Desk, issue: int, lanes: runner.Runner, qtbot: QtBot) -> None:
    with desk.reading() as connection:
        desk.attachments.drop(rows.of_record(connection, issue)[1].digest)
    dialog = shown(desk, issue, lanes, qtbot, 1)
    assert dialog.stack.currentWidget() is dialog.words
    assert dialog.words.text().startswith(f"Belum diterima – menunggu dari {desk.identity.name}.")
    assert not dialog.save.isEnabled()


def test_a_picture_that_cannot_be_drawn_is_said(desk: Desk, issue: int, lanes: runner.Runner, qtbot: QtBot) -> None:
    [spoilt, *_rest] = sorted(desk.attachments.folder.iterdir())
    spoilt.write_bytes(b"x" * 100)
    with desk.reading() as connection:
        names = [desk.attachments.name_of(one.digest) for one in rows.of_record(connection, issue)]
    dialog = shown(desk, issue, lanes, qtbot, names.index(spoilt.name))
    assert "rusak di disk" in dialog.words.text()


def test_the_caption_is_kept_when_it_is_left(desk: Desk, issue: int, lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = shown(desk, issue, lanes, qtbot)
    dialog.caption.setText("Gudang KPU")
    dialog.step(1)
    dialog.caption.setText("Kotak suara")
    dialog.step(-1)
    lanes.wait_idle()
    assert dialog.caption.text() == "Gudang KPU"
    dialog.caption.setText("Gudang KPU, pintu depan")
    dialog.reject()
    lanes.wait_idle()
    captions = [one.caption for one in attachments.of_record(desk, issue)]
    assert captions == ["Gudang KPU, pintu depan", "Kotak suara", ""]


def test_saved_as_a_file(
    desk: Desk, issue: int, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(desk, issue, lanes, qtbot)
    asked: list[str] = []
    target = tmp_path / "simpan.jpg"
    monkeypatch.setattr(attachment_dialog, "ask_where", lambda _over, name: asked.append(name) or target)
    dialog.save.click()
    lanes.wait_idle()
    lanes.wait_idle()
    assert asked == ["foto 0.jpg"]
    assert target.read_bytes() == attachments.content(desk, dialog.current.no)
    assert "Tersimpan" in dialog.notices.text
    dialog.save_to(tmp_path / "tidak ada" / "a.jpg")
    lanes.wait_idle()
    assert "Pilih tempat lain" in dialog.notices.text


def test_taking_off_is_left_to_who_can_bring_it_back(
    desk: Desk, issue: int, lanes: runner.Runner, qtbot: QtBot
) -> None:
    dialog = shown(desk, issue, lanes, qtbot, 1)
    with qtbot.waitSignal(dialog.removed) as heard:
        dialog.remove.click()
    assert heard.args == [attachments.of_record(desk, issue)[1].no]
    assert not dialog.isVisible()


def test_a_sealed_one_says_who_opens_it_and_offers_nothing(
    lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    with regency_offices.make(tmp_path / "wajo") as wajo:
        counting_people.prepare(wajo)
        subject = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1)
        record = count_entry.save(wajo, subject, counting_people.RACE, {"v1": 212}).record
        carried_photos.attach(wajo, record, 1, papers=1)
        with counting_people.somebody(wajo, "Besse"):
            dialog = shown(wajo, record, lanes, qtbot)
            for step in (0, 1):
                dialog.step(step)
                lanes.wait_idle()
                assert dialog.stack.currentWidget() is dialog.words
                assert "tersegel: dibuka oleh yang melampirkannya" in dialog.words.text()
                offered = (dialog.save, dialog.remove, dialog.caption)
                assert [part.isEnabled() for part in offered] == [False] * 3
            assert dialog.name.text() == "Dokumen C.HASIL 2.pdf"
        dialog = shown(wajo, record, lanes, qtbot)
        assert dialog.stack.currentWidget() is dialog.picture
        assert dialog.name.text() == "foto 0.jpg"
        assert all(part.isEnabled() for part in (dialog.save, dialog.remove, dialog.caption))
